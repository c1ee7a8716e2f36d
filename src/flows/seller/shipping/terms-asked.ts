import { tap } from '../../../chat/dsl/action.ts';
import { type Reply, say } from '../../../chat/dsl/screen.ts';
import { readTermAsked } from '../../../nlu/acts/seller/settings/terms-asked.ts';
import type { Turn } from '../../flow.ts';
import { moneyValue } from '../../screens/values.ts';
import { findSettings } from './apply-changes.ts';

/** 起送是多少来着: how it is set now, above all that is set. */
export async function termsAsked(turn: Turn): Promise<Reply | undefined> {
  const asked = readTermAsked(turn.text);
  const now = asked && (await findSettings(turn));
  const reply = now && (await turn.press(tap('delivery')));
  if (!now || asked !== 'minimum') return reply;
  const amount = now.minimumOrder;
  const line = amount === 0 ? say('minimum-none') : say('minimum-now', { amount: moneyValue(amount) });
  return reply?.map((part, i) =>
    i === 0 && 'text' in part ? { ...part, text: [line, part.text].flat() } : part,
  );
}

import type { Reply } from '../../../chat/dsl/screen.ts';
import { mayHoldReasons, withoutReasons } from '../../../nlu/acts/seller/reasons.ts';
import { readSeller } from '../../../nlu/read.ts';
import type { Membership } from '../../../shop/sellers/members.ts';
import type { Turn } from '../../flow.ts';
import { ownTitles } from '../listings/changes/meant.ts';
import { provinceNames } from '../shipping/term-cards.ts';
import type { Answer } from './read-message.ts';

/** What the message does without the clauses that only tell why; nothing where there are none. */
export async function withoutReasonsAnswer(
  turn: Turn,
  seller: Membership,
  read: Answer,
): Promise<Reply | undefined> {
  if (!mayHoldReasons(turn.text)) return undefined;
  const text = withoutReasons(turn.text, await ownTitles(turn, seller), provinceNames);
  return text === turn.text ? undefined : read({ ...turn, text }, seller);
}

/** Make that 45 yuan a kilo, my son ate some: a price that the reader of offers sees only when nothing stands beside it. */
export async function plainerOffer(turn: Turn, seller: Membership, read: Answer): Promise<Reply | undefined> {
  if (!mayHoldReasons(turn.text)) return undefined;
  const { kind } = readSeller(turn.text, { titles: await ownTitles(turn, seller) });
  if (kind !== 'other') return undefined;
  return withoutReasonsAnswer(turn, seller, async (plain) =>
    readSeller(plain.text).price === null ? undefined : read(plain, seller),
  );
}

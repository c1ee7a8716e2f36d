import { z } from 'zod';
import { tap } from '../../../../chat/dsl/action.ts';
import { ask } from '../../../../chat/dsl/flow.ts';
import { type Message, type Reply, type Screen, say, type Text } from '../../../../chat/dsl/screen.ts';
import type { OrderId, ProductId } from '../../../../db/ids.ts';
import type { Turn } from '../../../flow.ts';
import { forwardWords, relayAbout } from '../../../screens/messages/conversation-screen.ts';
import { findKept } from '../../../screens/messages/kept-words.ts';
import { homeButton } from '../../../screens/values.ts';
import { STEP } from '../orders/order-line.ts';

// Words that are offered to be passed on as they were typed: to the seller of an order or a product, else to the office.

interface About {
  readonly order?: OrderId | undefined;
  readonly product?: ProductId | undefined;
  /** What the button is called. */
  readonly label?: Message;
  /** What is passed on, where that is more than this message. */
  readonly words?: string;
}

/** With a button that passes on what was said. */
export const forwardable = (
  turn: Pick<Turn, 'text' | 'focus' | 'asking'>,
  said: Text,
  about: About = { product: turn.focus.product },
): Screen => ({
  text: said,
  buttons: [
    [
      { label: about.label ?? say(about.product ? 'ask-seller' : 'fact-forward'), tap: tap('forward') },
      { label: say('repair-person'), tap: tap('person') },
      homeButton,
    ],
  ],
  asks: keepToForward(turn, about),
  // 那给我三十个吧, behind a question that is passed on: of what it was about.
  ...(about.product && { focus: { ...turn.focus, product: about.product } }),
  yes: tap('forward'),
  fresh: true,
});

/** Keeps what was said, to be passed on when that is tapped. */
export const keepToForward = (
  { text, asking }: Pick<Turn, 'text' | 'asking'>,
  { words, order, product }: About,
) =>
  ask('forward', {
    text: words ?? text,
    ...(order && { order }),
    ...(product && { product }),
    ...keptBefore(asking),
  });

/** What was asked before is still answered by what comes next: an amount, or the rest of an address. */
export function keptBefore(asking: Turn['asking']): { before?: unknown; address?: unknown } {
  if (asking?.step === STEP) return { before: asking.data };
  if (asking?.step === 'address') return { address: asking.data };
  return asking?.step === 'forward' ? (keptShape.safeParse(asking.data).data ?? {}) : {};
}

const keptShape = z.object({ before: z.unknown().optional(), address: z.unknown().optional() });

/** Passes on what was offered to be. */
export async function forwardKept(turn: Turn<string>): Promise<Reply> {
  const kept = findKept(turn);
  return kept ? forwardAbout(turn, kept.text, kept) : [];
}

/** Passes words on to whom they are about. */
export async function forwardAbout(
  turn: Turn<string>,
  text: string,
  { order, product }: Pick<About, 'order' | 'product'>,
): Promise<Reply> {
  const plain = { ...turn, params: {} };
  const { shop, person, chat } = turn;
  await shop.streams.question(person.id, text);
  if (order) return relayAbout(plain, await shop.conversations.aboutOrder(person.id, order), text);
  if (product)
    return relayAbout(plain, await shop.conversations.aboutProduct(person.id, chat.id, product), text);
  return forwardWords(plain, text);
}

/** What was said just before and offered to be passed on: 叫个活人来 is about that. */
export const keptWords = (turn: Turn): string | undefined => findKept(turn)?.text;

/** … and what is said now. */
export function wordsWithKept(turn: Turn): string {
  const kept = keptWords(turn);
  return kept === undefined || kept === turn.text ? turn.text : `${kept}\n${turn.text}`;
}

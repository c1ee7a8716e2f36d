import { z } from 'zod';
import { ask } from '../../../chat/dsl/flow.ts';
import type { Reply, ReplyPart } from '../../../chat/dsl/screen.ts';
import { isCard } from '../checkout/checkout-open.ts';

/** The answers to several parts of a message, as one: the card once, and one offer to pass words on. */
export const asOneReply = (reply: Reply): Reply => asOneForward(lastCardOnly(reply));

/**
 * Only one offer to pass words on can wait: it is of all that was offered to be, and of nothing else that was said, to the
 * seller where one is meant.
 */
function asOneForward(reply: Reply): Reply {
  const offers = reply.flatMap((part) =>
    'text' in part && part.asks?.step === 'forward' ? [part.asks.data] : [],
  );
  if (offers.length < 2) return reply;
  const kept = offers.find((data) => forwardShape.safeParse(data).success) ?? offers[0];
  const words = offers.flatMap((data) => wordsShape.safeParse(data).data?.text ?? []);
  const text = [...new Set(words)].join('\n');
  return reply.map((part) =>
    'text' in part && part.asks?.step === 'forward'
      ? { ...part, asks: ask('forward', { ...Object(kept), text }) }
      : part,
  );
}

const wordsShape = z.object({ text: z.string() });
const forwardShape = z.union([z.looseObject({ product: z.string() }), z.looseObject({ order: z.string() })]);

/** The card is shown as it is in the end, and what is said twice once. */
function lastCardOnly(reply: Reply): Reply {
  const card = reply.findLast(isCard);
  const seen = new Set<string>();
  return reply.filter((part: ReplyPart) => {
    if (isCard(part)) return part === card;
    const said = JSON.stringify('text' in part ? part.text : part);
    const isNew = !seen.has(said);
    seen.add(said);
    return isNew;
  });
}

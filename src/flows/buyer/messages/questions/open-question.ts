import type { Reply, ReplyPart } from '../../../../chat/dsl/screen.ts';
import { hasDestination } from '../../../../shop/checkout/card.ts';
import type { Turn } from '../../../flow.ts';
import { freshly } from '../../../screens/messages/freshly.ts';
import { addressShape, askRest } from '../../checkout/checkout-address.ts';
import { showCard } from '../../checkout/checkout-open.ts';
import { answerLineShape, askAgain } from '../orders/order.ts';
import { STEP } from '../orders/order-line.ts';
import { keptBefore } from './forward.ts';

/**
 * A message about something else is answered, and then the open question comes back: where the card's goods go, or how
 * much of what was wanted.
 */
export async function withOpenQuestion(turn: Turn, reply: Reply): Promise<Reply> {
  if (!turn.asking) return reply;
  const half = halfGiven(turn);
  const rest =
    half && reply.length > 0 && reply.every(leavesQuestion) ? await askRest(turn, half) : undefined;
  if (rest) return [...reply, freshly(rest)];
  if (!isAside(reply)) return reply;
  return [...reply, ...(await questionAgain(turn)).map(freshly)];
}

/** A name or a street that was given already is not asked for again, also where a question was offered to be passed on since. */
const halfGiven = ({ asking }: Turn) =>
  asking?.step === 'address'
    ? addressShape.safeParse(asking.data).data
    : addressShape.safeParse(keptBefore(asking).address).data;

/** Neither another question nor a card came. */
const leavesQuestion = (part: ReplyPart): boolean =>
  !('text' in part) || (!part.isMiss && part.focus?.card === undefined && part.asks === undefined);

async function questionAgain(turn: Turn): Promise<Reply> {
  const { shop, person, chat, asking } = turn;
  if (asking?.step === 'address') {
    const card = await shop.checkout.current(person.id, chat.id);
    return card && !hasDestination(card) ? showCard(turn, card) : [];
  }
  const waiting = asking?.step === STEP ? answerLineShape.safeParse(asking.data).data : undefined;
  return waiting ? askAgain(turn, waiting) : [];
}

/** Told, and nothing asked or begun by it; what is offered to be passed on waits for its own button. */
const isAside = (reply: Reply): boolean => reply.length > 0 && reply.every(isTold);

const isTold = (part: ReplyPart): boolean =>
  !('text' in part) ||
  (!part.isMiss &&
    part.focus?.card === undefined &&
    part.focus?.order === undefined &&
    part.asks === undefined);

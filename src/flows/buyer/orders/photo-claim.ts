import { tap } from '../../../chat/dsl/action.ts';
import { ask } from '../../../chat/dsl/flow.ts';
import { type Button, type Reply, type Screen, say } from '../../../chat/dsl/screen.ts';
import type { MediaId } from '../../../db/ids.ts';
import { readAct } from '../../../nlu/acts/act.ts';
import { tellsLoss } from '../../../nlu/acts/orders/loss-told.ts';
import { wantsNow } from '../../../nlu/acts/orders/said-of-order.ts';
import { asksSomething } from '../../../nlu/acts/question-topic.ts';
import { readBuyer } from '../../../nlu/rules/orders/buyer.ts';
import { linesSent, type Order } from '../../../shop/fulfilment/orders.ts';
import type { Turn } from '../../flow.ts';
import { homeButton, lineText } from '../../screens/values.ts';
import { claimAmount, parseClaimAmount, sendClaim } from './claim.ts';
import { findOrders, isAboutTail } from './find-orders.ts';

/**
 * A photo that shows what is wrong with goods that have come: the claim is begun, and the photo kept for it. Without
 * words of harm it is one only where no transfer waits for its proof, and they say nothing else.
 */
export async function photoClaim(turn: Turn, isPaymentDue: boolean): Promise<Reply | undefined> {
  const [photo] = turn.photos;
  const isSaid = turn.text !== '' && isDamage(turn.text);
  if (!photo || (!isSaid && (isPaymentDue || saysElse(turn.text)))) return undefined;
  const arrived = await openForClaims(turn);
  if (arrived.length === 0) return undefined;
  const media = await turn.keepPhoto(photo, 'few');
  const choices = arrived.flatMap((order) => linesSent(order).map((line) => ({ order, line })));
  const named = choices.filter(({ line }) => isAboutTail(line, turn.text));
  const [only, ...others] = named.length > 0 ? named : choices;
  if (!only) return undefined;
  // An amount beside other words may be what was bought.
  const quantity = isSaid && others.length === 0 ? parseClaimAmount(turn.text, only.line) : undefined;
  if (quantity !== undefined)
    return sendClaim(turn, {
      orderId: only.order.id,
      position: only.line.position,
      quantity,
      mediaId: media,
      words: turn.text,
    });
  if (others.length === 0)
    return claimAmount(only.order, only.line.position, { photo: media, words: turn.text });
  return [whichLine(named.length > 0 ? named : choices, media, turn.text)];
}

const isDamage = (text: string): boolean => {
  const act = readAct(text);
  const isComplaint =
    act?.is === 'refund' || (act?.is === 'topic' && act.topic === 'returns') || act?.is === 'anger';
  return isComplaint || tellsLoss(text);
};

/** What somebody else says under a photo than that something is wrong. */
const OTHER_ACTS: ReadonlySet<string | undefined> = new Set([
  'praise',
  'thanks',
  'greet',
  'bye',
  'received',
  'command',
  'pay',
]);

/** 真好吃, 还有这个吗, 来5斤这样的: the photo shows what is liked, asked about or wanted. */
const saysElse = (text: string): boolean =>
  text !== '' &&
  (OTHER_ACTS.has(readAct(text)?.is) ||
    asksSomething(text) ||
    wantsNow(text) ||
    readBuyer(text).lines.length > 0);

/** Orders that have arrived, and may still be complained about. */
export async function openForClaims(turn: Turn): Promise<Order[]> {
  const open: Order[] = [];
  for (const order of await findOrders(turn, ['delivered'])) {
    const until = await turn.shop.claims.until(order.id);
    if (until && until >= turn.now) open.push(order);
  }
  return open;
}

type Line = ReturnType<typeof linesSent>[number];

function whichLine(
  choices: readonly { readonly order: Order; readonly line: Line }[],
  photo: MediaId,
  words: string,
): Screen {
  const buttons = choices.map(({ order, line }): Button[] => [
    { label: lineText(line), tap: tap('claim/:order/:line', { order: order.id, line: line.position }) },
  ]);
  return {
    text: say('claim-photo-which'),
    buttons: [...buttons, [homeButton]],
    asks: ask('claim-which', { photo, words }),
    fresh: true,
  };
}

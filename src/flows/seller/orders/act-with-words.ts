import { type Reply, type Screen, say } from '../../../chat/dsl/screen.ts';
import type { OrderId } from '../../../db/ids.ts';
import {
  type ActWithWords,
  readActWithWords,
  speaksOfBuyer,
} from '../../../nlu/acts/seller/orders/act-with-words.ts';
import { readOrderActs } from '../../../nlu/acts/seller/orders/order-act.ts';
import type { Order } from '../../../shop/fulfilment/orders.ts';
import type { Membership } from '../../../shop/sellers/members.ts';
import type { Turn } from '../../flow.ts';
import { freshly } from '../../screens/messages/freshly.ts';
import { buyerName } from './order-meant.ts';
import { orderWords } from './order-words.ts';
import { sendAbout, sendCard } from './telling/send-words.ts';

/** 王芳那单接了，跟她说后天才发: the deed, and the words to its buyer. A refusal tells them as its reason. */
export async function actWithWords(turn: Turn, seller: Membership): Promise<Reply | undefined> {
  const said = readActWithWords(turn.text);
  if (!said) return undefined;
  const isReason = said.does === 'decline';
  const done = await orderWords({ ...turn, text: said.deed }, seller, isReason ? reasonFor(said) : undefined);
  if (!done || isReason || said.goes === 'never') return done;
  const told = await tell(turn, said, await ordersOf(turn, done));
  return [...done, ...told].map(freshly);
}

/** 接不了，冰雹砸了，给人家说声对不住: all of why, and what is to be said beside it. */
function reasonFor({ deed, goes, words }: ActWithWords): string {
  if (goes !== 'now') return '';
  const why = readOrderActs(deed).flatMap((act) => (act.why === '' ? [] : [act.why]));
  return [...why.filter((one) => !words.includes(one) && !speaksOfBuyer(one)), words].join('，');
}

/** Those that the answer shows, as they are now. */
async function ordersOf({ shop, person }: Turn, done: Reply): Promise<readonly Order[]> {
  const ids = new Set(done.flatMap((part) => ('text' in part && part.focus?.order) || []));
  const found = await Promise.all([...ids].map((id) => shop.orders.sold(person.id, id as OrderId)));
  return found.filter((order) => order !== undefined);
}

/** Words that nobody meant for a buyer cannot be taken back: they go where the deed was done, and to all only if all were meant. */
async function tell(turn: Turn, said: ActWithWords, orders: readonly Order[]): Promise<Reply> {
  const { words, goes, isToSeveral } = said;
  const [order, ...others] = orders;
  if (!order || (others.length > 0 && (!isToSeveral || goes === 'asked')))
    return [unsent('tell-unsent', { words })];
  const undone = orders.find((one) => !isDone(said, one));
  if (undone) return [unsentOf(said, undone)];
  if (goes === 'asked') return [sendCard(order, words)];
  const replies: Reply[] = [];
  for (const one of orders) replies.push(await sendAbout(turn, one.id, words));
  return replies.flat();
}

const isDone = ({ does }: ActWithWords, { fulfilment }: Order): boolean =>
  fulfilment === (does === 'ship' ? 'shipped' : 'accepted');

/** The words are quoted, so that nobody thinks they have gone. */
function unsentOf({ does, words }: ActWithWords, order: Order): Screen {
  const values = { words, number: order.number, to: buyerName(order) };
  // A parcel without its number is asked for it first.
  const isAsked = does === 'ship' && order.fulfilment === 'accepted';
  return unsent(isAsked ? 'tell-unsent-parcel' : 'tell-unsent-undone', values);
}

const unsent = (key: string, values: Parameters<typeof say>[1]): Screen => ({
  text: say(key, values),
  keepsQuestion: true,
});

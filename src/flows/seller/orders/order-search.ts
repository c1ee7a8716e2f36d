import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Reply, say } from '../../../chat/dsl/screen.ts';
import { readOrderActs, readOrderSearch } from '../../../nlu/acts/seller/orders/order-act.ts';
import { isCalled } from '../../../nlu/acts/seller/orders/order-owner.ts';
import type { Order } from '../../../shop/fulfilment/orders.ts';
import type { Membership } from '../../../shop/sellers/members.ts';
import type { Turn } from '../../flow.ts';
import { homeButton } from '../../screens/values.ts';
import { hasRight } from '../acting.ts';
import { findSoldOrders, MOST_BUTTONS, orderLabel } from './order-meant.ts';
import { orderWithClaims } from './orders.ts';

// 王芳的订单, 太原那边谁买了, `orders from Harbin`: orders looked for by their buyer, by where they go, or by their goods.

/** Those that the message names; nothing where it names none, or has something done with them. */
export async function searchWords(turn: Turn, seller: Membership): Promise<Reply | undefined> {
  const whom = readOrderSearch(turn.text);
  if (whom === undefined || !readOrderActs(turn.text).every(({ does }) => LOOKS.has(does))) return undefined;
  if (!hasRight(seller, 'pack') && !hasRight(seller, 'money')) return undefined;
  const open = await findSoldOrders(turn, seller.id);
  const done = await findSoldOrders(turn, seller.id, { is: 'done' });
  const found = [...open, ...done].filter((order) => isNamed(order, whom));
  const [only, ...others] = found;
  if (!only) return undefined;
  if (others.length === 0) return orderWithClaims(turn, only);
  const buttons = found
    .slice(0, MOST_BUTTONS)
    .map((order): Button[] => [{ label: orderLabel(order), tap: tap('sale/:order', { order: order.id }) }]);
  return [{ text: say('orders-found', { words: whom }), buttons: [...buttons, [homeButton]], fresh: true }];
}

const LOOKS: ReadonlySet<string> = new Set(['look', 'where', 'count']);

/** By the buyer's whole name, by a place that stands in the address, or by what was bought. */
function isNamed({ recipient, lines }: Order, whom: string): boolean {
  if (lines.some(({ title, titleEn }) => title === whom || titleEn?.toLowerCase() === whom)) return true;
  if (!recipient) return false;
  const [name, address] = [recipient.name ?? '', recipient.address ?? ''].map((one) => one.toLowerCase());
  return isCalled(name ?? '', whom) || (address ?? '').includes(whom);
}

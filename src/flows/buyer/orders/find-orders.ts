import { findOrderNumber } from '../../../nlu/acts/seller/orders/order-act.ts';
import type { Order } from '../../../shop/fulfilment/orders.ts';
import type { Turn } from '../../flow.ts';
import { mentionsLine, namedAmong } from './named-among.ts';

// Which order a message means: by its number, its goods, or what is on the table.

/** The newest orders in these states; those of the first state first. */
export async function findOrders(
  { shop, person }: Turn,
  states: readonly Order['fulfilment'][],
): Promise<Order[]> {
  const { items } = await shop.orders.boughtPage(person.id, 0);
  return states.flatMap((state) => items.filter(({ fulfilment }) => fulfilment === state));
}

/** By its number, its goods, or what is on the table; else the newest that fits. */
export function pickOrder({ text, focus }: Turn, orders: readonly Order[]): Order | undefined {
  const number = findOrderNumber(text);
  const numbered = number && orders.find((one) => one.number === number);
  const meant = numbered || aboutOne(orders, text);
  return meant || orders.find(({ id }) => id === focus.order) || orders[0];
}

/** The newest of them that was named by its number or its goods. */
export const findNamedOrder = ({ text }: Turn, orders: readonly Order[]): Order | undefined => {
  const number = findOrderNumber(text);
  return orders.find((one) => one.number === number) ?? aboutOne(orders, text);
};

/** Whether one of them was named, by number or goods, or is on the table. */
export const isPointed = ({ text, focus }: Turn, orders: readonly Order[]): boolean =>
  findOrderNumber(text) !== undefined ||
  orders.some((order) => isAbout(order, text) || order.id === focus.order);

/** The newest of them with the goods that are named. */
function aboutOne(orders: readonly Order[], text: string): Order | undefined {
  const lines = orders.flatMap((order) => order.lines.map((line) => ({ order, line })));
  return namedAmong(lines, text, ({ line }) => line)[0]?.order;
}

const isAbout = (order: Order, text: string): boolean => order.lines.some((line) => mentionsLine(line, text));

/** Also by the last sign of a name alone: 枣 for 红枣, `dates` for `Red dates`. */
export function isAboutTail(line: { title: string; titleEn: string | null }, text: string): boolean {
  const tail = /\p{Script=Han}(?=[^\p{Script=Han}]*$)/u.exec(line.title)?.[0];
  return mentionsLine(line, text) || (tail !== undefined && text.includes(tail));
}

import { findOrderNumber } from '../../../nlu/acts/seller/order-act.ts';
import { textOf } from '../../../nlu/rules/lexer/text.ts';
import type { Order } from '../../../shop/fulfilment/orders.ts';
import { areNamed } from '../../../shop/terms/search-terms.ts';
import type { Turn } from '../../flow.ts';

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
  const meant = numbered || orders.find((one) => isAbout(one, text));
  return meant || orders.find(({ id }) => id === focus.order) || orders[0];
}

/** Whether one of them was named, by number or goods, or is on the table. */
export const isPointed = ({ text, focus }: Turn, orders: readonly Order[]): boolean =>
  findOrderNumber(text) !== undefined ||
  orders.some((order) => isAbout(order, text) || order.id === focus.order);

const isAbout = (order: Order, text: string): boolean => order.lines.some((line) => mentionsLine(line, text));

/** True where what was said has the goods' name in it: 核桃到哪了, `where are my walnuts`. */
export function mentionsLine(
  { title, titleEn }: { title: string; titleEn: string | null },
  text: string,
): boolean {
  const said = textOf(text).plain;
  const han = said.match(/\p{Script=Han}{2}/gu) ?? [];
  const odd = said.slice(1).match(/\p{Script=Han}{2}/gu) ?? [];
  const latin = said.match(/[a-z]{3,}/g) ?? [];
  return [...han, ...odd, ...latin].some((part) => areNamed(part, title, titleEn));
}

/** Also by the last sign of a name alone: 枣 for 红枣, `dates` for `Red dates`. */
export function isAboutTail(line: { title: string; titleEn: string | null }, text: string): boolean {
  const tail = /\p{Script=Han}(?=[^\p{Script=Han}]*$)/u.exec(line.title)?.[0];
  return mentionsLine(line, text) || (tail !== undefined && text.includes(tail));
}

import { type Asking, type Button, type Screen, say } from '../../../chat/dsl/screen.ts';
import type { SellerId } from '../../../db/ids.ts';
import { isCalled } from '../../../nlu/acts/seller/orders/order-owner.ts';
import type { Order, OrderFilter } from '../../../shop/fulfilment/orders.ts';
import type { Turn } from '../../flow.ts';
import { orderGoodsText } from '../../screens/orders/order-goods.ts';
import { sellerState } from '../../screens/orders/order-notice.ts';
import { homeButton, moneyValue, personName } from '../../screens/values.ts';

// Which of a seller's orders a message means, by its buyer, its goods, or what is on the table.

/** Nobody handles more of them by words. */
const MOST_PAGES = 20;

/** A seller's open orders, all of them, the oldest first; or those that another filter lets through. */
export async function findSoldOrders(
  { shop }: Turn<string>,
  sellerId: SellerId,
  filter: OrderFilter = { is: 'open' },
): Promise<readonly Order[]> {
  const all: Order[] = [];
  for (let page = 0, pages = 1; page < pages && page < MOST_PAGES; page += 1) {
    const found = await shop.orders.soldPage(sellerId, page, filter);
    pages = found.pages;
    all.push(...found.items);
  }
  return all;
}

/** 核桃那单, 王芳的: those whose goods or whose buyer the words name; nothing where they name none. */
export function findNamedOrders(words: string, orders: readonly Order[]): readonly Order[] {
  const said = words.toLowerCase();
  const isSaid = (name: string | null | undefined): boolean => !!name && said.includes(name.toLowerCase());
  const byBuyer = orders.filter(({ recipient }) => isSaid(recipient?.name));
  if (byBuyer.length > 0) return byBuyer;
  return orders.filter(({ lines }) => lines.some(({ title, titleEn }) => isSaid(title) || isSaid(titleEn)));
}

/** 王姐那单, 核桃的单, 太原那单, `Anna's order`: those of whom, of what, or of where it was said to be. */
export const findOwnedOrders = (owner: string, orders: readonly Order[]): readonly Order[] => {
  // 王芳的核桃: hers, and of that.
  const parts = owner.split('的').filter(Boolean);
  if (parts.length > 1) return parts.reduce((some, part) => findOwnedOrders(part, some), orders);
  const byBuyer = orders.filter(({ recipient }) => isCalled(recipient?.name ?? '', owner));
  if (byBuyer.length > 0) return byBuyer;
  const isGoods = (title: string | null): boolean =>
    !!title && (title.toLowerCase().includes(owner) || owner.includes(title.toLowerCase()));
  const byGoods = orders.filter(({ lines }) =>
    lines.some(({ title, titleEn }) => isGoods(title) || isGoods(titleEn)),
  );
  if (byGoods.length > 0) return byGoods;
  return orders.filter(({ recipient }) => (recipient?.address ?? '').toLowerCase().includes(owner));
};

/** The one of them that is meant: the only one named, the one on the table, or the only one there is. */
export function pickOrder({ text, focus }: Turn<string>, orders: readonly Order[]): Order | undefined {
  const named = findNamedOrders(text, orders);
  const some = named.length > 0 ? named : orders;
  const [only, ...others] = some;
  return others.length === 0 ? only : some.find(({ id }) => id === focus.order);
}

export const buyerName = ({ recipient }: Order) => personName(recipient?.name ?? '');

/** More of them nobody looks through. */
export const MOST_BUTTONS = 8;

/** With what was bought: 豇豆酱那单 is how its seller calls it. */
export const orderLabel = (order: Order) =>
  say('sold-which-button', {
    number: order.number,
    goods: orderGoodsText(order),
    state: sellerState(order),
    total: moneyValue(order.total),
  });

/** Which order? A button for each that may be meant. */
export const whichOrderScreen = (
  orders: readonly Order[],
  action: (order: Order) => string,
  asks?: Asking,
): Screen => ({
  text: say('order-words-which'),
  buttons: [
    ...orders
      .slice(0, MOST_BUTTONS)
      .map((order): Button[] => [{ label: orderLabel(order), tap: action(order) }]),
    [homeButton],
  ],
  ...(asks && { asks }),
  fresh: true,
});

import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Message, type Reply, type Screen, say } from '../../../chat/dsl/screen.ts';
import type { Product } from '../../../shop/catalogue/products/catalogue.ts';
import type { Membership } from '../../../shop/sellers/members.ts';
import { flow, type Turn } from '../../flow.ts';
import { homeButton, pager, priceValue, productName, quantityValue } from '../../screens/values.ts';
import { findActingSeller, notASeller } from '../acting.ts';

/** 我还剩些啥: all goods with what is left of each and what is reserved, a page at a time. */
export const goodsLeft = flow('goods-left', { taps: { 'goods-left/:page': showPage } });

const PAGE_SIZE = 12;

export const productsButton: Button = {
  label: say('seller-home-products'),
  tap: tap('mine/:page', { page: 0 }),
};

async function showPage(turn: Turn<'page'>): Promise<Reply> {
  const seller = await findActingSeller(turn);
  return seller ? [await goodsLeftScreen(turn, seller, Number(turn.params.page))] : notASeller;
}

/** What is nearly gone first, what is sold out last. */
export async function goodsLeftScreen(turn: Turn<string>, seller: Membership, wanted = 0): Promise<Screen> {
  const goods = (await findGoods(turn, seller)).filter(isSold).sort(byLeft);
  const pages = Math.max(1, Math.ceil(goods.length / PAGE_SIZE));
  const page = Math.min(Math.max(0, Number.isInteger(wanted) ? wanted : 0), pages - 1);
  const items = goods.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE);
  return {
    text:
      goods.length === 0
        ? [say('report-no-goods')]
        : [say('left-title', { count: goods.length }), ...items.map(leftText)],
    buttons: [
      ...pager({ items, page, pages }, (to) => tap('goods-left/:page', { page: to })),
      [productsButton, homeButton],
    ],
    focus: { products: items.map(({ id }) => id) },
  };
}

const isSold = ({ status }: Product): boolean => status === 'on-sale' || status === 'paused';

const byLeft = (one: Product, other: Product): number =>
  Number(one.available === 0) - Number(other.available === 0) || one.available - other.available;

/** `核桃：30斤，另有2斤有人订了`. */
export function leftText(product: Product): Message {
  const { available, held, status } = product;
  const values = {
    title: productName(product),
    quantity: quantityValue(product, available),
    held: quantityValue(product, held),
    price: priceValue(product),
  };
  if (status === 'paused') return say('left-paused', values);
  if (available > 0) return say(held > 0 ? 'left-held' : 'left-line', values);
  return say(held > 0 ? 'left-all-held' : 'left-none', values);
}

/** Most families have fewer goods: one look for all of them. */
const AT_ONCE = 200;

/** Everything a household has, whatever its state. */
export async function findGoods({ shop }: Turn<string>, seller: Membership): Promise<readonly Product[]> {
  const all: Product[] = [];
  for (let page = 0, pages = 1; page < pages; page += 1) {
    const found = await shop.catalogue.pageOfSeller(seller.id, page, AT_ONCE);
    pages = found.pages;
    all.push(...found.items);
  }
  return all;
}

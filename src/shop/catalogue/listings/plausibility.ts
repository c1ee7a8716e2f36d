import type { Tx } from '../../../db/client/client.ts';
import type { Fen } from '../../values/money.ts';
import { type BaseQuantity, maxQuantity, NO_QUANTITY } from '../../values/quantity.ts';
import type { Product } from '../products/catalogue.ts';
import type { StockMove } from './stock-moves.ts';

/** How far a figure may be from the usual one: less than a digit too many, since prices move by themselves. */
const TIMES = 8;

/** What a figure would have been measured against; the seller says whether it is meant. */
export type Doubt =
  | { readonly is: 'price'; readonly usual: Price }
  | { readonly is: 'stock'; readonly usual: BaseQuantity }
  | { readonly is: 'zero' };

interface Price {
  readonly price: Fen;
  readonly priceQuantity: BaseQuantity;
}

/** Doubts a price that is far from what the product cost, else from what its seller takes for things of its kind. */
export async function doubtPrice(tx: Tx, product: Product, said: Price): Promise<Doubt | undefined> {
  const usual = product.status === 'draft' ? await typicalPrice(tx, product) : product;
  if (!usual || usual.price === 0 || said.price === 0) return undefined;
  const now = said.price * usual.priceQuantity;
  const then = usual.price * said.priceQuantity;
  const { price, priceQuantity } = usual;
  return isFar(now, then) ? { is: 'price', usual: { price, priceQuantity } } : undefined;
}

const isFar = (one: number, other: number): boolean => one >= other * TIMES || other >= one * TIMES;

/** The middle price of the seller's own things of this kind; a shelf of odds and ends has none. */
export async function typicalPrice(tx: Tx, product: Product): Promise<Price | undefined> {
  const { id, sellerId, category, measure, title } = product;
  const rows = await tx.product.findMany({
    where: { sellerId, measure, price: { gt: 0 }, publishedAt: { not: null }, id: { not: id } },
    select: { title: true, category: true, price: true, priceQuantity: true },
    orderBy: { publishedAt: 'desc' },
    take: 50,
  });
  const same = rows.filter((row) => row.title === title);
  const kin =
    same.length > 0 ? same : rows.filter((row) => row.category === category && category !== 'other');
  const sorted = kin.toSorted((a, b) => a.price * b.priceQuantity - b.price * a.priceQuantity);
  return sorted[Math.floor(sorted.length / 2)];
}

/** Doubts a stock far above all that this product, or the seller's things of its kind, ever had; and an end of it. */
export async function doubtStock(
  tx: Tx,
  product: Product,
  { mode, quantity }: StockMove,
): Promise<Doubt | undefined> {
  if (mode === 'sub') return quantity === product.available && quantity > 0 ? { is: 'zero' } : undefined;
  if (mode === 'set' && quantity === 0) return product.available > 0 ? { is: 'zero' } : undefined;
  const usual = await largestStock(tx, product);
  return usual > 0 && quantity >= usual * TIMES ? { is: 'stock', usual } : undefined;
}

/** The largest amount ever added or in stock, of the product or (for a draft) of similar ones. */
async function largestStock(
  tx: Tx,
  { id, sellerId, category, measure, status }: Product,
): Promise<BaseQuantity> {
  const kin = { sellerId, category, measure, id: { not: id }, publishedAt: { not: null } };
  const product = status === 'draft' ? kin : { id };
  const came = await tx.stockEntry.aggregate({
    where: { product, reason: { in: ['opening', 'added', 'set'] } },
    _max: { change: true },
  });
  const there = await tx.product.aggregate({ where: product, _max: { onHand: true } });
  return maxQuantity(came._max.change ?? NO_QUANTITY, there._max.onHand ?? NO_QUANTITY);
}

/** What is to be known about a draft before it is shown: what looks wrong in it, and what such a thing costs here. */
export interface Hints {
  readonly doubt?: Doubt | undefined;
  readonly usual?: Price | undefined;
}

export async function hintsFor(tx: Tx, product: Product): Promise<Hints> {
  if (product.price === 0) return { usual: await typicalPrice(tx, product) };
  const { available } = product;
  const stock =
    available > 0 ? await doubtStock(tx, product, { mode: 'set', quantity: available }) : undefined;
  return { doubt: (await doubtPrice(tx, product, product)) ?? stock };
}

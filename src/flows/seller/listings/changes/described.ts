import { type Described, readDescribed } from '../../../../nlu/acts/offers/described.ts';
import type { Product } from '../../../../shop/catalogue/products/catalogue.ts';
import type { Membership } from '../../../../shop/sellers/members.ts';
import type { Turn } from '../../../flow.ts';
import { meantProducts, namedProducts } from './meant.ts';

/** 便宜的那个涨两块: as if the one that is meant had been named; as it was typed where it is not sure which that is. */
export async function withDescribed(turn: Turn, seller: Membership): Promise<Turn> {
  const said = readDescribed(turn.text);
  if (!said || (await namedProducts(turn, seller)).length > 0) return turn;
  const goods = (await meantProducts(turn, seller, null)).filter(({ status }) => status !== 'archived');
  const product = findDescribed(goods, said.by);
  return product ? { ...turn, text: said.named(product.title) } : turn;
}

type Order = (product: Product, place: number) => number;

/** The newest stands first among all. */
const orders: Readonly<Record<Described, Order>> = {
  cheaper: ({ price, priceQuantity }) => price / priceQuantity,
  dearer: ({ price, priceQuantity }) => -price / priceQuantity,
  newest: (_product, place) => place,
  fewest: ({ available }) => available,
};

/** The first of all, where no other is as far; what is weighed and what is counted are not compared. */
function findDescribed(goods: readonly Product[], by: Described): Product | undefined {
  const isAlike = by === 'newest' || new Set(goods.map(({ measure }) => measure)).size === 1;
  const ranked = goods
    .map((product, place) => ({ product, rank: orders[by](product, place) }))
    .sort((one, other) => one.rank - other.rank);
  const [first, second] = ranked;
  return first && second && isAlike && first.rank < second.rank ? first.product : undefined;
}

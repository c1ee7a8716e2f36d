import { type Described, readDescribed } from '../../../../nlu/acts/offers/described.ts';
import { namesGoods } from '../../../../nlu/acts/offers/of-table.ts';
import { isNoChangeOfAll, withoutUnchanged } from '../../../../nlu/acts/seller/seller-stock.ts';
import type { Product } from '../../../../shop/catalogue/products/catalogue.ts';
import type { Membership } from '../../../../shop/sellers/members.ts';
import type { Turn } from '../../../flow.ts';
import { namedProducts } from './meant.ts';

/** The message, and whether one of the goods is described in it that may be any of them. */
interface DescribedTurn {
  readonly turn: Turn;
  readonly isOpen: boolean;
  /** Another's goods are described, or all but one. */
  readonly isOthers: boolean;
}

/** 便宜的那个涨两块: as if the one that is meant had been named; as it was typed where it is not sure which that is. */
export async function withDescribed(turn: Turn, seller: Membership): Promise<DescribedTurn> {
  if (isNoChangeOfAll(turn.text)) return besideTalk(turn, seller);
  const said = readDescribed(turn.text);
  const isNamed = said && (namesGoods(turn.text) || (await namedProducts(turn, seller)).length > 0);
  if (!said || isNamed) return { turn, isOpen: false, isOthers: said !== undefined && !said.isOwn };
  if (!said.isOwn) return { turn, isOpen: true, isOthers: true };
  const all = await turn.shop.catalogue.pageOfSeller(seller.id, 0, MOST_GOODS);
  const goods = all.items.filter(({ status }) => status !== 'draft' && status !== 'archived');
  const product = all.pages > 1 ? undefined : findDescribed(goods, said.by);
  return product
    ? { turn: { ...turn, text: said.named(product.title) }, isOpen: false, isOthers: false }
    : { turn, isOpen: true, isOthers: false };
}

/** 店里的东西上次卖完了，核桃补货20斤: only the clause that names what is sold. */
async function besideTalk(turn: Turn, seller: Membership): Promise<DescribedTurn> {
  const text = withoutUnchanged(turn.text);
  const rest = text === undefined ? undefined : { ...turn, text };
  const isNamed = rest && (await namedProducts(rest, seller)).length > 0;
  return isNamed ? withDescribed(rest, seller) : { turn, isOpen: false, isOthers: true };
}

/** Who sells more names what is meant. */
const MOST_GOODS = 100;

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
  const isFirst = !second || (isAlike && first !== undefined && first.rank < second.rank);
  return isFirst ? first?.product : undefined;
}

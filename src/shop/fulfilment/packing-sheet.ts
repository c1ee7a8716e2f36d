import type { PersonId, SellerId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { requireMembership } from '../sellers/sellers.ts';
import { sumQuantity } from '../values/quantity.ts';
import { linesSent, type Order, type OrderLine, orders } from './orders.ts';

/** What is to be packed of one product, over all orders. */
export interface PackTotal extends Pick<OrderLine, 'title' | 'titleEn' | 'measure' | 'unit' | 'quantity'> {
  /** In how many orders. */
  readonly orders: number;
}

/** Everything that a household has accepted and not sent yet. */
export interface PackingSheet {
  readonly at: Date;
  readonly totals: readonly PackTotal[];
  readonly orders: readonly Order[];
  /** How many orders wait to be accepted and are not on the sheet. */
  readonly waiting: number;
}

/** More than a household packs in a day; the oldest go first. */
const MOST = 500;

/** For those who may pack for the seller. */
export async function packingSheet(
  context: TxContext,
  personId: PersonId,
  sellerId: SellerId,
): Promise<PackingSheet | undefined> {
  const { tx, now } = context;
  if (!(await requireMembership(tx, personId, sellerId, 'pack'))) return undefined;
  const accepted = await orders(context).toPack(sellerId, MOST);
  const where = { sellerId, fulfilment: 'placed', payment: { in: ['none', 'paid'] } };
  const waiting = await tx.order.count({ where });
  return { at: now, totals: sumByProduct(accepted), orders: accepted, waiting };
}

/** By product and its name at the time, the most first. */
export function sumByProduct(all: readonly Order[]): PackTotal[] {
  const lines = all.flatMap(linesSent);
  const groups = Map.groupBy(lines, ({ productId, title, measure }) => `${productId} ${measure} ${title}`);
  const totals = [...groups.values()].flatMap(([first, ...others]) =>
    first ? [productTotal(first, [first, ...others])] : [],
  );
  return totals.toSorted((a, b) => b.quantity - a.quantity);
}

const productTotal = (
  { title, titleEn, measure, unit }: OrderLine,
  lines: readonly OrderLine[],
): PackTotal => ({
  title,
  titleEn,
  measure,
  unit,
  quantity: sumQuantity(lines.map((line) => line.quantity)),
  orders: lines.length,
});

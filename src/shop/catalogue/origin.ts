import { z } from 'zod';
import type { ProductId, SellerId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { type Fen, fenShape, lineTotal, maxFen, minFen } from '../values/money.ts';
import { type BaseQuantity, quantityShape } from '../values/quantity.ts';

const DAY_MS = 24 * 3_600_000;
/** How far back prices count. */
const HISTORY_MS = 90 * DAY_MS;

/** Where a product comes from, and what it has cost. */
export interface Origin {
  readonly village: { readonly name: string; readonly nameEn: string };
  /** The cheapest and the dearest of 90 days, for as much as today's price is for; nothing where it stayed the same. */
  readonly prices?: { readonly least: Fen; readonly most: Fen };
}

interface Priced {
  readonly id: ProductId;
  readonly sellerId: SellerId;
  readonly price: Fen;
  readonly priceQuantity: BaseQuantity;
}

/** Kept in `before` and `after` of a change of price. */
const priceShape = z.object({
  price: fenShape,
  priceQuantity: quantityShape.refine((per) => per > 0).optional(),
});

export async function findOrigin(
  { tx, now }: Pick<TxContext, 'tx' | 'now'>,
  product: Priced,
): Promise<Origin> {
  const { village } = await tx.seller.findUniqueOrThrow({
    where: { id: product.sellerId },
    select: { village: { select: { name: true, nameEn: true } } },
  });
  const events = await tx.productEvent.findMany({
    where: { productId: product.id, change: 'price', at: { gt: new Date(now.getTime() - HISTORY_MS) } },
    orderBy: { at: 'asc' },
    select: { before: true, after: true, undoneAt: true },
  });
  // A change that was undone stood for minutes only, so it is left out.
  const meant = events.filter(({ undoneAt }) => undoneAt === null).map(({ after }) => after);
  const all = [events[0]?.before, ...meant].flatMap((kept) => priceRange(kept, product));
  const least = all.reduce(minFen, product.price);
  const most = all.reduce(maxFen, product.price);
  return { village, ...(least < most && { prices: { least, most } }) };
}

function priceRange(kept: unknown, { priceQuantity }: Priced): Fen[] {
  const said = priceShape.safeParse(kept);
  if (!said.success) return [];
  return [lineTotal({ fen: said.data.price, per: said.data.priceQuantity ?? priceQuantity }, priceQuantity)];
}

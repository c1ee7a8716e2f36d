import { z } from 'zod';
import { bool, json, statement, text, time, uuid } from '../../../db/connection/statement.ts';
import type { PersonId, ProductId, SellerId } from '../../../db/ids.ts';
import type { TxContext } from '../../../db/work.ts';
import { type Fen, fenShape, lineTotal, maxFen, minFen } from '../../values/money.ts';
import { type BaseQuantity, quantityShape } from '../../values/quantity.ts';

const DAY_MS = 24 * 3_600_000;
/** How far back prices count. */
const HISTORY_MS = 90 * DAY_MS;

/** Where a product comes from, and what it has cost. */
export interface Origin {
  readonly village: { readonly name: string; readonly nameEn: string };
  /** Whether the person who looks follows the seller. */
  readonly isFollowed: boolean;
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

const productOrigin = statement(
  'product-origin',
  [uuid<ProductId>(), uuid<SellerId>(), uuid<PersonId>(), time()],
  { name: text(), nameEn: text(), isFollowed: bool(), events: json<readonly PriceEvent[]>() },
  `SELECT village.name, village.name_en AS "nameEn",
     EXISTS (SELECT FROM subscription WHERE person_id = $3 AND kind = 'seller' AND target_id = seller.id) AS "isFollowed",
     (SELECT coalesce(jsonb_agg(jsonb_build_object('before', before, 'after', after, 'isUndone', undone_at IS NOT NULL) ORDER BY at), '[]')
      FROM product_event WHERE product_id = $1 AND change = 'price' AND at > $4) AS events
   FROM seller JOIN village ON village.id = seller.village_id WHERE seller.id = $2`,
);

interface PriceEvent {
  readonly before: unknown;
  readonly after: unknown;
  readonly isUndone: boolean;
}

export async function findOrigin(
  { tx, now }: Pick<TxContext, 'tx' | 'now'>,
  product: Priced,
  personId: PersonId,
): Promise<Origin> {
  const since = new Date(now.getTime() - HISTORY_MS);
  const [row] = await tx.$prepared(productOrigin, product.id, product.sellerId, personId, since);
  if (!row) throw new Error('a product without a seller');
  const { name, nameEn, isFollowed, events } = row;
  // A change that was undone stood for minutes only, so it is left out.
  const meant = events.filter(({ isUndone }) => !isUndone).map(({ after }) => after);
  const all = [events[0]?.before, ...meant].flatMap((kept) => priceRange(kept, product));
  const least = all.reduce(minFen, product.price);
  const most = all.reduce(maxFen, product.price);
  return { village: { name, nameEn }, isFollowed, ...(least < most && { prices: { least, most } }) };
}

function priceRange(kept: unknown, { priceQuantity }: Priced): Fen[] {
  const said = priceShape.safeParse(kept);
  if (!said.success) return [];
  return [lineTotal({ fen: said.data.price, per: said.data.priceQuantity ?? priceQuantity }, priceQuantity)];
}

import type { Tx } from '../../db/client/client.ts';
import type { PersonId, ProductId, VillageId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import type { CheckoutLine } from '../cart/line.ts';
import type { Recipient } from '../customers/addresses.ts';
import type { VillageCaps } from '../sellers/newcomer-caps.ts';
import { type Fen, fen, maxFen, NO_FEN } from '../values/money.ts';
import { type BaseQuantity, baseQuantity, maxQuantity, NO_QUANTITY } from '../values/quantity.ts';

// Newcomers are people who have had no order delivered. What they would pay on delivery is held until the seller accepts,
// and how much may wait so is capped: for a person, a phone, an address, and for all of them together.

/** A seller has so long to accept a newcomer's order; then it expires. */
export const NEWCOMER_HOLD_MS = 24 * 3_600_000;

/** Of a product, newcomers may always have what costs no more than this: the last jars are refused to nobody. */
const SMALL = fen(20_000);

/** Who an order is counted for. */
export interface NewcomerKeys {
  readonly personId: PersonId;
  /** Keyed hashes, the one that is written first: others are of keys from before. */
  readonly phoneKeys: readonly string[];
  /** None where the goods are picked up. */
  readonly addressKeys: readonly string[];
}

/** A newcomer's card: for whom it is counted, and by which caps. */
export interface Holding {
  readonly keys: NewcomerKeys;
  readonly caps: VillageCaps;
}

/** More than a person, a phone or an address may have waiting; `left` may still be ordered so. */
export interface NewcomerAmountProblem {
  readonly code: 'newcomer-amount';
  readonly by: 'person' | 'address';
  readonly limit: Fen;
  readonly left: Fen;
}

/** More than is left of the newcomers' share of a product. */
export interface NewcomerShareProblem {
  readonly code: 'newcomer-share';
  readonly line: CheckoutLine;
  readonly share: number;
  readonly left: BaseQuantity;
}

/** What stands in the way of a newcomer's card, and whether it could be paid first instead. */
export type NewcomerProblem = (NewcomerAmountProblem | NewcomerShareProblem) & {
  readonly canPayFirst: boolean;
};

export const isNewcomer = async (tx: Tx, personId: PersonId): Promise<boolean> =>
  (await tx.order.findFirst({ where: { personId, fulfilment: 'delivered' }, select: { id: true } })) === null;

/** An address is the same one however its spaces, commas and digits are written. */
export function newcomerKeys(
  { cipher }: Pick<TxContext, 'cipher'>,
  personId: PersonId,
  { phone, address }: Recipient,
): NewcomerKeys {
  const plain = address
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return {
    personId,
    phoneKeys: cipher.fingerprints(phone),
    addressKeys: plain === '' ? [] : cipher.fingerprints(plain),
  };
}

/**
 * Whoever is counted together waits for one another until the end of the transaction. Comes after the checkout and the
 * order, before the goods.
 */
export async function lockNewcomer(
  tx: Tx,
  { personId, phoneKeys, addressKeys }: NewcomerKeys,
): Promise<void> {
  const keys = [`newcomer ${personId}`, ...phoneKeys, ...addressKeys];
  await tx.$executeRaw`
    SELECT pg_advisory_xact_lock(key) FROM (
      SELECT hashtextextended(word, 0) AS key FROM unnest(${keys}::text[]) AS word ORDER BY 1) AS keys`;
}

/** Whether `more` would pass what a person, a phone or an address may have waiting; exact under `lockNewcomer`. */
export async function amountProblem(
  tx: Tx,
  { keys, caps }: Holding,
  { total, more }: { readonly total: Fen; readonly more: Fen },
): Promise<NewcomerAmountProblem | undefined> {
  const waiting = await findWaiting(tx, keys, caps.villageId);
  for (const by of ['person', 'address'] as const) {
    const limit = caps[by];
    if (limit === null || waiting[by] + more <= limit || (by === 'address' && keys.addressKeys.length === 0))
      continue;
    const left = maxFen(NO_FEN, fen(limit - waiting[by] - more + total));
    return { code: 'newcomer-amount', by, limit, left };
  }
  return undefined;
}

async function findWaiting(
  tx: Tx,
  { personId, phoneKeys, addressKeys }: NewcomerKeys,
  villageId: VillageId,
): Promise<{ person: Fen; address: Fen }> {
  const [row] = await tx.$queryRaw<{ person: bigint; address: bigint }[]>`
    SELECT coalesce(sum(o.total) FILTER (WHERE o.person_id = ${personId}::uuid OR o.phone_key = ANY(${phoneKeys}::text[])), 0) AS person,
      coalesce(sum(o.total) FILTER (WHERE o.address_key = ANY(${addressKeys}::text[])), 0) AS address
    FROM orders o JOIN seller s ON s.id = o.seller_id
    WHERE o.stock = 'held' AND o.payment = 'none' AND s.village_id = ${villageId}::uuid`;
  return { person: fen(Number(row?.person ?? 0n)), address: fen(Number(row?.address ?? 0n)) };
}

/** Whether `more` of a line would pass the newcomers' share of its product; exact while the product's row is locked. */
export async function shareProblem(
  tx: Tx,
  line: CheckoutLine,
  caps: VillageCaps,
  more: BaseQuantity,
): Promise<NewcomerShareProblem | undefined> {
  const { share } = caps;
  const left = (await findShareLeft(tx, line.productId, caps)) - more;
  if (left >= 0) return undefined;
  return {
    code: 'newcomer-share',
    line,
    share,
    left: maxQuantity(NO_QUANTITY, baseQuantity(left + line.quantity)),
  };
}

/** What newcomers may still have held of a product; below zero where more is. */
export async function findShareLeft(tx: Tx, productId: ProductId, { share }: VillageCaps): Promise<number> {
  if (share === 100) return Number.MAX_SAFE_INTEGER;
  const [row] = await tx.$queryRaw<{ waiting: bigint; free: number; price: number; per: number }[]>`
    SELECT on_hand - held AS free, price, price_quantity AS per, (
      SELECT coalesce(sum(l.quantity), 0) FROM orders o JOIN order_line l ON l.order_id = o.id
      WHERE o.stock = 'held' AND o.payment = 'none' AND l.product_id = p.id AND l.allotted IS DISTINCT FROM 0) AS waiting
    FROM product p WHERE id = ${productId}::uuid`;
  if (!row) return 0;
  const waiting = Number(row.waiting);
  const small = Math.max(row.per, Math.floor((SMALL * row.per) / Math.max(1, row.price)));
  return Math.max(Math.ceil(((row.free + waiting) * share) / 100), small) - waiting;
}

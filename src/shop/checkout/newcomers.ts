import type { Tx } from '../../db/client/client.ts';
import type { PersonId, ProductId, VillageId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import type { CheckoutLine } from '../cart/line.ts';
import type { Recipient } from '../customers/addresses.ts';
import type { VillageCaps } from '../sellers/newcomer-caps.ts';
import { type Fen, fen, maxFen, NO_FEN } from '../values/money.ts';
import { type BaseQuantity, baseQuantity, maxQuantity, NO_QUANTITY } from '../values/quantity.ts';

// Newcomers are people who have had no order delivered. What they would pay on delivery is held until the seller accepts,
// and how much may wait so is capped: for a person, a phone, an address, and for all of them together. What they promise
// to pay first holds goods too until it is paid, whatever picture they send: more of it may wait, and not all there is.

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

/** How a newcomer's order waits: until the seller accepts it, or until it is paid. */
export type Waiting = 'accept' | 'payment';

/** What a card would wait for. */
export const waitingFor = ({ payBy }: { readonly payBy: string }): Waiting =>
  payBy === 'delivery' ? 'accept' : 'payment';

/** A newcomer's card: for whom it is counted, by which caps, and what it would wait for. */
export interface Holding {
  readonly keys: NewcomerKeys;
  readonly caps: VillageCaps;
  readonly waitsFor: Waiting;
}

/** Beside what waits for sellers, newcomers may have twice as much unpaid, and always so much … */
const LEAST_UNPAID = { person: fen(400_000), address: fen(800_000) } as const;

/** The most that may wait so; null: no limit. */
const amountCap = (caps: VillageCaps, by: 'person' | 'address', waitsFor: Waiting): Fen | null => {
  const cap = caps[by];
  return cap === null || waitsFor === 'accept' ? cap : maxFen(LEAST_UNPAID[by], fen(2 * cap));
};

/** … and half of what the share leaves to others, in percent of a product. */
const shareCap = ({ share }: VillageCaps, waitsFor: Waiting): number =>
  waitsFor === 'accept' ? share : Math.floor((share + 100) / 2);

/** More than a person, a phone or an address may have waiting; `left` may still be ordered so. */
export interface NewcomerAmountProblem {
  readonly code: 'newcomer-amount';
  readonly by: 'person' | 'address';
  readonly waitsFor: Waiting;
  readonly limit: Fen;
  readonly left: Fen;
}

/** More than is left of the newcomers' share of a product. */
export interface NewcomerShareProblem {
  readonly code: 'newcomer-share';
  readonly waitsFor: Waiting;
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
  { keys, caps, waitsFor }: Holding,
  { total, more }: { readonly total: Fen; readonly more: Fen },
): Promise<NewcomerAmountProblem | undefined> {
  const waiting = await findWaiting(tx, keys, caps.villageId);
  for (const kind of countedFor(waitsFor))
    for (const by of ['person', 'address'] as const) {
      const limit = amountCap(caps, by, kind);
      const there = waiting[by][kind];
      if (limit === null || there + more <= limit || (by === 'address' && keys.addressKeys.length === 0))
        continue;
      const left = maxFen(NO_FEN, fen(limit - there - more + total));
      return { code: 'newcomer-amount', by, waitsFor: kind, limit, left };
    }
  return undefined;
}

/** What waits for a yes is counted among what is unpaid too. */
const countedFor = (waitsFor: Waiting): readonly Waiting[] =>
  waitsFor === 'accept' ? ['accept', 'payment'] : ['payment'];

/** Sums of what waits for sellers, and of all that is unpaid. */
type Sums = Readonly<Record<Waiting, Fen>>;

/** Only newcomers' orders have a fingerprint of the phone. */
async function findWaiting(
  tx: Tx,
  { personId, phoneKeys, addressKeys }: NewcomerKeys,
  villageId: VillageId,
): Promise<{ person: Sums; address: Sums }> {
  const [row] = await tx.$queryRaw<Record<'pa' | 'pp' | 'aa' | 'ap', bigint>[]>`
    WITH waiting AS (
      SELECT o.total, o.payment = 'none' AS "isAccept", o.address_key = ANY(${addressKeys}::text[]) AS "isAddress",
        o.person_id = ${personId}::uuid OR o.phone_key = ANY(${phoneKeys}::text[]) AS "isPerson"
      FROM orders o JOIN seller s ON s.id = o.seller_id
      WHERE o.stock = 'held' AND o.phone_key IS NOT NULL AND o.payment IN ('none', 'due', 'proof-sent')
        AND s.village_id = ${villageId}::uuid)
    SELECT coalesce(sum(total) FILTER (WHERE "isPerson" AND "isAccept"), 0) AS pa,
      coalesce(sum(total) FILTER (WHERE "isPerson"), 0) AS pp,
      coalesce(sum(total) FILTER (WHERE "isAddress" AND "isAccept"), 0) AS aa,
      coalesce(sum(total) FILTER (WHERE "isAddress"), 0) AS ap FROM waiting`;
  const sum = (value: bigint | undefined): Fen => fen(Number(value ?? 0n));
  return {
    person: { accept: sum(row?.pa), payment: sum(row?.pp) },
    address: { accept: sum(row?.aa), payment: sum(row?.ap) },
  };
}

/** Whether `more` of a line would pass the newcomers' share of its product; exact while the product's row is locked. */
export async function shareProblem(
  tx: Tx,
  line: CheckoutLine,
  { caps, waitsFor }: Pick<Holding, 'caps' | 'waitsFor'>,
  more: BaseQuantity,
): Promise<NewcomerShareProblem | undefined> {
  for (const kind of countedFor(waitsFor)) {
    const left = (await findShareLeft(tx, line.productId, caps, kind)) - more;
    if (left >= 0) continue;
    const rest = maxQuantity(NO_QUANTITY, baseQuantity(left + line.quantity));
    return { code: 'newcomer-share', waitsFor: kind, line, share: shareCap(caps, kind), left: rest };
  }
  return undefined;
}

/** What newcomers may still have held of a product; nothing where that has no limit. */
export async function newcomersLeft(
  tx: Tx,
  productId: ProductId,
  { caps, waitsFor }: Pick<Holding, 'caps' | 'waitsFor'>,
): Promise<BaseQuantity | undefined> {
  let least: number | undefined;
  for (const kind of countedFor(waitsFor)) {
    if (shareCap(caps, kind) === 100) continue;
    const left = await findShareLeft(tx, productId, caps, kind);
    least = Math.min(least ?? left, left);
  }
  return least === undefined ? undefined : baseQuantity(Math.max(0, least));
}

/** Whether more of a product is held for newcomers than may be; exact while the product's row is locked. */
export async function isPastShare(
  tx: Tx,
  productId: ProductId,
  { caps, waitsFor }: Holding,
): Promise<boolean> {
  for (const kind of countedFor(waitsFor))
    if ((await findShareLeft(tx, productId, caps, kind)) < 0) return true;
  return false;
}

/** What newcomers may still have held so of a product; below zero where more is. */
async function findShareLeft(
  tx: Tx,
  productId: ProductId,
  caps: VillageCaps,
  waitsFor: Waiting,
): Promise<number> {
  const share = shareCap(caps, waitsFor);
  if (share === 100) return Number.MAX_SAFE_INTEGER;
  const counted = waitsFor === 'accept' ? ['none'] : ['none', 'due', 'proof-sent'];
  const [row] = await tx.$queryRaw<{ waiting: bigint; free: number; price: number; per: number }[]>`
    SELECT on_hand - held AS free, price, price_quantity AS per, (
      SELECT coalesce(sum(l.quantity), 0) FROM orders o JOIN order_line l ON l.order_id = o.id
      WHERE o.stock = 'held' AND o.phone_key IS NOT NULL AND o.payment = ANY(${counted}::text[])
        AND l.product_id = p.id AND l.allotted IS DISTINCT FROM 0) AS waiting
    FROM product p WHERE id = ${productId}::uuid`;
  if (!row) return 0;
  const waiting = Number(row.waiting);
  const small = Math.max(row.per, Math.floor((SMALL * row.per) / Math.max(1, row.price)));
  return Math.max(Math.ceil(((row.free + waiting) * share) / 100), small) - waiting;
}

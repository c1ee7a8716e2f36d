import type { ChatId, OfferId, PersonId, ProductId } from '../../../db/ids.ts';
import { enqueue } from '../../../db/outbox/outbox.ts';
import type { TxContext } from '../../../db/work.ts';
import { type BaseQuantity, minQuantity } from '../../values/quantity.ts';
import { isQuiet, personClock, quietEnd, villageZone } from '../audience/quiet-hours.ts';
import { answerOffer, endOffers, findOwnOffer, lockProduct, makeOffer, type Offer } from './offers.ts';

/** Offers and notices of one run: more would hold up replies. The next wave follows after WAVE_MS. */
const WAVE = 20;
const WAVE_MS = 2_000;
/** Somebody who goes on waiting hears of it at most once in this time. */
const TOLD_MS = 20 * 3_600_000;

/** Somebody who goes on waiting, and the place in the queue. */
export interface LeftWaiting {
  readonly personId: PersonId;
  readonly chatId: ChatId;
  readonly wanted: BaseQuantity;
  readonly place: number;
}

/** The queues of those who wait for a product. */
export const waitingQueue = (context: TxContext) => ({
  serve: (productId: ProductId) => serveWaiting(context, productId),
  /** A person's own open offer. */
  offer: (personId: PersonId, id: OfferId) => findOwnOffer(context, personId, id),
  answer: (personId: PersonId, id: OfferId, answer: 'declined' | 'waits-on') =>
    answerOffer(context, personId, id, answer),
});

/** What a run of the queue did: everybody in it is told. */
export interface Served {
  readonly offered: readonly Offer[];
  readonly expired: readonly Offer[];
  /** Those whom the seller's count cost their offer; they keep their place. */
  readonly withdrawn: readonly Offer[];
  readonly left: readonly LeftWaiting[];
  /** How many wait behind the offers. */
  readonly waiting: number;
}

/**
 * Serves those who wait for a product, in the order in which they asked: ends offers whose time is over, and offers what
 * is available, each for as long as `OFFER_MS`. Whoever wants more than is left is offered what there is, unless that is
 * of no use to them; then the next in line is asked. Never more is offered than there is.
 */
async function serveWaiting(context: TxContext, productId: ProductId): Promise<Served> {
  const product = await lockProduct(context, productId);
  const expired = await expireOffers(context, productId);
  const withdrawn = await takeWithdrawn(context, productId);
  const offered = product ? await offerAll(context, productId, product.unit) : [];
  const hasNews = offered.length > 0 || withdrawn.length > 0;
  const left = hasNews ? await takeLeft(context, productId, product?.unit, WAVE - offered.length) : [];
  if (offered.length + left.length >= WAVE)
    await enqueue(context, 'serve-waiting', { product: productId }, later(context, WAVE_MS));
  const waiting = await context.tx.subscription.count({ where: { kind: 'product', targetId: productId } });
  return { offered, expired, withdrawn, left, waiting };
}

const later = ({ now }: TxContext, ms: number): Date => new Date(now.getTime() + ms);

async function expireOffers(context: TxContext, productId: ProductId): Promise<readonly Offer[]> {
  const over = await context.tx.stockOffer.findMany({
    where: { productId, state: 'open', expiresAt: { lte: context.now } },
    select: { id: true },
  });
  return endOffers(
    context,
    productId,
    over.map(({ id }) => id),
    'expired',
  );
}

/** Withdrawn offers of which nobody has been told: they are told now. */
async function takeWithdrawn({ tx }: TxContext, productId: ProductId): Promise<readonly Offer[]> {
  const offers = await tx.stockOffer.findMany({ where: { productId, state: 'withdrawn' } });
  await tx.stockOffer.deleteMany({ where: { id: { in: offers.map(({ id }) => id) } } });
  return offers;
}

async function offerAll(
  context: TxContext,
  productId: ProductId,
  unit: BaseQuantity,
): Promise<readonly Offer[]> {
  const offers: Offer[] = [];
  while (offers.length < WAVE) {
    const available = (await lockProduct(context, productId))?.available;
    if (!available) break;
    const next = await findNext(context, productId, available, unit);
    if (!next) {
      await wakeAfterQuiet(context, productId, available, unit);
      break;
    }
    const quantity = minQuantity(next.wanted, available);
    offers.push(await makeOffer(context, productId, { ...next, quantity }));
  }
  const last = offers.at(-1);
  if (last) await enqueue(context, 'serve-waiting', { product: productId }, last.expiresAt);
  return offers;
}

interface Next {
  readonly subscriptionId: string;
  readonly personId: PersonId;
  readonly chatId: ChatId;
  readonly wanted: BaseQuantity;
  readonly waitingSince: Date;
}

/** The first in line who can use what is available. A part is at least what the price is for. */
async function findNext(
  { tx, now }: TxContext,
  productId: ProductId,
  available: BaseQuantity,
  unit: BaseQuantity,
): Promise<Next | undefined> {
  const [next] = await tx.$queryRaw<Next[]>`
    WITH village AS (${villageZone})
    SELECT s.id AS "subscriptionId", s.person_id AS "personId", s.chat_id AS "chatId",
      coalesce(s.quantity, ${unit}::int) AS wanted, s.created_at AS "waitingSince"
    FROM subscription s JOIN chat ON chat.id = s.chat_id JOIN person ON person.id = s.person_id CROSS JOIN village
      CROSS JOIN LATERAL (${personClock(now)}) AS clock
    WHERE s.kind = 'product' AND s.target_id = ${productId}::uuid AND NOT chat.is_gone AND person.banned_at IS NULL
      AND NOT ${isQuiet}
      AND (coalesce(s.quantity, ${unit}::int) <= ${available}::int OR (NOT s.wants_all AND ${available}::int >= ${unit}::int))
    ORDER BY s.created_at, s.id LIMIT 1`;
  return next;
}

/** Whoever sleeps keeps their place: what is there then is offered when their quiet hours end. */
async function wakeAfterQuiet(
  context: TxContext,
  productId: ProductId,
  available: BaseQuantity,
  unit: BaseQuantity,
): Promise<void> {
  const { tx, now } = context;
  const [row] = await tx.$queryRaw<{ at: Date | null }[]>`
    WITH village AS (${villageZone})
    SELECT min(${quietEnd}) AS at
    FROM subscription s JOIN person ON person.id = s.person_id CROSS JOIN village
      CROSS JOIN LATERAL (${personClock(now)}) AS clock
    WHERE s.kind = 'product' AND s.target_id = ${productId}::uuid AND person.banned_at IS NULL AND ${isQuiet}
      AND (coalesce(s.quantity, ${unit}::int) <= ${available}::int OR (NOT s.wants_all AND ${available}::int >= ${unit}::int))`;
  if (row?.at) await enqueue(context, 'serve-waiting', { product: productId }, row.at);
}

/** The first in line of those who go on waiting and have not heard of it today. */
async function takeLeft(
  { tx, now }: TxContext,
  productId: ProductId,
  unit: BaseQuantity | undefined,
  most: number,
): Promise<readonly LeftWaiting[]> {
  return tx.$queryRaw<LeftWaiting[]>`
    WITH village AS (${villageZone}), queue AS (
      SELECT s.id, s.person_id, s.chat_id, s.quantity, s.told_at, row_number() OVER (ORDER BY s.created_at, s.id) AS place
      FROM subscription s WHERE s.kind = 'product' AND s.target_id = ${productId}::uuid
    ), left_waiting AS (
      SELECT queue.* FROM queue JOIN chat ON chat.id = queue.chat_id JOIN person ON person.id = queue.person_id
        CROSS JOIN village
      CROSS JOIN LATERAL (${personClock(now)}) AS clock
      WHERE NOT chat.is_gone AND person.banned_at IS NULL AND NOT ${isQuiet}
        AND (told_at IS NULL OR told_at <= ${new Date(now.getTime() - TOLD_MS)})
      ORDER BY place LIMIT ${most}
    ), told AS (
      UPDATE subscription s SET told_at = ${now} FROM left_waiting WHERE s.id = left_waiting.id
    )
    SELECT person_id AS "personId", chat_id AS "chatId", coalesce(quantity, ${unit ?? 1}::int) AS wanted, place::int
    FROM left_waiting ORDER BY place`;
}

/** Products with offers whose time is over, for a sweep: their alarm may have been missed. */
export async function findOverdueOffers({ tx, now }: TxContext): Promise<readonly ProductId[]> {
  const rows = await tx.stockOffer.findMany({
    where: { state: 'open', expiresAt: { lte: now } },
    distinct: ['productId'],
    select: { productId: true },
    take: 100,
  });
  return rows.map(({ productId }) => productId);
}

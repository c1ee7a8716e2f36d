import { z } from 'zod';
import { sealedAt } from '../../db/crypto/sealed-columns.ts';
import type { OrderId, PersonId, SellerId } from '../../db/ids.ts';
import type { Outcome, TxContext } from '../../db/work.ts';

/** One line is enough for what a buyer thinks. */
const RATING_CHARS = 200;
const wordsShape = z.object({ words: z.string() });

/** Why an order was not rated: not theirs, not delivered yet, or not one to five stars. */
export type NotRated = 'not-yours' | 'not-delivered' | 'no-such-stars';

export interface Rated {
  readonly orderId: OrderId;
  readonly number: string;
  readonly sellerId: SellerId;
  readonly stars: number;
  readonly words: string;
}

/** What buyers thought of their orders: one to five stars and a line. */
export const ratings = (context: TxContext) => ({
  /** Rates the person's own delivered order; a second rating replaces the first. */
  rate: (personId: PersonId, orderId: OrderId, stars: number) => rate(context, personId, orderId, stars),
  /** Adds the line to the stars. */
  describe: (personId: PersonId, orderId: OrderId, text: string) =>
    describe(context, personId, orderId, text),
  /** How many have rated a seller, and the mean in tenths of a star. */
  ofSeller: (sellerId: SellerId) => ofSeller(context, sellerId),
});

async function rate(
  context: TxContext,
  personId: PersonId,
  orderId: OrderId,
  stars: number,
): Promise<Outcome<Rated, NotRated>> {
  const { tx, now } = context;
  const order = await tx.order.findFirst({ where: { id: orderId, personId }, select: { fulfilment: true } });
  if (!order) return { ok: false, refusal: 'not-yours' };
  if (order.fulfilment !== 'delivered') return { ok: false, refusal: 'not-delivered' };
  if (!(Number.isInteger(stars) && stars >= 1 && stars <= 5)) return { ok: false, refusal: 'no-such-stars' };
  await tx.rating.upsert({
    where: { orderId },
    create: { orderId, stars, at: now },
    update: { stars, at: now },
  });
  return { ok: true, ...(await findRated(context, orderId)) };
}

async function describe(
  context: TxContext,
  personId: PersonId,
  orderId: OrderId,
  text: string,
): Promise<Outcome<Rated, 'not-rated'>> {
  const sealed = context.cipher.encrypt(
    { words: text.slice(0, RATING_CHARS) },
    sealedAt('rating.words', orderId),
  );
  const found = await context.tx.rating.updateMany({
    where: { orderId, order: { personId } },
    data: { words: sealed },
  });
  if (found.count === 0) return { ok: false, refusal: 'not-rated' };
  return { ok: true, ...(await findRated(context, orderId)) };
}

async function findRated({ tx, cipher }: TxContext, orderId: OrderId): Promise<Rated> {
  const row = await tx.rating.findUniqueOrThrow({
    where: { orderId },
    include: { order: { select: { number: true, sellerId: true } } },
  });
  const words = row.words
    ? wordsShape.parse(cipher.decrypt(row.words, sealedAt('rating.words', orderId))).words
    : '';
  return { orderId, stars: row.stars, words, ...row.order };
}

async function ofSeller({ tx }: TxContext, sellerId: SellerId): Promise<{ count: number; tenths: number }> {
  const { _count, _avg } = await tx.rating.aggregate({
    where: { order: { sellerId } },
    _count: true,
    _avg: { stars: true },
  });
  return { count: _count, tenths: Math.round((_avg.stars ?? 0) * 10) };
}

import { z } from 'zod';
import type { Work } from '../../db/work.ts';

/** One line is enough for what a buyer thinks. */
const RATING_CHARS = 200;
const wordsShape = z.object({ words: z.string() });

export interface Rated {
  readonly orderId: string;
  readonly number: string;
  readonly sellerId: string;
  readonly stars: number;
  readonly words: string;
}

/** What buyers thought of their orders: one to five stars and a line. */
export const ratings = (work: Work) => ({
  /** Rates an order of one's own that has arrived; rating it again says it anew. */
  rate: (personId: string, orderId: string, stars: number) => rate(work, personId, orderId, stars),
  /** Adds the line to the stars. */
  describe: (personId: string, orderId: string, words: string) => describe(work, personId, orderId, words),
  /** How many have rated a seller, and the mean in tenths of a star. */
  ofSeller: (sellerId: string) => ofSeller(work, sellerId),
});

async function rate(
  work: Work,
  personId: string,
  orderId: string,
  stars: number,
): Promise<Rated | undefined> {
  const { tx, now } = work;
  const order = await tx.order.findFirst({ where: { id: orderId, personId, fulfilment: 'delivered' } });
  if (!order || !Number.isInteger(stars) || stars < 1 || stars > 5) return undefined;
  await tx.rating.upsert({
    where: { orderId },
    create: { orderId, stars, at: now },
    update: { stars, at: now },
  });
  return ratedOf(work, personId, orderId);
}

async function describe(
  work: Work,
  personId: string,
  orderId: string,
  words: string,
): Promise<Rated | undefined> {
  const sealed = work.seal.seal({ words: words.slice(0, RATING_CHARS) });
  const found = await work.tx.rating.updateMany({
    where: { orderId, order: { personId } },
    data: { words: sealed },
  });
  return found.count === 1 ? ratedOf(work, personId, orderId) : undefined;
}

async function ratedOf({ tx, seal }: Work, personId: string, orderId: string): Promise<Rated | undefined> {
  const row = await tx.rating.findFirst({
    where: { orderId, order: { personId } },
    include: { order: { select: { number: true, sellerId: true } } },
  });
  if (!row) return undefined;
  const words = row.words ? wordsShape.parse(seal.open(row.words)).words : '';
  return { orderId, stars: row.stars, words, ...row.order };
}

async function ofSeller({ tx }: Work, sellerId: string): Promise<{ count: number; tenths: number }> {
  const { _count, _avg } = await tx.rating.aggregate({
    where: { order: { sellerId } },
    _count: true,
    _avg: { stars: true },
  });
  return { count: _count, tenths: Math.round((_avg.stars ?? 0) * 10) };
}

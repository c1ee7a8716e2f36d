import { z } from 'zod';
import type { OrderId, PersonId, SellerId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';

/** One line is enough for what a buyer thinks. */
const RATING_CHARS = 200;
const wordsShape = z.object({ words: z.string() });

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
): Promise<Rated | undefined> {
  const { tx, now } = context;
  const order = await tx.order.findFirst({ where: { id: orderId, personId, fulfilment: 'delivered' } });
  if (!order || !Number.isInteger(stars) || stars < 1 || stars > 5) return undefined;
  await tx.rating.upsert({
    where: { orderId },
    create: { orderId, stars, at: now },
    update: { stars, at: now },
  });
  return findRated(context, personId, orderId);
}

async function describe(
  context: TxContext,
  personId: PersonId,
  orderId: OrderId,
  text: string,
): Promise<Rated | undefined> {
  const sealed = context.cipher.encrypt({ words: text.slice(0, RATING_CHARS) });
  const found = await context.tx.rating.updateMany({
    where: { orderId, order: { personId } },
    data: { words: sealed },
  });
  return found.count === 1 ? findRated(context, personId, orderId) : undefined;
}

async function findRated(
  { tx, cipher }: TxContext,
  personId: PersonId,
  orderId: OrderId,
): Promise<Rated | undefined> {
  const row = await tx.rating.findFirst({
    where: { orderId, order: { personId } },
    include: { order: { select: { number: true, sellerId: true } } },
  });
  if (!row) return undefined;
  const words = row.words ? wordsShape.parse(cipher.decrypt(row.words)).words : '';
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

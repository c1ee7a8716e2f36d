import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OfferId, PersonId, ProductId } from '../../../src/db/ids.ts';
import { OFFER_MS } from '../../../src/shop/notifications/waiting/offers.ts';
import { baseQuantity } from '../../../src/shop/values/quantity.ts';
import { testClock } from '../../support/clock.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import { foundVillage, type Village } from '../../support/village.ts';

const UNIT = 500;

let database: FreshDatabase;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

type Move =
  | { readonly is: 'waits'; readonly units: number }
  | { readonly is: 'counted'; readonly units: number }
  | { readonly is: 'more'; readonly units: number }
  | { readonly is: 'declined' | 'waits-on'; readonly which: number }
  | { readonly is: 'time'; readonly part: number };

const units = fc.integer({ min: 1, max: 40 });
const which = fc.integer({ min: 0, max: 50 });
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 4, arbitrary: units.map((n) => ({ is: 'waits' as const, units: n })) },
  {
    weight: 2,
    arbitrary: fc.integer({ min: 0, max: 60 }).map((n) => ({ is: 'counted' as const, units: n })),
  },
  { weight: 2, arbitrary: units.map((n) => ({ is: 'more' as const, units: n })) },
  { weight: 2, arbitrary: which.map((n) => ({ is: 'declined' as const, which: n })) },
  { weight: 2, arbitrary: which.map((n) => ({ is: 'waits-on' as const, which: n })) },
  { weight: 1, arbitrary: fc.constantFrom(0.5, 1).map((part) => ({ is: 'time' as const, part })) },
);

/** Runs the queue until it has nothing more to do now. */
async function serve(village: Village, product: ProductId): Promise<void> {
  for (let offered = 1; offered > 0; )
    offered = (await village.shop((shop) => shop.waiting.serve(product))).offered.length;
}

async function act(village: Village, product: ProductId, clock: ReturnType<typeof testClock>, one: Move) {
  const { db } = database;
  if (one.is === 'waits') {
    const { person, chat } = await village.person();
    const quantity = baseQuantity(one.units * UNIT);
    await village.shop((shop) => shop.subscriptions.waitFor(person, chat, product, quantity));
  } else if (one.is === 'counted' || one.is === 'more') {
    const mode = one.is === 'counted' ? 'set' : 'add';
    const quantity = baseQuantity(one.units * UNIT);
    await village.shop((shop) => shop.listings.moveStock(village.owner.person, product, { mode, quantity }));
  } else if (one.is === 'time') clock.advance(one.part * OFFER_MS);
  else {
    const open = await db.stockOffer.findMany({ where: { state: 'open' }, orderBy: { id: 'asc' } });
    const offer: { id: OfferId; personId: PersonId } | undefined = open[one.which % Math.max(1, open.length)];
    if (offer) await village.shop((shop) => shop.waiting.answer(offer.personId, offer.id, one.is));
  }
}

it('whatever happens, no more is offered than there is, and nobody is passed over who could use what is left', async () => {
  const { db } = database;
  await fc.assert(
    fc.asyncProperty(fc.array(move, { minLength: 5, maxLength: 25 }), async (moves) => {
      await db.$executeRaw`TRUNCATE person, village, subscription, outbox, stock_offer CASCADE`;
      const clock = testClock();
      const village = await foundVillage(db, clock);
      const product = await village.product('核桃', 0);
      for (const one of moves) {
        clock.advance(1);
        await act(village, product, clock, one);
        const { onHand, held } = await db.product.findUniqueOrThrow({ where: { id: product } });
        const open = await db.stockOffer.findMany({ where: { state: 'open' } });
        expect(open.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(held);
        expect(held).toBeLessThanOrEqual(onHand);
        await serve(village, product);
        await expectFair(product);
      }
    }),
    { numRuns: 25 },
  );
}, 60_000);

/** Nobody who waits could be offered what is left, and nobody has an offer who asked after one that takes parts. */
async function expectFair(product: ProductId): Promise<void> {
  const { db } = database;
  const { onHand, held } = await db.product.findUniqueOrThrow({ where: { id: product } });
  const waiting = await db.subscription.findMany({
    where: { kind: 'product' },
    orderBy: { createdAt: 'asc' },
  });
  const available = onHand - held;
  for (const { quantity, wantsAll } of waiting)
    expect(quantity !== null && quantity > available && (wantsAll || available < UNIT)).toBe(true);
  const open = await db.stockOffer.findMany({ where: { state: 'open' } });
  for (const offer of open)
    for (const { wantsAll, createdAt } of waiting)
      expect(wantsAll || createdAt > offer.waitingSince).toBe(true);
}

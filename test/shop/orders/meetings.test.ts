import { beforeAll, expect, it } from 'vitest';
import { somebodyWaits } from '../../support/lock-wait.ts';
import { openVillage } from '../../support/open-village.ts';
import { actNames, meet, meetEverywhere, type Stage, stages } from '../../support/order-acts.ts';
import { placeOrder } from '../../support/placing.ts';
import { seededRandom } from '../../support/random.ts';
import { takesTransfers } from '../../support/village.ts';

// A sample of what test/storm/meetings.storm.ts does in full. `MEETING_SEED=7 npx vitest run meetings` plays one again.

const SEED = Number(process.env.MEETING_SEED ?? Math.floor(Date.now() / 1_000) % 100_000);
const MEETINGS = 15;
/** So many statements an act has at most, about: beyond the last one there is nothing to meet at. */
const STATEMENTS = 16;

const scene = openVillage();
const { database, clock, village } = scene;

beforeAll(async () => {
  // All of these buyers have one phone and one address.
  await village.trustsNewcomers();
});

it('money that is confirmed while a harvest lowers the order is owed back where it is too much', async () => {
  for (const [first, second] of [
    ['moneyIsThere', 'harvest'],
    ['harvest', 'moneyIsThere'],
  ] as const)
    await meetEverywhere(database.db, clock, village, { stage: 'proven', first, second });
}, 60_000);

it.each([
  { stage: 'held', first: 'acceptAll', second: 'expire' },
  { stage: 'held', first: 'expire', second: 'acceptAll' },
  { stage: 'held', first: 'cancel', second: 'acceptAll' },
  { stage: 'heldCancelled', first: 'restore', second: 'acceptAll' },
  { stage: 'proven', first: 'proofRunsOut', second: 'moneyIsThere' },
  { stage: 'proven', first: 'moneyIsThere', second: 'proofRunsOut' },
  { stage: 'proven', first: 'proof', second: 'proofRunsOut' },
  { stage: 'lapsed', first: 'moneyIsThere', second: 'proof' },
  { stage: 'accepted', first: 'weigh', second: 'noHarvest' },
  { stage: 'accepted', first: 'weigh', second: 'harvest' },
  { stage: 'packing', first: 'weigh', second: 'noHarvest' },
  { stage: 'packing', first: 'harvest', second: 'weigh' },
] as const)(
  '$first meets $second of an order that is $stage, and everything adds up',
  async (meeting) => {
    await meetEverywhere(database.db, clock, village, meeting);
  },
  60_000,
);

it('two refunds of an order that are done at the same moment end it', async () => {
  const meeting = { stage: 'calledOff', first: 'refunded', second: 'refunded' } as const;
  await meetEverywhere(database.db, clock, village, meeting);
}, 60_000);

it(`whatever two people do to one order at once, money and stock add up (MEETING_SEED=${SEED})`, async () => {
  const random = seededRandom(SEED);
  const oneOf = <T>(all: readonly T[]): T => {
    const found = all[Math.floor(random() * all.length)];
    if (found === undefined) throw new Error('nothing to choose from');
    return found;
  };
  const names = Object.keys(stages) as Stage[];
  for (let i = 0; i < MEETINGS; i += 1) {
    const meeting = {
      stage: oneOf(names),
      first: oneOf(actNames),
      second: oneOf(actNames),
      at: Math.floor(random() * STATEMENTS),
    };
    await meet(database.db, clock, village, meeting).catch((cause: unknown) => {
      throw new Error(JSON.stringify(meeting), { cause });
    });
  }
}, 60_000);

it('orders that lapse and a cart with the same goods do not wait for each other', async () => {
  const other = await database.db.seller.create({
    data: { villageId: village.id, name: '赵家', createdAt: clock.now() },
  });
  await takesTransfers(database.db, other.id);
  // Orders follow one another by household, and the second household's goods come first.
  const low = await village.product('红枣', 90_000);
  const high = await village.product('核桃', 90_000);
  await database.db.product.update({ where: { id: low }, data: { sellerId: other.id } });
  const buyer = await village.known();
  await placeOrder(
    scene,
    buyer,
    [
      [high, 1_000],
      [low, 1_000],
    ],
    'transfer',
  );
  clock.advance(3 * 3_600_000);
  const gate = Promise.withResolvers<void>();
  const placing = village.shop(async (_, { tx }) => {
    await tx.$executeRaw`UPDATE product SET held = held + 1000 WHERE id = ${low}::uuid`;
    gate.resolve();
    await somebodyWaits(database.db);
    await tx.$executeRaw`UPDATE product SET held = held + 1000 WHERE id = ${high}::uuid`;
  });
  await gate.promise;
  const letting = village.shop((s) => s.orders.expireDue());
  const ends = await Promise.allSettled([placing, letting]);
  expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { testClock } from '../../support/clock.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import { actNames, meet, type Stage, stages } from '../../support/order-acts.ts';
import { seededRandom } from '../../support/random.ts';
import { foundVillage, type Village } from '../../support/village.ts';

// A sample of what test/storm/meetings.storm.ts does in full. `MEETING_SEED=7 npx vitest run meetings` plays one again.

const SEED = Number(process.env.MEETING_SEED ?? Math.floor(Date.now() / 1_000) % 100_000);
const MEETINGS = 15;
/** So many statements an act has at most, about: beyond the last one there is nothing to meet at. */
const STATEMENTS = 16;

const clock = testClock();
let database: FreshDatabase;
let village: Village;

beforeAll(async () => {
  database = await freshDatabase();
  village = await foundVillage(database.db, clock);
  // All of these buyers have one phone and one address.
  await village.trustsNewcomers();
});
afterAll(() => database.drop());

it('money that is confirmed while a harvest lowers the order is owed back where it is too much', async () => {
  for (const [first, second] of [
    ['moneyIsThere', 'harvest'],
    ['harvest', 'moneyIsThere'],
  ] as const)
    for (
      let at = 0;
      await meet(database.db, clock, village, { stage: 'proven', first, second, at });
      at += 1
    );
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
    for (let at = 0; await meet(database.db, clock, village, { ...meeting, at }); at += 1);
  },
  60_000,
);

it('two refunds of an order that are done at the same moment end it', async () => {
  const meeting = { stage: 'calledOff', first: 'refunded', second: 'refunded' } as const;
  for (let at = 0; await meet(database.db, clock, village, { ...meeting, at }); at += 1);
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
    await expect(meet(database.db, clock, village, meeting), JSON.stringify(meeting)).resolves.toBeTypeOf(
      'boolean',
    );
  }
}, 60_000);

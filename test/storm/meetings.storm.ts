import { afterAll, beforeAll, it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { actNames, meetEverywhere, type Pair, type Stage, stages } from '../support/order-acts.ts';
import { foundVillage, type Village } from '../support/village.ts';

// All pairs of acts on one order, the second at every statement of the first: an hour or more of a slow machine.
// `npm run test:storm -- meetings -t 'is proven'` plays one stage, `-t 'is proven: .* within weigh:'` one act of it.

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

const pieces = (Object.keys(stages) as Stage[]).flatMap((stage) =>
  actNames.map((first) => ({ stage, first })),
);

it.each(pieces)(
  'an order that is $stage: whatever is done within $first: money and stock add up',
  async ({ stage, first }) => {
    for (const second of actNames) await allMeetings({ stage, first, second });
  },
  3_600_000,
);

async function allMeetings(pair: Pair): Promise<void> {
  try {
    await meetEverywhere(database.db, clock, village, pair);
  } catch (error) {
    throw new Error(`${pair.stage}: ${pair.second} within ${pair.first}`, { cause: error });
  }
}

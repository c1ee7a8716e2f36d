import { afterAll, beforeAll, beforeEach } from 'vitest';
import { type TestClock, testClock } from './clock.ts';
import { type FreshDatabase, freshDatabase } from './database.ts';
import { foundVillage, type Village } from './village.ts';
import { whatIsNow } from './what-is-now.ts';

/** What the tests of a file about the shop find. */
export interface VillageScene {
  readonly database: FreshDatabase;
  readonly clock: TestClock;
  readonly village: Village;
}

/** A village on a database of its own, for all tests of a file. */
export function openVillage(): VillageScene {
  const clock = testClock();
  let database: FreshDatabase;
  let village: Village;
  beforeAll(async () => {
    database = await freshDatabase();
    village = await foundVillage(database.db, clock);
  });
  afterAll(() => database.drop());
  return { database: whatIsNow(() => database), clock, village: whatIsNow(() => village) };
}

/** … and a village and a clock that are new for each test, on tables that are empty but for them. */
export function openVillageForEach(): VillageScene {
  let database: FreshDatabase;
  let clock: TestClock;
  let village: Village;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  beforeEach(async () => {
    await database.db.$executeRaw`TRUNCATE person, village, alert, subscription, outbox CASCADE`;
    clock = testClock();
    village = await foundVillage(database.db, clock);
  });
  afterAll(() => database.drop());
  return {
    database: whatIsNow(() => database),
    clock: whatIsNow(() => clock),
    village: whatIsNow(() => village),
  };
}

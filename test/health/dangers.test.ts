import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCipher } from '../../src/db/crypto/cipher.ts';
import { inTransaction } from '../../src/db/work.ts';
import { findDangers } from '../../src/health/dangers.ts';
import { readFigures } from '../../src/health/figures.ts';
import { recordDangers } from '../../src/health/warnings.ts';
import { testClock } from '../support/clock.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';

describe('the figures of a shop', () => {
  let database: FreshDatabase;
  const clock = testClock();
  const look = async () => findDangers(await readFigures({ db: database.db, clock }));

  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.drop());

  it('are well where nothing waits, and tell how long the oldest event has waited', async () => {
    expect(await look()).toEqual([]);
    const { db } = database;
    const { id } = await db.inbox.create({
      data: {
        ...{ channel: 'web-buyer', address: 'a', key: 'k', seq: 1n, at: clock.now() },
        sealed: new Uint8Array(1),
      },
    });
    clock.advance(60_000);
    expect(await look()).toEqual([]);
    clock.advance(1_000);
    expect(await look()).toEqual([{ name: 'events-wait', value: 61 }]);
    await db.inbox.delete({ where: { id } });
    expect(await look()).toEqual([]);
  });

  it('tell of each danger once, and once that it is over', async () => {
    const record = (...names: ('jobs-failed' | 'work-waits')[]) =>
      inTransaction({ db: database.db, cipher: createCipher(new Uint8Array(32)), clock }, (context) =>
        recordDangers(
          context,
          names.map((name) => ({ name, value: 1 })),
        ),
      );
    expect(await record('jobs-failed')).toEqual({ begun: [{ name: 'jobs-failed', value: 1 }], over: [] });
    expect(await record('jobs-failed', 'work-waits')).toEqual({
      begun: [{ name: 'work-waits', value: 1 }],
      over: [],
    });
    expect(await record('work-waits')).toEqual({ begun: [], over: ['jobs-failed'] });
    expect(await record()).toEqual({ begun: [], over: ['work-waits'] });
    expect(await record()).toEqual({ begun: [], over: [] });
  });
});

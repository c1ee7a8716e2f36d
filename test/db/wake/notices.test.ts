import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../../src/db/client/client.ts';
import { endStreams } from '../../../src/db/client/end-streams.ts';
import { newId, type PersonId, type ProductId } from '../../../src/db/ids.ts';
import { enqueue } from '../../../src/db/outbox/outbox.ts';
import type { Note } from '../../../src/db/wake/wake.ts';
import { type AppContext, inSavepoint, inTransaction } from '../../../src/db/work.ts';
import { testClock } from '../../support/clock.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import { testSeal } from '../../support/village.ts';

describe('what a process is told of its own notifications', () => {
  let database: FreshDatabase;
  let db: Database;
  let context: AppContext;
  const told: Note[] = [];

  beforeAll(async () => {
    database = await freshDatabase();
    db = await openDatabase(database.url, {
      poolSize: 2,
      isPooled: true,
      onNotes: (notes) => told.push(...notes),
    });
    context = { db, cipher: testSeal, clock: testClock() };
  });
  beforeEach(() => void told.splice(0));
  afterAll(async () => {
    await db.$disconnect();
    await database.drop();
  });

  const record = (within: Parameters<typeof enqueue>[0]) =>
    enqueue(within, 'serve-waiting', { product: newId<ProductId>() });
  const channels = () => told.map(({ channel }) => channel);

  it('comes with the commit, and from triggers too', async () => {
    await inTransaction(context, async (within) => {
      await record(within);
      await within.tx.$executeRaw`UPDATE village SET name = name`;
      expect(told).toEqual([]);
    });
    expect(channels()).toEqual(['walnut_outbox', 'walnut_facts']);
  });

  it('comes also of a statement by itself', async () => {
    await db.$executeRaw`UPDATE village SET name = name`;
    await expect.poll(channels).toEqual(['walnut_facts']);
  });

  it('does not come of what was rolled back, and comes of what follows on that connection', async () => {
    const failed = inTransaction(context, async (within) => {
      await record(within);
      throw new Error('broken off');
    });
    await expect(failed).rejects.toThrow('broken off');
    await expect(db.$executeRaw`SELECT tell_processes('walnut_outbox', ''), 1 / 0`).rejects.toThrow();
    for (let n = 0; n < 4; n += 1) await endStreams(db, newId<PersonId>());
    expect(told).toEqual([]);
    await inTransaction(context, record);
    expect(channels()).toEqual(['walnut_outbox']);
  });

  it('comes of a transaction in which a savepoint was undone', async () => {
    await inTransaction(context, async (within) => {
      await record(within);
      await inSavepoint(within, async (inner, refuse) => {
        await inner.tx.$executeRaw`SELECT 1`;
        return refuse('no');
      });
    });
    expect(channels()).toEqual(['walnut_outbox']);
  });
});

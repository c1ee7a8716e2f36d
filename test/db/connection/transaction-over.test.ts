import { expect, it } from 'vitest';
import { openDatabase, type Tx } from '../../../src/db/client/client.ts';
import { statement, text } from '../../../src/db/connection/statement.ts';
import { freshDatabase } from '../../support/database.ts';

const add = statement('test-add', [text()], {}, `INSERT INTO danger (name, since) VALUES ($1, now())`);

async function untilOver(tx: Tx): Promise<void> {
  for (;;)
    try {
      await tx.danger.count();
    } catch {
      return;
    }
}

it('what goes on after its transaction was ended for lack of time writes nothing by itself', async () => {
  await using database = await freshDatabase();
  const db = await openDatabase(database.url, { poolSize: 1, transactionMs: 60 });
  const faults: unknown[] = [];
  const keep = (error: unknown) => void faults.push(error);
  await db
    .$transaction(async (tx) => {
      await tx.danger.create({ data: { name: 'in time', since: new Date() } });
      await untilOver(tx);
      await tx.$prepared(add, 'late').catch(keep);
      await tx.$last(add, 'last').catch(keep);
    })
    .catch(keep);
  expect(await db.danger.findMany()).toEqual([]);
  expect(faults).toMatchObject([{ code: 'P2028' }, { code: 'P2028' }, { code: 'P2028' }]);
  await db.$disconnect();
});

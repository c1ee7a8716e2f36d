import { expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { lookAtDatabase } from '../../src/doctor/database.ts';
import { freshDatabase } from '../support/database.ts';
import { startProcess } from '../support/process.ts';
import { newBuyer, sellerOfWalnuts, withCard } from '../support/stall.ts';
import { startWalnut } from '../support/walnut.ts';

const SECRET_KEY = Buffer.alloc(32, 7).toString('base64');

function pooled(url: string): string {
  const through = new URL(url);
  through.port = process.env.POOLER_PORT ?? '';
  return through.href;
}

it('a pooler that loses notifications is refused in one line, by the start and by the doctor', async () => {
  await using database = await freshDatabase();
  const settings = { DATABASE_URL: pooled(database.url), SECRET_KEY, PORT: '0' };
  await expect(startProcess(settings)).rejects.toThrow('Set DATABASE_DIRECT_URL');
  await expect(lookAtDatabase(readConfig(settings))).rejects.toThrow('Set DATABASE_DIRECT_URL');
});

it('the doctor says that turns go through a pooler', async () => {
  await using database = await freshDatabase();
  const { database: seen } = await lookAtDatabase(
    readConfig({ DATABASE_URL: pooled(database.url), DATABASE_DIRECT_URL: database.url, SECRET_KEY }),
  );
  expect(seen).toMatchObject({ is: 'fine', said: expect.stringContaining('turns go through a pooler') });
});

it('the key is not changed through a pooler: one line says what is needed', async () => {
  await using database = await freshDatabase();
  const { REDIS_URL = '' } = process.env;
  const settings = { DATABASE_URL: pooled(database.url), REDIS_URL, SECRET_KEY };
  const refused = await startProcess(settings, ['rotate-key']).catch(String);
  expect(String(refused).trim().split('\n').slice(1)).toEqual([
    expect.stringContaining('The key cannot be changed through a pooler: set DATABASE_DIRECT_URL'),
  ]);
});

it('where there is no way past the pooler, notifications go through Redis, and nobody waits for a sweep', async () => {
  const walnut = await startWalnut({ settings: { DATABASE_DIRECT_URL: '' } });
  try {
    const seller = await sellerOfWalnuts(walnut);
    const buyer = await withCard(await newBuyer(walnut));
    await buyer.taps('✅ Confirm ¥15');
    await buyer.waitsFor('Ordered');
    await seller.waitsFor('A-', { within: 10_000 });
    // The picture of the goods is fetched by a job, which the relay is told of: a sweep comes only after 15 s.
    expect(
      await walnut.database.db.outbox.count({ where: { relayedAt: null, dueAt: { lte: new Date() } } }),
    ).toBe(0);
    const { database: seen } = await lookAtDatabase(readConfig(walnut.settings));
    expect(seen).toMatchObject({ is: 'fine', said: expect.stringContaining('which go through Redis') });
  } finally {
    await walnut.stop();
  }
});

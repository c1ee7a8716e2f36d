import { expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { lookAtDatabase } from '../../src/doctor/database.ts';
import { freshDatabase } from '../support/database.ts';
import { startProcess } from '../support/process.ts';

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

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, expect, it } from 'vitest';
import { newBuyer } from '../support/stall.ts';
import { startWalnut, type Walnut } from '../support/walnut.ts';

let walnut: Walnut;
afterEach(() => walnut.stop());

it('a process that knows the village by heart hears of its new name from the process that gave it', async () => {
  walnut = await startWalnut();
  const buyer = await newBuyer(walnut);
  const { slug } = await walnut.database.db.village.findFirstOrThrow();
  const env = { PATH: process.env.PATH ?? '', ...walnut.settings };
  const renaming = spawn(
    process.execPath,
    ['src/start.js', 'village', '岭头', '--rename', '岭头新村', '--name-en', 'New Lingtou'],
    { env },
  );
  expect(await once(renaming, 'exit')).toEqual([0, null]);
  expect(await walnut.database.db.village.findFirstOrThrow()).toMatchObject({ slug, nameEn: 'New Lingtou' });
  await expect
    .poll(async () => {
      buyer.says('/start');
      await walnut.app.engine.idle();
      return buyer.heard().some(({ text }) => text.includes('Welcome to New Lingtou'));
    })
    .toBe(true);
}, 60_000);

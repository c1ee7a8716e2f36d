import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode, Fault, folderFault } from '../fault.ts';
import { POSTGRES_MAJOR } from './binaries.ts';
import { otherMajorAdvice } from './other-major.ts';
import { changeOwner, type Place } from './place.ts';
import { runProgram } from './program.ts';
import { isAlive } from './server.ts';

/** The one role of the embedded cluster. */
export const ROLE = 'walnut';

/** The database that `initdb` makes. One of our own would cost a tenth of the first start and a quarter of each backup. */
export const DATABASE = 'postgres';

/** The file in DATA_DIR that holds the cluster's password. */
export const PASSWORD_FILE = 'postgres.password';

/**
 * Where LC_CTYPE is not UTF-8, PostgreSQL takes Chinese characters for noise: `length` counts bytes and trigrams come
 * out empty. The C.UTF-8 of the C library exists on Linux; elsewhere PostgreSQL brings a C.UTF-8 of its own.
 */
function localeArguments(): string[] {
  if (process.platform === 'linux') return ['--locale=C.UTF-8'];
  const builtin = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  return process.platform === 'darwin' ? [...builtin, '--lc-ctype=UTF-8'] : builtin;
}

/** Makes the cluster if there is none, refuses one of another major version, and answers its password. */
export async function prepareCluster(place: Place, binaries: string, isDurable: boolean): Promise<string> {
  try {
    const password = await keepPassword(place);
    if (!existsSync(join(place.cluster, 'PG_VERSION')))
      await initialise(place, binaries, isDurable, password);
    await checkVersion(place.cluster);
    return password;
  } catch (cause) {
    throw folderFault(place.home, cause);
  }
}

/** Throws a fault when `cluster` was made by another major version of PostgreSQL than ours. */
export async function checkVersion(cluster: string): Promise<void> {
  const major = (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim();
  if (major === POSTGRES_MAJOR) return;
  throw new Fault('other-version', otherMajorAdvice(cluster, major));
}

/** Reads the password, or makes it. Of two processes that make one at once, the first wins and both use its own. */
async function keepPassword({ dataDir }: Place): Promise<string> {
  const file = join(dataDir, PASSWORD_FILE);
  const made = `${file}.${randomUUID()}`;
  if (!existsSync(file)) {
    await writeFile(made, randomBytes(24).toString('base64url'), { mode: 0o600 });
    await link(made, file).catch(ignore('EEXIST'));
    await rm(made);
  }
  return (await readFile(file, 'utf8')).trim();
}

/** `initdb` works in a folder of its own, which is renamed when it is complete: no process sees half a cluster. */
async function initialise(
  place: Place,
  binaries: string,
  isDurable: boolean,
  password: string,
): Promise<void> {
  await removeLeftovers(place.home);
  const half = join(place.home, `postgres.new-${process.pid}-${randomUUID()}`);
  try {
    await mkdir(half, { mode: 0o700 });
    changeOwner(place.account, half);
    await initdb(place, binaries, isDurable, half, password);
    await rename(half, place.cluster).catch(ignore('ENOTEMPTY', 'EEXIST'));
  } finally {
    await rm(half, { recursive: true, force: true });
  }
}

async function initdb(place: Place, binaries: string, isDurable: boolean, half: string, password: string) {
  const passwordFile = `${half}.password`;
  try {
    await writeFile(passwordFile, password, { mode: 0o600 });
    changeOwner(place.account, passwordFile);
    const args = [
      ...['-D', half, `--username=${ROLE}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'],
      ...['--encoding=UTF8', ...localeArguments(), '--no-instructions', ...(isDurable ? [] : ['--no-sync'])],
    ];
    const { code, output } = await runProgram(join(binaries, 'initdb'), args, {
      account: place.account,
      cwd: place.home,
    });
    if (code !== 0) throw new Error(failureReason(output));
    await chmod(half, 0o700);
  } finally {
    await rm(passwordFile, { force: true });
  }
}

/** The line of a PostgreSQL tool's output that names the reason, best first. */
function failureReason(output: string): string {
  const lines = output.trim().split('\n');
  const found =
    lines.find((line) => /No space left|Permission denied/.test(line)) ??
    lines.find((line) => /error|FATAL/.test(line));
  return found ?? lines.at(-1) ?? 'initdb failed without a word';
}

/** Removes what an `initdb` that was killed half-way left behind. */
async function removeLeftovers(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    const pid = /^postgres\.new-(\d+)/.exec(name)?.[1];
    if (pid && !isAlive(Number(pid))) await rm(join(home, name), { recursive: true, force: true });
  }
}

function ignore(...codes: string[]): (error: unknown) => void {
  return (error) => {
    if (!codes.includes(errorCode(error))) throw error;
  };
}

import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, openSync, renameSync, statSync } from 'node:fs';
import { link, readFile, rename, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { errorCode, Fault } from '../fault.ts';
import { changeOwner, type Place } from './place.ts';
import { runProgram } from './program.ts';

/** Settings of a server on a small machine. */
export interface ServerSettings {
  /** False only for tests: a power cut may then lose or break the data. */
  readonly isDurable: boolean;
  readonly maxConnections: number;
}

/** What `postmaster.pid` says about the server that runs, or ran, in a cluster. */
export interface Running {
  readonly pid: number;
  /** Undefined for the moment before the server listens. */
  readonly port: number | undefined;
}

/** The last checkpoint of a busy shop on a slow disk takes some seconds. */
const STOP_MS = 60_000;
const POLL_MS = 15;
const LOG_FILE = 'server.log';
const LOG_BYTES = 1_000_000;
const execute = promisify(execFile);

/** Whether a process with this id lives. A process of another user does too. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** Reads `postmaster.pid`; its lines are: pid, folder, start time, port, … (PostgreSQL's pidfile.h). */
export async function readRunning(cluster: string): Promise<Running | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const [pid, , , port] = text.split('\n').map(Number);
  return pid ? { pid, port: port || undefined } : undefined;
}

/**
 * Whether `pid` is the server of this cluster. After a crash or in a fresh container the number in `postmaster.pid` may
 * belong to any other program, which PostgreSQL would take for a server and refuse to start, for ever.
 */
export async function isServerFor(cluster: string, pid: number): Promise<boolean> {
  if (!isAlive(pid)) return false;
  const line = await commandLine(pid);
  return line === undefined || (line.includes('postgres') && line.includes(cluster));
}

async function commandLine(pid: number): Promise<string | undefined> {
  try {
    if (process.platform === 'linux') return await readFile(`/proc/${pid}/cmdline`, 'utf8');
    if (process.platform === 'win32') return undefined;
    return (await execute('ps', ['-ww', '-o', 'command=', '-p', String(pid)])).stdout;
  } catch {
    return undefined;
  }
}

/**
 * Takes a `postmaster.pid` that names a stranger out of the way, and puts it back if a server has just written a new one.
 * PostgreSQL still looks at its shared memory before it starts, so two servers never share a cluster.
 */
export async function removePidFile(cluster: string, stranger: Running): Promise<void> {
  const file = join(cluster, 'postmaster.pid');
  const aside = `${file}.${randomUUID()}`;
  try {
    await rename(file, aside);
    const pid = Number.parseInt(await readFile(aside, 'utf8'), 10);
    if (pid !== stranger.pid) await link(aside, file);
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes(errorCode(error))) throw error;
  } finally {
    await rm(aside, { force: true });
  }
}

/** Starts the server and waits until it answers. Returns PostgreSQL's message when it did not start. */
export async function startServer(
  place: Place,
  binaries: string,
  settings: ServerSettings,
  port: number,
): Promise<string | undefined> {
  const log = openLog(place);
  const begin = statSync(log).size;
  const args = [
    'start',
    '-w',
    '-t',
    '60',
    '-s',
    '-D',
    place.cluster,
    '-l',
    log,
    '-o',
    serverOptions(place.cluster, settings, port),
  ];
  const { code } = await runProgram(join(binaries, 'pg_ctl'), args, {
    account: place.account,
    cwd: place.home,
    isQuiet: true,
  });
  if (code === 0) return undefined;
  return failureReason((await readFile(log)).subarray(begin).toString());
}

/**
 * Stops the server: open transactions are rolled back, committed work is on disk when this returns. `pg_ctl` would wait
 * for any server of the cluster to end, also for the one that another process starts right after this one.
 */
export async function stopServer(place: Place, binaries: string): Promise<void> {
  const stopping = await readRunning(place.cluster);
  const args = ['stop', '-W', '-s', '-m', 'fast', '-D', place.cluster];
  const { output } = await runProgram(join(binaries, 'pg_ctl'), args, {
    account: place.account,
    cwd: place.home,
  });
  const giveUp = Date.now() + STOP_MS;
  while (stopping && (await isThere(place.cluster, stopping))) {
    if (Date.now() > giveUp)
      throw new Fault('start', `PostgreSQL in ${place.cluster} does not stop: ${output.trim()}`);
    await pause(POLL_MS);
  }
}

async function isThere(cluster: string, { pid }: Running): Promise<boolean> {
  return isAlive(pid) && (await readRunning(cluster))?.pid === pid;
}

/** `preferred` if nobody listens there, else a free port. */
export async function choosePort(preferred: number | undefined): Promise<number> {
  return (preferred && (await tryPort(preferred))) || (await tryPort(0)) || 0;
}

/** The port if nobody listens there; 0 stands for any. */
export async function tryPort(port: number): Promise<number | undefined> {
  const { promise, resolve } = Promise.withResolvers<number | undefined>();
  const server = createServer();
  server.once('error', () => resolve(undefined));
  server.listen(port, '127.0.0.1', () => {
    const address = server.address();
    server.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
  });
  return promise;
}

/**
 * The settings go with every start, so that a new release's settings take effect. Errors are not logged and details of
 * log lines are left out: both quote rows, and rows hold what people told us.
 */
function serverOptions(cluster: string, { isDurable, maxConnections }: ServerSettings, port: number): string {
  const settings: Record<string, string | number> = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: socketFolder(cluster, port) ?? '',
    unix_socket_permissions: '0700',
    max_connections: maxConnections,
    shared_buffers: '128MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    lc_messages: 'C',
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    ...(!isDurable && { fsync: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(settings)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(' ');
}

/** The longest path of a Unix socket that every system takes. */
const SOCKET_BYTES = 100;

/** The folder of the server's Unix socket, which costs less than TCP; none on Windows and where its path is too long. */
export function socketFolder(cluster: string, port: number): string | undefined {
  const path = join(cluster, `.s.PGSQL.${port}`);
  // pg_ctl takes the settings as one line for a shell.
  const isPlain = /^[\w./-]+$/.test(path);
  return process.platform !== 'win32' && isPlain && Buffer.byteLength(path) <= SOCKET_BYTES
    ? cluster
    : undefined;
}

function openLog({ cluster, account }: Place): string {
  const log = join(cluster, LOG_FILE);
  if (existsSync(log) && statSync(log).size > LOG_BYTES) renameSync(log, `${log}.old`);
  closeSync(openSync(log, 'a', 0o600));
  changeOwner(account, log);
  return log;
}

function failureReason(log: string): string {
  const lines = log.split('\n').filter((line) => /FATAL|PANIC|could not/.test(line));
  const line =
    lines.find((each) => /could not bind|No space left/.test(each)) ?? lines.at(-1) ?? 'it said nothing';
  return line.replace(/^.*?(FATAL|PANIC|LOG|WARNING|HINT):\s+/, '');
}

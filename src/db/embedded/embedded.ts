import { setTimeout as pause } from 'node:timers/promises';
import { persist } from '../../async/persist.ts';
import { folderFault, oneLine } from '../fault.ts';
import { findBinaries } from './binaries.ts';
import { DATABASE, prepareCluster, ROLE } from './cluster.ts';
import { isLastToLeave, type Lease, tryLease } from './lease.ts';
import { findPlace, type Place, SYSTEM_DIR } from './place.ts';
import {
  choosePort,
  isAlive,
  isServerFor,
  readRunning,
  removePidFile,
  type ServerSettings,
  socketFolder,
  startServer,
  stopServer,
  tryPort,
} from './server.ts';

/** A PostgreSQL server that came with Walnut, shared by all processes that opened the same folder. */
export interface Embedded {
  /** The connection string of Walnut's database on it. It holds the password. */
  readonly url: string;
  /** … by the server's Unix socket, where it has one: what this machine's processes should use. */
  readonly socketUrl: string;
  /** PostgreSQL's own data directory. */
  readonly cluster: string;
  /** Leaves, and stops the server if nobody else uses it. True when it was stopped. May be called again. */
  stop(): Promise<boolean>;
}

export interface EmbeddedOptions extends Partial<ServerSettings> {
  /** Called with one line for the terminal: where the data is, that the server came back. */
  readonly notice?: (line: string) => void;
  /** Called when the server has been asked to start: until it answers it needs nothing of this process. */
  readonly asked?: () => void;
  /** Instead of `SYSTEM_DIR`. */
  readonly systemDir?: string;
}

interface Opened {
  readonly place: Place;
  readonly binaries: string;
  readonly settings: ServerSettings;
  readonly password: string;
  readonly notice: (line: string) => void;
  readonly asked: () => void;
}

/** How long a server may take to come up or go down; recovery after a power cut is the slow case. */
const SERVER_MS = 120_000;
const POLL_MS = 25;

/** A start that failed for no passing reason may still have met another process's stop; three in a row have not. */
const TRIES = 3;

/**
 * Opens the database that lives in `dataDir`: joins the server that runs there, or starts it, or makes it first. What an
 * earlier process left behind by dying is put right on the way. Throws a `Fault` of one line when it cannot.
 */
export async function openEmbedded(dataDir: string, options: EmbeddedOptions = {}): Promise<Embedded> {
  const { notice = () => {}, asked = () => {}, systemDir = SYSTEM_DIR } = options;
  const { isDurable = true, maxConnections = 100 } = options;
  const place = await findPlace(dataDir, systemDir);
  if (place.home !== place.dataDir) notice(`PostgreSQL may not run as root: the data is in ${place.home}.`);
  const binaries = await findBinaries(systemDir, place.account);
  const password = await prepareCluster(place, binaries, isDurable);
  const opened = { place, binaries, settings: { isDurable, maxConnections }, password, notice, asked };
  return keep(opened, await join(opened));
}

/**
 * As `openEmbedded`, and answers as soon as the server has been asked to start, so that meanwhile something else can be done.
 * Whoever awaits `opened` hears what kept it from opening.
 */
export async function beginEmbedded(
  dataDir: string,
  options: EmbeddedOptions = {},
): Promise<{ readonly opened: Promise<Embedded> }> {
  const { promise: asked, resolve } = Promise.withResolvers<void>();
  const opened = openEmbedded(dataDir, { ...options, asked: resolve });
  await Promise.race([asked, opened]).catch(() => {});
  return { opened };
}

/** Keeps the server running until `stop`: restarts it on the same port when it dies (out of memory, kill -9). */
function keep(opened: Opened, first: Lease): Embedded {
  const leaving = new AbortController();
  let lease: Promise<Lease | undefined> = Promise.resolve(first);
  const watch = (held: Lease): Lease => {
    held.client.once('end', () => {
      if (!leaving.signal.aborted) lease = rejoin(opened, held.port, leaving.signal, watch);
    });
    return held;
  };
  const leave = async (): Promise<boolean> => {
    leaving.abort();
    const held = (await lease) ?? (await findLost(opened));
    return held ? leaveServer(opened, held) : false;
  };
  let left: Promise<boolean> | undefined;
  watch(first);
  const socket = socketFolder(opened.place.cluster, first.port);
  const at = (host: string) => `postgresql://${ROLE}:${opened.password}@${host}:${first.port}/${DATABASE}`;
  return {
    url: at('127.0.0.1'),
    socketUrl: at(socket === undefined ? '127.0.0.1' : encodeURIComponent(socket)),
    cluster: opened.place.cluster,
    stop: () => (left ??= leave()),
  };
}

/** Retries until the server runs again. Each obstacle is reported once; it may be removed meanwhile. */
async function rejoin(
  opened: Opened,
  port: number,
  leaving: AbortSignal,
  watch: (lease: Lease) => Lease,
): Promise<Lease | undefined> {
  const reported = new Set<string>();
  const report = (line: string): void => {
    if (!reported.has(line)) opened.notice(line);
    reported.add(line);
  };
  report('PostgreSQL went away; starting it again.');
  const attempt = () => join(opened, port, leaving).then(watch);
  const lease = await persist(attempt, leaving, (error) => report(oneLine(error)));
  if (lease) report('PostgreSQL is back.');
  return lease;
}

/** Finds a lost server that runs again or is starting, because no other process may be left to stop it. */
async function findLost(opened: Opened): Promise<Lease | undefined> {
  for (const giveUp = Date.now() + SERVER_MS; Date.now() < giveUp; await pause(POLL_MS)) {
    const lease = await adopt(opened);
    if (lease === 'nobody') return undefined;
    if (lease !== 'busy') return lease;
  }
  return undefined;
}

/** Whether no process uses the database of `place`. A server that a killed process left behind is stopped on the way. */
export async function isFree({ cluster, dataDir }: Place, options: EmbeddedOptions): Promise<boolean> {
  const running = await readRunning(cluster);
  if (!running || !(await isServerFor(cluster, running.pid))) return true;
  return (await openEmbedded(dataDir, options)).stop();
}

async function leaveServer({ place, binaries }: Opened, lease: Lease): Promise<boolean> {
  try {
    // A session that is already gone means that the server is, or is going.
    const isLast = await isLastToLeave(lease).catch(() => false);
    if (isLast) await stopServer(place, binaries);
    return isLast;
  } finally {
    await lease.client.end().catch(() => {});
  }
}

/**
 * Joins the running server or starts one, on `port` alone if that is given. Each round looks again, for other processes
 * may do the same.
 */
async function join(opened: Opened, port?: number, leaving?: AbortSignal): Promise<Lease> {
  const giveUp = Date.now() + SERVER_MS;
  let obstacle = 'it neither answers nor ends';
  let failures = 0;
  while (Date.now() < giveUp && failures < TRIES && !leaving?.aborted) {
    const lease = await adopt(opened);
    if (typeof lease === 'object') return lease;
    const reason = lease === 'nobody' ? await start(opened, port) : undefined;
    if (reason && !PASSING.test(reason)) failures += 1;
    obstacle = reason ?? obstacle;
    await pause(POLL_MS);
  }
  throw folderFault(opened.place.cluster, new Error(obstacle));
}

async function adopt({ place, password }: Opened): Promise<Lease | 'busy' | 'nobody'> {
  const running = await readRunning(place.cluster);
  if (!running || !(await isServerFor(place.cluster, running.pid))) return 'nobody';
  const attempt = running.port ? await tryLease(place.cluster, running.port, password) : 'busy';
  return attempt === 'nobody' ? 'busy' : attempt;
}

/** Passing obstacles: another process was faster, a dead server's last children still end, the port was taken. */
const PASSING = /lock file .* already exists|shared memory block|could not bind|could not create any TCP/;

/** Starts the server; answers what kept it from starting, if anything did. */
async function start(
  { place, binaries, settings, asked }: Opened,
  port: number | undefined,
): Promise<string | undefined> {
  try {
    const stale = await readRunning(place.cluster);
    const isStranger = stale && isAlive(stale.pid) && !(await isServerFor(place.cluster, stale.pid));
    if (isStranger) await removePidFile(place.cluster, stale);
    const free = await (port ? tryPort(port) : choosePort(stale?.port));
    if (!free) return `could not bind port ${port}`;
    const starting = startServer(place, binaries, settings, free);
    asked();
    return await starting;
  } catch (cause) {
    throw folderFault(place.cluster, cause);
  }
}

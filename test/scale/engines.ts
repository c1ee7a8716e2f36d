import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { withConnection } from '../../src/db/connection/connection.ts';
import { freePort } from '../support/free-port.ts';

/** A program that a test started, and its folder. */
export interface Engine {
  readonly port: number;
  stop(): Promise<void>;
}

/** PgBouncer in transaction mode before the PostgreSQL server of `url`, for all its databases. */
export async function startPgBouncer(url: string): Promise<Engine> {
  const { port: serverPort, username, password } = new URL(url);
  const port = await freePort();
  const folder = openFolder('pgbouncer');
  const file = join(folder, 'pgbouncer.ini');
  writeFileSync(
    file,
    `[databases]
* = host=127.0.0.1 port=${serverPort} user=${username} password=${decodeURIComponent(password)}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
max_client_conn = 1000
default_pool_size = 20
`,
  );
  // It refuses to run as root.
  const asNobody = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
  const engine = started('pgbouncer', ['-q', ...asNobody, file], port, folder);
  const pooled = new URL(url);
  pooled.port = String(port);
  await untilWorks(() => withConnection(pooled.href, (client) => client.query('SELECT 1')));
  return engine;
}

/** A Redis Cluster of three nodes; `port` is the first one's. */
export async function startRedisCluster(): Promise<Engine> {
  const folder = openFolder('redis-cluster');
  const nodes: Engine[] = [];
  for (let at = 0; at < 3; at += 1) nodes.push(await startNode(join(folder, String(at))));
  const addresses = nodes.map(({ port }) => `127.0.0.1:${port}`);
  await untilWorks(async () => {
    const made = spawnSync('redis-cli', ['--cluster', 'create', ...addresses, '--cluster-yes'], {
      encoding: 'utf8',
    });
    if (made.status !== 0) throw new Error(`${made.stdout}${made.stderr}`);
  });
  const port = nodes[0]?.port ?? 0;
  await untilWorks(async () => {
    const { stdout } = spawnSync('redis-cli', ['-p', String(port), 'cluster', 'info'], { encoding: 'utf8' });
    if (!stdout.includes('cluster_state:ok')) throw new Error(stdout);
  });
  return {
    port,
    async stop() {
      await Promise.all(nodes.map((node) => node.stop()));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A node also listens 10,000 ports higher, for the others. */
const HIGHEST_PORT = 55_535;

async function startNode(folder: string): Promise<Engine> {
  let port = await freePort();
  while (port > HIGHEST_PORT) port = await freePort();
  mkdirSync(folder);
  const memoryOnly = ['--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction'];
  const cluster = ['--cluster-enabled', 'yes', '--cluster-node-timeout', '2000'];
  const place = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder];
  const node = started('redis-server', [...place, ...memoryOnly, ...cluster], port, folder);
  await untilWorks(async () => {
    const { stdout } = spawnSync('redis-cli', ['-p', String(port), 'ping'], { encoding: 'utf8' });
    if (!stdout.includes('PONG')) throw new Error(`redis-server does not answer at ${port}`);
  });
  return node;
}

/** Others than the one who runs the test must be able to read it. */
function openFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `walnut-${name}-`));
  chmodSync(folder, 0o755);
  return folder;
}

function started(program: string, args: readonly string[], port: number, folder: string): Engine {
  const child: ChildProcess = spawn(program, args, { stdio: 'ignore' });
  return {
    port,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = once(child, 'exit');
        child.kill('SIGKILL');
        await ended;
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Debian keeps each version's programs in a folder of its own. */
const DEBIAN = '/usr/lib/postgresql';

/** The newest of PostgreSQL's programs that the system has; nothing where it has none. */
export function systemPostgres(): string | undefined {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  return versions
    .map((version) => join(DEBIAN, version, 'bin'))
    .find((bin) => existsSync(join(bin, 'initdb')));
}

/** The system's own PostgreSQL server, which its pg_dump can read, with the user walnut. */
export async function startSystemPostgres(bin: string): Promise<Engine> {
  const port = await freePort();
  const folder = openFolder('postgres');
  chmodSync(folder, 0o777);
  const data = join(folder, 'data');
  const made = spawnSync(
    ...asPostgres(
      join(bin, 'initdb'),
      '-D',
      data,
      '-U',
      'walnut',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
    ),
  );
  if (made.status !== 0) throw new Error(String(made.stderr));
  const place = ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder, '-c', 'fsync=off'];
  const engine = started(...asPostgres(join(bin, 'postgres'), ...place), port, folder);
  const url = `postgresql://walnut@127.0.0.1:${port}/postgres`;
  await untilWorks(() => withConnection(url, (client) => client.query('SELECT 1')));
  return engine;
}

/** PostgreSQL refuses to run as root. */
const asPostgres = (program: string, ...args: string[]): [string, string[]] =>
  process.getuid?.() === 0
    ? ['setpriv', ['--reuid=postgres', '--regid=postgres', '--clear-groups', program, ...args]]
    : [program, args];

const TRIES = 200;
const AGAIN_MS = 50;

/** Starting takes moments; what still fails after ten seconds is thrown. */
async function untilWorks(attempt: () => Promise<unknown>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      await attempt();
      return;
    } catch (error) {
      if (tries === TRIES) throw error;
    }
    await pause(AGAIN_MS);
  }
}

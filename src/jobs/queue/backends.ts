import {
  createPostgresBackend,
  isPgPool,
  type JobsOptions,
  type PgPool,
  type Processor,
  Queue,
  runMigrations,
  Worker,
  type WorkerOptions,
} from 'bullmq';
import { Cluster, Redis, type RedisOptions } from 'ioredis';
import type pg from 'pg';
import type { Logger } from 'pino';
import { createOutageLog, type Outage } from '../../async/outage.ts';
import { isAway } from '../../db/client/away.ts';
import { withConnection } from '../../db/connection/connection.ts';
import { openPool } from '../../db/connection/pool.ts';
import { villagePrefix } from '../../db/wake/prefix.ts';
import { checkRedis } from './redis.ts';

/** The part of BullMQ's Queue that we use, the same for both backends. */
export type AnyQueue = Pick<
  Queue,
  'addBulk' | 'upsertJobScheduler' | 'getJobCounts' | 'waitUntilReady' | 'close'
> & { on(event: 'error', listener: (error: Error) => void): unknown };

export type AnyWorker = Pick<Worker, 'waitUntilReady' | 'close'> & {
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'failed', listener: (job: FailedJob | undefined, error: Error) => void): unknown;
};

interface FailedJob {
  readonly name: string;
  readonly id?: string | undefined;
  readonly attemptsMade: number;
}

/** Queues cannot be kept where the settings say. The message is one line and says what to do. */
export class QueueFault extends Error {}

/** Where queues are kept. */
export interface Backend {
  /** Logs one line when the backend goes away and one when it is back. */
  readonly outage: Outage;
  /** Whether the backend could not be reached, in contrast to an error in a request. */
  isAway(error: Error): boolean;
  queue(name: string, defaults: JobsOptions): AnyQueue;
  worker(name: string, process: Processor, options: Omit<WorkerOptions, 'connection'>): AnyWorker;
  stop(): Promise<void>;
}

/** Queues on Redis if it is set, else on our own database. */
export const openBackend = (
  databaseUrl: string,
  redisUrl: string | undefined,
  log: Logger,
): Promise<Backend> =>
  redisUrl ? openRedisBackend(redisUrl, databaseUrl, log) : openPostgresBackend(databaseUrl, log);

/** Connections that all queues of a process share; each worker keeps one of them for itself, to listen on. */
const POOL_SIZE = 12;
/** An answer later than this is given up. Longer than a worker's blocking wait for new jobs. */
const ANSWER_MS = 15_000;

/** Queues in a schema of their own (`bullmq`) in our database. */
async function openPostgresBackend(url: string, log: Logger): Promise<Backend> {
  // Takes an advisory lock, so that processes may start at the same time.
  await withConnection(url, (client) => runMigrations(client));
  const outage = createOutageLog(log, 'the queues wait for PostgreSQL', 'the queues go on');
  const pool = openQueuePool(url, outage);
  const connection = asBullmqTakesIt(pool);
  return {
    outage,
    isAway,
    queue: (name, defaultJobOptions) =>
      new Queue(name, { connection, defaultJobOptions }, createPostgresBackend),
    worker: (name, process, options) =>
      new Worker(name, process, { connection, ...options }, createPostgresBackend),
    stop: () => pool.end(),
  };
}

function openQueuePool(url: string, outage: Outage): pg.Pool {
  const pool = openPool({
    connectionString: url,
    application_name: 'walnut queues',
    options: '-c search_path=bullmq',
    query_timeout: ANSWER_MS,
    max: POOL_SIZE,
  });
  pool.on('error', outage.begin);
  pool.on('connect', outage.end);
  // Every queue and worker adds listeners to this one pool.
  pool.setMaxListeners(0);
  return pool;
}

/** Narrows a pool of `pg` to BullMQ's type: the two packages declare it separately. */
function asBullmqTakesIt(pool: unknown): PgPool {
  if (!isPgPool(pool)) throw new TypeError('not a pool of pg');
  return pool;
}

/** Queues on Redis, with a prefix for each database. Throws a QueueFault where jobs would not be safe. */
async function openRedisBackend(url: string, databaseUrl: string, log: Logger): Promise<Backend> {
  const check = await checkRedis(url);
  if (check.is === 'wrong') throw new QueueFault(`Redis: ${check.said}; ${check.todo}.`);
  const prefix = await withConnection(databaseUrl, villagePrefix);
  const outage = createOutageLog(log, 'the queues wait for Redis', 'the queues go on');
  const open = (options: { maxRetriesPerRequest: number | null }): Redis | Cluster => {
    const redis = connectRedis(url, { ...options, socketTimeout: ANSWER_MS }, check.isCluster);
    redis.on('error', outage.begin);
    redis.on('ready', outage.end);
    redis.setMaxListeners(0);
    return redis;
  };
  // Workers wait through an outage. Adding fails after 3 retries: the work is still in the outbox.
  const forWorkers = open({ maxRetriesPerRequest: null });
  const forQueues = open({ maxRetriesPerRequest: 3 });
  return {
    outage,
    isAway: (error) => isAway(error) || REDIS_AWAY.test(error.message),
    queue: (name, defaultJobOptions) => new Queue(name, { connection: forQueues, prefix, defaultJobOptions }),
    worker: (name, process, options) =>
      new Worker(name, process, { connection: forWorkers, prefix, ...options }),
    async stop() {
      for (const redis of [forQueues, forWorkers]) await redis.quit().catch(() => redis.disconnect());
    },
  };
}

/** Any node of a cluster tells of the others; they take the same name and password. */
function connectRedis(url: string, options: ConnectionOptions, isCluster: boolean): Redis | Cluster {
  if (!isCluster) return new Redis(url, options);
  const { username, password, protocol } = new URL(url);
  const login = {
    ...(username && { username: decodeURIComponent(username) }),
    ...(password && { password: decodeURIComponent(password) }),
    ...(protocol === 'rediss:' && { tls: {} }),
  };
  return new Cluster([url], { redisOptions: { ...options, ...login } });
}

type ConnectionOptions = Required<Pick<RedisOptions, 'maxRetriesPerRequest' | 'socketTimeout'>>;

/** Messages of ioredis that carry no code, and that of a Redis that is loading its data. */
const REDIS_AWAY = /^Socket timeout|Connection is closed|max retries per request|^LOADING/;

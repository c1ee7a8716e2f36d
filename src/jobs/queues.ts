import {
  type ConnectionOptions,
  createPostgresBackend,
  type JobsOptions,
  Queue,
  RateLimitError,
  runMigrations,
  Worker,
  type WorkerOptions,
} from 'bullmq';
import { Redis } from 'ioredis';
import pg from 'pg';
import type { Logger } from 'pino';

/** A stop waits so long for running jobs; what is not done by then is done by the next process. */
const STOP_MS = 20_000;

/** One piece of work as a queue hands it over. */
export interface Task {
  readonly name: string;
  readonly data: unknown;
}

/** Thrown by a handler whose platform said "not now": the whole queue waits, and the task is not counted as tried. */
export class Later extends Error {
  readonly ms: number;

  constructor(ms: number) {
    super(`later, in ${ms} ms`);
    this.ms = ms;
  }
}

/** A queue and its worker in this process. */
export interface WorkQueue {
  /** Adds tasks; one whose `id` is known already is not added again. */
  add(tasks: readonly (Task & { readonly id?: string; readonly delayMs?: number })[]): Promise<void>;
  /** Repeats a task every so often, in one process at a time. */
  every(ms: number, task: Task): Promise<void>;
  stop(): Promise<void>;
}

export interface QueueOptions {
  /** Tasks at a time in this process. */
  readonly atOnce: number;
  /** At most one task in so many milliseconds, over all processes. */
  readonly spacingMs?: number;
  handle(task: Task): Promise<void>;
}

/** Makes queues on Redis if there is one, else on our own database. Nothing else knows which. */
export interface Queues {
  open(name: string, options: QueueOptions): Promise<WorkQueue>;
  stop(): Promise<void>;
}

const KEEP: JobsOptions = {
  attempts: 5,
  backoff: { type: 'exponential', delay: 1_000 },
  // Finished tasks are kept a while: the same id is then not added again.
  removeOnComplete: { age: 3_600, count: 5_000 },
  removeOnFail: { age: 7 * 24 * 3_600, count: 5_000 },
};

export async function openQueues(
  databaseUrl: string,
  redisUrl: string | undefined,
  log: Logger,
): Promise<Queues> {
  return redisUrl ? onRedis(redisUrl, log) : await onPostgres(databaseUrl, log);
}

async function onPostgres(url: string, log: Logger): Promise<Queues> {
  const migrating = new pg.Client({ connectionString: url, application_name: 'walnut queues' });
  await migrating.connect();
  await runMigrations(migrating).finally(() => migrating.end());
  // Each queue and each worker has a pool of its own, and each worker listens on one connection more.
  const connection = { connection: { connectionString: url, max: 2, application_name: 'walnut queues' } };
  return {
    open: (name, options) =>
      workQueue(
        new Queue(name, { ...connection, defaultJobOptions: KEEP }, createPostgresBackend),
        (process) =>
          new Worker(name, process, { ...connection, ...workerOptions(options) }, createPostgresBackend),
        options,
        log,
      ),
    stop: async () => {},
  };
}

function onRedis(url: string, log: Logger): Queues {
  const connect = () => {
    const redis = new Redis(url, { maxRetriesPerRequest: null });
    redis.on('error', (error) => log.warn({ err: error }, 'Redis cannot be reached'));
    return redis;
  };
  const shared = connect();
  const connection: { connection: ConnectionOptions } = { connection: shared };
  return {
    open: (name, options) =>
      workQueue(
        new Queue(name, { ...connection, defaultJobOptions: KEEP }),
        (process) => new Worker(name, process, { ...connection, ...workerOptions(options) }),
        options,
        log,
      ),
    async stop() {
      await shared.quit().catch(() => shared.disconnect());
    },
  };
}

function workerOptions({ atOnce, spacingMs }: QueueOptions): Pick<WorkerOptions, 'concurrency' | 'limiter'> {
  // A limit of many per second lets twice as many through at once; one per spacing does not.
  return { concurrency: atOnce, ...(spacingMs && { limiter: { max: 1, duration: spacingMs } }) };
}

/** What we use of BullMQ, whichever backend its types are bound to. */
interface AnyQueue {
  addBulk(jobs: { name: string; data: unknown; opts: JobsOptions }[]): Promise<unknown>;
  upsertJobScheduler(
    id: string,
    repeat: { every: number },
    template: { name: string; data: unknown },
  ): Promise<unknown>;
  rateLimit(ms: number): Promise<unknown>;
  waitUntilReady(): Promise<unknown>;
  close(): Promise<unknown>;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

interface AnyWorker {
  waitUntilReady(): Promise<unknown>;
  close(): Promise<unknown>;
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(
    event: 'failed',
    listener: (job: { name: string; id?: string } | undefined, error: Error) => void,
  ): unknown;
}

async function workQueue(
  queue: AnyQueue,
  startWorker: (process: (task: Task) => Promise<void>) => AnyWorker,
  { handle }: QueueOptions,
  log: Logger,
): Promise<WorkQueue> {
  queue.on('error', (error) => log.warn({ err: error }, 'a queue is in trouble'));
  await queue.waitUntilReady();
  const worker = startWorker(async ({ name, data }) => {
    try {
      await handle({ name, data });
    } catch (error) {
      if (!(error instanceof Later)) throw error;
      await queue.rateLimit(error.ms);
      throw new RateLimitError();
    }
  });
  worker.on('error', (error) => log.warn({ err: error }, 'a worker is in trouble'));
  worker.on('failed', (job, error) => log.error({ job: job?.name, id: job?.id, err: error }, 'a job failed'));
  await worker.waitUntilReady();
  return {
    async add(tasks) {
      const jobs = tasks.map(({ name, data, id, delayMs }) => ({
        name,
        data,
        opts: { ...(id && { jobId: id }), ...(delayMs && { delay: delayMs }) },
      }));
      if (jobs.length > 0) await queue.addBulk(jobs);
    },
    async every(ms, { name, data }) {
      await queue.upsertJobScheduler(name, { every: ms }, { name, data });
    },
    async stop() {
      await within(STOP_MS, worker.close());
      await queue.close();
    },
  };
}

async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

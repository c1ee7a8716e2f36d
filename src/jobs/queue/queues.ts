import { DelayedError, type JobsOptions, type Processor, type WorkerOptions } from 'bullmq';
import type { Logger } from 'pino';
import { waitAtMost } from '../../async/timeout.ts';
import { logFault, onceBack } from '../../db/away.ts';
import {
  type AnyQueue,
  type AnyWorker,
  type Backend,
  openPostgresBackend,
  openRedisBackend,
} from './backends.ts';

/** A stop waits so long for running tasks; what is not done by then is done by the next process. */
const STOP_MS = 20_000;
/** A task whose process died is free after so long (it is kept locked by renewing), and somebody looks so often. */
const LOCK_MS = 15_000;
const LOOK_MS = 5_000;
/** While the queues cannot be reached, a worker looks so often. */
const AGAIN_MS = 1_000;
/** So many processes may die over one task before it is given up. */
const MAX_DEATHS = 10;

const TRIES = 6;
const DAY_S = 24 * 3_600;

const KEPT: JobsOptions = {
  attempts: TRIES,
  backoff: { type: 'exponential', delay: 1_000 },
  // Finished tasks are kept a while: the same id is then not added again.
  removeOnComplete: { age: 3_600, count: 5_000 },
  removeOnFail: { age: 7 * DAY_S, count: 5_000 },
};

/** One piece of work as a queue hands it over. */
export interface Task {
  readonly name: string;
  readonly data: unknown;
  /** Without a colon. */
  readonly id?: string | undefined;
}

/** A task on its way into a queue. One whose `id` is known there already is not added again. */
export interface NewTask extends Task {
  readonly delayMs?: number;
  /** Its id is free again as soon as it has ended, however it ended. */
  readonly isForgotten?: boolean;
}

/** `again`: the same task has more to do, and comes back after those that wait, or not before a time. No try is counted. */
export type TaskResult = 'done' | 'again' | { readonly againInMs: number };

/** How this run of a task stands. */
export interface TaskRun {
  readonly isLastTry: boolean;
  /** When it was begun, in milliseconds of this machine's clock. */
  readonly begunAt: number;
}

export type TaskHandler = (task: Task, run: TaskRun) => Promise<TaskResult>;

/** A queue and its worker in this process. */
export interface WorkQueue {
  add(tasks: readonly NewTask[]): Promise<void>;
  /** Repeats a task every so often, in one process at a time. */
  every(ms: number, task: Task): Promise<void>;
  /** Nothing is begun for so long, in any process. */
  pause(ms: number): Promise<void>;
  /** Whether nothing runs or waits; what waits for its time does not count, unless the queue is paced. */
  isQuiet(): Promise<boolean>;
  /** Begins nothing more here; resolves when what runs has ended. Until all queues are stopped, tasks may still be added. */
  stop(): Promise<void>;
}

export interface QueueOptions {
  /** Tasks at a time in this process. */
  readonly concurrency: number;
  /** At most one task is begun in so many milliseconds, over all processes. */
  readonly spacingMs?: number;
  readonly handle: TaskHandler;
}

/** Makes queues on Redis if there is one, else on our own database. Nothing else knows which. */
export interface Queues {
  open(name: string, options: QueueOptions): Promise<WorkQueue>;
  /** Lets go of every connection; the queues themselves have been stopped before. */
  stop(): Promise<void>;
}

export async function openQueues(
  databaseUrl: string,
  redisUrl: string | undefined,
  log: Logger,
): Promise<Queues> {
  const backend = redisUrl
    ? await openRedisBackend(redisUrl, databaseUrl, log)
    : await openPostgresBackend(databaseUrl, log);
  const queues: AnyQueue[] = [];
  return {
    open(name, options) {
      const queue = backend.queue(name, KEPT);
      queues.push(queue);
      return startQueue(backend, queue, name, options, log);
    },
    async stop() {
      await waitAtMost(STOP_MS, Promise.all(queues.map((queue) => queue.close())));
      await waitAtMost(STOP_MS, backend.stop());
    },
  };
}

async function startQueue(
  backend: Backend,
  queue: AnyQueue,
  name: string,
  options: QueueOptions,
  log: Logger,
): Promise<WorkQueue> {
  const warn = (error: Error, said: string): void => {
    if (backend.isAway(error)) backend.outage.begin(error);
    else log.warn({ err: error, queue: name }, said);
  };
  queue.on('error', (error) => warn(error, 'a queue is in trouble'));
  await queue.waitUntilReady();
  const stopping = new AbortController();
  const process = createProcessor(options.handle, stopping.signal);
  const worker = backend.worker(name, process, workerOptions(options));
  worker.on('error', (error) => warn(error, 'a worker is in trouble'));
  worker.on('failed', (job, error) =>
    logFault(log, error, 'a job failed', { job: job?.name, id: job?.id, tries: job?.attemptsMade }),
  );
  await worker.waitUntilReady();
  return workQueue(queue, worker, options.spacingMs !== undefined, stopping);
}

function workerOptions({ concurrency, spacingMs }: QueueOptions): Omit<WorkerOptions, 'connection'> {
  return {
    concurrency: concurrency,
    lockDuration: LOCK_MS,
    stalledInterval: LOOK_MS,
    maxStalledCount: MAX_DEATHS,
    runRetryDelay: AGAIN_MS,
    // A limit of many per second lets twice as many through at once; one per spacing does not.
    ...(spacingMs !== undefined && { limiter: { max: 1, duration: spacingMs } }),
  };
}

const createProcessor =
  (handle: TaskHandler, stopping: AbortSignal): Processor =>
  async (job, token) => {
    const isLastTry = job.attemptsMade + 1 >= (job.opts.attempts ?? 1);
    const run = { isLastTry, begunAt: job.processedOn ?? Date.now() };
    const end = await handle({ name: job.name, data: job.data, id: job.id }, run);
    if (end === 'done') return;
    const time = Date.now() + (end === 'again' ? 0 : end.againInMs);
    // Else nobody would know that it is free before its lock has lapsed.
    await onceBack(() => job.moveToDelayed(time, token), stopping);
    throw new DelayedError();
  };

function workQueue(
  queue: AnyQueue,
  worker: AnyWorker,
  isPaced: boolean,
  stopping: AbortController,
): WorkQueue {
  return {
    async add(tasks) {
      const jobs = tasks.map(({ name, data, ...rest }) => ({ name, data, opts: jobOptions(rest) }));
      if (jobs.length > 0) await queue.addBulk(jobs);
    },
    async every(ms, { name, data }) {
      const opts = { attempts: 1, removeOnComplete: true };
      await queue.upsertJobScheduler(name, { every: ms }, { name, data, opts });
    },
    pause: (ms) => queue.rateLimit(ms),
    async isQuiet() {
      const { delayed = 0, ...counts } = await queue.getJobCounts(
        'waiting',
        'active',
        'prioritized',
        'delayed',
      );
      const open = Object.values(counts).reduce((sum, count) => sum + count, isPaced ? delayed : 0);
      return open === 0;
    },
    stop() {
      stopping.abort();
      return waitAtMost(STOP_MS, worker.close());
    },
  };
}

function jobOptions({ id, delayMs, isForgotten }: Omit<NewTask, 'name' | 'data'>): JobsOptions {
  return {
    ...(id && { jobId: id }),
    ...(delayMs && { delay: delayMs }),
    ...(isForgotten && { removeOnComplete: true, removeOnFail: true }),
  };
}

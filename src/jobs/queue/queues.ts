import { DelayedError, ErrorCode, type JobsOptions, type Processor, type WorkerOptions } from 'bullmq';
import type { Logger } from 'pino';
import { waitAtMost } from '../../async/timeout.ts';
import { logFault, onceBack } from '../../db/client/away.ts';
import { type AnyQueue, type AnyWorker, type Backend, openBackend } from './backends.ts';

/** How long a stop waits for running tasks. The next process does what is left. */
const STOP_MS = 20_000;
/** The lock of a task lapses after LOCK_MS unless it is renewed; workers look for lapsed ones every LOOK_MS. */
const LOCK_MS = 15_000;
const LOOK_MS = 5_000;
/** How often a worker tries again while its backend is away. */
const AGAIN_MS = 1_000;
/** How many processes may die during one task before it is given up. */
const MAX_DEATHS = 10;

const TRIES = 6;
const DAY_S = 24 * 3_600;

const KEPT: JobsOptions = {
  attempts: TRIES,
  backoff: { type: 'exponential', delay: 1_000 },
  // Finished tasks are kept for an hour, so that the same id is not added again.
  removeOnComplete: { age: 3_600, count: 5_000 },
  removeOnFail: { age: 7 * DAY_S, count: 5_000 },
};

/** A task as a queue hands it over. */
export interface Task {
  readonly name: string;
  readonly data: unknown;
  /** Without a colon. */
  readonly id?: string | undefined;
}

/** A task to add. A queue ignores one whose `id` it knows already. */
export interface NewTask extends Task {
  readonly delayMs?: number;
}

/** `againInMs`: the task runs again after that time, which does not count as a try. */
export type TaskResult = 'done' | { readonly againInMs: number };

/** What a handler knows of this run of a task. */
export interface TaskRun {
  readonly isLastTry: boolean;
}

export type TaskHandler = (task: Task, run: TaskRun) => Promise<TaskResult>;

/** A queue and its worker in this process. */
export interface WorkQueue {
  add(tasks: readonly NewTask[]): Promise<void>;
  /** Repeats a task every `ms`, in one process at a time. */
  every(ms: number, task: Task): Promise<void>;
  /** Whether nothing runs or waits; delayed tasks do not count. */
  isQuiet(): Promise<boolean>;
  /**
   * Begins no more tasks here; resolves when running ones have ended. Tasks may be added until all queues are
   * stopped.
   */
  stop(): Promise<void>;
}

export interface QueueOptions {
  /** Tasks at a time in this process. */
  readonly concurrency: number;
  readonly handle: TaskHandler;
}

/** Opens queues on Redis if it is set, else on our own database. Nothing else knows which. */
export interface Queues {
  open(name: string, options: QueueOptions): Promise<WorkQueue>;
  /** Closes every connection, after the queues have been stopped. */
  stop(): Promise<void>;
}

export async function openQueues(
  databaseUrl: string,
  redisUrl: string | undefined,
  log: Logger,
): Promise<Queues> {
  const backend = await openBackend(databaseUrl, redisUrl, log);
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
    else if (isJobLost(error))
      log.info({ err: error, queue: name }, 'a job has ended or gone to another worker');
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
  return workQueue(queue, worker, stopping);
}

/** An end whose answer was lost with the connection is sent again; and a worker that stood still for long loses its jobs. */
const LOST = [ErrorCode.JobNotExist, ErrorCode.JobLockNotExist, ErrorCode.JobLockMismatch];
const isJobLost = (error: Error): boolean => 'code' in error && LOST.some((code) => code === error.code);

function workerOptions({ concurrency }: QueueOptions): Omit<WorkerOptions, 'connection'> {
  return {
    concurrency: concurrency,
    lockDuration: LOCK_MS,
    stalledInterval: LOOK_MS,
    maxStalledCount: MAX_DEATHS,
    runRetryDelay: AGAIN_MS,
  };
}

const createProcessor =
  (handle: TaskHandler, stopping: AbortSignal): Processor =>
  async (job, token) => {
    const isLastTry = job.attemptsMade + 1 >= (job.opts.attempts ?? 1);
    const end = await handle({ name: job.name, data: job.data, id: job.id }, { isLastTry });
    if (end === 'done') return;
    const time = Date.now() + end.againInMs;
    // Without this no worker would take it before its lock lapses.
    await onceBack(() => job.moveToDelayed(time, token), stopping);
    throw new DelayedError();
  };

function workQueue(queue: AnyQueue, worker: AnyWorker, stopping: AbortController): WorkQueue {
  return {
    async add(tasks) {
      const jobs = tasks.map(({ name, data, ...rest }) => ({ name, data, opts: jobOptions(rest) }));
      if (jobs.length > 0) await queue.addBulk(jobs);
    },
    async every(ms, { name, data }) {
      const opts = { attempts: 1, removeOnComplete: true };
      await queue.upsertJobScheduler(name, { every: ms }, { name, data, opts });
    },
    async isQuiet() {
      const counts = await queue.getJobCounts('waiting', 'active', 'prioritized');
      return Object.values(counts).every((count) => count === 0);
    },
    stop() {
      stopping.abort();
      return waitAtMost(STOP_MS, worker.close());
    },
  };
}

function jobOptions({ id, delayMs }: Omit<NewTask, 'name' | 'data'>): JobsOptions {
  return {
    ...(id && { jobId: id }),
    ...(delayMs && { delay: delayMs }),
  };
}

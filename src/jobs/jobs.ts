import { UnrecoverableError } from 'bullmq';
import { createCoalescedTrigger } from '../async/coalesce.ts';
import type { NotifyListener } from '../chat/outbound/notify-listener.ts';
import { doesAnswer, logFault } from '../db/client/away.ts';
import { createPassingFaults } from '../db/client/passing-faults.ts';
import type { JobName } from '../db/outbox/job-names.ts';
import { isAnythingDue, markFailed } from '../db/outbox/outbox.ts';
import { createAlerts } from './alerts/alerts.ts';
import { alertJob } from './alerts/job.ts';
import { browsersJob } from './handlers/browsers.ts';
import { showDraft } from './handlers/drafts.ts';
import { namePhoto } from './handlers/photo-names.ts';
import { fetchPhoto } from './handlers/photos.ts';
import { drawPoster, drawSales, drawSticker } from './handlers/pictures.ts';
import { translateProduct } from './handlers/product-translations.ts';
import { drawShopCode } from './handlers/shop-code.ts';
import { editStartAlert } from './handlers/stream-over.ts';
import { drawPanel } from './handlers/stream-panel.ts';
import { drawStream, drawStreamPoster } from './handlers/stream-pictures.ts';
import { translateMessage } from './handlers/translations.ts';
import { transcribeVoice } from './handlers/voices.ts';
import { serveWaitingJob } from './handlers/waiting.ts';
import { writeBlurb } from './handlers/write-blurb.ts';
import { type Job, type JobDeps, jobsByName } from './job.ts';
import { QUICK, SLOW } from './queue/names.ts';
import { outboxId, relayOutbox } from './queue/outbox-relay.ts';
import type { Queues, TaskHandler } from './queue/queues.ts';
import { SWEEP_MS } from './schedule.ts';
import { createSweep } from './sweeps/sweep.ts';

/** Who does the recorded work, by its name: a name that nobody does does not compile. */
const handlers: { readonly [Name in JobName]: Job<Name> } = {
  alert: alertJob,
  'draw-poster': drawPoster,
  'draw-sales': drawSales,
  'draw-shop-code': drawShopCode,
  'draw-sticker': drawSticker,
  'draw-stream': drawStream,
  'draw-stream-poster': drawStreamPoster,
  'fetch-photo': fetchPhoto,
  'hear-voice': transcribeVoice,
  'name-photo': namePhoto,
  'notify-browsers': browsersJob,
  'serve-waiting': serveWaitingJob,
  'show-draft': showDraft,
  'stream-over': editStartAlert,
  'stream-panel': drawPanel,
  'translate-message': translateMessage,
  'translate-product': translateProduct,
  'write-blurb': writeBlurb,
};
const allJobs: readonly Job[] = Object.values(handlers);

/** Concurrent tasks. Quick ones use the database; slow ones wait for other servers or draw. */
const MAX_CONCURRENT_QUICK = 4;
const MAX_CONCURRENT_SLOW = 4;
/** A job that failed while the database was away is not counted as tried, and runs again after this time. */
const AWAY_MS = 2_000;
/** How often the sweep is scheduled again, for a Redis that lost its data. */
const REMIND_MS = 60_000;
/** How often `idle` polls. */
const LOOK_MS = 20;

export interface JobsDeps extends Omit<JobDeps, 'alerts'> {
  readonly queues: Queues;
  readonly listener: Pick<NotifyListener, 'onOutboxWork'>;
  /** Alerts a second for each channel. */
  readonly alertRate: number;
}

/** The jobs of this process. */
export interface Jobs {
  /** Relays the outbox, and handles what is due. */
  sweep(): Promise<void>;
  /** Resolves when all that is due is done and all alerts are sent. */
  idle(): Promise<void>;
  /** Begins no more jobs; resolves when running ones have ended. Waiting ones stay for the next start. */
  stop(): Promise<void>;
}

/** Starts the jobs. Queues: quick and slow; alerts pace themselves. */
export async function startJobs(deps: JobsDeps): Promise<Jobs> {
  const { appContext, queues, listener, log } = deps;
  const alerts = createAlerts(deps);
  const jobParts: JobDeps = { ...deps, alerts };
  // A sweep that an earlier process left in its queue may begin as soon as the queue is open.
  const { promise: started, resolve: isStarted } = Promise.withResolvers<() => Promise<void>>();
  // The queue brings it by its own clock; it is never recorded.
  const sweepJob: Job = { name: 'sweep', speed: 'quick', run: async () => (await started)() };
  const handle = createTaskHandler([...allJobs, sweepJob], jobParts);
  const [later, slow] = await Promise.all([
    queues.open(QUICK, { concurrency: MAX_CONCURRENT_QUICK, handle }),
    queues.open(SLOW, { concurrency: MAX_CONCURRENT_SLOW, handle }),
  ]);
  const queueByJob = new Map(allJobs.map(({ name, speed }) => [name, speed === 'slow' ? slow : later]));

  const sweep = createSweep(jobParts, () => relayOutbox(appContext, queueByJob));
  isStarted(sweep);
  const relayTrigger = createCoalescedTrigger(() =>
    relayOutbox(appContext, queueByJob).catch((error: unknown) =>
      logFault(log, error, 'the outbox could not be relayed'),
    ),
  );
  listener.onOutboxWork(relayTrigger);
  const schedule = () => later.every(SWEEP_MS, { name: 'sweep', data: {} });
  await schedule();
  const reminding = setInterval(() => {
    schedule().catch((error: unknown) => logFault(log, error, 'the sweep could not be scheduled'));
  }, REMIND_MS);
  const starting = sweep();

  const isIdle = async (): Promise<boolean> => {
    if (await isAnythingDue(appContext, [...queueByJob.keys()])) return false;
    return (await later.isQuiet()) && (await slow.isQuiet()) && alerts.isIdle();
  };

  return {
    sweep,
    async idle() {
      await starting;
      await relayTrigger.idle();
      while (!(await isIdle())) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    },
    async stop() {
      clearInterval(reminding);
      await relayTrigger.stop();
      await Promise.all([alerts.stop(), later.stop(), slow.stop()]);
      await starting;
    },
  };
}

function createTaskHandler(jobs: readonly Job[], deps: JobDeps): TaskHandler {
  const known = jobsByName(jobs);
  const passing = createPassingFaults(deps.appContext.clock);
  return async ({ name, data, id = name }, { isLastTry }) => {
    const found = known.get(name);
    if (!found) throw new Error(`there is no job "${name}" in this release`);
    try {
      await found.run(data, deps, { isLast: isLastTry, id });
    } catch (error) {
      if (!(await doesAnswer(deps.appContext.db))) return { againInMs: AWAY_MS };
      const againInMs = passing.pause(id, error);
      if (againInMs !== undefined) return { againInMs };
      const recorded = outboxId(id);
      const isGivenUp = isLastTry || error instanceof UnrecoverableError;
      if (isGivenUp && recorded !== undefined) await markFailed(deps.appContext, recorded);
      throw error;
    }
    passing.forget(id);
    return 'done';
  };
}

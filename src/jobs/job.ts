import { UnrecoverableError } from 'bullmq';
import type { Logger } from 'pino';
import type { ZodType } from 'zod';
import type { Channel } from '../chat/dsl/channel.ts';
import type { EntryLinks } from '../chat/dsl/entry-links.ts';
import type { Engine } from '../chat/engine/engine.ts';
import type { JobName, JobPayloads } from '../db/outbox/job-names.ts';
import type { AppContext } from '../db/work.ts';
import type { Writer } from '../writer/writer.ts';
import type { AlertSender } from './alerts/alerts.ts';

/** What jobs work with. */
export interface JobDeps {
  readonly appContext: AppContext;
  readonly engine: Engine;
  readonly channels: readonly Channel[];
  readonly entryLinks: EntryLinks;
  readonly writer: Writer;
  /** What texts by a model may cost a seller in 24 hours, in millionths of a yuan; undefined: no limit. */
  readonly writerBudgetMicros?: number | undefined;
  readonly alerts: AlertSender;
  readonly log: Logger;
}

/** What a job knows of this try. */
export interface Attempt {
  /** No other try follows. */
  readonly isLast: boolean;
  /** The same at every try. */
  readonly id: string;
}

/** Slow jobs (model, downloads, pictures) have their own queue, so that quick ones do not wait for them. */
export type JobSpeed = 'quick' | 'slow';

/** A name, a parser and one idempotent act. The payload holds ids; the act reads the rest when it runs. */
export interface Job<Name extends string = string> {
  readonly name: Name;
  readonly speed: JobSpeed;
  run(data: unknown, deps: JobDeps, attempt: Attempt): Promise<void>;
}

/** Declares a job. A payload that does not parse is another release's and is not retried. */
export const job = <Name extends JobName>(
  name: Name,
  payload: ZodType<JobPayloads[Name]>,
  act: (payload: JobPayloads[Name], deps: JobDeps, attempt: Attempt) => Promise<void>,
  pace: JobSpeed = 'quick',
): Job<Name> => ({
  name,
  speed: pace,
  run(data, deps, attempt) {
    const parsed = payload.safeParse(data);
    if (!parsed.success) throw new UnrecoverableError(`no payload of "${name}": ${parsed.error.message}`);
    return act(parsed.data, deps, attempt);
  },
});

/** Throws when two jobs have the same name. */
export function jobsByName(jobs: readonly Job[]): ReadonlyMap<string, Job> {
  const byName = new Map<string, Job>();
  for (const one of jobs) {
    if (byName.has(one.name)) throw new Error(`two jobs are called "${one.name}"`);
    byName.set(one.name, one);
  }
  return byName;
}

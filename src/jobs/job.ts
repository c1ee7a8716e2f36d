import { UnrecoverableError } from 'bullmq';
import type { Logger } from 'pino';
import type { ZodType } from 'zod';
import type { Channel } from '../chat/dsl/channel.ts';
import type { Doors } from '../chat/dsl/entry-links.ts';
import type { Engine } from '../chat/engine/engine.ts';
import type { Store } from '../db/work.ts';
import type { Writer } from '../writer/writer.ts';
import type { Alerts } from './alerts/alerts.ts';

/** What jobs work with. */
export interface JobParts {
  readonly store: Store;
  readonly engine: Engine;
  readonly channels: readonly Channel[];
  readonly doors: Doors;
  readonly writer: Writer;
  readonly alerts: Alerts;
  readonly log: Logger;
}

/** How this try of a job stands. */
export interface Attempt {
  /** There will be no other try. */
  readonly isLast: boolean;
  /** The same at every try of one piece of work. */
  readonly id: string;
}

/** Slow jobs (model, downloads, pictures) have a queue of their own, so that they hold up nobody. */
export type Pace = 'quick' | 'slow';

/** A name, a parser and one idempotent act. The payload holds ids; what is true is looked up when the job runs. */
export interface Job {
  readonly name: string;
  readonly pace: Pace;
  run(data: unknown, parts: JobParts, attempt: Attempt): Promise<void>;
}

/** Declares a job. A payload that cannot be parsed is another release's, and is not tried again. */
export const job = <T>(
  name: string,
  payload: ZodType<T>,
  act: (payload: T, parts: JobParts, attempt: Attempt) => Promise<void>,
  pace: Pace = 'quick',
): Job => ({
  name,
  pace,
  run(data, parts, attempt) {
    const parsed = payload.safeParse(data);
    if (!parsed.success) throw new UnrecoverableError(`no payload of "${name}": ${parsed.error.message}`);
    return act(parsed.data, parts, attempt);
  },
});

/** Throws when two jobs have one name: the second would never run, or run as the first. */
export function jobsByName(jobs: readonly Job[]): ReadonlyMap<string, Job> {
  const byName = new Map<string, Job>();
  for (const one of jobs) {
    if (byName.has(one.name)) throw new Error(`two jobs are called "${one.name}"`);
    byName.set(one.name, one);
  }
  return byName;
}

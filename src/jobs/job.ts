import type { Logger } from 'pino';
import type { ZodType } from 'zod';
import type { Channel } from '../chat/channel.ts';
import type { Engine } from '../chat/engine.ts';
import type { Store } from '../db/work.ts';
import type { Writer } from '../writer/writer.ts';
import type { Task } from './queues.ts';

/** What jobs work with. */
export interface JobParts {
  readonly store: Store;
  readonly engine: Engine;
  readonly channels: readonly Channel[];
  readonly writer: Writer;
  /** Adds a task to the queue of the alerts of one channel. */
  readonly addBatch: (channel: string, task: Task) => Promise<void>;
  readonly log: Logger;
}

/** A name, a parser and one idempotent act. The payload holds ids; what is true is looked up when the job runs. */
export interface Job {
  readonly name: string;
  run(data: unknown, parts: JobParts): Promise<void>;
}

/** A payload that cannot be parsed is another release's: it throws, and is not worth another try. */
export const job = <T>(
  name: string,
  payload: ZodType<T>,
  act: (payload: T, parts: JobParts) => Promise<void>,
): Job => ({
  name,
  run: (data, parts) => act(payload.parse(data), parts),
});

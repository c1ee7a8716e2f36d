import { createHash, timingSafeEqual } from 'node:crypto';
import type { Logger } from 'pino';
import { createBatcher } from '../../../async/batcher.ts';
import type { IncomingEvent } from '../../../chat/dsl/event.ts';
import { type AnyUpdate, isUpdate } from './update.ts';

/** The HTTP status to reply with. Telegram repeats an update until it gets a 200. */
export type WebhookStatus = 200 | 400 | 401 | 503;

/** Takes what Telegram posts. */
export interface Webhook {
  /** `secret` is the header `X-Telegram-Bot-Api-Secret-Token`. Answers 200 only when the update is stored. */
  post(body: unknown, secret: string | undefined): Promise<WebhookStatus>;
  /** Resolves when everything that was posted is stored. */
  idle(): Promise<void>;
}

export interface WebhookDeps<Update> {
  readonly secret: string;
  take(update: Update): Promise<IncomingEvent | undefined>;
  accept(batch: readonly IncomingEvent[]): Promise<void>;
  readonly log: Logger;
}

export function createWebhook<Update extends AnyUpdate>({
  secret,
  take,
  accept,
  log,
}: WebhookDeps<Update>): Webhook {
  const batcher = createBatcher(accept, (a, b) => Number(a.seq - b.seq));
  return {
    async post(body, given) {
      if (!isSame(given, secret)) return 401;
      if (!isUpdate<Update>(body)) return 400;
      const incoming = await take(body);
      try {
        if (incoming) await batcher.add(incoming);
        return 200;
      } catch (error) {
        // Whoever stores it has said so: this comes again with each update, and with each try of Telegram's.
        log.debug({ err: error }, 'an update could not be stored; Telegram sends it again');
        return 503;
      }
    },
    idle: () => batcher.idle(),
  };
}

/** Compares in constant time. */
function isSame(given: string | undefined, wanted: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return given !== undefined && timingSafeEqual(digest(given), digest(wanted));
}

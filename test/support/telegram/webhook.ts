import { z } from 'zod';
import type { WebhookOptions } from './interface.ts';
import { jsonIn, type Params } from './request.ts';
import { secondsOf } from './rooms.ts';
import type { Queue, Waiting } from './updates.ts';
import type { World } from './world.ts';

export interface WebhookSettings {
  readonly url: string;
  readonly secret?: string;
  readonly maxConnections: number;
}

/** Does a call of the bot. */
type Act = (method: string, params: Params) => Promise<unknown>;

/** Posts a bot's updates to its URL: of one chat one by one, of several side by side. */
export interface Webhook {
  set(settings: WebhookSettings | undefined): void;
  settings(): WebhookSettings | undefined;
  lastError(): { readonly at: number; readonly message: string } | undefined;
  stop(): void;
}

const DEFAULTS: Required<WebhookOptions> = {
  strictSequence: true,
  timeoutMs: 5_000,
  firstRetryMs: 20,
  longestRetryMs: 500,
  attempts: Number.POSITIVE_INFINITY,
};

export function createWebhook(world: World, queue: Queue, act: Act): Webhook {
  const options = { ...DEFAULTS, ...world.options.webhook };
  const busy = new Set<Waiting>();
  const lanes = new Set<number>();
  let settings: WebhookSettings | undefined;
  let failure: { at: number; message: string } | undefined;
  let stopping = new AbortController();

  const isFree = (one: Waiting): boolean => (options.strictSequence ? !lanes.has(one.lane) : !busy.has(one));

  const pump = (): void => {
    const now = settings;
    while (now && busy.size < now.maxConnections) {
      const next = queue.waiting.find(isFree);
      if (!next) return;
      busy.add(next);
      lanes.add(next.lane);
      void deliver(next, now, stopping.signal);
    }
  };

  const deliver = async (one: Waiting, to: WebhookSettings, signal: AbortSignal): Promise<void> => {
    let isTaken = false;
    for (let attempt = 0; !isTaken && !signal.aborted && attempt < options.attempts; attempt += 1) {
      if (attempt > 0)
        await pause(Math.min(options.firstRetryMs * 2 ** (attempt - 1), options.longestRetryMs), signal);
      if (!signal.aborted) isTaken = await attemptTo(one, to, signal);
    }
    // Another webhook has been set meanwhile: what was under way here is its business now.
    if (signal.aborted) return;
    busy.delete(one);
    lanes.delete(one.lane);
    queue.done(one);
    pump();
  };

  const attemptTo = async (one: Waiting, to: WebhookSettings, signal: AbortSignal): Promise<boolean> => {
    one.wasDelivered = true;
    try {
      const response = await postTo(
        to,
        one,
        AbortSignal.any([signal, AbortSignal.timeout(options.timeoutMs)]),
      );
      const body = await response.text();
      if (!response.ok)
        throw new Error(`Wrong response from the webhook: ${response.status} ${response.statusText}`);
      await reply(body, act);
      return true;
    } catch (error) {
      failure = { at: secondsOf(world.now()), message: error instanceof Error ? error.message : 'unknown' };
      return false;
    }
  };

  const look = (): undefined => {
    pump();
    return undefined;
  };
  void queue.changes.awaits(look, FOREVER_MS, stopping.signal);

  return {
    set(next) {
      stopping.abort();
      stopping = new AbortController();
      busy.clear();
      lanes.clear();
      failure = undefined;
      settings = next;
      void queue.changes.awaits(look, FOREVER_MS, stopping.signal);
    },
    settings: () => settings,
    lastError: () => failure,
    stop() {
      settings = undefined;
      stopping.abort();
    },
  };
}

/** The longest that a timer can wait. */
const FOREVER_MS = 2 ** 31 - 1;

const pause = (milliseconds: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });

/** Nothing ever leaves this machine. */
const isLoopback = (url: string): boolean =>
  ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(url).hostname);

async function postTo(
  { url, secret }: WebhookSettings,
  { update }: Waiting,
  signal: AbortSignal,
): Promise<Response> {
  if (!isLoopback(url)) throw new Error('Connection refused');
  return fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(secret !== undefined && { 'x-telegram-bot-api-secret-token': secret }),
    },
    body: JSON.stringify(update),
    redirect: 'manual',
    signal,
  });
}

const call = z.looseObject({ method: z.string() });

/** A bot may answer an update with a call; it never hears how that ended. */
async function reply(body: string, act: Act): Promise<void> {
  const { data } = call.safeParse(jsonIn(body));
  if (!data) return;
  const { method, ...fields } = data;
  await act(method, { fields, uploads: new Map() });
}

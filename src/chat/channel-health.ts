import type { Logger } from 'pino';
import type { AppContext } from '../db/work.ts';
import { endTrouble, openTrouble, probeAgain, probeFailed } from './channel-trouble.ts';

/** Timers may ring a little early; the row says when the next probe may go. */
const LATE_MS = 20;
/** A single chat that cannot be served is not the channel's fault. */
const CHATS_IN_TROUBLE = 2;

/** A message that found its channel unwell. */
export interface Failure {
  readonly channel: string;
  readonly chatId: string;
  readonly why: string;
  /** Nothing is tried for at least so long. */
  readonly atLeastMs: number;
  /** Set where the message was the probe of an unwell channel: the failures in a row before it. */
  readonly probe: number | undefined;
}

/**
 * Which channels are unwell. Through those nothing goes out but one probe at a time, over all processes, with longer and
 * longer pauses; the first that gets through lets everything out that waits.
 */
export interface ChannelHealth {
  /** Another process found the channel unwell. */
  learn(channel: string, retryAt: Date): void;
  /** Resolves with whether the channel rests now. */
  failed(failure: Failure): Promise<boolean>;
  /** The platform answered, whatever it said; `wasProbe`: to the probe of an unwell channel. */
  answered(channel: string, wasProbe: boolean): Promise<void>;
  /** A probe told nothing of the channel: another may go after `ms`. */
  undecided(channel: string, ms: number): Promise<void>;
  stop(): void;
}

export interface ChannelHealthParts {
  readonly appContext: AppContext;
  readonly log: Logger;
  /** One message may try the channel now. */
  onRetry(channel: string): void;
  /** Everything may go out. */
  onWell(): Promise<void>;
}

export function createChannelHealth({ appContext, log, onRetry, onWell }: ChannelHealthParts): ChannelHealth {
  const failing = new Map<string, Set<string>>();
  const resting = new Map<string, { readonly retryAt: Date; readonly timer: NodeJS.Timeout }>();
  let isStopped = false;

  const rest = (channel: string, retryAt: Date): void => {
    forget(channel);
    if (isStopped) return;
    const ms = Math.max(0, retryAt.getTime() - appContext.clock.now().getTime()) + LATE_MS;
    const timer = setTimeout(() => {
      resting.delete(channel);
      onRetry(channel);
    }, ms);
    resting.set(channel, { retryAt, timer });
  };

  const forget = (channel: string): void => {
    clearTimeout(resting.get(channel)?.timer);
    resting.delete(channel);
  };

  const open = async ({ channel, chatId, why, atLeastMs }: Failure): Promise<boolean> => {
    const chats = failing.get(channel) ?? new Set();
    failing.set(channel, chats.add(chatId));
    if (chats.size < CHATS_IN_TROUBLE) return false;
    if (resting.has(channel)) return true;
    const { retryAt } = await openTrouble(appContext, channel, atLeastMs);
    log.warn({ channel, why }, 'a channel is unwell: what is to be said there waits');
    rest(channel, retryAt);
    return true;
  };

  return {
    learn: rest,
    async failed(failure) {
      const { channel, probe, atLeastMs } = failure;
      if (probe === undefined) return open(failure);
      rest(channel, (await probeFailed(appContext, channel, probe, atLeastMs)).retryAt);
      return true;
    },
    async answered(channel, wasProbe) {
      failing.delete(channel);
      if (!wasProbe && !resting.has(channel)) return;
      forget(channel);
      const since = await endTrouble(appContext, channel);
      if (since) log.info({ channel, since }, 'a channel is well again: what waited is said');
      await onWell();
    },
    async undecided(channel, ms) {
      rest(channel, await probeAgain(appContext, channel, ms));
    },
    stop() {
      isStopped = true;
      for (const channel of [...resting.keys()]) forget(channel);
    },
  };
}

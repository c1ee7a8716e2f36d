import type { Logger } from 'pino';
import type { ChatId } from '../../../db/ids.ts';
import type { AppContext } from '../../../db/work.ts';
import type { DeliveryResult } from '../../dsl/channel.ts';
import { endTrouble, openTrouble, probeAgain, probeFailed } from './trouble.ts';

/** Timers may fire a little early; the row decides when the next probe is due. */
const LATE_MS = 20;
/** A single chat that cannot be served is not the channel's fault. */
const CHATS_IN_TROUBLE = 2;

/** An attempt to send a message. */
export interface Attempt {
  readonly channel: string;
  readonly chatId: ChatId;
  /** Set where the message was a probe: how many failures in a row came before it. */
  readonly probe: number | undefined;
}

type Unwell = Extract<DeliveryResult, { is: 'unwell' }>;

/**
 * Knows which channels are unwell. Those get one message at a time as a probe, over all processes, with growing
 * pauses; the first probe that succeeds sends everything that waits.
 */
export interface ChannelHealth {
  /** Another process found the channel unwell. */
  learn(channel: string, retryAt: Date): void;
  /** Records how an attempt ended. Resolves with whether the channel rests now. */
  report(attempt: Attempt, end: DeliveryResult): Promise<boolean>;
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
  const resting = new Map<string, { readonly retryAt: Date; readonly cancel: () => void }>();
  let isStopped = false;

  const rest = (channel: string, retryAt: Date): void => {
    forget(channel);
    if (isStopped) return;
    const ms = Math.max(0, retryAt.getTime() - appContext.clock.now().getTime()) + LATE_MS;
    const cancel = appContext.clock.after(ms, () => {
      resting.delete(channel);
      onRetry(channel);
    });
    resting.set(channel, { retryAt, cancel });
  };

  const forget = (channel: string): void => {
    resting.get(channel)?.cancel();
    resting.delete(channel);
  };

  const open = async ({ channel, chatId }: Attempt, { why, atLeastMs }: Unwell): Promise<boolean> => {
    const chats = failing.get(channel) ?? new Set();
    failing.set(channel, chats.add(chatId));
    if (chats.size < CHATS_IN_TROUBLE) return false;
    if (resting.has(channel)) return true;
    const { retryAt } = await openTrouble(appContext, channel, atLeastMs);
    log.warn({ channel, why }, 'a channel is unwell: its messages wait');
    rest(channel, retryAt);
    return true;
  };

  const failed = async (attempt: Attempt, end: Unwell): Promise<boolean> => {
    const { channel, probe } = attempt;
    if (probe === undefined) return open(attempt, end);
    rest(channel, (await probeFailed(appContext, channel, probe, end.atLeastMs)).retryAt);
    return true;
  };

  /** The platform answered, with whatever result. */
  const answered = async ({ channel, probe }: Attempt): Promise<void> => {
    failing.delete(channel);
    if (probe === undefined && !resting.has(channel)) return;
    forget(channel);
    const since = await endTrouble(appContext, channel);
    if (since) log.info({ channel, since }, 'a channel is well again: its messages go out');
    await onWell();
  };

  return {
    learn: rest,
    async report(attempt, end) {
      if (end.is === 'unwell') return failed(attempt, end);
      if (end.is !== 'later') await answered(attempt);
      // A message that waits for its own reasons proves nothing about the channel: another may be the probe.
      else if (attempt.probe !== undefined)
        rest(attempt.channel, await probeAgain(appContext, attempt.channel, end.ms));
      return false;
    },
    stop() {
      isStopped = true;
      for (const channel of [...resting.keys()]) forget(channel);
    },
  };
}

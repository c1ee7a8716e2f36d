import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { isTokenRefused, lineOf, type Trouble, troubleOf } from './errors.ts';

/** Between tries: so long at first, doubled up to the longest. */
export interface Pauses {
  readonly firstMs: number;
  readonly longestMs: number;
}

export interface Patience {
  readonly pauses: Pauses;
  readonly stopping: AbortSignal;
  readonly log: Logger;
  /** The setting that holds the token, for whoever reads the log. */
  readonly setting: string;
}

/** Says what to do about a token that Telegram refuses. */
export const refusedToken = (setting: string): string =>
  `Telegram refuses the token in ${setting}: copy it again from @BotFather, or take the setting out to run without this bot.`;

/** Does `act` until it succeeds; nothing once we are stopping. The log hears of each kind of trouble once, not at each try. */
export async function untilDone<T>(
  act: () => Promise<T>,
  { pauses, stopping, log, setting }: Patience,
  explain: (error: unknown) => string = (error) => sayTrouble(error, setting),
): Promise<T | undefined> {
  let said = '';
  let waitMs = pauses.firstMs;
  while (!stopping.aborted) {
    try {
      const result = await act();
      if (said) log.info({ setting }, 'the bot goes on');
      return result;
    } catch (error) {
      if (stopping.aborted) return undefined;
      const line = explain(error);
      if (line !== said) log.warn({ setting }, `the bot has to wait: ${line}`);
      said = line;
      await pause(pauseMs(troubleOf(error), waitMs), undefined, { signal: stopping }).catch(() => undefined);
      waitMs = Math.min(waitMs * 2, pauses.longestMs);
    }
  }
  return undefined;
}

function sayTrouble(error: unknown, setting: string): string {
  const trouble = troubleOf(error);
  return isTokenRefused(trouble) ? refusedToken(setting) : `Telegram: ${lineOf(trouble)}`;
}

const pauseMs = (trouble: Trouble, waitMs: number): number =>
  (trouble.is === 'answered' ? trouble.retryAfterMs : undefined) ?? waitMs;

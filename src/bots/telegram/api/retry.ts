import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { type ApiError, formatApiError, isTokenRefused, parseApiError } from './errors.ts';

/** Pauses between tries: doubled from the first up to the longest. */
export interface RetryDelays {
  readonly firstMs: number;
  readonly longestMs: number;
}

export interface RetryOptions {
  readonly pauses: RetryDelays;
  readonly stopping: AbortSignal;
  readonly log: Logger;
  /** The setting that holds the token, named in the log. */
  readonly setting: string;
}

/** Says what to do about a token that Telegram refuses. */
export const refusedTokenMessage = (setting: string): string =>
  `Telegram refuses the token in ${setting}: copy it again from @BotFather, or take the setting out to run without this bot.`;

/** Repeats `act` until it succeeds; undefined when stopping. Logs each kind of failure once, not at each try. */
export async function retryUntilDone<T>(
  act: () => Promise<T>,
  { pauses, stopping, log, setting }: RetryOptions,
  explain: (error: unknown) => string = (error) => logApiError(error, setting),
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
      await pause(pauseMs(parseApiError(error), waitMs), undefined, { signal: stopping }).catch(
        () => undefined,
      );
      waitMs = Math.min(waitMs * 2, pauses.longestMs);
    }
  }
  return undefined;
}

function logApiError(error: unknown, setting: string): string {
  const apiError = parseApiError(error);
  return isTokenRefused(apiError) ? refusedTokenMessage(setting) : `Telegram: ${formatApiError(apiError)}`;
}

const pauseMs = (apiError: ApiError, waitMs: number): number =>
  (apiError.is === 'answered' ? apiError.retryAfterMs : undefined) ?? waitMs;

import type { Logger } from 'pino';

/** Logs an outage in two lines, its begin and its end, however often it is noticed. */
export interface Outage {
  /** Something failed because what it needs is away. */
  begin(error: unknown): void;
  /** Something worked. */
  end(): void;
}

export function createOutageLog(log: Logger, gone: string, back: string): Outage {
  let isAway = false;
  return {
    begin(error) {
      if (isAway) log.debug({ err: error }, gone);
      else log.warn({ err: error }, gone);
      isAway = true;
    },
    end() {
      if (isAway) log.info(back);
      isAway = false;
    },
  };
}

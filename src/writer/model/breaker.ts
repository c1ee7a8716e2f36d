/** A circuit breaker: after several failures in a row a server is not asked for a minute. */
export interface Breaker {
  /** Whether the server may be asked now. */
  isClosed(): boolean;
  worked(): void;
  failed(): void;
}

const MOST_FAILURES = 3;
const REST_MS = 60_000;

export function createBreaker(now: () => number): Breaker {
  let failures = 0;
  let restsUntil = 0;
  return {
    isClosed: () => now() >= restsUntil,
    worked: () => {
      failures = 0;
    },
    failed: () => {
      failures += 1;
      if (failures >= MOST_FAILURES) restsUntil = now() + REST_MS;
    },
  };
}

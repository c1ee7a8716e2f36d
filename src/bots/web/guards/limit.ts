import type { FastifyReply, FastifyRequest } from 'fastify';

/** A rate limit: `burst` immediately, then `perSecond`. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

interface Bucket {
  level: number;
  at: number;
}

/** Beyond this many callers, full buckets are dropped. */
const MANY = 10_000;

/** Counts in memory for each caller. `take` returns the milliseconds to wait; 0: go on. */
export interface Limit {
  take(caller: string): number;
}

/** `now` in milliseconds, of a clock that only goes forward. */
export function createLimit({ burst, perSecond }: Rate, now: () => number = () => performance.now()): Limit {
  const buckets = new Map<string, Bucket>();

  const currentLevel = ({ level, at }: Bucket): number =>
    Math.min(burst, level + ((now() - at) / 1_000) * perSecond);

  const forgetIdle = (): void => {
    for (const [caller, bucket] of buckets) if (currentLevel(bucket) >= burst) buckets.delete(caller);
  };

  return {
    take(caller) {
      if (buckets.size > MANY) forgetIdle();
      const level = currentLevel(buckets.get(caller) ?? { level: burst, at: now() });
      const isAllowed = level >= 1;
      buckets.set(caller, { level: isAllowed ? level - 1 : level, at: now() });
      return isAllowed ? 0 : Math.ceil(((1 - level) / perSecond) * 1_000);
    },
  };
}

/** Answers 429 with how long to wait. */
export const tooMany = (reply: FastifyReply, waitMs: number): FastifyReply =>
  reply
    .code(429)
    .header('retry-after', Math.ceil(waitMs / 1_000))
    .send({ error: 'too-many' });

/** Refuses requests of a caller over the limit before anything else is done; for `onRequest`. */
export function slowDown(rate: Rate, callerOf: (request: FastifyRequest) => string) {
  const limit = createLimit(rate);
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const waitMs = limit.take(callerOf(request));
    if (waitMs > 0) await tooMany(reply, waitMs);
  };
}

import { hasRedis, startRedis, type TestRedis } from '../support/redis.ts';

/** Where queues are kept; on Redis only where there is one, which the end of the run says. */
export const backends: readonly ('PostgreSQL' | 'Redis')[] = hasRedis()
  ? ['PostgreSQL', 'Redis']
  : ['PostgreSQL'];

export const startBackend = async (backend: (typeof backends)[number]): Promise<TestRedis | undefined> =>
  backend === 'Redis' ? startRedis() : undefined;

import type { Reporter } from 'vitest/node';
import { hasRedis } from './redis.ts';

/** Says at the end of a run which half of the tests of queues and alerts was not run, and why. */
export default class HalvesReporter implements Reporter {
  onTestRunEnd(): void {
    if (hasRedis()) return;
    console.log(
      'Not run: queues and alerts on Redis. There is no redis-server on PATH and REDIS_URL is not set; on PostgreSQL they were run.\n',
    );
  }
}

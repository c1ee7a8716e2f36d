import type { TestProject } from 'vitest/node';
import { setup as startDatabase } from '../support/global-database.ts';
import { startS3 } from '../support/s3.ts';
import { startPgBouncer, startRedisCluster } from './engines.ts';

/** The run's PostgreSQL server with PgBouncer before it, a Redis Cluster and a store of pictures: every Walnut of the run is on them. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const stopDatabase = await startDatabase(project);
  const pooler = await startPgBouncer(project.getProvidedContext().databaseServer);
  const cluster = await startRedisCluster();
  const s3 = await startS3();
  process.env.POOLER_PORT = String(pooler.port);
  process.env.REDIS_URL = `redis://127.0.0.1:${cluster.port}`;
  Object.assign(process.env, s3.settings);
  return async () => {
    await s3[Symbol.asyncDispose]();
    if (s3.refused.length > 0 || s3.puts() === 0)
      throw new Error(
        `the store of pictures refused ${s3.refused.join(', ') || 'nothing'}, and took ${s3.puts()}`,
      );
    await Promise.all([pooler.stop(), cluster.stop()]);
    await stopDatabase();
  };
}

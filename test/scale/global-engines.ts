import type { TestProject } from 'vitest/node';
import { setup as startDatabase } from '../support/global-database.ts';
import { startPgBouncer, startRedisCluster } from './engines.ts';

/** The run's PostgreSQL server with PgBouncer before it, and a Redis Cluster: every Walnut of the run is on them. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const stopDatabase = await startDatabase(project);
  const pooler = await startPgBouncer(project.getProvidedContext().databaseServer);
  const cluster = await startRedisCluster();
  process.env.POOLER_PORT = String(pooler.port);
  process.env.REDIS_URL = `redis://127.0.0.1:${cluster.port}`;
  return async () => {
    await Promise.all([pooler.stop(), cluster.stop()]);
    await stopDatabase();
  };
}

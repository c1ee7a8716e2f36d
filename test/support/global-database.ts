import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import pino from 'pino';
import type { TestProject } from 'vitest/node';
import { openEmbedded } from '../../src/db/embedded/embedded.ts';
import { migrate } from '../../src/db/migrations/migrate.ts';
import { openQueues } from '../../src/jobs/queue/queues.ts';
import { quickFolder } from './quick-folder.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The connection string of the run's PostgreSQL server; its database is only there to connect to. */
    databaseServer: string;
    /** … by its Unix socket, where it has one: a statement costs a quarter less of the processor's time. */
    databaseSocket: string;
  }
}

/** The migrated database that every test file's own is copied from. */
export const TEMPLATE = 'walnut_template';

/** Vitest's global setup: one embedded server in a folder of its own for the whole run, gone when the run is over. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(quickFolder(), 'walnut-test-'));
  // As root the server runs as another user, who must be able to reach its data.
  await chmod(folder, 0o711);
  const server = await openEmbedded(join(folder, 'data'), { isDurable: false, maxConnections: 300 });
  await makeTemplate(server.url);
  await quickenLogin(server.url);
  project.provide('databaseServer', server.url);
  project.provide('databaseSocket', server.socketUrl);
  return async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

/** Everything that a start would else make anew in each copy: our tables, and those of the queues. */
async function makeTemplate(server: string): Promise<void> {
  await onServer(server, (client) => client.query(`CREATE DATABASE ${TEMPLATE}`));
  const template = new URL(server);
  template.pathname = TEMPLATE;
  await migrate(template.href);
  const queues = await openQueues(template.href, undefined, pino({ level: 'silent' }));
  await queues.stop();
}

/** A password is proven with four thousand rounds of a hash at each connection, and a run makes thousands of them. */
async function quickenLogin(server: string): Promise<void> {
  await onServer(server, async (client) => {
    await client.query('SET scram_iterations = 1');
    await client.query(`ALTER ROLE CURRENT_USER PASSWORD ${client.escapeLiteral(new URL(server).password)}`);
  });
}

async function onServer(server: string, act: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await act(client);
  } finally {
    await client.end();
  }
}

import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { type Database, openDatabase } from '../../src/db/client/client.ts';
import { TEMPLATE } from './global-database.ts';

/** An empty, migrated database that nobody else uses. */
export interface FreshDatabase extends AsyncDisposable {
  readonly url: string;
  /** … by the server's Unix socket. */
  readonly socketUrl: string;
  readonly db: Database;
  /** Closes the pool and removes the database, whoever else is still connected to it. */
  drop(): Promise<void>;
}

/** Makes a database of the test's own in some tens of milliseconds. */
export async function freshDatabase(options: { poolSize?: number } = {}): Promise<FreshDatabase> {
  const name = await createDatabase(`TEMPLATE ${TEMPLATE} STRATEGY FILE_COPY`);
  const socketUrl = onDatabase(inject('databaseSocket'), name);
  const db = await openDatabase(socketUrl, options);
  const drop = async (): Promise<void> => {
    await db.$disconnect();
    await onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  };
  return { url: urlOf(name), socketUrl, db, drop, [Symbol.asyncDispose]: drop };
}

/** Makes an empty database that saw no migration, by the words that `CREATE DATABASE` takes; answers its name. */
export async function createDatabase(how: string): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(`CREATE DATABASE ${name} ${how}`);
  return name;
}

/** The connection string of a database on the run's server. */
export const urlOf = (name: string): string => onDatabase(inject('databaseServer'), name);

function onDatabase(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = name;
  return url.href;
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('databaseServer') });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

import { realpathSync } from 'node:fs';
import pg from 'pg';
import { errorCode, Fault } from '../fault.ts';
import { DATABASE, PASSWORD_FILE, ROLE } from './cluster.ts';

/**
 * A process that uses the embedded server holds one session with a shared advisory lock. The process that gets the same
 * lock exclusively is the last one. A session ends with its process, also after `kill -9`, so nothing can go stale.
 */
export interface Lease {
  readonly port: number;
  readonly client: pg.Client;
}

const WRONG_PASSWORD = '28P01';

/** Any number will do, as long as every process of every release uses the same. */
const LOCK = 0x77616c6e;

/** `busy`: a server is there but starting or stopping. `nobody`: no server of ours answers on that port. */
export type Attempt = Lease | 'busy' | 'nobody';

/** Connects to the server of `cluster` on `port` and joins those who use it. */
export async function tryLease(cluster: string, port: number, password: string): Promise<Attempt> {
  const client = new pg.Client({
    ...{ host: '127.0.0.1', port, user: ROLE, password, database: DATABASE, ssl: false },
    application_name: 'walnut lease',
    connectionTimeoutMillis: 10_000,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query(`SELECT current_setting('data_directory') AS folder`);
    const isOurs = realpathSync(String(rows[0]?.folder)) === realpathSync(cluster);
    if (isOurs && (await lock(client, 'pg_try_advisory_lock_shared'))) return { port, client };
    await client.end();
    return isOurs ? 'busy' : 'nobody';
  } catch (error) {
    await client.end().catch(() => {});
    if (errorCode(error) === WRONG_PASSWORD) throw wrongPassword(cluster, error);
    return errorCode(error) === 'ECONNREFUSED' ? 'nobody' : 'busy';
  }
}

/** Gives the lease up. True when nobody else holds one: the caller then must stop the server. */
export async function isLastToLeave({ client }: Lease): Promise<boolean> {
  await client.query('SELECT pg_advisory_unlock_shared($1)', [LOCK]);
  return lock(client, 'pg_try_advisory_lock');
}

async function lock(client: pg.Client, attempt: string): Promise<boolean> {
  const { rows } = await client.query(`SELECT ${attempt}($1) AS got`, [LOCK]);
  return rows[0]?.got === true;
}

function wrongPassword(cluster: string, cause: unknown): Fault {
  const advice = `bring the file ${PASSWORD_FILE} in DATA_DIR back as it was, for example from a backup`;
  return new Fault('folder', `The password of the database in ${cluster} was changed or lost: ${advice}.`, {
    cause,
  });
}

import pg from 'pg';
import { errorCode, Fault, oneLine } from '../fault.ts';

/** Runs `act` on one plain connection to the database. A connection that fails is a `Fault` that hides the password. */
export async function withConnection<T>(url: string, act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = connect(url);
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (cause) {
    await client.end().catch(() => {});
    throw unreachable(client, cause);
  }
  try {
    return await act(client);
  } finally {
    await client.end().catch(() => {});
  }
}

/** In any other encoding PostgreSQL counts bytes for characters, and Chinese words cannot be found. */
export async function checkEncoding(client: pg.Client): Promise<void> {
  const { rows } = await client.query(`SELECT current_setting('server_encoding') AS encoding`);
  const encoding = String(rows[0]?.encoding);
  if (encoding === 'UTF8') return;
  const database = client.escapeIdentifier(client.database ?? '');
  const advice = `make it anew: CREATE DATABASE ${database} ENCODING 'UTF8' LOCALE 'C.UTF-8' TEMPLATE template0`;
  throw new Fault('encoding', `The database ${database} is ${encoding} and Walnut needs UTF8: ${advice}.`);
}

function connect(url: string): pg.Client {
  try {
    return new pg.Client({
      connectionString: url,
      application_name: 'walnut',
      connectionTimeoutMillis: 15_000,
    });
  } catch (cause) {
    const example = 'postgresql://user:password@host:5432/database';
    throw new Fault('unreachable', `DATABASE_URL is not a PostgreSQL address; it looks like ${example}.`, {
      cause,
    });
  }
}

/** Says which address was tried, what came back, and what to do. The URL is left out: it holds the password. */
function unreachable(client: pg.Client, cause: unknown): Fault {
  const place = `${client.host}:${client.port}`;
  const message = `No connection to PostgreSQL at ${place}: ${wordsFor(cause)}; ${adviceFor(client, errorCode(cause))}.`;
  return new Fault('unreachable', message, { cause, retry: true });
}

/** An AggregateError (every address of a host refused) has no message of its own. */
function wordsFor(cause: unknown): string {
  if (cause instanceof AggregateError) return oneLine(cause.errors[0]);
  return oneLine(cause) || 'no reason given';
}

function adviceFor({ user, database }: pg.Client, code: string): string {
  switch (code) {
    case 'ECONNREFUSED':
      return 'check that the server runs and that the host and port in DATABASE_URL are right';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'check the host name in DATABASE_URL';
    case '28P01':
    case '28000':
      return `check the user name and password of "${user}" in DATABASE_URL`;
    case '3D000':
      return `create the database: CREATE DATABASE "${database}" ENCODING 'UTF8' TEMPLATE template0`;
    case '53300':
      return 'the server has no free connection; raise its max_connections or stop what you do not need';
    default:
      return 'check DATABASE_URL and that the server can be reached from here';
  }
}

import type { Logger } from 'pino';
import { persist } from '../../async/persist.ts';
import type { Database } from './client.ts';

/** Sockets that break or cannot be made; PostgreSQL that stops, starts or throws us out; Prisma's words for the same. */
const CODES = new RegExp(
  [
    ...['ECONN(REFUSED|RESET|ABORTED)', 'EPIPE', 'ETIMEDOUT', 'E(HOST|NET)UNREACH', 'ENOTFOUND', 'EAI_AGAIN'],
    ...['08...', '57P0[1-5]', '53300'],
    ...['P10(01|02|08|17)', 'DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout'],
  ]
    .map((code) => `^${code}$`)
    .join('|'),
);
/** What pg says of a connection that ended, without any code. */
const WORDS = /Connection terminated|is not queryable|timeout expired|Query read timeout/;

/** Whether `error` came because the database could not be reached or threw us out, not because of what we asked. */
export function isAway(error: unknown): boolean {
  const causes = [field(error, 'cause'), field(field(field(error, 'meta'), 'driverAdapterError'), 'cause')];
  const inside = causes.flatMap((cause) => [field(cause, 'kind'), field(cause, 'originalCode')]);
  const codes = [field(error, 'code'), ...inside];
  return codes.some((code) => CODES.test(String(code))) || WORDS.test(String(field(error, 'message')));
}

/** Prisma keeps what the driver said inside its own error, of a raw query deeper than of a transaction. */
const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

/** Whether the database answers now. */
export const doesAnswer = (db: Database): Promise<boolean> =>
  db.$queryRaw`SELECT 1`.then(
    () => true,
    () => false,
  );

/**
 * Writes down what has happened already and must not be forgotten: while the database is away it waits and tries again,
 * until `stopping`. It may be written twice, for an answer can get lost after the commit.
 */
export async function onceBack(act: () => Promise<void>, stopping: AbortSignal): Promise<void> {
  const mayWait = (error: unknown): void => {
    if (!isAway(error)) throw error;
  };
  await act().catch((error: unknown) => {
    mayWait(error);
    return persist(act, stopping, mayWait);
  });
}

/** Logs a fault; one that the database's absence explains is for the curious alone, for the outage is told elsewhere. */
export function logFault(log: Logger, error: unknown, said: string, about: object = {}): void {
  if (isAway(error)) log.debug({ ...about, err: error }, said);
  else log.error({ ...about, err: error }, said);
}

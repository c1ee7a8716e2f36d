import type { Logger } from 'pino';
import { persist } from '../../async/persist.ts';
import type { Database } from './client.ts';

/** Codes of broken sockets, of PostgreSQL that stops, starts or ends sessions, and Prisma's for the same. */
const CODES = new RegExp(
  [
    ...['ECONN(REFUSED|RESET|ABORTED)', 'EPIPE', 'ETIMEDOUT', 'E(HOST|NET)UNREACH', 'ENOTFOUND', 'EAI_AGAIN'],
    ...['08...', '57P0[1-5]', '53300'],
    ...['P10(01|02|08|17)', 'DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout'],
  ]
    .map((code) => `^${code}$`)
    .join('|'),
);
/** Messages of pg about ended connections that carry no code. */
const WORDS = /Connection terminated|is not queryable|timeout expired|Query read timeout/;

/** Whether `error` means that the database was unreachable or ended the session, rather than a bad query. */
export const isAway = (error: unknown): boolean =>
  findCodes(error).some((code) => CODES.test(code)) || WORDS.test(String(field(error, 'message')));

/**
 * Codes of transactions that could not be had or went on for too long (Prisma's P2024 and P2028, PostgreSQL's idle limit), that
 * met a deadlock or another's writes, and of a server that lacks memory, disk or locks.
 */
const PASSING_CODES = /^(P2024|P2028|P2034|TransactionWriteConflict|40001|40P01|25P0[34]|55P03|53...|58...)$/;

/** Whether `error` is about the transaction or the server, and not about what was asked: it may go well another time. */
export const isPassing = (error: unknown): boolean =>
  isAway(error) || findCodes(error).some((code) => PASSING_CODES.test(code));

function findCodes(error: unknown): string[] {
  const causes = [field(error, 'cause'), field(field(field(error, 'meta'), 'driverAdapterError'), 'cause')];
  const inside = causes.flatMap((cause) => [field(cause, 'kind'), field(cause, 'originalCode')]);
  return [field(error, 'code'), ...inside].map(String);
}

/** Prisma wraps the driver's error; for a raw query one level deeper than for a transaction. */
const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

/** Whether the database answers now. */
export const doesAnswer = (db: Database): Promise<boolean> =>
  db.$queryRaw`SELECT 1`.then(
    () => true,
    () => false,
  );

/**
 * Writes what has already happened and must be recorded: retries while the database is away, until `stopping`. It may be
 * written twice, because the answer can get lost after the commit.
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

/** Logs a fault. One that an outage of the database explains is logged at `debug`: the outage has its own lines. */
export function logFault(log: Logger, error: unknown, said: string, about: object = {}): void {
  if (isAway(error)) log.debug({ ...about, err: error }, said);
  else log.error({ ...about, err: error }, said);
}

import { codeOf } from './fault.ts';

/** Sockets that break or cannot be made; PostgreSQL that stops, starts or throws us out; Prisma's words for the same. */
const CODES =
  /^(ECONN(REFUSED|RESET|ABORTED)|EPIPE|ETIMEDOUT|E(HOST|NET)UNREACH|ENOTFOUND|EAI_AGAIN|08...|57P0[1-5]|53300|P10(01|02|08|17))$/;
/** What pg says of a connection that ended, without any code. */
const WORDS =
  /Connection terminated|is not queryable|timeout expired|Query read timeout|Code: `(08...|57P0[1-5]|53300)`/;

/** Whether `error` came because the database could not be reached or threw us out, not because of what we asked. */
export const isAway = (error: unknown): boolean =>
  CODES.test(codeOf(error)) || (error instanceof Error && WORDS.test(error.message));

import { AsyncLocalStorage } from 'node:async_hooks';
import pg from 'pg';
import type { Facts } from './facts.ts';
import { sendLast } from './frame.ts';
import type { Statement } from './statement.ts';

/** Runs declared statements: on a database each by itself, in a transaction as a part of it. */
export interface Prepared {
  /** What this process knows of the database. */
  readonly $facts: Facts;
  $prepared<Values extends readonly unknown[], Row>(
    statement: Statement<Values, Row>,
    ...values: Values
  ): Promise<Row[]>;
}

/** … and ends the transaction: nothing may be sent in it afterwards. */
export interface Ending {
  $last<Values extends readonly unknown[], Row>(
    statement: Statement<Values, Row>,
    ...values: Values
  ): Promise<Row[]>;
}

/** The connection of one transaction of Prisma's; whoever sends on it does so after what was sent before. */
export interface Line {
  readonly client: pg.ClientBase;
  /** Throws where the transaction is over, because its connection may be another's by now. */
  inTurn<T>(act: () => Promise<T>): Promise<T>;
}

/** Where the adapter leaves the line of the transaction that is being opened. */
export const opening = new AsyncLocalStorage<{ line?: Line }>();

/** Days come as Prisma has them, at midnight UTC; large numbers as such. */
const parsers = new Map<number, (value: string) => unknown>([
  [pg.types.builtins.INT8, BigInt],
  [pg.types.builtins.DATE, (day) => new Date(`${day}T00:00:00Z`)],
]);

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    parsers.get(oid) ?? pg.types.getTypeParser(oid, format === 'binary' ? 'binary' : 'text'),
};

const queryFor = (
  { name, sql }: Statement<readonly unknown[], unknown>,
  values: readonly unknown[],
  isNamed: boolean,
): pg.QueryConfig => ({ ...(isNamed && { name }), text: sql, values: [...values], types });

/** `isNamed` is false behind a pooler, which gives the next statement to another session. */
type Run = Pick<Prepared, '$prepared'>;

export const preparedOn = (client: Pick<pg.Pool, 'query'>, isNamed: boolean): Run => ({
  async $prepared<Values extends readonly unknown[], Row>(
    statement: Statement<Values, Row>,
    ...values: Values
  ) {
    // Its types are held to the schema by a test.
    return (await client.query(queryFor(statement, values, isNamed))).rows as Row[];
  },
});

export const createPrepared = (line: Line, isNamed: boolean): Run & Ending => ({
  $prepared: (statement, ...values) =>
    line.inTurn(() => preparedOn(line.client, isNamed).$prepared(statement, ...values)),
  $last: <Values extends readonly unknown[], Row>(statement: Statement<Values, Row>, ...values: Values) =>
    line.inTurn(
      async () => (await sendLast(line.client, queryFor(statement, values, isNamed))).rows as Row[],
    ),
});

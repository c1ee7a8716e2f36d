// Statements that every turn needs go straight to pg: typed here, prepared by name, in the same transaction as Prisma's.

/** A value as TypeScript has it and as PostgreSQL declares it. */
export interface Column<T> {
  readonly type: string;
  /** Never there: it carries the type. */
  readonly value?: T;
}

const column = <T>(type: string): Column<T> => ({ type });

export const uuid = <Id extends string>(): Column<Id> => column('uuid');
export const text = <Text extends string = string>(): Column<Text> => column('text');
export const int = <N extends number = number>(): Column<N> => column('integer');
export const bigint = (): Column<bigint> => column('bigint');
export const bool = (): Column<boolean> => column('boolean');
export const time = (): Column<Date> => column('timestamp with time zone');
export const date = (): Column<Date> => column('date');
export const bytes = (): Column<Uint8Array> => column('bytea');
export const json = <T = unknown>(): Column<T> => column('jsonb');
export const float = (): Column<number> => column('double precision');
export const nullable = <T>({ type }: Column<T>): Column<T | null> => ({ type });
export const list = <T>({ type }: Column<T>): Column<readonly T[]> => ({ type: `${type}[]` });

type Columns = Readonly<Record<string, Column<unknown>>>;
type ValueFrom<C> = C extends Column<infer T> ? T : never;
type RowFrom<C extends Columns> = { readonly [Name in keyof C]: ValueFrom<C[Name]> };
type ValuesFrom<C extends readonly Column<unknown>[]> = { readonly [I in keyof C]: ValueFrom<C[I]> };

/** A statement with what it takes, in order, and the columns that it gives, in order. */
export interface Statement<Values extends readonly unknown[], Row> {
  readonly name: string;
  readonly sql: string;
  readonly takes: readonly string[];
  readonly gives: readonly string[];
  /** Never there: they carry the types. */
  readonly values?: Values;
  readonly row?: Row;
}

const declared = new Map<string, Statement<readonly unknown[], unknown>>();

/** Declares a statement. `name` is its name on the server; test/db/statements.test.ts holds its types to the schema. */
export function statement<const Takes extends readonly Column<unknown>[], Gives extends Columns>(
  name: string,
  takes: Takes,
  gives: Gives,
  sql: string,
): Statement<ValuesFrom<Takes>, RowFrom<Gives>> {
  if (declared.has(name)) throw new Error(`two statements are called "${name}"`);
  const made = {
    ...{ name, sql },
    takes: takes.map(({ type }) => type),
    gives: Object.values(gives).map(({ type }) => type),
  };
  declared.set(name, made);
  return made;
}

/** Every statement of the modules that have been loaded: the closed list of those that are prepared by name. */
export const declaredStatements = (): readonly Statement<readonly unknown[], unknown>[] => [
  ...declared.values(),
];

// How the stand-in for Prisma's schema engine reaches PostgreSQL.
import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import pg from 'pg';

/** PostgreSQL's numbers for two of its types: the one-byte "char" of its own catalogue, and text. */
const INTERNAL_CHAR = 18;
const TEXT = 25;

/** Throws unless the database answers. */
export async function ping(url) {
  await withClient({ connectionString: url }, (client) => client.query('SELECT 1'));
}

/** Makes the database that `url` names, if it is not there; answers its name. */
export async function createDatabase(url) {
  const { database, ...server } = partsOf(url);
  await withClient({ ...server, database: 'postgres' }, async (client) => {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [database]);
    if (!rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
  });
  return database;
}

/** Removes the database that `url` names. */
export async function dropDatabase(url) {
  const { database, ...server } = partsOf(url);
  await withClient({ ...server, database: 'postgres' }, (client) =>
    client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(database)}`),
  );
}

async function withClient(config, act) {
  const client = new pg.Client(config);
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}

/** A connection string in parts: in one piece, node-postgres lets it override the shadow database's name. */
function partsOf(url) {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  return {
    host: hostname || searchParams.get('host') || undefined,
    port: Number(port || 5432),
    user: decodeURIComponent(username) || undefined,
    password: decodeURIComponent(password) || undefined,
    database: decodeURIComponent(pathname.slice(1)),
  };
}

/** @prisma/adapter-pg, with the three things put right that only the schema engine meets. */
export class EngineAdapterFactory extends PrismaPg {
  #url;

  constructor(url = 'postgresql://localhost/postgres') {
    super(partsOf(url), { schema: new URL(url).searchParams.get('schema') ?? undefined });
    this.#url = new URL(url);
  }

  async connect() {
    return readInternalChar(runScriptsWhole(await super.connect()));
  }

  /** The adapter's own way drops the shadow database before it leaves it, which PostgreSQL refuses. */
  async connectToShadowDb() {
    const database = `prisma_migrate_shadow_db_${randomUUID()}`;
    const main = await this.connect();
    await main.executeScript(`CREATE DATABASE "${database}"`);
    const shadow = await new EngineAdapterFactory(
      Object.assign(new URL(this.#url), { pathname: database }).href,
    ).connect();
    const leave = shadow.dispose.bind(shadow);
    shadow.dispose = async () => {
      await leave();
      await main.executeScript(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`);
      await main.dispose();
    };
    return shadow;
  }
}

/** The adapter cuts a script at every semicolon, also within a comment, a string or a function's body. */
function runScriptsWhole(adapter) {
  adapter.executeScript = async (script) => {
    await adapter
      .underlyingDriver()
      .query(script)
      .catch((error) => adapter.onError(error));
  };
  return adapter;
}

/** The adapter cannot decode "char", the type of a constraint's kind: here the engine is given the character it wants. */
function readInternalChar(adapter) {
  const { performIO, queryRaw } = adapter;
  adapter.queryRaw = async (query) => {
    let isChar = [];
    const asText = async (asked) => {
      const result = await performIO.call(adapter, asked);
      isChar = result.fields.map(({ dataTypeID }) => dataTypeID === INTERNAL_CHAR);
      const fields = result.fields.map((field, i) => (isChar[i] ? { ...field, dataTypeID: TEXT } : field));
      return { rows: result.rows, fields };
    };
    const found = await queryRaw.call(Object.create(adapter, { performIO: { value: asText } }), query);
    return {
      ...found,
      columnTypes: found.columnTypes.map((type, i) => (isChar[i] ? ColumnTypeEnum.Character : type)),
    };
  };
  return adapter;
}

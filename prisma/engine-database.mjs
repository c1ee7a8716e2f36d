// How the stand-in for Prisma's schema engine reaches PostgreSQL.
import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';

/** PostgreSQL's numbers for two of its types: the one-byte "char" of its own catalogue, and character(n). */
const INTERNAL_CHAR = 18;
const BPCHAR = 1042;

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
function partsOf(url = 'postgresql://localhost/postgres') {
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
  #parts;

  constructor(url) {
    readInternalChar();
    const parts = partsOf(url);
    super(parts, { schema: url ? (new URL(url).searchParams.get('schema') ?? undefined) : undefined });
    this.#parts = parts;
  }

  async connect() {
    return runScriptsWhole(await super.connect());
  }

  /** The adapter's own way drops the shadow database before it leaves it, which PostgreSQL refuses. */
  async connectToShadowDb() {
    const database = `prisma_migrate_shadow_db_${randomUUID()}`;
    const main = await this.connect();
    await main.executeScript(`CREATE DATABASE "${database}"`);
    const shadow = runScriptsWhole(await new PrismaPg({ ...this.#parts, database }).connect());
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
    await adapter.underlyingDriver().query(script);
  };
  return adapter;
}

/** The adapter cannot decode "char", which the engine reads from pg_constraint; it is shown as character(n). */
function readInternalChar() {
  const { addFields } = pg.Result.prototype;
  pg.Result.prototype.addFields = function (fields) {
    addFields.call(this, fields);
    for (const field of this.fields) if (field.dataTypeID === INTERNAL_CHAR) field.dataTypeID = BPCHAR;
  };
}

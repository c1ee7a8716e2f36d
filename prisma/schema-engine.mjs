#!/usr/bin/env node
// Stands in for Prisma's native schema engine, which `prisma` otherwise downloads from a host that is not npm's. Prisma's
// command line starts the file that PRISMA_SCHEMA_ENGINE_BINARY names and talks JSON-RPC to it, a line a message, over
// standard input and output. The same engine is on npm as WebAssembly; here the two are joined, over node-postgres.
// Only for developers: Walnut applies its migrations by src/db/migrations/migrate.ts and never runs this.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { createDatabase, dropDatabase, EngineAdapterFactory, ping } from './engine-database.mjs';

/** Prisma's JSON-RPC code for "the engine refused"; what it said is in `data` (schema engine, json_rpc.rs). */
const REFUSED = 4466;

const { values: options, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    version: { type: 'boolean', short: 'V' },
    datasource: { type: 'string' },
    datamodels: { type: 'string', multiple: true },
  },
});
const url = JSON.parse(options.datasource ?? '{}').url ?? process.env.DATABASE_URL;

/** The engine, once a request needed it. */
let opened;

if (options.version) {
  console.log('schema-engine-cli 0.0.0 (WebAssembly)');
} else if (positionals[0] === 'cli') {
  process.exitCode = await runOnce(positionals[1]);
} else {
  await answerRequests();
}

/** The short commands that Prisma runs before it opens a conversation. Answers the exit code. */
async function runOnce(command) {
  const commands = {
    'create-database': createDatabase,
    'drop-database': dropDatabase,
    'can-connect-to-database': ping,
  };
  try {
    await commands[command](url);
    return 0;
  } catch (error) {
    // P1003: no such database; P1001: no server. Prisma skips the first line of the log and parses the second.
    logLine('INFO', { message: 'schema engine' });
    logLine('ERROR', {
      message: String(error.message),
      error_code: error.code === '3D000' ? 'P1003' : 'P1001',
    });
    return 1;
  }
}

function logLine(level, fields) {
  const line = { timestamp: new Date().toISOString(), level, fields, target: 'schema_engine::logger' };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}

/** One request after the other, in the order they came, until Prisma closes our input. */
async function answerRequests() {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    const request = line.trim() ? JSON.parse(line) : {};
    // What has no method is Prisma's receipt for something we printed.
    if (request.method) await answer(request);
  }
}

async function answer({ id, method, params }) {
  dieLoudly(id);
  try {
    send({ id, result: await handle(method, params) });
  } catch (error) {
    refuse(id, {
      is_panic: false,
      message: lineOf(error),
      error_code: error?.code,
      meta: error?.meta ?? null,
    });
  }
}

/**
 * A panic in WebAssembly ends no promise: it is thrown at the process. Without an answer Prisma would sometimes take our
 * silent end for a yes.
 */
function dieLoudly(id) {
  let panic = '';
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    set_message(message) {
      panic = message;
    },
  };
  process.removeAllListeners('uncaughtException').once('uncaughtException', (error) => {
    refuse(id, {
      is_panic: false,
      message: `The schema engine broke: ${panic || lineOf(error)}`,
      meta: null,
    });
    process.stdout.write('', () => process.exit(1));
  });
}

function refuse(id, data) {
  send({
    id,
    error: { code: REFUSED, message: 'An error happened. Check the data field for details.', data },
  });
}

function lineOf(error) {
  return String(error?.message ?? error);
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
}

async function handle(method, params) {
  if (method === 'createDatabase') return { databaseName: await createDatabase(url) };
  const engine = await openEngine();
  switch (method) {
    case 'getDatabaseVersion':
      return engine.version(null);
    case 'diff':
      return printDiff(await engine.diff(params));
    case 'evaluateDataLoss':
    case 'createMigration':
      // This build replays migrations in a shadow database only here; the two methods read what it remembered.
      await engine.devDiagnostic({ migrationsList: params.migrationsList, filters: params.filters });
      return engine[method](params);
    default:
      return (await engine[method](params)) ?? {};
  }
}

/** A diff goes to the terminal by a request of our own, whose receipt we do not wait for. */
function printDiff({ exitCode, stdout }) {
  if (stdout != null) send({ id: 1_000_000, method: 'print', params: { content: stdout } });
  return { exitCode, stdout };
}

function openEngine() {
  opened ??= loadEngine();
  return opened;
}

/** The glue of @prisma/schema-engine-wasm is made for bundlers; this does by hand what a bundler would. */
async function loadEngine() {
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const { bindMigrationAwareSqlAdapterFactory } = await import('@prisma/driver-adapter-utils');
  const bytes = readFileSync(
    new URL('schema_engine_bg.wasm', import.meta.resolve('@prisma/schema-engine-wasm')),
  );
  // At once and not in the background: Node does not wait for a background compilation and would end before it.
  const instance = new WebAssembly.Instance(new WebAssembly.Module(bytes), { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start();
  const datamodels = options.datamodels?.map((file) => [file, readFileSync(file, 'utf8')]);
  const factory = bindMigrationAwareSqlAdapterFactory(new EngineAdapterFactory(url));
  return glue.SchemaEngine.new({ datamodels }, () => {}, factory);
}

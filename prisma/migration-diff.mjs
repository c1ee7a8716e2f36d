// What the schema has beyond its migrations: the question behind drift.mjs and new-migration.mjs.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openEmbedded } from '../src/db/embedded/embedded.ts';
import { prisma, ROOT } from './command.mjs';

/** Prisma's exit code for "they differ". */
const DIFFERENT = 2;

/** Reads the tools' command line: `[word] --schema <file> --migrations <folder> --server <connection string>`. */
export function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      schema: { type: 'string', default: join(ROOT, 'prisma', 'schema.prisma') },
      migrations: { type: 'string', default: join(ROOT, 'prisma', 'migrations') },
      server: { type: 'string' },
    },
  });
  return { ...values, word: positionals[0] };
}

/**
 * Replays the migrations in a database of their own and compares it with the schema. Answers what is missing, as words
 * or with `format` `--script` as SQL, and an empty string when nothing is; throws when the two cannot be compared.
 */
export async function diffMigrations({ schema, migrations, server }, format = '--exit-code') {
  const args = [
    'migrate',
    'diff',
    '--from-migrations',
    migrations,
    '--to-schema',
    schema,
    '--exit-code',
    format,
  ];
  const compare = (url) => prisma([...new Set(args)], { DATABASE_URL: url });
  const { code, out, said } = await (server ? compare(server) : withScratchServer(compare));
  if (code === DIFFERENT) return out.trim();
  // An engine that fell silent must not count as agreement, so we ask for the words too.
  if (code === 0 && /No difference detected|This is an empty migration/.test(out)) return '';
  throw new Error(`The migrations could not be compared with the schema:\n${said}${out}`);
}

/** `act` gets the connection string of an embedded PostgreSQL in a folder that is gone afterwards. */
async function withScratchServer(act) {
  const folder = await mkdtemp(join(tmpdir(), 'walnut-scratch-'));
  try {
    // As root the server runs as another user, who must be able to reach its data.
    await chmod(folder, 0o711);
    const server = await openEmbedded(join(folder, 'data'), { isDurable: false });
    try {
      return await act(server.url);
    } finally {
      await server.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

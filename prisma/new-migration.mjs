// Writes the migration that leads from prisma/migrations to prisma/schema.prisma: `node prisma/new-migration.mjs <what_changes>`
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { diffMigrations, readArguments } from './migration-diff.mjs';

try {
  console.log(await write(readArguments()));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

async function write({ word, ...where }) {
  if (!/^[a-z0-9_]+$/.test(word ?? '')) {
    throw new Error('Say what changes, in small letters: node prisma/new-migration.mjs add_delivery_notes');
  }
  const sql = await diffMigrations(where, '--script');
  if (!sql) return 'The migrations already lead to the schema: nothing to write.';
  const folder = join(where.migrations, `${timestamp()}_${word}`);
  mkdirSync(folder);
  writeFileSync(join(folder, 'migration.sql'), `${sql}\n`);
  return `${relative(process.cwd(), join(folder, 'migration.sql'))}: read it, and add the CHECK constraints.`;
}

/** 20261123104500: how the name of a migration begins, so that names sort by time. */
function timestamp() {
  return new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
}

// Writes the migration that leads from prisma/migrations to prisma/schema.prisma.
// `node prisma/new-migration.mjs <what_changes> [schema] [migrations]`
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { prisma, ROOT } from './command.mjs';
import { withScratchServer } from './scratch-server.mjs';

const NOTHING_TO_DO = '-- This is an empty migration.';
const [
  name,
  schema = join(ROOT, 'prisma', 'schema.prisma'),
  migrations = join(ROOT, 'prisma', 'migrations'),
] = process.argv.slice(2);

if (!/^[a-z0-9_]+$/.test(name ?? '')) {
  console.error('Say what changes, in small letters: node prisma/new-migration.mjs add_delivery_notes');
  process.exitCode = 1;
} else {
  process.exitCode = await write(name);
}

async function write(name) {
  const { code, out, said } = await withScratchServer((url) =>
    prisma(['migrate', 'diff', '--from-migrations', migrations, '--to-schema', schema, '--script'], {
      DATABASE_URL: url,
    }),
  );
  if (code !== 0) return report(`The migrations could not be compared with the schema:\n${said}${out}`, 1);
  if (out.trim() === NOTHING_TO_DO)
    return report('The migrations already lead to the schema: nothing to write.', 0);
  const folder = join(migrations, `${timestamp()}_${name}`);
  mkdirSync(folder);
  writeFileSync(join(folder, 'migration.sql'), `${out.trim()}\n`);
  return report(
    `${relative(process.cwd(), join(folder, 'migration.sql'))}: read it, and add the CHECK constraints.`,
    0,
  );
}

/** 20261123104500: Prisma's way to begin a migration's name. */
function timestamp() {
  return new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14);
}

function report(line, code) {
  console.log(line);
  return code;
}

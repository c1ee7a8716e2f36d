// Proves that prisma/migrations leads to prisma/schema.prisma: exit code 0 when it does, 2 when they differ.
// `node prisma/drift.mjs [schema] [migrations]`
import { join } from 'node:path';
import { prisma, ROOT } from './command.mjs';
import { withScratchServer } from './scratch-server.mjs';

const DIFFERENT = 2;
const [schema = join(ROOT, 'prisma', 'schema.prisma'), migrations = join(ROOT, 'prisma', 'migrations')] =
  process.argv.slice(2);

const { code, out, said } = await withScratchServer((url) =>
  prisma(['migrate', 'diff', '--from-migrations', migrations, '--to-schema', schema, '--exit-code'], {
    DATABASE_URL: url,
  }),
);

if (code === DIFFERENT) {
  console.error(`The schema and its migrations differ; what the schema has beyond the migrations:\n${out}`);
  console.error('Write the missing migration: node prisma/new-migration.mjs <what_changes>');
} else if (code !== 0) {
  console.error(`The migrations could not be compared with the schema:\n${said}${out}`);
}
process.exitCode = code;

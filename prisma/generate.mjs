// Writes the typed database client into src/db/generated, after every install and whenever the schema has changed.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { prisma, ROOT } from './command.mjs';

const stamp = join(ROOT, 'src', 'db', 'generated', '.stamp');
const wanted = stampOf(
  createRequire(import.meta.url).resolve('prisma/package.json'),
  createRequire(import.meta.url).resolve('prisma-json-types-generator/package.json'),
  join(ROOT, 'prisma', 'schema.prisma'),
);

if (readStamp() !== wanted) {
  const { code, out, said } = await prisma(['generate', '--no-hints']);
  if (code === 0) writeFileSync(stamp, wanted);
  else process.stderr.write(`The database client could not be written (prisma generate):\n${said}${out}`);
  process.exitCode = code;
}

/** The schema and the generators' versions: what the generated client depends on. */
function stampOf(...files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(readFileSync(file));
  return hash.digest('hex');
}

function readStamp() {
  try {
    return readFileSync(stamp, 'utf8');
  } catch {
    return undefined;
  }
}

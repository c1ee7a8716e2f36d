// Writes the typed database client into src/db/generated, after every install and whenever the schema has changed.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { prisma, ROOT } from './command.mjs';

const generated = join(ROOT, 'src', 'db', 'generated');
const stamp = join(generated, '.stamp');
const wanted = stampOf(
  createRequire(import.meta.url).resolve('prisma/package.json'),
  createRequire(import.meta.url).resolve('prisma-json-types-generator/package.json'),
  join(ROOT, 'prisma', 'schema.prisma'),
  import.meta.filename,
);

if (readStamp() !== wanted) {
  const { code, out, said } = await prisma(['generate', '--no-hints']);
  if (code === 0) {
    await writeCompiler();
    writeFileSync(stamp, wanted);
  } else process.stderr.write(`The database client could not be written (prisma generate):\n${said}${out}`);
  process.exitCode = code;
}

/**
 * Prisma brings its query compiler as a text in a module, whose letters, twice 4.6 MB, stay in memory as long as the
 * process lives. Here it is written as the file that it is, and the client reads that. Where a later Prisma writes its
 * client otherwise, it stays as it is.
 */
async function writeCompiler() {
  const client = join(generated, 'internal', 'class.ts');
  const written = readFileSync(client, 'utf8');
  const asText = /const \{ wasm \} = await import\("([^"]+)"\)\s+return await decodeBase64AsWasm\(wasm\)/;
  const [found, from] = asText.exec(written) ?? [];
  if (!found || !from) return;
  const { wasm } = await import(from);
  writeFileSync(join(generated, 'compiler.wasm'), Buffer.from(wasm, 'base64'));
  const asFile = `const { readFile } = await import('node:fs/promises')
    return new WebAssembly.Module(await readFile(new URL('../compiler.wasm', import.meta.url)))`;
  writeFileSync(client, written.replace(found, asFile));
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

// Runs Prisma's command line without a network and without what it would say about itself.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';

export const ROOT = dirname(import.meta.dirname);

const program = join(
  dirname(createRequire(import.meta.url).resolve('prisma/package.json')),
  'build',
  'index.js',
);

/**
 * Runs `prisma …args` and answers its exit code and all it printed. Prisma only asks that the engine's file exists, until
 * a command needs the engine. `PATH` begins with this node, for the engine's first line asks for `node`; the
 * generators that the schema names are found after it.
 * @param {string[]} args
 * @param {Record<string, string>} env
 * @returns {Promise<{ code: number, out: string, said: string }>}
 */
export function prisma(args, env = {}) {
  const { promise, resolve, reject } = Promise.withResolvers();
  const child = spawn(process.execPath, [program, ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      PATH: [dirname(process.execPath), join(ROOT, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
      PRISMA_SCHEMA_ENGINE_BINARY: join(import.meta.dirname, 'schema-engine.mjs'),
      CHECKPOINT_DISABLE: '1',
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      NO_COLOR: '1',
      ...env,
    },
  });
  let out = '';
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    said += chunk;
  });
  child.on('error', reject);
  child.on('close', (code) => resolve({ code: code ?? 1, out, said }));
  return promise;
}

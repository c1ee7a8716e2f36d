import { randomUUID } from 'node:crypto';
import { readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { type OutputOptions, type Plugin, rolldown } from 'rolldown';
import { manifestFile, stamp } from './open.js';

// Makes the bundle, and prints its entry's name. Run by open.js, and when the image is built.

const root = join(import.meta.dirname, '../..');
const kept = dirname(manifestFile);
const target = join(kept, randomUUID());

/** The libraries that each start loads, and that come in many files. The others stay where they are. */
const INSIDE = ['bullmq', 'ioredis', 'libphonenumber-js', 'opencc-js', 'pinyin-pro', 'zod'];

/** A running Walnut may still load a file of an earlier bundle. */
const EARLIER_KEPT = 4;
const KEPT_MS = 3_600_000;

const toName = (file: string): string => relative(root, file).replaceAll('\\', '/');

const isOutside = (id: string): boolean =>
  !/^[./\0]|^[A-Z]:/.test(id) && !INSIDE.some((library) => id === library || id.startsWith(`${library}/`));

/** Our files look for others beside themselves: they go on to, wherever the repository is moved. */
const ownPlaces: Plugin = {
  name: 'own places',
  transform(code, id) {
    if (!code.includes('import.meta.') || id.includes('node_modules')) return undefined;
    const from = (file: string): string => JSON.stringify(relative(target, file).replaceAll('\\', '/'));
    const url = `new URL(${from(id)}, import.meta.url).href`;
    const folder = `(import.meta.dirname + '/' + ${from(dirname(id))})`;
    // Lines stay where they are, so that traces name the right ones.
    return {
      code: code.replaceAll('import.meta.url', url).replaceAll('import.meta.dirname', folder),
      map: null,
    };
  },
};

const output: OutputOptions = {
  dir: target,
  entryFileNames: '[name].mjs',
  chunkFileNames: '[name]-[hash].mjs',
  // A fault is told by its class's name.
  keepNames: true,
  sourcemap: true,
  sourcemapExcludeSources: true,
};

async function make(): Promise<string> {
  const begun = Date.now();
  const build = await rolldown({
    cwd: root,
    input: ['src/command-line.ts'],
    platform: 'node',
    tsconfig: false,
    external: isOutside,
    plugins: [ownPlaces],
    logLevel: 'silent',
  });
  const { output: made } = await build.write(output);
  const sources = (await build.watchFiles).filter((file) => !file.startsWith('\0'));
  await build.close();
  const entry = toName(join(target, 'command-line.mjs'));
  const files = {
    ...stampAll([...sources, import.meta.filename, join(import.meta.dirname, 'open.js')], begun),
    ...stampAll(made.map(({ fileName }) => join(target, fileName))),
  };
  const aside = join(target, 'manifest.part');
  writeFileSync(aside, JSON.stringify({ entry, files }));
  renameSync(aside, manifestFile);
  return entry;
}

/** A source that has changed since a moment before we `begun` may be another than what was read: the next start makes it anew. */
const stampAll = (files: readonly string[], begun = Number.POSITIVE_INFINITY): Record<string, string> =>
  Object.fromEntries(
    files.map((file) => {
      const found = statSync(file);
      return [toName(file), found.mtimeMs < begun - 1_000 ? stamp(found) : 'unsure'];
    }),
  );

function removeOld(): void {
  const folders = readdirSync(kept, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(kept, name))
    .map((path) => ({ path, made: statSync(path).mtimeMs }))
    .sort((a, b) => b.made - a.made);
  for (const { path, made } of folders.slice(1 + EARLIER_KEPT))
    if (made < Date.now() - KEPT_MS) rmSync(path, { recursive: true, force: true });
}

process.stdout.write(await make());
removeOld();

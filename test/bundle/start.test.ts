import { spawnSync } from 'node:child_process';
import {
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';

const AN_HOUR_AGO = Date.now() / 1000 - 3_600;
const KEPT = 'node_modules/.cache/walnut/bundle';

let root: string;

// A program of two files that starts as Walnut does.
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'walnut-bundle-'));
  await mkdir(join(root, 'node_modules'));
  await symlink(resolve('node_modules/rolldown'), join(root, 'node_modules/rolldown'));
  await cp('src/bundle', join(root, 'src/bundle'), { recursive: true });
  await cp('src/start.js', join(root, 'src/start.js'));
  await write('package.json', '{ "type": "module" }');
  await write('src/command-line.ts', `import { word } from './words/word.ts';\nconsole.log(word());\n`);
  await write('src/words/word.ts', `export const word = (): string => 'walnut';\n`);
  for (const name of await readdir(join(root, 'src/bundle'))) await age(join('src/bundle', name));
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function write(name: string, text: string): Promise<void> {
  await mkdir(join(root, name, '..'), { recursive: true });
  await writeFile(join(root, name), text);
  await age(name);
}

/** What has just been written may still change while it is read. */
const age = (name: string) => utimes(join(root, name), AN_HOUR_AGO, AN_HOUR_AGO);

const start = (): { stdout: string; stderr: string } =>
  spawnSync(process.execPath, ['src/start.js'], { cwd: root, encoding: 'utf8' });

/** The kept files of the program itself, which have other names with each bundle. */
async function bundled(): Promise<string[]> {
  const names = await readdir(join(root, KEPT), { recursive: true });
  return names.filter((name) => name.endsWith('command-line.mjs')).map((name) => join(KEPT, name));
}

it('bundles the program once', async () => {
  const first = start();
  const made = await bundled();
  const second = start();
  expect([first, second]).toMatchObject([
    { stdout: 'walnut\n', stderr: '' },
    { stdout: 'walnut\n', stderr: '' },
  ]);
  expect(made).toHaveLength(1);
  expect(await bundled()).toEqual(made);
});

it('runs the bundle, not the sources', async () => {
  start();
  const [file = ''] = await bundled();
  const text = await readFile(join(root, file), 'utf8');
  await writeFile(join(root, file), text.replace('walnut', 'peanut'));
  const manifest = join(root, KEPT, 'manifest.json');
  const { entry, files } = JSON.parse(await readFile(manifest, 'utf8'));
  await utimes(join(root, file), AN_HOUR_AGO, AN_HOUR_AGO);
  files[file] = `${text.length} ${Math.floor(AN_HOUR_AGO)}`;
  await writeFile(manifest, JSON.stringify({ entry, files }));
  expect(start().stdout).toBe('peanut\n');
});

it('runs a source that was edited', async () => {
  start();
  await write('src/words/word.ts', `export const word = (): string => 'chestnut';\n`);
  expect(start().stdout).toBe('chestnut\n');
});

it('runs a source that is edited to the same length in the second in which it was written', async () => {
  await writeFile(join(root, 'src/words/word.ts'), `export const word = (): string => 'first.';\n`);
  start();
  const edited = join(root, 'src/words/word.ts');
  await writeFile(edited, `export const word = (): string => 'second';\n`);
  expect(start().stdout).toBe('second\n');
});

it('makes anew what is broken or gone', async () => {
  start();
  const [file = ''] = await bundled();
  await writeFile(join(root, file), 'brok');
  expect(start()).toMatchObject({ stdout: 'walnut\n', stderr: '' });
  for (const name of await bundled()) await rm(join(root, name));
  expect(start()).toMatchObject({ stdout: 'walnut\n', stderr: '' });
  await writeFile(join(root, KEPT, 'manifest.json'), '{"entry":');
  expect(start()).toMatchObject({ stdout: 'walnut\n', stderr: '' });
});

it('starts where nothing can be kept, and where there is no bundler', async () => {
  await mkdir(join(root, 'node_modules/.cache/walnut'), { recursive: true });
  await writeFile(join(root, KEPT), 'no folder');
  expect(start()).toMatchObject({ stdout: 'walnut\n', stderr: '' });
  await rm(join(root, KEPT));
  await rm(join(root, 'node_modules/rolldown'));
  expect(start()).toMatchObject({ stdout: 'walnut\n', stderr: '' });
  expect(await readdir(join(root, 'node_modules/.cache/walnut'))).not.toContain('bundle');
});

it('names the source and the line of a fault', async () => {
  await write(
    'src/words/word.ts',
    `// A line that is not in the bundle.\nexport interface Word {\n  text: string;\n}\n` +
      `export function word(): string {\n  throw new Error('no word');\n}\n`,
  );
  expect(start().stderr).toContain(`Error: no word\n    at word (${join(root, 'src/words/word.ts')}:6:9)`);
});

it('finds what lies beside a source, also where the folder was moved', async () => {
  await write(
    'src/words/word.ts',
    `import { readFileSync } from 'node:fs';\nimport { join } from 'node:path';\n` +
      `export const word = (): string => readFileSync(new URL('./word.txt', import.meta.url), 'utf8') + ` +
      `readFileSync(join(import.meta.dirname, '..', 'other.txt'), 'utf8');\n`,
  );
  await write('src/words/word.txt', 'walnut');
  await write('src/other.txt', ' tree');
  expect(start().stdout).toBe('walnut tree\n');
  const made = await bundled();
  await rename(root, `${root}-moved`);
  root = `${root}-moved`;
  expect(start()).toMatchObject({ stdout: 'walnut tree\n', stderr: '' });
  expect(await bundled()).toEqual(made);
});

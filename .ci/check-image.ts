// What can be known of the image without a registry: the Dockerfile's steps are run in a clean folder, the program starts
// from what they left there, as nobody, who may write nothing of it; compose.yaml's settings are those of .env.example.
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkCompose } from './compose.ts';

const ROOT = join(import.meta.dirname, '..');
const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'walnut-image-'));

interface Step {
  readonly word: string;
  readonly rest: string;
}

/** Instructions of a Dockerfile, with lines that go on joined. */
const steps = (text: string): Step[] =>
  text
    .replaceAll(/^#.*$/gm, '')
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => ({ word: line.split(' ', 1)[0] ?? '', rest: line.slice(line.indexOf(' ') + 1).trim() }));

/** Runs COPY and RUN of both stages; each stage is a folder, and `/app` its content. */
function build(): string {
  let stage = '';
  const stages = new Map<string, string>();
  for (const { word, rest } of steps(read('Dockerfile'))) {
    if (word === 'FROM') {
      stage = join(folder, / AS (\w+)/.exec(rest)?.[1] ?? 'final');
      stages.set(/ AS (\w+)/.exec(rest)?.[1] ?? 'final', stage);
      mkdirSync(stage);
    } else if (word === 'COPY') copy(rest, stage, stages);
    else if (word === 'RUN') execFileSync('sh', ['-euc', rest], { cwd: stage, stdio: 'inherit' });
  }
  return stage;
}

function copy(rest: string, stage: string, stages: ReadonlyMap<string, string>): void {
  const from = /^--from=(\w+) /.exec(rest)?.[1];
  const parts = rest.replace(/^--from=\w+ /, '').split(' ');
  const target = parts.pop() ?? '.';
  for (const part of parts) {
    const source = from ? join(stages.get(from) ?? '', part.replace(/^\/app\//, '')) : join(ROOT, part);
    if (part.includes('*')) continue;
    const to = target.endsWith('/') ? join(stage, target, part.split('/').at(-1) ?? '') : join(stage, target);
    cpSync(source, to, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
  }
}

/** What the image starts is its bundle: neither has it been copied otherwise than it was made, nor does it miss a file. */
function checkBundle(image: string): void {
  const ask = "import('./src/bundle/open.js').then(({ openBundle }) => console.log(openBundle()))";
  const entry = execFileSync(nodeOf(image), ['-e', ask], { cwd: image, ...nobody, encoding: 'utf8' }).trim();
  if (!entry.startsWith('file:'))
    throw new Error('the image starts from its single files, not from its bundle');
}

const nodeOf = (image: string): string => join(image, 'node_modules', 'node', 'bin', 'node');

/** No right but to read, as nobody has them in a read-only image: whoever is not root here has them anyway. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/**
 * The program itself says that it was started with a wrong setting, in one line: all it needs to say so is there, and it
 * writes nowhere.
 */
async function checkStart(image: string): Promise<void> {
  chmodSync(folder, 0o755);
  execFileSync('chmod', ['-R', 'a+rX,a-w', image]);
  const child = spawn(nodeOf(image), ['src/start.js', 'serve', '--roles', 'jobs'], {
    cwd: image,
    ...nobody,
    env: {
      PATH: process.env.PATH ?? '',
      DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none',
      SECRET_KEY: 'A'.repeat(43),
    },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += String(part)));
  const { promise, resolve } = Promise.withResolvers<void>();
  child.once('exit', () => resolve());
  await promise;
  if (!said.includes('No connection to PostgreSQL')) throw new Error(`the image does not start:\n${said}`);
}

try {
  checkCompose(read('compose.yaml'), read('.env.example'));
  const image = build();
  await checkStart(image);
  checkBundle(image);
  process.stdout.write('The image can be built and started, and compose.yaml passes every setting on.\n');
} finally {
  execFileSync('chmod', ['-R', 'u+w', folder]);
  rmSync(folder, { recursive: true, force: true });
}

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { scratchFolder } from '../db/scratch.ts';
import { startProcess } from '../support/process.ts';

let scratch: Awaited<ReturnType<typeof scratchFolder>>;
let settings: Record<string, string>;

beforeEach(async () => {
  scratch = await scratchFolder();
  settings = { DATA_DIR: join(scratch.folder, 'data'), PORT: '0' };
});
afterEach(() => scratch[Symbol.asyncDispose]());

/** What `npm start` prints, up to `last`. */
async function started(more: Record<string, string>, last: string): Promise<string> {
  const walnut = await startProcess({ ...settings, ...more });
  try {
    await vi.waitUntil(() => walnut.output().includes(last), { timeout: 30_000 });
    return walnut.output();
  } finally {
    await walnut.kill('SIGTERM');
  }
}

function command(...args: string[]): string {
  const env = { PATH: process.env.PATH ?? '', ...settings };
  const { stdout, stderr } = spawnSync(process.execPath, ['src/start.js', ...args], {
    env,
    encoding: 'utf8',
  });
  return stdout + stderr;
}

it('opens on a machine of one’s own where nothing is set, and is named where it was left', async () => {
  const demo = await started({}, 'Stop with Ctrl-C');
  expect(demo).toContain('the demo village Lingtou');
  expect(demo.match(/\/join\//g)).toHaveLength(2);
  const off = await started({ DEMO: 'off' }, 'made-up families');
  expect(off).toContain('set DATA_DIR to a new folder');
  expect(off).not.toContain('/join/');
}, 120_000);

it('never opens behind PUBLIC_URL, nor over a village of one’s own', async () => {
  const outside = await started({ PUBLIC_URL: 'http://127.0.0.1:3999' }, '--operator');
  expect(outside).toContain('Walnut is running at http://127.0.0.1:3999');
  expect(outside).toContain('There is no village yet');
  expect(outside).not.toContain('/join/');
  expect(command('village', 'Lingtou', '--county', 'Fenyang', '--province', 'Shanxi')).toContain(
    'is founded',
  );
  const own = await started({}, 'Walnut is running');
  expect(own).not.toContain('demo');
  expect(own).not.toContain('/join/');
}, 120_000);

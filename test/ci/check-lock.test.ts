import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const project = { '': {} };
const hashed = { version: '1.0.0', integrity: 'sha512-abc' };

it('passes a lock file in which every package carries its hash', () => {
  expect(check({ ...project, 'node_modules/walnut-oil': hashed })).toEqual({ code: 0, said: '' });
});

it('names every package without a hash and every one with an address', () => {
  const { code, said } = check({
    ...project,
    'node_modules/bare': { version: '1.0.0' },
    'node_modules/addressed': { ...hashed, resolved: 'https://registry.example/addressed.tgz' },
  });
  expect(code).toBe(1);
  expect(said).toContain('node_modules/bare has no integrity');
  expect(said).toContain('node_modules/addressed has a resolved address');
});

it('asks no hash of what comes inside another package or from a folder', () => {
  const packages = {
    'node_modules/a': hashed,
    'node_modules/a/node_modules/b': { inBundle: true },
    c: { link: true },
  };
  expect(check({ ...project, ...packages }).code).toBe(0);
});

function check(packages: object): { code: number | null; said: string } {
  const folder = mkdtempSync(join(tmpdir(), 'walnut-lock-'));
  try {
    const file = join(folder, 'package-lock.json');
    writeFileSync(file, JSON.stringify({ packages }));
    const { status, stderr } = spawnSync(process.execPath, ['.ci/check-lock.ts', file], { encoding: 'utf8' });
    return { code: status, said: stderr };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

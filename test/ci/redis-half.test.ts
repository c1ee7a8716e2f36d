import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = new URL('../', import.meta.url).pathname;
/** What `npm run test:redis` looks for among a test's imports. */
const DOORS = ['support/redis.ts', 'support/walnut.ts'];
/** They have commands of their own, which start what they need. */
const APART = /^(?:scale|storm)\//;
/** In two parts, so that this file does not hold it. */
const READS = 'process.env.REDIS' + '_URL';

test('tests hear of a Redis at hand by two doors only, by which the run with Redis finds them', async () => {
  const files = (await readdir(ROOT, { recursive: true })).filter(
    (file) => file.endsWith('.ts') && !APART.test(file),
  );

  const texts = await Promise.all(files.map((file) => readFile(join(ROOT, file), 'utf8')));

  expect(files.filter((_, i) => texts[i]?.includes(READS)).sort()).toEqual(DOORS);
});

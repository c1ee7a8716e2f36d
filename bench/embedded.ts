// How long the embedded database takes to start, the first time and later: `node bench/embedded.ts`. In a folder of its
// own, which is gone afterwards.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded } from '../src/db/embedded/embedded.ts';

const LATER_STARTS = 5;

async function startMs(data: string): Promise<number> {
  const began = performance.now();
  const server = await openEmbedded(data);
  const took = performance.now() - began;
  await server.stop();
  return Math.round(took);
}

const folder = await mkdtemp(join(tmpdir(), 'walnut-bench-'));
// As root the server runs as another user, who must be able to reach its data.
await chmod(folder, 0o711);
try {
  const data = join(folder, 'data');
  console.log(`first start: ${await startMs(data)} ms`);
  for (let i = 0; i < LATER_STARTS; i += 1) console.log(`later start: ${await startMs(data)} ms`);
} finally {
  await rm(folder, { recursive: true });
}

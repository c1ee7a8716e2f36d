import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Line, median, millis, type Row, repeat } from '../harness/line.ts';
import { nodeArgs } from '../harness/node-args.ts';

/** Long enough for whatever a start still does. */
const SETTLE_MS = 8_000;

/** How long `npm start` takes, the first time and later, and what memory an idle Walnut has. */
export const start: Line = {
  name: 'start',
  async measure(rounds) {
    const folder = await mkdtemp(join(tmpdir(), 'walnut-bench-'));
    // As root the server runs as another user, who must be able to reach its data.
    await chmod(folder, 0o711);
    try {
      const first = await startOnce(folder);
      const later = await repeat(rounds, () => startOnce(folder));
      const idle = await startOnce(folder, SETTLE_MS);
      return [
        row('first start', '', millis(first.ms)),
        row('warm start', '< 2 s', millis(median(later.map(({ ms }) => ms)))),
        row('idle memory', '< 250 MB', `${Math.round(idle.bytes / 1_000_000)} MB`),
      ];
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
};

const row = (what: string, goal: string, walnut: string): Row => ({
  ...{ what, goal, beside: '', walnut, ratio: '' },
});

async function startOnce(folder: string, settleMs = 0): Promise<{ ms: number; bytes: number }> {
  const env = { PATH: process.env.PATH ?? '', LOG_LEVEL: 'warn', DATA_DIR: join(folder, 'data'), PORT: '0' };
  const began = performance.now();
  const child = spawn(process.execPath, [...nodeArgs, 'src/start.js'], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (part) => String(part).includes('Walnut') && resolve());
    child.once('exit', () => reject(new Error('it ended')));
  });
  const ms = performance.now() - began;
  await pause(settleMs);
  const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
  const bytes = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1_024;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
  return { ms, bytes };
}

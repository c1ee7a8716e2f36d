import { once } from 'node:events';
import { openEmbedded } from '../db/embedded/embedded.ts';
import type { Say } from './usage.ts';

/** `npm run database`: keeps the embedded PostgreSQL open for other programs, and nothing else of Walnut, until a signal. */
export async function holdDatabase(dataDir: string, say: Say, signal: AbortSignal): Promise<void> {
  const embedded = await openEmbedded(dataDir, { notice: say });
  try {
    say(`Walnut's database is open, until Ctrl-C, at ${embedded.url}`);
    if (!signal.aborted) await once(signal, 'abort');
  } finally {
    await embedded.stop();
  }
}

// An embedded PostgreSQL in a folder that is gone afterwards, for Prisma to replay our migrations on.
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded } from '../src/db/embedded.ts';

/** Answers what `act` answers; `act` gets the connection string of an empty database. */
export async function withScratchServer(act) {
  const folder = await mkdtemp(join(tmpdir(), 'walnut-scratch-'));
  try {
    // As root the server runs as another user, who must be able to reach its data.
    await chmod(folder, 0o711);
    const server = await openEmbedded(join(folder, 'data'), { isDurable: false });
    try {
      return await act(server.url);
    } finally {
      await server.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withConnection } from '../connection/connection.ts';
import { type EmbeddedOptions, openEmbedded } from '../embedded/embedded.ts';
import { restore } from './restore.ts';

/** A backup that was proven to be one. */
export interface CheckedBackup {
  readonly madeAt: Date;
  readonly products: number;
  readonly orders: number;
}

/**
 * Restores a backup into a scratch folder beside whatever runs, starts it, counts what a village would miss most, and
 * throws the copy away. Throws a Fault where it cannot be restored.
 */
export async function checkBackup(source: string, options: EmbeddedOptions = {}): Promise<CheckedBackup> {
  const scratch = await mkdtemp(join(tmpdir(), 'walnut-check-'));
  // As root the server runs as another account, which must be able to reach its data.
  await chmod(scratch, 0o711);
  try {
    const { madeAt } = await restore(source, scratch, options);
    const embedded = await openEmbedded(scratch, options);
    try {
      return { madeAt, ...(await count(embedded.url)) };
    } finally {
      await embedded.stop();
    }
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

const count = (url: string): Promise<{ products: number; orders: number }> =>
  withConnection(url, async (client) => {
    const { rows } = await client.query(
      'SELECT (SELECT count(*)::int FROM product) AS products, (SELECT count(*)::int FROM orders) AS orders',
    );
    return { products: Number(rows[0]?.products), orders: Number(rows[0]?.orders) };
  });

import { vi } from 'vitest';
import type { Database } from '../../src/db/client/client.ts';

const TIMEOUT_MS = 10_000;

/** Resolves when a transaction in this database waits for another. */
export const somebodyWaits = (db: Database): Promise<boolean> =>
  vi.waitUntil(
    async () => {
      const rows = await db.$queryRaw<object[]>`
        SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      return rows.length > 0;
    },
    { timeout: TIMEOUT_MS },
  );

import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { vi } from 'vitest';
import { withConnection } from '../../src/db/connection/connection.ts';
import { type Embedded, type EmbeddedOptions, openEmbedded } from '../../src/db/embedded/embedded.ts';
import { isServerFor, readRunning } from '../../src/db/embedded/server.ts';
import { quickFolder } from '../support/quick-folder.ts';

/** A folder that goes away when its test is over; the account that runs PostgreSQL for root may pass through it. */
export async function scratchFolder(
  parent: string = quickFolder(),
): Promise<{ folder: string } & AsyncDisposable> {
  const folder = await mkdtemp(join(parent, 'walnut-db-'));
  await chmod(folder, 0o711);
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}

/** Opens an embedded database as the app does, but without waiting for the disk. */
export function open(folder: string, options: EmbeddedOptions = {}): Promise<Embedded> {
  return openEmbedded(folder, { isDurable: false, ...options });
}

/** The rows of one query on a connection of its own. */
export function ask(url: string, query: string): Promise<Record<string, unknown>[]> {
  return withConnection(url, async (client: pg.Client) => (await client.query(query)).rows);
}

/** The process id of the server that runs in `cluster`, if one does. */
export async function serverOf(cluster: string): Promise<number | undefined> {
  const running = await readRunning(cluster);
  return running && (await isServerFor(cluster, running.pid)) ? running.pid : undefined;
}

/** Asks again until the server answers, and answers what it said. */
export function askUntilAnswered(url: string, query: string): Promise<Record<string, unknown>[]> {
  return vi.waitFor(() => ask(url, query), { timeout: 10_000, interval: 50 });
}

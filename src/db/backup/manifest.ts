import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { POSTGRES_MAJOR } from '../embedded/binaries.ts';
import { checkVersion } from '../embedded/cluster.ts';
import { Fault } from '../fault.ts';

/** A backup's manifest is written last: a folder without it is not a whole backup. */
const MANIFEST = 'walnut-backup.json';
const manifest = z.object({
  format: z.literal(1),
  postgres: z.string(),
  madeAt: z.iso.datetime(),
  /** Fingerprints of the keys that open it: one of earlier releases, which may not say. */
  key: z.string().optional(),
  keys: z.array(z.string()).optional(),
});

/** Completes the backup in `folder`, with the fingerprints of the keys that open it. */
export async function writeManifest(folder: string, keys: readonly string[]): Promise<void> {
  const madeAt = new Date().toISOString();
  await writeFile(
    join(folder, MANIFEST),
    JSON.stringify({ format: 1, postgres: POSTGRES_MAJOR, madeAt, keys }),
  );
}

/** Throws a `Fault` where `folder` is no whole backup, or one of another PostgreSQL. */
export async function readManifest(folder: string): Promise<{ madeAt: Date; keys: readonly string[] }> {
  try {
    const { madeAt, key, keys } = manifest.parse(JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')));
    await checkVersion(join(folder, 'postgres'));
    return { madeAt: new Date(madeAt), keys: keys ?? (key === undefined ? [] : [key]) };
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    throw new Fault('bad-backup', `${folder} is not a whole backup of Walnut: nothing was changed.`, {
      cause,
    });
  }
}

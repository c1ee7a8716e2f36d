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
  /** The fingerprint of the key that opens it; backups of earlier releases do not say. */
  key: z.string().optional(),
});

/** Completes the backup in `folder`, with the fingerprint of the key that opens it. */
export async function writeManifest(folder: string, key: string | undefined): Promise<void> {
  const madeAt = new Date().toISOString();
  await writeFile(
    join(folder, MANIFEST),
    JSON.stringify({ format: 1, postgres: POSTGRES_MAJOR, madeAt, key }),
  );
}

/** Throws a `Fault` where `folder` is no whole backup, or one of another PostgreSQL. */
export async function readManifest(folder: string): Promise<{ madeAt: Date; key: string | undefined }> {
  try {
    const { madeAt, key } = manifest.parse(JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')));
    await checkVersion(join(folder, 'postgres'));
    return { madeAt: new Date(madeAt), key };
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    throw new Fault('bad-backup', `${folder} is not a whole backup of Walnut: nothing was changed.`, {
      cause,
    });
  }
}

import { z } from 'zod';
import type { Tx } from '../../db/client/client.ts';
import type { MediaId } from '../../db/ids.ts';
import type { AppContext } from '../../db/work.ts';
import { encryptBytes } from './media.ts';
import type { Picture } from './shrink.ts';

/** Where a photo's bytes are fetched from. */
export type PhotoSource = z.infer<typeof sourceShape>;

const sourceShape = z.object({ channel: z.string(), fileId: z.string() });

/** Where to fetch the photo from; undefined when it is stored or was given up. */
export async function findPendingPhoto(tx: Tx, id: MediaId): Promise<PhotoSource | undefined> {
  const row = await tx.media.findUnique({ where: { id, state: 'wanted' }, select: { source: true } });
  return row ? sourceShape.parse(row.source) : undefined;
}

/** How long a message waits for its photo before it is sent without it. */
const PATIENCE_MS = 8_000;

/** Whether the photo is still being fetched. */
export async function isPending({ db, clock }: AppContext, id: MediaId): Promise<boolean> {
  const since = new Date(clock.now().getTime() - PATIENCE_MS);
  return (await db.media.count({ where: { id, state: 'wanted', createdAt: { gt: since } } })) > 0;
}

/** Stores the fetched photo. `fingerprint` recognises the same file. */
export async function storePending(
  { db, cipher }: AppContext,
  id: MediaId,
  { bytes, width, height }: Picture,
  fingerprint: string,
): Promise<void> {
  const data = { width, height, fingerprint, state: 'stored' };
  await db.media.updateMany({ where: { id, state: 'wanted', isPrivate: false }, data: { ...data, bytes } });
  const sealed = encryptBytes(cipher, id, bytes);
  await db.media.updateMany({
    where: { id, state: 'wanted', isPrivate: true },
    data: { ...data, bytes: sealed },
  });
}

/** Gives up a photo that could not be fetched: its product is shown without it. */
export async function dropPending(tx: Tx, id: MediaId): Promise<void> {
  await tx.media.updateMany({ where: { id, state: 'wanted' }, data: { state: 'failed' } });
}

import { z } from 'zod';
import type { Tx } from '../db/client.ts';
import type { Picture } from './media.ts';

/** Where a photo's bytes are still to be fetched from. */
export type PhotoSource = z.infer<typeof sourceShape>;

const sourceShape = z.object({ channel: z.string(), fileId: z.string() });

/** Where to fetch the photo from; nothing when it is here, or given up. */
export async function wantedPhoto(tx: Tx, id: string): Promise<PhotoSource | undefined> {
  const row = await tx.media.findUnique({ where: { id, state: 'wanted' }, select: { source: true } });
  return row ? sourceShape.parse(row.source) : undefined;
}

export async function storeWanted(tx: Tx, id: string, picture: Picture): Promise<void> {
  await tx.media.updateMany({ where: { id, state: 'wanted' }, data: { ...picture, state: 'stored' } });
}

/** The photo cannot be had: its product is shown without it. */
export async function giveUpWanted(tx: Tx, id: string): Promise<void> {
  await tx.media.updateMany({ where: { id, state: 'wanted' }, data: { state: 'failed' } });
}

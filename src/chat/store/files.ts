import { z } from 'zod';
import { sealedAt } from '../../db/crypto/sealed-columns.ts';
import { type FileId, newId, type PersonId } from '../../db/ids.ts';
import type { AppContext, TxContext } from '../../db/work.ts';
import type { NewFile } from '../dsl/screen.ts';

/** How long a file is kept: long enough to print it tomorrow, not longer, since it holds people's data. */
export const FILE_MS = 7 * 24 * 3_600_000;

/** Encrypted as base64, since the cipher takes JSON. */
const contentShape = z.object({ base64: z.string() });

/** Stores a file for one person; returns its id. */
export async function storeFile(
  { tx, cipher, now }: TxContext,
  personId: PersonId,
  file: NewFile,
): Promise<FileId> {
  const { name, type, content } = file;
  const id = newId<FileId>();
  const base64 = Buffer.from(content).toString('base64');
  const sealed = cipher.encrypt({ base64 }, sealedAt('download.sealed', id));
  const expiresAt = new Date(now.getTime() + FILE_MS);
  const data = { id, personId, name, type, sealed, createdAt: now, expiresAt };
  await tx.download.create({ data });
  return id;
}

export interface StoredFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/**
 * Reads a file until it expires. `personId` must be its owner; only a channel that delivers to the owner leaves it
 * out.
 */
export async function readStoredFile(
  { db, cipher, clock }: AppContext,
  id: FileId,
  personId?: PersonId,
): Promise<StoredFile | undefined> {
  const where = { id, expiresAt: { gt: clock.now() }, ...(personId !== undefined && { personId }) };
  const row = await db.download.findFirst({ where });
  if (!row) return undefined;
  const { base64 } = contentShape.parse(cipher.decrypt(row.sealed, sealedAt('download.sealed', id)));
  return { name: row.name, type: row.type, bytes: Buffer.from(base64, 'base64') };
}

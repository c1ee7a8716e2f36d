import { z } from 'zod';
import type { FileId, PersonId } from '../../db/ids.ts';
import type { AppContext, TxContext } from '../../db/work.ts';
import type { NewFile } from '../dsl/screen.ts';

/** Long enough to print it tomorrow; what it tells of people should not lie about longer. */
export const FILE_MS = 7 * 24 * 3_600_000;

/** Sealed as base64: what is sealed is JSON. */
const contentShape = z.object({ base64: z.string() });

/** Keeps a file for one person; answers its id. */
export async function storeFile(
  { tx, cipher, now }: TxContext,
  personId: PersonId,
  file: NewFile,
): Promise<FileId> {
  const { name, type, content } = file;
  const sealed = cipher.encrypt({ base64: Buffer.from(content).toString('base64') });
  const expiresAt = new Date(now.getTime() + FILE_MS);
  const data = { personId, name, type, sealed, createdAt: now, expiresAt };
  return (await tx.download.create({ data, select: { id: true } })).id;
}

export interface StoredFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** A file, until it expires. `personId` is whose it must be; left out only by a channel that speaks to its owner. */
export async function readStoredFile(
  { db, cipher, clock }: AppContext,
  id: FileId,
  personId?: PersonId,
): Promise<StoredFile | undefined> {
  const where = { id, expiresAt: { gt: clock.now() }, ...(personId !== undefined && { personId }) };
  const row = await db.download.findFirst({ where });
  if (!row) return undefined;
  const { base64 } = contentShape.parse(cipher.decrypt(row.sealed));
  return { name: row.name, type: row.type, bytes: Buffer.from(base64, 'base64') };
}

import { z } from 'zod';
import { sealedAt } from '../../db/crypto/sealed-columns.ts';
import { newId, type PersonId, type RecordingId } from '../../db/ids.ts';
import type { AppContext, TxContext } from '../../db/work.ts';
import { sniffKind } from './sniff.ts';

/** A recording is deleted once it is written down; one that was never sent, after a day. */
export const RECORDING_MS = 24 * 3_600_000;

/** Whether it begins as a recording of a browser does: WebM, Ogg, or MP4, which some pictures come in too. */
export function isRecording(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  const isMp4 = head.slice(4) === 'ftyp' && sniffKind(bytes) === 'other';
  return head.startsWith('\x1aE\xdf\xa3') || head.startsWith('OggS') || isMp4;
}

/** Encrypted as base64, since the cipher takes JSON. */
const contentShape = z.object({ base64: z.string() });

/** Stores what somebody said, encrypted; returns its id. */
export async function storeRecording(
  { tx, cipher, now }: Pick<TxContext, 'tx' | 'cipher' | 'now'>,
  personId: PersonId,
  bytes: Uint8Array,
): Promise<RecordingId> {
  const id = newId<RecordingId>();
  const base64 = Buffer.from(bytes).toString('base64');
  const sealed = cipher.encrypt({ base64 }, sealedAt('recording.sealed', id));
  await tx.recording.create({ data: { id, personId, sealed, createdAt: now } });
  return id;
}

/** The recording; undefined once it was written down, or its person has erased it. */
export async function readRecording(
  { db, cipher }: Pick<AppContext, 'db' | 'cipher'>,
  id: RecordingId,
): Promise<Uint8Array | undefined> {
  const row = await db.recording.findUnique({ where: { id }, select: { sealed: true } });
  if (!row) return undefined;
  const { base64 } = contentShape.parse(cipher.decrypt(row.sealed, sealedAt('recording.sealed', id)));
  return Buffer.from(base64, 'base64');
}

export async function deleteRecording({ db }: Pick<AppContext, 'db'>, id: RecordingId): Promise<void> {
  await db.recording.deleteMany({ where: { id } });
}

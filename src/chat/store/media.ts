import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Tx } from '../../db/client/client.ts';
import type { Cipher } from '../../db/crypto/cipher.ts';
import { sealedAt } from '../../db/crypto/sealed-columns.ts';
import { type ChatId, type MediaId, newId, type PersonId } from '../../db/ids.ts';
import { enqueue } from '../../db/outbox/outbox.ts';
import type { AppContext, TxContext } from '../../db/work.ts';
import type { ChannelName, FileRef, PhotoAudience } from '../dsl/event.ts';
import type { Picture } from './shrink.ts';

/** Stores a picture; returns its id. `fingerprint` recognises the same file. */
export async function storePhoto(
  tx: Tx,
  now: Date,
  picture: Picture,
  fingerprint?: string,
): Promise<MediaId> {
  const row = await tx.media.create({
    data: { state: 'stored', createdAt: now, ...picture, ...(fingerprint && { fingerprint }) },
    select: { id: true },
  });
  return row.id;
}

/** Stores an encrypted picture for one person; returns its id. Only pictures that came in have a `fingerprint`. */
export async function storeForPerson(
  { tx, cipher, now }: Pick<TxContext, 'tx' | 'cipher' | 'now'>,
  personId: PersonId,
  picture: Picture,
  fingerprint?: string,
): Promise<MediaId> {
  const id = newId<MediaId>();
  const sealed = { ...picture, bytes: encryptBytes(cipher, id, picture.bytes), isPrivate: true };
  await tx.media.create({
    data: {
      id,
      state: 'stored',
      createdAt: now,
      madeForId: personId,
      ...sealed,
      ...(fingerprint && { fingerprint }),
    },
  });
  return id;
}

/** A keyed hash of a file as it came, before it is shrunk; it cannot be computed again from what is stored. */
export const fingerprint = (seal: Cipher, bytes: Uint8Array): string =>
  seal.lastingFingerprint(createHash('sha256').update(bytes).digest('hex'));

/**
 * The media id of a photo that came in; one that we do not have yet is a row that the job `fetch-photo` fills. `chat`
 * is told where the file turns out to be no photo.
 */
export async function storeIncomingPhoto(
  context: TxContext,
  channel: ChannelName,
  file: FileRef,
  audience: PhotoAudience = 'everybody',
  chat?: ChatId,
): Promise<MediaId> {
  const isPrivate = audience === 'few';
  if ('media' in file) {
    await (isPrivate ? makePrivate(context, file.media) : makePublic(context, file.media));
    return file.media;
  }
  const { tx, now } = context;
  const source = { channel, fileId: file.fileId };
  const row = await tx.media.create({
    data: { state: 'wanted', source, isPrivate, createdAt: now },
    select: { id: true },
  });
  await tx.mediaFile.create({ data: { mediaId: row.id, channel, fileId: file.fileId } });
  await enqueue(context, 'fetch-photo', { media: row.id, ...(chat && { chat }) });
  return row.id;
}

/** An upload is its sender's alone until a product shows it. */
async function makePublic({ tx, cipher }: TxContext, id: MediaId): Promise<void> {
  const where = { id, isPrivate: true, madeForId: { not: null } };
  const row = await tx.media.findUnique({ where, select: { bytes: true } });
  if (!row?.bytes) return;
  const bytes = decryptBytes(cipher, id, row.bytes);
  await tx.media.update({ where: { id }, data: { isPrivate: false, madeForId: null, bytes } });
}

async function makePrivate({ tx, cipher }: TxContext, id: MediaId): Promise<void> {
  // From now on the people of the order or the conversation may see it.
  await tx.media.updateMany({ where: { id }, data: { madeForId: null } });
  const row = await tx.media.findUnique({ where: { id, isPrivate: false }, select: { bytes: true } });
  if (row?.bytes)
    await tx.media.update({
      where: { id },
      data: { isPrivate: true, bytes: encryptBytes(cipher, id, row.bytes) },
    });
}

const sealedShape = z.object({ base64: z.string() });

/** Encrypts a private picture. */
export const encryptBytes = (seal: Cipher, id: MediaId, bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  seal.encrypt({ base64: Buffer.from(bytes).toString('base64') }, sealedAt('media.bytes', id));

function decryptBytes(cipher: Cipher, id: MediaId, sealed: Uint8Array): Uint8Array<ArrayBuffer> {
  const { base64 } = sealedShape.parse(cipher.decrypt(sealed, sealedAt('media.bytes', id)));
  return Uint8Array.from(Buffer.from(base64, 'base64'));
}

/** The JPEG; undefined while it is not stored. The caller has checked who may see it. */
export async function readPhoto(
  { db, cipher }: Pick<AppContext, 'db' | 'cipher'>,
  id: MediaId,
): Promise<Uint8Array | undefined> {
  const row = await db.media.findUnique({ where: { id }, select: { bytes: true, isPrivate: true } });
  if (!row?.bytes) return undefined;
  return row.isPrivate ? decryptBytes(cipher, id, row.bytes) : row.bytes;
}

/** Who may see a picture; nothing where there is none. */
export async function findAudience(db: Tx, id: MediaId): Promise<PhotoAudience | undefined> {
  const row = await db.media.findUnique({ where: { id }, select: { isPrivate: true } });
  if (!row) return undefined;
  return row.isPrivate ? 'few' : 'everybody';
}

/** The channel's own id of the picture, if it was sent there before. */
export async function findFileId(
  tx: Tx,
  mediaId: MediaId,
  channel: ChannelName,
): Promise<string | undefined> {
  const row = await tx.mediaFile.findUnique({
    where: { mediaId_channel: { mediaId, channel } },
    select: { fileId: true },
  });
  return row?.fileId;
}

export async function rememberFileId(
  tx: Tx,
  mediaId: MediaId,
  channel: ChannelName,
  fileId: string,
): Promise<void> {
  await tx.mediaFile.upsert({
    where: { mediaId_channel: { mediaId, channel } },
    create: { mediaId, channel, fileId },
    update: { fileId },
  });
}

/** Deletes a channel's id of a picture that it no longer takes. */
export async function forgetFileId(tx: Tx, mediaId: MediaId, channel: ChannelName): Promise<void> {
  await tx.mediaFile.deleteMany({ where: { mediaId, channel } });
}

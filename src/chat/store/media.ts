import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isSealedKey } from '../../db/blobs/keys.ts';
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
  const row = await lockStored(tx, id);
  if (!row?.isPrivate || row.madeForId === null) return;
  const bytes = row.bytes && decryptBytes(cipher, id, row.bytes);
  await tx.media.update({ where: { id }, data: { isPrivate: false, madeForId: null, bytes } });
}

async function makePrivate({ tx, cipher }: TxContext, id: MediaId): Promise<void> {
  const row = await lockStored(tx, id);
  if (!row) return;
  const bytes = row.isPrivate || !row.bytes ? row.bytes : encryptBytes(cipher, id, row.bytes);
  // From now on the people of the order or the conversation may see it.
  await tx.media.update({ where: { id }, data: { isPrivate: true, madeForId: null, bytes } });
}

interface StoredRow {
  /** Nothing where the picture lies in the store of pictures: its object is given another form by the next move. */
  readonly bytes: Uint8Array<ArrayBuffer> | null;
  readonly isPrivate: boolean;
  readonly madeForId: PersonId | null;
}

/** A picture that is here, locked: it may be on its way into the store. */
async function lockStored(tx: Tx, id: MediaId): Promise<StoredRow | undefined> {
  const [row] = await tx.$queryRaw<StoredRow[]>`
    SELECT bytes, is_private AS "isPrivate", made_for_id AS "madeForId" FROM media
    WHERE id = ${id}::uuid AND (bytes IS NOT NULL OR object IS NOT NULL) FOR UPDATE`;
  return row;
}

const sealedShape = z.object({ base64: z.string() });

/** Encrypts a private picture. */
export const encryptBytes = (seal: Cipher, id: MediaId, bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  seal.encrypt({ base64: Buffer.from(bytes).toString('base64') }, sealedAt('media.bytes', id));

function decryptBytes(cipher: Cipher, id: MediaId, sealed: Uint8Array): Uint8Array<ArrayBuffer> {
  const { base64 } = sealedShape.parse(cipher.decrypt(sealed, sealedAt('media.bytes', id)));
  return Uint8Array.from(Buffer.from(base64, 'base64'));
}

/** The JPEG; undefined while it is not stored. The caller has checked who may see it. Throws BlobsAway. */
export async function readPhoto(context: ReadContext, id: MediaId): Promise<Uint8Array | undefined> {
  const row = await findStored(context, id);
  if (row?.bytes) return row.isPrivate ? decryptBytes(context.cipher, id, row.bytes) : row.bytes;
  if (!row?.object) return undefined;
  const found = await readObject(context, id, row.object);
  if (found) return found;
  // It may have got another object meanwhile.
  const object = (await findStored(context, id))?.object;
  return object && object !== row.object ? readObject(context, id, object) : undefined;
}

type ReadContext = Pick<AppContext, 'db' | 'cipher' | 'blobs'>;

const findStored = ({ db }: ReadContext, id: MediaId) =>
  db.media.findUnique({ where: { id }, select: { bytes: true, object: true, isPrivate: true } });

/** A picture's JPEG from the store of pictures; nothing where it is not there. Throws BlobsAway. */
export async function readObject(
  { cipher, blobs }: Pick<AppContext, 'cipher' | 'blobs'>,
  id: MediaId,
  key: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const found = await blobs?.get(key);
  if (!found) return undefined;
  return isSealedKey(key) ? decryptBytes(cipher, id, found) : Uint8Array.from(found);
}

/** Where a browser gets a picture that everybody may see from the store itself; nothing where it asks us. */
export async function signPhoto({ db, blobs }: ReadContext, id: MediaId): Promise<string | undefined> {
  const row = blobs && (await db.media.findUnique({ where: { id }, select: { object: true } }));
  return row?.object && !isSealedKey(row.object) ? blobs?.sign(row.object) : undefined;
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

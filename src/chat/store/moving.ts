import { newKey } from '../../db/blobs/keys.ts';
import type { Tx } from '../../db/client/client.ts';
import type { MediaId } from '../../db/ids.ts';
import type { AppContext } from '../../db/work.ts';
import { encryptBytes, readObject } from './media.ts';

// Pictures come into the database with the turn that stores them, and from there into the store of pictures, if there is
// one. While that is away they stay where they are: nothing is lost, and nobody waits.

/** The most pictures and objects of one round. */
const BATCH = 20;
/** How long an upload may take before its object counts as left behind by a process that died. */
const UPLOAD_MS = 3_600_000;

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * Moves pictures into the store, gives those whose audience has changed another form, and deletes objects that nothing
 * needs. Answers how many there were; ends at `until`. Throws BlobsAway.
 */
export async function movePictures(appContext: AppContext, until: Date = FAR): Promise<number> {
  if (!appContext.blobs) return 0;
  let count = 0;
  for (const round of [moveSome, reshapeSome, deleteSome])
    for (let done = BATCH; done === BATCH && appContext.clock.now() < until; count += done)
      done = await round(appContext);
  return count;
}

const FAR = new Date(8.64e15);

async function moveSome(appContext: AppContext): Promise<number> {
  const rows = await appContext.db.$queryRaw<{ id: MediaId; bytes: Bytes; isPrivate: boolean }[]>`
    SELECT id, bytes, is_private AS "isPrivate" FROM media WHERE bytes IS NOT NULL AND state = 'stored'
    ORDER BY created_at LIMIT ${BATCH}`;
  for (const { id, bytes, isPrivate } of rows)
    await upload(
      appContext,
      isPrivate,
      bytes,
      (tx, key) =>
        // One whose audience changed meanwhile is moved in the next round.
        tx.$executeRaw`
        UPDATE media SET object = ${key}, bytes = NULL
        WHERE id = ${id}::uuid AND bytes IS NOT NULL AND state = 'stored' AND is_private = ${isPrivate}`,
    );
  return rows.length;
}

/** A picture that became public is decrypted, and one that became private encrypted; both could be read all the while. */
async function reshapeSome(appContext: AppContext): Promise<number> {
  const rows = await appContext.db.$queryRaw<{ id: MediaId; object: string; isPrivate: boolean }[]>`
    SELECT id, object, is_private AS "isPrivate" FROM media
    WHERE object IS NOT NULL AND is_private <> starts_with(object, 'sealed/') ORDER BY id LIMIT ${BATCH}`;
  for (const { id, object, isPrivate } of rows) await rewrite(appContext, id, object, isPrivate);
  // What could not be rewritten would be found again at once.
  return 0;
}

async function rewrite(
  appContext: AppContext,
  id: MediaId,
  object: string,
  isPrivate: boolean,
): Promise<void> {
  const jpeg = await readObject(appContext, id, object);
  if (!jpeg) return;
  await upload(
    appContext,
    isPrivate,
    formed(appContext, id, isPrivate, jpeg),
    (tx, key) =>
      tx.$executeRaw`UPDATE media SET object = ${key} WHERE id = ${id}::uuid AND object = ${object}`,
  );
}

/** Uploads, and lets `swap` write the key into a row; it answers whether the row was still as it had been read. */
async function upload(
  { db, blobs, clock }: AppContext,
  isSealed: boolean,
  bytes: Uint8Array,
  swap: (tx: Tx, key: string) => Promise<number>,
): Promise<void> {
  if (!blobs) return;
  const key = newKey(isSealed);
  const at = { key, dueAt: new Date(clock.now().getTime() + UPLOAD_MS) };
  // Recorded before there is anything to forget.
  await db.unusedObject.create({ data: at });
  await blobs.put(key, bytes, isSealed ? 'application/octet-stream' : 'image/jpeg');
  await db.$transaction(async (tx) => {
    if ((await swap(tx, key)) === 1) await tx.unusedObject.delete({ where: { key } });
    else await tx.unusedObject.update({ where: { key }, data: { dueAt: clock.now() } });
  });
}

async function deleteSome({ db, blobs, clock }: AppContext): Promise<number> {
  if (!blobs) return 0;
  const due = { dueAt: { lte: clock.now() } };
  const rows = await db.unusedObject.findMany({ where: due, take: BATCH, select: { key: true } });
  for (const { key } of rows) {
    await blobs.delete(key);
    await db.unusedObject.deleteMany({ where: { key, ...due } });
  }
  return rows.length;
}

/** Encrypts again what lies in the store under another key than the one with this prefix. Answers how many pictures. */
export async function resealPictures(appContext: AppContext, prefix: Uint8Array): Promise<number> {
  let count = 0;
  for await (const { id, object } of storedPictures(appContext, true)) {
    const sealed = await appContext.blobs?.get(object);
    if (!sealed || Buffer.from(prefix).equals(sealed.subarray(0, prefix.length))) continue;
    await rewrite(appContext, id, object, true);
    count += 1;
  }
  return count;
}

/** Every picture that lies in the store, or only those that are encrypted there. */
async function* storedPictures({ db }: AppContext, onlySealed: boolean): AsyncGenerator<StoredPicture> {
  for (let after = NO_ID; ; ) {
    const rows = await db.$queryRaw<StoredPicture[]>`
      SELECT id, object FROM media WHERE object IS NOT NULL AND id > ${after}::uuid
        AND (NOT ${onlySealed} OR starts_with(object, 'sealed/')) ORDER BY id LIMIT ${BATCH}`;
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
  }
}

interface StoredPicture {
  readonly id: MediaId;
  readonly object: string;
}

const NO_ID: string = '00000000-0000-0000-0000-000000000000';

/** Brings pictures back into the database, and answers how many; one whose object is gone stays as it is. */
export async function bringPicturesBack(appContext: AppContext): Promise<number> {
  let count = 0;
  for await (const { id, object } of storedPictures(appContext, false))
    if (await bringBack(appContext, id, object)) count += 1;
  return count;
}

async function bringBack(appContext: AppContext, id: MediaId, object: string): Promise<boolean> {
  const jpeg = await readObject(appContext, id, object);
  if (!jpeg) return false;
  return appContext.db.$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ isPrivate: boolean }[]>`
      SELECT is_private AS "isPrivate" FROM media WHERE id = ${id}::uuid AND object = ${object} FOR UPDATE`;
    if (!row) return false;
    const bytes = formed(appContext, id, row.isPrivate, jpeg);
    await tx.media.update({ where: { id }, data: { bytes, object: null } });
    return true;
  });
}

/** A picture as its row or its object keeps it. */
const formed = ({ cipher }: AppContext, id: MediaId, isPrivate: boolean, jpeg: Bytes): Bytes =>
  isPrivate ? encryptBytes(cipher, id, jpeg) : jpeg;

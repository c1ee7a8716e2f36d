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
    await upload(appContext, isPrivate, bytes, (tx, key) =>
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

async function rewrite(appContext: AppContext, id: MediaId, object: string, isPrivate: boolean): Promise<void> {
  const jpeg = await readObject(appContext, object);
  if (!jpeg) return;
  await upload(appContext, isPrivate, formed(appContext, isPrivate, jpeg), (tx, key) =>
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

/**
 * Brings pictures back into the database, and answers how many; their objects are deleted by the next move. `onlySealed`:
 * only those that are encrypted. A picture whose object is gone stays as it is.
 */
export async function bringPicturesBack(appContext: AppContext, { onlySealed = false } = {}): Promise<number> {
  let count = 0;
  for (let after = NO_ID; ; ) {
    const rows = await appContext.db.$queryRaw<{ id: MediaId; object: string }[]>`
      SELECT id, object FROM media WHERE object IS NOT NULL AND id > ${after}::uuid
        AND (NOT ${onlySealed} OR starts_with(object, 'sealed/')) ORDER BY id LIMIT ${BATCH}`;
    for (const { id, object } of rows) if (await bringBack(appContext, id, object)) count += 1;
    const last = rows.at(-1);
    if (!last) return count;
    after = last.id;
  }
}

const NO_ID: string = '00000000-0000-0000-0000-000000000000';

async function bringBack(appContext: AppContext, id: MediaId, object: string): Promise<boolean> {
  const jpeg = await readObject(appContext, object);
  if (!jpeg) return false;
  return appContext.db.$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ isPrivate: boolean }[]>`
      SELECT is_private AS "isPrivate" FROM media WHERE id = ${id}::uuid AND object = ${object} FOR UPDATE`;
    if (!row) return false;
    const bytes = formed(appContext, row.isPrivate, jpeg);
    await tx.media.update({ where: { id }, data: { bytes, object: null } });
    return true;
  });
}

/** A picture as its row or its object keeps it. */
const formed = ({ cipher }: AppContext, isPrivate: boolean, jpeg: Bytes): Bytes =>
  isPrivate ? encryptBytes(cipher, jpeg) : jpeg;

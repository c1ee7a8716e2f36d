import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkPictures } from '../../../src/chat/store/check-objects.ts';
import { readPhoto, storeForPerson, storeIncomingPhoto, storePhoto } from '../../../src/chat/store/media.ts';
import { bringPicturesBack, movePictures, resealPictures } from '../../../src/chat/store/moving.ts';
import { shrinkDrawn } from '../../../src/chat/store/shrink.ts';
import { readConfig } from '../../../src/config.ts';
import { type Blobs, BlobsAway } from '../../../src/db/blobs/blobs.ts';
import { openS3 } from '../../../src/db/blobs/s3.ts';
import { createKeyring, keyPrefix } from '../../../src/db/crypto/cipher.ts';
import { type MediaId, newId, type PersonId } from '../../../src/db/ids.ts';
import { type AppContext, inTransaction } from '../../../src/db/work.ts';
import { readFigures } from '../../../src/health/figures.ts';
import { testClock } from '../../support/clock.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import { startS3, type TestS3 } from '../../support/s3.ts';
import { testSeal } from '../../support/village.ts';

const JPEG = 'ffd8';
const start = (bytes: Uint8Array | undefined) => bytes && Buffer.from(bytes.subarray(0, 2)).toString('hex');

describe('pictures in an S3-compatible store', () => {
  let database: FreshDatabase;
  let s3: TestS3;
  let blobs: Blobs;
  let context: AppContext;
  let outages: string[];
  const clock = testClock();

  const open = (more: Record<string, string> = {}): Blobs => {
    const { pictures } = readConfig({ ...s3.settings, ...more });
    if (!pictures) throw new Error('no store of pictures is set');
    return openS3(pictures, {
      begin: (error) => outages.push(String(error)),
      end: () => outages.push('back'),
    });
  };

  beforeAll(async () => {
    database = await freshDatabase();
    s3 = await startS3();
  });
  beforeEach(async () => {
    await database.db.media.deleteMany();
    await database.db.unusedObject.deleteMany();
    s3.objects.clear();
    s3.setAway(false);
    outages = [];
    blobs = open();
    context = { db: database.db, cipher: testSeal, clock, blobs };
  });
  afterAll(async () => {
    await s3[Symbol.asyncDispose]();
    await database.drop();
  });

  const picture = async () =>
    shrinkDrawn(
      await sharp({ create: { width: 20, height: 30, channels: 3, background: '#1a1' } })
        .png()
        .toBuffer(),
    );
  const forEverybody = async (): Promise<MediaId> => storePhoto(database.db, clock.now(), await picture());
  const forOne = async (): Promise<MediaId> =>
    inTransaction(context, async (within) => storeForPerson(within, newId<PersonId>(), await picture()));
  const row = (id: MediaId) => database.db.media.findUniqueOrThrow({ where: { id } });

  it('go there from the database, private ones encrypted, and are read from there', async () => {
    const [goods, slip] = [await forEverybody(), await forOne()];
    expect(await movePictures(context)).toBe(2);
    const kept = [...s3.objects].map(([key, { bytes }]) => [key.split('/')[0], start(bytes) === JPEG]).sort();
    expect(kept).toEqual([
      ['pictures', true],
      ['sealed', false],
    ]);
    for (const id of [goods, slip]) {
      expect((await row(id)).bytes).toBeNull();
      expect(start(await readPhoto(context, id))).toBe(JPEG);
    }
    expect(await database.db.unusedObject.count()).toBe(0);
    expect(await movePictures(context)).toBe(0);
  });

  it('take another form when their audience changes, and are readable all the while', async () => {
    const id = await forOne();
    await movePictures(context);
    await inTransaction(context, (within) => storeIncomingPhoto(within, 'web-seller', { media: id }));
    expect(start(await readPhoto(context, id))).toBe(JPEG);
    await movePictures(context);
    expect([...s3.objects.keys()]).toEqual([expect.stringMatching(/^pictures\//)]);
    await inTransaction(context, (within) => storeIncomingPhoto(within, 'web-seller', { media: id }, 'few'));
    expect(start(await readPhoto(context, id))).toBe(JPEG);
    await movePictures(context);
    expect([...s3.objects.keys()]).toEqual([expect.stringMatching(/^sealed\//)]);
    expect(start(await readPhoto(context, id))).toBe(JPEG);
  });

  it('stay in the database while the store is away, which is said once, and go there when it is back', async () => {
    const [moved, waiting] = [await forEverybody(), await forEverybody()];
    await movePictures(context);
    const late = await forEverybody();
    s3.setAway(true);
    await expect(movePictures(context)).rejects.toThrow(BlobsAway);
    const before = s3.calls();
    // The store is not asked again at once: whoever wants a picture is told.
    for (let n = 0; n < 5; n += 1) await expect(readPhoto(context, moved)).rejects.toThrow(BlobsAway);
    expect(s3.calls()).toBe(before);
    expect(start(await readPhoto(context, late))).toBe(JPEG);
    clock.advance(700_000);
    expect((await readFigures(context)).pictureAge).toBe(700);
    s3.setAway(false);
    await expect.poll(() => readPhoto(context, waiting).then(start, () => undefined)).toBe(JPEG);
    await movePictures(context);
    expect((await readFigures(context)).pictureAge).toBe(0);
    expect(outages.at(-1)).toBe('back');
    // What was uploaded in vain goes after an hour.
    clock.advance(3_600_000);
    await movePictures(context);
    expect(s3.objects.size).toBe(3);
    expect(await database.db.unusedObject.count()).toBe(0);
  });

  it('leave the store with their row, whoever deletes it or its bytes', async () => {
    const [deleted, erased] = [await forEverybody(), await forOne()];
    await movePictures(context);
    await database.db.media.delete({ where: { id: deleted } });
    await database.db.media.update({ where: { id: erased }, data: { object: null, state: 'failed' } });
    expect(await movePictures(context)).toBe(2);
    expect(s3.objects.size).toBe(0);
  });

  it('leave nothing there when a process dies between the upload and its row', async () => {
    const id = await forEverybody();
    const dying: AppContext = {
      ...context,
      blobs: {
        ...blobs,
        async put(...upload) {
          await blobs.put(...upload);
          throw new Error('killed');
        },
      },
    };
    await expect(movePictures(dying)).rejects.toThrow('killed');
    expect(s3.objects.size).toBe(1);
    await movePictures(context);
    expect(s3.objects.size).toBe(2);
    clock.advance(3_600_001);
    await movePictures(context);
    expect([...s3.objects.keys()]).toEqual([(await row(id)).object]);
  });

  it('come back into the database by command, and are sealed again with a new key', async () => {
    const [goods, slip] = [await forEverybody(), await forOne()];
    await movePictures(context);
    const [before] = [...s3.objects.keys()].filter((key) => key.startsWith('sealed/'));
    const secrets = [Buffer.alloc(32, 9), Buffer.alloc(32, 7)] as const;
    const { cipher } = createKeyring(secrets[0], { others: [secrets[1]] });
    expect(await resealPictures({ ...context, cipher }, keyPrefix(secrets[0]))).toBe(1);
    expect(await resealPictures({ ...context, cipher }, keyPrefix(secrets[0]))).toBe(0);
    expect((await row(slip)).object).not.toBe(before);
    const onlyNew = { ...context, cipher: createKeyring(secrets[0]).cipher };
    expect(start(await readPhoto(onlyNew, slip))).toBe(JPEG);
    expect(await bringPicturesBack(onlyNew)).toBe(2);
    const withoutStore = { ...onlyNew, blobs: undefined };
    for (const id of [goods, slip]) expect(start(await readPhoto(withoutStore, id))).toBe(JPEG);
  });

  it('are compared with the store: what is lost is named, and what nobody knows can be deleted', async () => {
    const [lost] = [await forEverybody(), await forEverybody()];
    await movePictures(context);
    s3.objects.delete((await row(lost)).object ?? '');
    s3.objects.set('pictures/of-later.jpg', { bytes: Buffer.from('x'), type: 'image/jpeg', at: new Date(0) });
    const found = { known: 2, missing: [lost], unknown: 1 };
    expect(await checkPictures(context)).toEqual(found);
    expect(await checkPictures(context, true)).toEqual(found);
    expect(s3.objects.size).toBe(1);
    expect(await readPhoto(context, lost)).toBeUndefined();
  });

  it('are opened by signed requests alone: another secret, region or login is refused, in words', async () => {
    const tryWith = (more: Record<string, string>) => open(more).get('pictures/1.jpg');
    await expect(tryWith({ S3_SECRET_ACCESS_KEY: 'wrong' })).rejects.toThrow('check S3_SECRET_ACCESS_KEY');
    await expect(tryWith({ S3_ACCESS_KEY_ID: 'WRONG' })).rejects.toThrow('S3_ACCESS_KEY_ID');
    await expect(tryWith({ S3_BUCKET: 'elsewhere' })).rejects.toThrow('no such bucket');
    expect(s3.refused.slice(-2)).toEqual(['SignatureDoesNotMatch', 'InvalidAccessKeyId']);
    expect((await fetch(`${s3.url}/walnut-pictures/pictures/1.jpg`)).status).toBe(403);
    expect(await tryWith({})).toBeUndefined();
  });

  it('are given to browsers by an address that is signed for that object alone', async () => {
    const id = await forEverybody();
    await movePictures(context);
    const key = (await row(id)).object ?? '';
    expect(await blobs.sign(key)).toBeUndefined();
    const address = (await open({ S3_SIGNED_URLS: 'on' }).sign(key)) ?? '';
    expect(start(await fetch(address).then((response) => response.bytes()))).toBe(JPEG);
    expect((await fetch(address.replace(key, 'sealed/other'))).status).toBe(403);
    expect((await fetch(address.replace('Expires=900', 'Expires=90000'))).status).toBe(403);
  });
});

import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fingerprint, readPhoto, storeIncomingPhoto, storePhoto } from '../../../src/chat/store/media.ts';
import { shrinkDrawn } from '../../../src/chat/store/shrink.ts';
import { deleteUnkeptPhotos } from '../../../src/chat/store/unkept-media.ts';
import { systemClock } from '../../../src/data.ts';
import { type MediaId, parseId } from '../../../src/db/ids.ts';
import { inTransaction } from '../../../src/db/work.ts';
import { type House, openHouse } from './house.ts';
import { visit } from './visitor.ts';

let house: House;
let jpeg: Uint8Array;
beforeAll(async () => {
  house = await openHouse();
  const slip = sharp({ create: { width: 200, height: 300, channels: 3, background: '#1a1' } });
  jpeg = await slip.jpeg().toBuffer();
});
afterAll(() => house[Symbol.asyncDispose]());

async function privatePhoto(): Promise<MediaId> {
  const { appContext } = house;
  const picture = await shrinkDrawn(jpeg);
  const id = await storePhoto(appContext.db, new Date(), picture, fingerprint(appContext.cipher, jpeg));
  return inTransaction(appContext, (context) =>
    storeIncomingPhoto(context, 'web-buyer', { media: id }, 'few'),
  );
}

describe('a photo that was sent outside a question', () => {
  it('is sealed, its sender’s alone, and gone after a week unless a product shows it', async () => {
    const { appContext } = house;
    const buyer = await visit(house.url);
    const { media } = await buyer.upload(Uint8Array.from(jpeg)).then((response) => response.json());
    const id = parseId<MediaId>(String(media[0]).split('.')[0]);
    if (!id) throw new Error('the upload names no picture');
    expect((await fetch(`${house.url}/api/media/${id}`)).status).toBe(404);
    const row = await appContext.db.media.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({ isPrivate: true, madeForId: expect.any(String) });
    const shown = await privateUploadShown(id);
    expect((await fetch(`${house.url}/api/media/${shown}`)).status).toBe(200);

    const other = await buyer.upload(Uint8Array.from(jpeg)).then((response) => response.json());
    const [slip = ''] = String(other.media[0]).split('.');
    const later = {
      ...appContext,
      clock: { ...systemClock, now: () => new Date(Date.now() + 8 * 24 * 3_600_000) },
    };
    await deleteUnkeptPhotos(later);
    expect(await appContext.db.media.count({ where: { id: slip } })).toBe(0);
  });
});

const privateUploadShown = (id: MediaId): Promise<string> =>
  inTransaction(house.appContext, (context) => storeIncomingPhoto(context, 'web-seller', { media: id }));

describe('a photo for a few', () => {
  it('is shown to whom it concerns and to nobody who only knows its address', async () => {
    const id = await privatePhoto();
    const [buyer, stranger] = [await visit(house.url), await visit(house.url)];
    const { personId } = await house.appContext.db.chat.findUniqueOrThrow({ where: { id: buyer.chat } });
    house.seers.set(id, personId);
    const seen = await buyer.get(`/api/media/${id}`);
    expect(seen.headers.get('cache-control')).toBe('no-store');
    expect((await seen.arrayBuffer()).byteLength).toBeGreaterThan(100);
    expect((await stranger.get(`/api/media/${id}`)).status).toBe(404);
    expect((await fetch(`${house.url}/api/media/${id}`)).status).toBe(404);
  });

  it('cannot be read in the database, and is the same file when it comes again', async () => {
    const [one, other] = [await privatePhoto(), await privatePhoto()];
    const { db } = house.appContext;
    const rows = await db.media.findMany({ where: { id: { in: [one, other] } } });
    expect(rows.map(({ bytes }) => bytes && Buffer.from(bytes).subarray(0, 2).toString('hex'))).not.toContain(
      'ffd8',
    );
    expect(new Set(rows.map(({ fingerprint }) => fingerprint)).size).toBe(1);
    expect(
      Buffer.from((await readPhoto(house.appContext, one)) ?? [])
        .subarray(0, 2)
        .toString('hex'),
    ).toBe('ffd8');
  });
});

import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fingerprint, readPhoto, storeIncomingPhoto, storePhoto } from '../../../src/chat/store/media.ts';
import { shrinkDrawn } from '../../../src/chat/store/shrink.ts';
import type { MediaId } from '../../../src/db/ids.ts';
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

import { expect, it } from 'vitest';
import { MAX_PHOTOS } from '../../src/shop/catalogue/listings/listings.ts';
import { openHousehold } from '../support/household.ts';

// What a seller reads when something cannot be done: which of the reasons it was.

const { walnut, seller } = openHousehold({ sells: false });

const db = () => walnut.database.db;

async function shows(caption: string, answer: string) {
  const after = await seller.sendsPhoto({ caption });
  return seller.waitsFor(answer, { after });
}

it('says that a product has as many photos as it can have', async () => {
  const preview = await shows('核桃 30元一斤 有200斤', '没问题就点「上架」');
  for (let count = 1; count < MAX_PHOTOS; count += 1) await seller.sendsPhoto();
  await walnut.photosStored();
  await seller.sendsPhoto();
  await seller.waitsFor(`核桃 最多放 ${MAX_PHOTOS} 张照片`, { after: preview });
  expect(await db().productPhoto.count()).toBe(MAX_PHOTOS);
});

it('says that no more can be sold than there is', async () => {
  const preview = await shows('小米 8元一斤 有50斤', '没问题就点「上架」');
  await seller.taps('✅ 上架', { on: preview });
  await seller.waitsFor('小米 上架了', { after: preview });
  const sold = seller.says('小米卖了60斤');
  await seller.waitsFor('小米 只有 50斤', { after: sold });
  expect((await db().product.findFirstOrThrow()).onHand).toBe(25_000);
});

it('says that there is no such invite', async () => {
  const other = walnut.telegram.person({ first_name: '李', language_code: 'zh' }).chatWith(walnut.sellerBot);
  other.starts('i_0123456789abcdefghijklmn');
  await other.waitsFor('没有这个邀请');
});

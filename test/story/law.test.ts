import { afterEach, describe, expect, it } from 'vitest';
import { sellerOfWalnuts, sellerWithDraft } from '../support/stall.ts';
import { startWalnut, type Walnut } from '../support/walnut.ts';

let walnut: Walnut;

afterEach(() => walnut.stop());

const block = () => walnut.database.db.village.updateMany({ data: { blocksUnlawful: true } });

describe('words that the advertising law forbids are warned of, and mended in one tap', () => {
  it('in a product on sale whose words are changed', async () => {
    walnut = await startWalnut();
    const seller = await sellerOfWalnuts(walnut);
    await seller.taps('✏️ 修改');
    await seller.waitsFor('要改什么');
    await seller.taps('名字');
    await seller.waitsFor('改叫什么');
    seller.says('全国第一核桃');
    await seller.waitsFor('广告法不让写：第一');
    await seller.taps('✏️ 改成「全国核桃」');
    await seller.settles();
    expect(seller.last().text).not.toContain('广告法');
  });

  it('in the title of a stream', async () => {
    walnut = await startWalnut();
    const seller = await sellerOfWalnuts(walnut);
    seller.says('明天晚上八点直播，全村最甜的核桃');
    await seller.waitsFor('广告法不让写');
    await seller.taps('✏️ 改成');
    await seller.settles();
    expect(seller.last().text).not.toContain('广告法');
    expect((await walnut.database.db.stream.findFirstOrThrow()).title).not.toContain('最');
  });
});

describe('where the office says so, they are not published', () => {
  it('neither with a new product, nor with words changed later', async () => {
    walnut = await startWalnut();
    await block();
    const seller = await sellerWithDraft(walnut, '顶级核桃 15元一斤 有200斤');
    await seller.taps('✅ 上架');
    const refused = await seller.waitsFor('广告法不让写的字不能发布');
    expect((await walnut.database.db.product.findFirstOrThrow()).status).toBe('draft');
    await seller.taps('✏️ 改成「核桃」');
    await seller.settles();
    await seller.taps('✅ 上架');
    await seller.waitsFor('上架了');
    await seller.taps('✏️ 修改');
    await seller.waitsFor('要改什么');
    await seller.taps('名字');
    await seller.waitsFor('改叫什么');
    seller.says('全国第一核桃');
    await seller.waitsFor('广告法不让写的字不能发布', { after: refused });
    expect((await walnut.database.db.product.findFirstOrThrow()).title).toBe('核桃');
  });

  it('nor with the title of a planned stream', async () => {
    walnut = await startWalnut();
    await block();
    const seller = await sellerOfWalnuts(walnut);
    seller.says('明天晚上八点直播，全村最甜的核桃');
    await seller.waitsFor('广告法不让写');
    await seller.taps('✅ 确认预告');
    await seller.settles();
    expect(await walnut.database.db.stream.findMany({ where: { state: 'planned' } })).toEqual([]);
  });
});

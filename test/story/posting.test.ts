import { beforeEach, describe, expect, it } from 'vitest';
import { baseQuantity } from '../../src/shop/values/quantity.ts';
import { openHousehold } from '../support/household.ts';
import { offers } from '../support/offers.ts';
import { findPersonCalled } from '../support/people.ts';
import { hears, newBuyer } from '../support/stall.ts';

// A seller puts things up: photos, one sentence, one tap.

const { walnut, seller } = openHousehold({ sells: false });

const db = () => walnut.database.db;

const says = (words: string, answer: string | RegExp) => hears(seller, words, answer);

/** Sends a photo with words, and waits for what comes. */
async function shows(caption: string, answer: string) {
  const after = await seller.sendsPhoto({ caption });
  return seller.waitsFor(answer, { after });
}

/** … and publishes it. */
async function publishes(caption: string, title: string) {
  const preview = await shows(caption, '没问题就点「上架」');
  await seller.taps('✅ 上架', { on: preview });
  return seller.waitsFor(`${title} 上架了`, { after: preview });
}

describe('posting', () => {
  it('takes two actions: a photo with a sentence, and Publish', async () => {
    const preview = await shows('核桃 30元一斤 5斤装 有200斤', '没问题就点「上架」');
    expect(preview.text).toContain('👨‍🌾 王秀英家');
    expect(preview.text).toContain('5斤 · ¥150');
    await seller.taps('✅ 上架', { on: preview });
    await seller.waitsFor('核桃 上架了');
    await walnut.photosStored();
    const buyer = await newBuyer(walnut);
    buyer.says('/browse');
    await buyer.waitsFor(offers('Walnut ¥60/kg'));
    expect(await db().product.findMany({ select: { title: true, titleEn: true, status: true } })).toEqual([
      { title: '核桃', titleEn: 'Walnut', status: 'on-sale' },
    ]);
  });

  it('can be taken back within five minutes: it is a draft again', async () => {
    const published = await publishes('核桃 30元一斤 有200斤', '核桃');
    await seller.taps('↩️ 撤销', { on: published });
    const draft = await seller.waitsFor('预览', { after: published });
    expect((await db().product.findFirstOrThrow()).status).toBe('draft');
    await seller.taps('✅ 上架', { on: draft });
    await seller.waitsFor('核桃 上架了', { after: draft });
  });

  it('asks for what is missing, one thing at a time, with buttons', async () => {
    const priceless = await shows('小米', '小米 多少钱');
    const unit = await says('8块', '¥8 是多少的价');
    expect(unit.text).not.toContain('上架」');
    await seller.taps('¥8/斤', { on: unit });
    const stock = await seller.waitsFor('小米 有多少', { after: priceless });
    await seller.taps('50斤', { on: stock });
    const ready = await seller.waitsFor('没问题就点「上架」', { after: priceless });
    expect(ready.text).toContain('¥8/斤');
    expect(ready.text).toContain('还有 50斤');
    await seller.taps('✅ 上架', { on: ready });
    await seller.waitsFor('小米 上架了');
  });

  it('asks about a price ten times off what such things cost here', async () => {
    await publishes('核桃 30元一斤 有200斤', '核桃');
    const asked = await shows('核桃 3元一斤 有100斤', '核桃 ¥3/斤？平时是 ¥30/斤。');
    expect(asked.buttons.flat().map(({ label }) => label)).not.toContain('✅ 上架');
    await seller.taps('✏️ 改一下', { on: asked });
    await seller.waitsFor('卖多少钱');
    const mended = await says('28元一斤', '没问题就点「上架」');
    await seller.taps('✅ 上架', { on: mended });
    await seller.waitsFor('核桃 上架了', { after: asked });
  });

  it('publishes even that when the seller says it is meant', async () => {
    await publishes('核桃 30元一斤 有200斤', '核桃');
    const asked = await shows('核桃 2元一斤 有100斤', '平时是');
    await seller.taps('✅ 没错，上架', { on: asked });
    await seller.waitsFor('核桃 上架了', { after: asked });
    expect(await db().product.count({ where: { price: 200, status: 'on-sale' } })).toBe(1);
  });

  it('reads the price of every pack from one sentence', async () => {
    const ready = await shows('白芸豆 5斤装 60元 10斤装 110元 库存200斤', '没问题就点「上架」');
    expect(ready.text).toContain('10斤 · ¥110');
  });

  it('never takes what is said of goods on sale for an answer about a draft', async () => {
    await publishes('小米 8元一斤 有50斤', '小米');
    await shows('小米', '小米 多少钱');
    await says('小米补货10斤', '→ 60斤');
    await says('小米还有40斤', '→ 40斤');
    await says('小米 0', '正在卖');
    await says('每周日', '没有要我办的事');
    expect(await db().product.count({ where: { title: '小米' } })).toBe(2);
  });

  it('makes one product of an album, whatever order its photos come in', async () => {
    const before = await db().product.count();
    await seller.sendsAlbum([{}, {}, {}], '红枣 20元一斤 有80斤', { order: [2, 0, 1] });
    const first = await seller.waitsFor(/红枣[\s\S]*3 张照片/);
    await seller.sendsAlbum([{}, {}], '柿饼 25元一斤 有30斤', { order: [1, 0] });
    await seller.waitsFor(/柿饼[\s\S]*2 张照片/, { after: first });
    expect(await db().product.count()).toBe(before + 2);
    const counts = await db().product.findMany({
      where: { title: { in: ['红枣', '柿饼'] } },
      select: { title: true, _count: { select: { photos: true } } },
      orderBy: { title: 'asc' },
    });
    expect(counts.map(({ _count }) => _count.photos).sort()).toEqual([2, 3]);
  });

  it('keeps drafts for days and offers to go on with them', async () => {
    await shows('小米 8元一斤 有50斤', '没问题就点「上架」');
    await db().product.updateMany({
      where: { status: 'draft' },
      data: { createdAt: new Date(Date.now() - 3 * 24 * 3_600_000) },
    });
    const home = await says('/start', '发一张照片');
    await seller.taps('📝 接着上架', { on: home });
    const draft = await seller.waitsFor('预览', { after: home });
    await seller.taps('✅ 上架', { on: draft });
    await seller.waitsFor('上架了', { after: draft });
  });
});

describe('a product by hand', () => {
  beforeEach(() => publishes('小米 8元一斤 有50斤', '小米'));

  /** The product's own screen, freshly opened. */
  async function opened(title: string) {
    const list = await says('/products', '我的商品');
    await seller.taps(title, { on: list });
    return seller.waitsFor('正在卖', { after: list });
  }

  async function edits(field: string, question: string, answer: string, shown = /改好了|→|没看懂/) {
    const one = await opened('小米');
    await seller.taps('✏️ 修改', { on: one });
    const menu = await seller.waitsFor('要改什么', { after: one });
    await seller.taps(field, { on: menu });
    await seller.waitsFor(question, { after: menu });
    return says(answer, shown);
  }

  it('has an English name where the glossary has one, which goes with its title', async () => {
    const named = () => db().product.findFirstOrThrow({ select: { title: true, titleEn: true } });
    expect(await named()).toEqual({ title: '小米', titleEn: 'Millet' });
    await edits('名字', '改叫什么', '岭头金米');
    expect(await named()).toEqual({ title: '岭头金米', titleEn: null });
  });

  it('changes any field, with undo', async () => {
    await edits('介绍', '怎么介绍', '今年的新小米，熬粥香。', /改好了[\s\S]*熬粥香/);
    await edits('英文名', '英文名叫什么', 'Foxtail millet');
    await edits('规格', '有哪些规格', '5斤装 38元，10斤 70', /改好了[\s\S]*10斤 ¥70/);
    await edits('采收日期', '哪天采收', '2026年9月20日');
    await edits('应季月份', '哪几个月', '11月到2月');
    await edits('每人限购', '每人最多', '20斤');
    await edits('价钱', '卖多少钱', '9');
    const product = await db().product.findFirstOrThrow({
      where: { title: '小米' },
      include: { packs: { orderBy: { quantity: 'asc' }, select: { quantity: true, price: true } } },
    });
    expect(product).toMatchObject({
      blurb: '今年的新小米，熬粥香。',
      titleEn: 'Foxtail millet',
      season: [11, 12, 1, 2],
      personLimit: 10_000,
      price: 900,
      priceQuantity: 500,
      packs: [
        { quantity: 2_500, price: 3_800 },
        { quantity: 5_000, price: 7_000 },
      ],
    });
    expect(product.harvestedOn?.toISOString().slice(0, 10)).toBe('2026-09-20');
    await seller.taps('↩️ 撤销');
    await seller.waitsFor('改回原来的样子');
    expect((await db().product.findFirstOrThrow({ where: { title: '小米' } })).price).toBe(800);
  });

  it('shows views, and who waits for how much', async () => {
    const { id } = await db().product.findFirstOrThrow({ where: { title: '小米' } });
    await newBuyer(walnut);
    const { id: personId } = await findPersonCalled(walnut, 'Li');
    const { id: chatId } = await db().chat.findFirstOrThrow({ where: { personId } });
    await db().subscription.create({
      data: {
        personId,
        chatId,
        kind: 'product',
        targetId: id,
        quantity: baseQuantity(43_000),
        createdAt: new Date(),
      },
    });
    for (const views of [5, 7])
      await db().productView.create({ data: { productId: id, part: views, views } });
    await db().product.update({ where: { id }, data: { personLimit: baseQuantity(10_000) } });
    const one = await opened('小米');
    expect(one.text).toContain('👀 12 次浏览');
    expect(one.text).toContain('🔔 1 人在等，共要 86斤');
    expect(one.text).toContain('每人限购 20斤');
  });

  it('reorders, adds and takes away photos', async () => {
    await seller.sendsAlbum([{}, {}, {}], '红枣 20元一斤 有80斤');
    await seller.taps('✅ 上架', { on: await seller.waitsFor(/红枣[\s\S]*3 张照片/) });
    await seller.waitsFor('红枣 上架了');
    const one = await opened('红枣');
    await seller.taps('✏️ 修改', { on: one });
    const menu = await seller.waitsFor('要改什么', { after: one });
    await seller.taps('📷 照片', { on: menu });
    const photos = async () =>
      (
        await db().productPhoto.findMany({
          where: { product: { title: '红枣' } },
          orderBy: { position: 'asc' },
        })
      ).map(({ mediaId }) => mediaId);
    const before = await photos();
    const first = await seller.waitsFor('第 1 张，共 3 张');
    await seller.taps('2', { on: first });
    const second = await seller.waitsFor('第 2 张，共 3 张');
    await seller.taps('⬆️ 放第一张');
    await seller.waitsFor('第 1 张，共 3 张', { after: second });
    expect(await photos()).toEqual([before[1], before[0], before[2]]);
    await seller.taps('🗑 去掉这张');
    await seller.waitsFor('共 2 张');
    await seller.taps('➕ 加照片');
    await seller.waitsFor('照片发来');
    await seller.sendsPhoto({});
    await seller.waitsFor('第 3 张，共 3 张');
    expect((await photos()).slice(0, 2)).toEqual([before[0], before[2]]);
  });

  it('is put away and found again, and copied', async () => {
    const one = await opened('小米');
    await seller.taps('✏️ 修改', { on: one });
    await seller.taps('🗄 收起来', { on: await seller.waitsFor('要改什么', { after: one }) });
    await seller.waitsFor('小米 收起来了');
    const list = await says('/products', '还没有商品');
    await seller.taps('🗄 收起来的', { on: list });
    await seller.taps('🗄 小米', { on: await seller.waitsFor('收起来的商品', { after: list }) });
    const away = await seller.waitsFor('已收起', { after: list });
    await seller.taps('▶️ 继续卖', { on: away });
    await seller.waitsFor('小米 上架了', { after: away });
    const again = await opened('小米');
    await seller.taps('✏️ 修改', { on: again });
    await seller.taps('📑 再来一件一样的', { on: await seller.waitsFor('要改什么', { after: again }) });
    await seller.waitsFor('小米 有多少', { after: again });
    expect(await db().product.count({ where: { title: '小米' } })).toBe(2);
  });
});

describe('a shop that is not open', () => {
  it('cannot publish, and hears why', async () => {
    const preview = await shows('花生 10元一斤 有50斤', '没问题就点「上架」');
    await db().seller.updateMany({ data: { state: 'waiting' } });
    await seller.taps('✅ 上架', { on: preview });
    await seller.waitsFor('等村里点头');
    await db().seller.updateMany({ data: { state: 'closed' } });
    await seller.taps('✅ 上架', { on: preview });
    await seller.waitsFor('被村里关了');
    expect(await db().product.count({ where: { title: '花生', status: 'on-sale' } })).toBe(0);
  });
});

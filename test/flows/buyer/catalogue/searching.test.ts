import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SellerId } from '../../../../src/db/ids.ts';
import { formatPayload } from '../../../../src/flows/screens/links/deep-link.ts';
import { localDay } from '../../../../src/shop/values/village-time.ts';
import { household, puts, visitor } from '../../../support/goods.ts';
import { offers } from '../../../support/offers.ts';
import { remember } from '../../../support/rewind.ts';
import type { PrivateChat } from '../../../support/telegram/interface.ts';
import { startWalnut, type Walnut } from '../../../support/walnut.ts';

let walnut: Walnut;
let rewind: () => Promise<void>;
let zhang: SellerId;

beforeAll(async () => {
  walnut = await startWalnut();
  await household(walnut);
  zhang = await household(walnut, '张蜂家', 'Zhang');
  const month = Number(localDay(new Date(), 'Asia/Shanghai').slice(5, 7));
  await puts(walnut, '柿饼', { titleEn: 'Dried persimmons', category: 'fruit', season: [month] });
  for (let i = 1; i <= 7; i += 1)
    await puts(walnut, `${'甲乙丙丁戊己庚'[i - 1]}等小米`, { category: 'grains' });
  await puts(walnut, '红枣', { titleEn: 'Red dates', category: 'fruit', left: 0 });
  await puts(walnut, '薄皮核桃', { titleEn: 'Thin-shelled walnuts' });
  await puts(walnut, '槐花蜜', { titleEn: 'Acacia honey', sellerId: zhang, category: 'honey' });
  rewind = await remember(walnut.database.db);
});
beforeEach(() => rewind());

afterAll(() => walnut.stop());

const labels = (chat: PrivateChat): string[] => chat.buttons().flat();

describe('the first screen', () => {
  it('has what is in season and newest to tap, an example that works here, and the ways on', async () => {
    const buyer = await visitor(walnut);
    expect(labels(buyer).slice(0, 3)).toEqual(['柿饼 ¥15/斤', '槐花蜜 ¥15/斤', '薄皮核桃 ¥15/斤']);
    expect(buyer.last().text).toContain('比如「柿饼 5斤」');
    expect(labels(buyer)).toContain('📦 我的订单');
    await buyer.taps('槐花蜜 ¥15/斤');
    await buyer.waitsFor('张蜂家');
    expect(buyer.heard()).toHaveLength(1);
  });

  it('helps with examples that are understood as they stand', async () => {
    const buyer = await visitor(walnut, 'en');
    buyer.says('/help');
    const help = await buyer.waitsFor('Dried persimmons 2.5 kg and Acacia honey 2.5 kg');
    buyer.says('Dried persimmons 2.5 kg and Acacia honey 2.5 kg');
    const next = await buyer.waitsFor('name, phone and address', { after: help });
    expect(next.text).toBeDefined();
  });
});

describe('a search', () => {
  it.each(['hetao', '核桃', 'walnuts', '胡桃'])('finds walnuts by %s', async (words) => {
    const buyer = await visitor(walnut);
    buyer.says(`/search ${words}`);
    await buyer.waitsFor('薄皮核桃');
    expect(labels(buyer)).toContain('5斤 ¥75');
  });

  it('turns pages in place', async () => {
    const buyer = await visitor(walnut);
    buyer.says('/search 小米');
    await buyer.waitsFor('「小米」找到 7 样');
    const count = buyer.messages().length;
    await buyer.taps('下一页 ›');
    await buyer.waitsFor(offers('甲等小米'));
    expect(labels(buyer)).toContain('2/2');
    await buyer.taps('‹ 上一页');
    await buyer.waitsFor(offers('庚等小米'));
    expect(buyer.messages()).toHaveLength(count);
  });

  it('says when something is only near', async () => {
    const buyer = await visitor(walnut, 'en');
    buyer.says('/search walnts');
    await buyer.waitsFor('Nothing is called just “walnts”');
    expect(labels(buyer)).toContain('Thin-shelled walnuts ¥30/kg');
  });

  it('that finds nothing shows something else, and tells when somebody has it', async () => {
    const buyer = await visitor(walnut);
    buyer.says('有没有土豆');
    await buyer.waitsFor('现在没有人卖「土豆」');
    expect(labels(buyer)).toContain('槐花蜜 ¥15/斤');
    expect((await buyer.taps('🔔 有人卖了告诉我')).toast).toBe('记下了');
    await buyer.waitsFor('有人卖「土豆」，马上告诉您');
    await buyer.taps('⭐ 我的关注');
    await buyer.waitsFor('「土豆」，有人卖了告诉您');
    await buyer.taps('🗑 土豆');
    await buyer.waitsFor('您还没有关注谁');
    expect(await walnut.database.db.savedSearch.count()).toBe(0);
  });

  it('of words too long for a button still turns and wishes', async () => {
    const buyer = await visitor(walnut);
    buyer.says('/search 王大爷家后山那棵三百年老树上的野生大板栗');
    await buyer.waitsFor('现在没有人卖');
    await buyer.taps('🔔 有人卖了告诉我');
    await buyer.waitsFor('老树上的野生大板栗」，马上告诉您');
  });
});

describe('browsing', () => {
  it('goes from everything to a shelf and back in one message, sold out last', async () => {
    const buyer = await visitor(walnut);
    await buyer.taps('🛍 看看有什么');
    await buyer.waitsFor('正在卖的');
    await buyer.taps('🗂 分类');
    await buyer.waitsFor('想看哪一类');
    await buyer.taps('🍎 果子 (2)');
    const fruit = await buyer.waitsFor(offers('红枣'));
    expect(labels(buyer).slice(0, 2)).toEqual(['柿饼 ¥15/斤', '红枣 · 卖完了']);
    await buyer.taps('🗂 分类');
    const shelves = await buyer.waitsFor('想看哪一类', { after: fruit });
    await buyer.taps('🛍 全部');
    await buyer.waitsFor('正在卖的', { after: shelves });
    await buyer.taps('🌱 当季');
    await buyer.waitsFor('正当季');
    expect(labels(buyer)[0]).toBe('柿饼 ¥15/斤');
    expect(buyer.heard()).toHaveLength(1);
  });

  it('shows one household’s goods in pages', async () => {
    const buyer = await visitor(walnut);
    await buyer.taps('☰ 更多');
    await buyer.waitsFor('还有这些');
    await buyer.taps('👨‍🌾 农户');
    await buyer.waitsFor('村里的农户');
    await buyer.taps('王秀英家');
    await buyer.waitsFor(offers('薄皮核桃'));
    await buyer.taps('下一页 ›');
    await buyer.waitsFor(offers('红枣'));
    expect(labels(buyer).join()).not.toContain('槐花蜜');
  });

  it('opens the village from its code, and follows it', async () => {
    const village = await walnut.database.db.village.findFirstOrThrow();
    const buyer = walnut.telegram
      .person({ first_name: 'Mei', language_code: 'en' })
      .chatWith(walnut.buyerBot);
    buyer.starts(formatPayload({ is: 'village', id: village.id }));
    await buyer.waitsFor('Lingtou · Gu, Shanxi');
    await buyer.taps('⭐ Follow, tell me when they go live');
    buyer.says('/follows');
    await buyer.waitsFor('🏡 Lingtou: when somebody goes live');
    await buyer.taps('🗑 Lingtou');
    await buyer.waitsFor('You follow nobody');
  });
});

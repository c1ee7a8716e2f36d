import { afterEach, expect, it } from 'vitest';
import { startLlm } from '../support/llm.ts';
import { joinedSeller, sellerWithDraft } from '../support/stall.ts';
import type { PrivateChat } from '../support/telegram/interface.ts';
import { startWalnut, type Walnut } from '../support/walnut.ts';

let walnut: Walnut;

afterEach(() => walnut.stop());

/** A seller with a draft of walnuts before them. */
async function withDraft(settings?: Record<string, string>): Promise<PrivateChat> {
  walnut = await startWalnut(settings ? { settings } : {});
  const seller = await sellerWithDraft(walnut);
  expect((await seller.taps('✍️ 帮我写')).toast).toContain('正在写');
  return seller;
}

it('writes with a model, and changes nothing before the seller takes it', async () => {
  const wording = (title: string, blurb: string) => ({ title, blurb, points: [], tags: [] });
  const plain = {
    voice: 'plain',
    zh: wording('岭头核桃', '王秀英家的核桃。'),
    en: wording('Lingtou walnuts', 'Walnuts from Lingtou.'),
  };
  const warm = {
    voice: 'warm',
    zh: wording('岭头核桃', '大家好，这是岭头村的核桃。'),
    en: wording('Lingtou walnuts', 'Hello, here are walnuts from Lingtou.'),
  };
  const llm = await startLlm({ answers: [{ json: { drafts: [plain, warm] } }] });
  const seller = await withDraft({
    OPENAI_BASE_URL: llm.baseURL,
    OPENAI_MODEL: 'local',
    OPENAI_API_KEY: 'test',
  });
  await seller.waitsFor('Walnuts from Lingtou.');
  await seller.taps('🔁 再写一次');
  await seller.waitsFor('大家好，这是岭头村的核桃。');
  expect(llm.requests).toHaveLength(1);
  expect((await walnut.database.db.product.findFirstOrThrow()).title).toBe('核桃');
  await seller.taps('✅ 就用这个');
  await seller.waitsFor('英文名：Lingtou walnuts');
  const product = await walnut.database.db.product.findFirstOrThrow();
  expect(product).toMatchObject({
    title: '岭头核桃',
    titleEn: 'Lingtou walnuts',
    price: 1500,
    onHand: 100_000,
    status: 'draft',
  });
  await llm.stop();
});

it('builds on what the seller said below the photo', async () => {
  walnut = await startWalnut();
  const seller = await sellerWithDraft(walnut, '核桃 15元一斤 有200斤，壳薄，房顶上晒干的');
  await seller.taps('✍️ 帮我写');
  await seller.waitsFor('壳薄，房顶上晒干的');
  expect(await walnut.database.db.productWords.count()).toBe(1);
});

it('says honestly that there is no helper, and proposes what the seller gave', async () => {
  const seller = await withDraft();
  await seller.waitsFor('没有接写作助手');
  expect(seller.last().text).toContain('王秀英家');
});

it('says honestly that the helper does not answer', async () => {
  const llm = await startLlm({ answers: [{ status: 500 }, { status: 500 }, { status: 500 }] });
  const seller = await withDraft({
    OPENAI_BASE_URL: llm.baseURL,
    OPENAI_MODEL: 'local',
    OPENAI_API_KEY: 'test',
  });
  await seller.waitsFor('写作助手这会儿没有回应', { within: 15_000 });
  await llm.stop();
});

it('shows an album as one draft, however its photos come', async () => {
  walnut = await startWalnut();
  const seller = await joinedSeller(walnut);
  await seller.sendsAlbum([{}, {}, {}], '核桃 15元一斤 有200斤', { order: [2, 0, 1] });
  await seller.waitsFor('3 张照片');
  await seller.settles();
  expect(await walnut.database.db.product.count()).toBe(1);
  expect(seller.heard().filter(({ text }) => text.includes('预览'))).toHaveLength(1);
});

it('warns of what the advertising law forbids, and mends it in one tap', async () => {
  walnut = await startWalnut();
  const seller = await sellerWithDraft(walnut, '顶级核桃 15元一斤 有200斤');
  expect(seller.last().text).toContain('广告法不让写：顶级');
  await seller.taps('✏️ 改成「核桃」');
  await seller.settles();
  expect(seller.last().text).not.toContain('广告法');
  expect((await walnut.database.db.product.findFirstOrThrow()).title).toBe('核桃');
});

it('leaves lawful look-alikes alone', async () => {
  walnut = await startWalnut();
  const seller = await sellerWithDraft(walnut, '长寿面 15元一斤 有200斤');
  expect(seller.last().text).not.toContain('广告法');
});

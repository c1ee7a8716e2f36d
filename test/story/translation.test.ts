import { afterEach, expect, it } from 'vitest';
import { type Llm, type LlmAnswer, startLlm } from '../support/llm.ts';
import { newBuyer, ordersWalnuts, sellerOfWalnuts } from '../support/stall.ts';
import { startWalnut, type Walnut } from '../support/walnut.ts';

let walnut: Walnut;
let llm: Llm;

afterEach(async () => {
  await walnut.stop();
  await llm.stop();
});

async function open(answer: LlmAnswer, settings: Record<string, string> = {}): Promise<void> {
  llm = await startLlm({ answers: [answer] });
  const model = { OPENAI_BASE_URL: llm.baseURL, OPENAI_MODEL: 'local', OPENAI_API_KEY: 'test' };
  walnut = await startWalnut({ settings: { ...model, OPENAI_PRICES: '2/8', ...settings } });
}

async function asks(words: string) {
  const buyer = await newBuyer(walnut);
  await buyer.waitsFor(/./, { after: buyer.says(words) });
  await buyer.taps('🙋 Ask the seller');
  return buyer;
}

const uses = () => walnut.database.db.modelUse.findMany({ where: { kind: 'relay' } });

it('a question in English reaches its seller in Chinese too, the original above it, and the office sees what it cost', async () => {
  await open({ text: '⟦1⟧ 是有机的吗？' });
  const seller = await sellerOfWalnuts(walnut);
  await asks('核桃 is it grown without chemicals?');
  await seller.waitsFor('without chemicals');
  await seller.waitsFor('🌐 机器翻译（原话在上面）：核桃 是有机的吗？');
  expect(llm.requests[0]?.prompt).not.toContain('核桃');
  const product = await walnut.database.db.product.findFirstOrThrow();
  const [use, ...more] = await uses();
  expect(more).toEqual([]);
  const about = { productId: product.id, sellerId: product.sellerId };
  expect(use).toMatchObject({ ...about, model: 'local', prompt: 'translate-1', isUsed: true, said: {} });
  expect(use?.costMicros).toBeGreaterThan(0);
});

it('a translation that lost a name costs too, and is not shown', async () => {
  await open({ text: '是有机的吗？' });
  const seller = await sellerOfWalnuts(walnut);
  await asks('核桃 is it grown without chemicals?');
  await seller.waitsFor('without chemicals');
  await expect.poll(async () => (await uses()).length).toBe(1);
  expect((await uses())[0]).toMatchObject({ isUsed: false });
  expect(seller.sees('机器翻译')).toBe(false);
});

it('words about an order count for its seller, and those beyond the day’s budget are not translated', async () => {
  await open({ text: '请放在门口。' }, { WRITER_BUDGET: '0.000001' });
  const seller = await sellerOfWalnuts(walnut);
  const buyer = await newBuyer(walnut);
  await ordersWalnuts(buyer);
  await buyer.taps('📦 A-');
  await buyer.waitsFor('waiting for the seller');
  await buyer.taps('💬 Write to the seller');
  const asked = await buyer.waitsFor('Nobody is shown your phone number');
  buyer.says('Please leave it at the door');
  await seller.waitsFor('机器翻译（原话在上面）：请放在门口。');
  const { sellerId } = await walnut.database.db.order.findFirstOrThrow();
  expect(await uses()).toMatchObject([{ productId: null, sellerId, isUsed: true }]);
  await buyer.taps('💬 Say more');
  await buyer.waitsFor('Nobody is shown your phone number', { after: asked });
  buyer.says('And ring the bell');
  await seller.waitsFor('And ring the bell');
  await walnut.app.jobs?.idle();
  expect(await uses()).toHaveLength(1);
});

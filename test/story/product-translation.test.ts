import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type Llm, type LlmAnswer, startLlm } from '../support/llm.ts';
import { newBuyer, sellerOfWalnuts } from '../support/stall.ts';
import type { PrivateChat } from '../support/telegram/interface.ts';
import { startWalnut, type Walnut } from '../support/walnut.ts';

// A seller writes one language; a buyer reads the other.

let walnut: Walnut;
let llm: Llm;
let answer: LlmAnswer;

beforeAll(async () => {
  llm = await startLlm({ answers: () => answer });
  walnut = await startWalnut({
    settings: {
      ...{
        OPENAI_BASE_URL: llm.baseURL,
        OPENAI_MODEL: 'local',
        OPENAI_API_KEY: 'test',
        OPENAI_PRICES: '2/8',
      },
    },
  });
});
afterAll(async () => {
  await walnut.stop();
  await llm.stop();
});

/** The seller describes the walnuts, and the translation is there. */
async function describes(seller: PrivateChat, blurb: string, made: number): Promise<void> {
  const list = seller.says('/products');
  await seller.waitsFor('我的商品', { after: list });
  await seller.taps('核桃', { on: seller.last() });
  await seller.taps('✏️ 修改', { on: await seller.waitsFor('正在卖', { after: list }) });
  await seller.taps('介绍', { on: await seller.waitsFor('要改什么', { after: list }) });
  const question = await seller.waitsFor('怎么介绍', { after: list });
  await seller.waitsFor('改好了', { after: seller.says(blurb) });
  expect(question).toBeDefined();
  await vi.waitUntil(async () => (await uses()).length === made, { timeout: 15_000 });
}

const uses = () => walnut.database.db.modelUse.findMany({ where: { kind: 'translation' } });

it('a blurb is read in the other language, marked, with the original one tap away, and translated once', async () => {
  answer = { text: 'Thin shells, dried on the roof for ⟦1⟧ days.' };
  const seller = await sellerOfWalnuts(walnut);
  await describes(seller, '壳薄，房顶上晒了3天', 1);
  const [use] = await uses();
  expect(use).toMatchObject({ model: 'local', prompt: 'translate-1', isUsed: true });
  expect(llm.requests.at(-1)?.prompt).not.toContain('3天');

  const buyer = await newBuyer(walnut);
  await buyer.waitsFor('Thin shells, dried on the roof for 3', { after: buyer.says('walnuts') });
  expect(buyer.last().text).toContain('🌐 Translated by a machine');
  await buyer.taps('🌐 The original');
  await buyer.waitsFor('壳薄，房顶上晒了3天');

  answer = { text: 'Thin shells.' };
  await describes(seller, '壳薄', 2);
  await buyer.waitsFor('Thin shells.', { after: buyer.says('walnuts') });
  const asked = llm.requests.length;
  await describes(seller, '壳薄，房顶上晒了3天', 2);
  await buyer.waitsFor('Thin shells, dried on the roof for 3', { after: buyer.says('walnuts') });
  expect(llm.requests.length).toBe(asked);
});

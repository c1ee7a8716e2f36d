import { afterEach, expect, it } from 'vitest';
import { type Llm, startLlm } from '../support/llm.ts';
import { newBuyer, sellerOfWalnuts } from '../support/stall.ts';
import { startWalnut, type Walnut } from '../support/walnut.ts';

let walnut: Walnut;
let llm: Llm;

afterEach(async () => {
  await walnut.stop();
  await llm.stop();
});

it('a question in English reaches its seller in Chinese too, the original above it', async () => {
  llm = await startLlm({ answers: [{ text: '⟦1⟧ 是有机的吗？' }] });
  walnut = await startWalnut({
    settings: { OPENAI_BASE_URL: llm.baseURL, OPENAI_MODEL: 'local', OPENAI_API_KEY: 'test' },
  });
  const seller = await sellerOfWalnuts(walnut);
  const buyer = await newBuyer(walnut);
  await buyer.waitsFor(/./, { after: buyer.says('核桃 is it grown without chemicals?') });
  await buyer.taps('🙋 Ask the seller');
  await seller.waitsFor('without chemicals');
  await seller.waitsFor('🌐 机器翻译（原话在上面）：核桃 是有机的吗？');
  expect(llm.requests[0]?.prompt).not.toContain('核桃');
});

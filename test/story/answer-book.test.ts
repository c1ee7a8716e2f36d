import { afterEach, beforeEach, expect, it } from 'vitest';
import { newBuyer, sellerOfWalnuts } from '../support/stall.ts';
import type { PrivateChat } from '../support/telegram/interface.ts';
import { startWalnut, type Walnut } from '../support/walnut.ts';

let walnut: Walnut;
let seller: PrivateChat;

beforeEach(async () => {
  walnut = await startWalnut();
  seller = await sellerOfWalnuts(walnut, '核桃 15元一斤 有200斤，壳薄');
});
afterEach(() => walnut.stop());

/** A buyer asks, it is passed on, and the seller answers. */
async function askedAndAnswered(question: string, answer: string): Promise<void> {
  const buyer = await newBuyer(walnut);
  await buyer.waitsFor(/./, { after: buyer.says(question) });
  await buyer.taps('🙋 Ask the seller');
  await seller.waitsFor(question);
  await seller.taps('💬 回复');
  await seller.waitsFor('写');
  seller.says(answer);
  await buyer.waitsFor(answer);
}

it('an answer is confirmed once, given to the next who asks, and can be removed', async () => {
  await askedAndAnswered('核桃是今年的吗', '是今年九月新打的');
  await seller.waitsFor('要不要让助手照这样回');
  await seller.taps('✅ 记下，以后这样回');
  await seller.waitsFor('记下了');
  const next = await newBuyer(walnut, 'Han');
  next.says('核桃是今年的吗？');
  const { text } = await next.waitsFor('是今年九月新打的');
  expect(text).toContain('🤖');
  expect(text).toContain('passed on by the assistant');
  await seller.taps('📖 问答');
  await seller.waitsFor('用了 1 次');
  await seller.taps('🗑 1');
  await seller.waitsFor('不用这条回答');
  const third = await newBuyer(walnut, 'Mei');
  third.says('核桃是今年的吗？');
  await third.settles();
  expect(third.last().text).not.toContain('九月');
});

it('what is not confirmed, or may not be told to everybody, is not given', async () => {
  await askedAndAnswered('核桃是今年的吗', '是的，加我微信 walnut888 细聊');
  await seller.settles();
  expect(seller.last().text).not.toContain('要不要让助手');
  expect(await walnut.database.db.productAnswer.count()).toBe(0);
});

it('what the seller said of the product answers a question about it', async () => {
  const buyer = await newBuyer(walnut);
  buyer.says('核桃壳薄吗');
  await buyer.waitsFor('🤖');
  expect(buyer.last().text).toContain('said: “壳薄”');
});

it.each([
  ['跟他说微辣，细娃儿少吃点', '微辣，细娃儿少吃点'],
  ["tell her it's mild, not for small kids", "it's mild, not for small kids"],
])(
  'who has asked hears what they are to be told, where one question alone waits: %s',
  async (said, words) => {
    const buyer = await newBuyer(walnut);
    await buyer.waitsFor(/./, { after: buyer.says('核桃辣不辣呀，小朋友能吃吗') });
    await buyer.taps('🙋 Ask the seller');
    await seller.waitsFor('小朋友能吃吗');
    await seller.waitsFor(words, { after: seller.says(said) });
    await buyer.waitsFor(words);
  },
);

it('what the law only may be against is kept after a yes, with a warning', async () => {
  await askedAndAnswered('核桃是今年的吗', 'no added sugar, only apricots');
  await seller.waitsFor('要不要让助手照这样回');
  await seller.taps('✅ 记下，以后这样回');
  await seller.waitsFor('记下了');
});

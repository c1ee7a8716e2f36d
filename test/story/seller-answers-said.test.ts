import { describe, expect, it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { hears, newBuyer, newOrderOf } from '../support/stall.ts';

// What buyers ask is answered in plain words, without a tap on the question.

const clock = testClock();
const { walnut, seller } = openHousehold({ clock });

const says = (words: string, answer: string | RegExp) => hears(seller, words, answer);

/** Somebody has asked something about the walnuts that nobody has written. */
async function asks(name: string, question: string) {
  const buyer = await newBuyer(walnut, name);
  await hears(buyer, '核桃', 'Walnut');
  await buyer.taps('🙋 Ask the seller', { on: await hears(buyer, question, 'I will ask') });
  await seller.waitsFor(question);
  return buyer;
}

describe('a question of a buyer', () => {
  it('is answered by telling her, and asked back about', async () => {
    const buyer = await asks('Bo', '这个核桃有没有苦味啊');
    await says('跟她说一点不苦，放心吃', '已经回给 Bo：「一点不苦，放心吃」');
    await buyer.waitsFor('一点不苦，放心吃');
    await says('再问哈她要几斤', '已经回给 Bo：「要几斤」');
    await buyer.waitsFor('要几斤');
  });

  it('is answered by what nothing else is done with, after a yes', async () => {
    const buyer = await asks('Bo', 'are these walnuts roasted?');
    const asked = await says('no no, raw only, you can roast at home', '这句话回给 Bo 吗');
    expect(buyer.heard().some(({ text }) => text.includes('raw only'))).toBe(false);
    await seller.taps('💬 发给 Bo', { on: asked });
    await buyer.waitsFor('raw only, you can roast at home');
  });

  it('is answered by a short yes', async () => {
    const buyer = await asks('Bo', '可以开袋即食吗');
    await says('可以的', '这句话回给 Bo 吗');
    await says('对', '已经回给 Bo：「可以的」');
    await buyer.waitsFor('可以的');
  });

  it('does not reach others: nobody hears what is done for the shop, or asked of it', async () => {
    const buyer = await asks('Bo', '可以开袋即食吗');
    await says('核桃涨到16', '¥16/斤');
    await says('今天卖了多少', '还没有卖出');
    await says('别跟她说', /./u);
    await says('要不要告诉她涨价了', /./u);
    expect(buyer.heard().at(-1)?.text).toContain('Passed on');
  });
});

describe('questions of several buyers', () => {
  it('are answered in one message, to one of them or to all', async () => {
    const bo = await asks('Bo', '这个核桃有没有苦味啊');
    const cy = await asks('Cy', '打没打农药');
    const asked = await says('不苦，也冇打过药', '是回给谁的');
    await seller.taps('💬 2 位都回', { on: asked });
    await bo.waitsFor('不苦，也冇打过药');
    await cy.waitsFor('不苦，也冇打过药');
    await says('有没有人问我', '没有买家在等您回话');
  });

  it('go to the one that is picked', async () => {
    const bo = await asks('Bo', '这个核桃有没有苦味啊');
    const cy = await asks('Cy', '打没打农药');
    await seller.taps('💬 Cy：打没打农药', { on: await says('告诉她没打过', '是回给谁的') });
    await cy.waitsFor('没打过');
    expect(bo.heard().some(({ text }) => text.includes('没打过'))).toBe(false);
  });
});

describe('words to her', () => {
  it('are asked about where an order came after the question', async () => {
    const bo = await asks('Bo', '这个核桃有没有苦味啊');
    const { buyer: ann, number } = await newOrderOf(walnut, seller, 'Ann');
    const asked = await says('告诉她明天就发', '是回给谁的');
    await seller.taps(`${number} 核桃 1斤 · 等您接单 · ¥15`, { on: asked });
    await ann.waitsFor('明天就发');
    expect(bo.heard().some(({ text }) => text.includes('明天就发'))).toBe(false);
  });

  it('are asked about where an order was there before the question, and a plain yes sends nothing', async () => {
    const { buyer: ann } = await newOrderOf(walnut, seller, 'Ann');
    const bo = await asks('Bo', '这个核桃有没有苦味啊');
    await says('告诉她明天就发', '是回给谁的');
    await says('对', /./u);
    const heard = [...ann.heard(), ...bo.heard()];
    expect(heard.some(({ text }) => text.includes('明天就发'))).toBe(false);
  });

  it('go to the buyer of an order whose number is said, whoever has asked something', async () => {
    const bo = await asks('Bo', '这个核桃有没有苦味啊');
    const { buyer: ann, number } = await newOrderOf(walnut, seller, 'Ann');
    await says(`告诉${number}明天就发`, '明天就发');
    await ann.waitsFor('明天就发');
    expect(bo.heard().some(({ text }) => text.includes('明天就发'))).toBe(false);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { openHousehold } from '../support/household.ts';
import { hears } from '../support/stall.ts';

// What is said of goods that were just spoken of, and what puts a figure right that was just said.

const { walnut, seller } = openHousehold({ sells: '核桃 15元一斤 有80斤' });
const says = (words: string, answer: string | RegExp) => hears(seller, words, answer);

describe('goods that were just asked about', () => {
  beforeEach(async () => {
    await says('笋干 55元一斤 有90斤', '没问题就点「上架」');
    await seller.taps('✅ 上架');
    await seller.waitsFor(' 上架了');
    await says('核桃还有多少斤来着', '还有 80斤');
  });

  it.each([
    ['那再加100斤 今天打的', '80斤 → 180斤'],
    ['再添50斤上去', '80斤 → 130斤'],
    ['take 10 jin off', '80斤 → 70斤'],
    ['涨一块钱', '¥15/斤 → ¥16/斤'],
  ])('are meant where none are named: %s', async (words, answer) => {
    await says(words, answer);
  });

  it('are not meant where others are', async () => {
    await says('木耳卖了3斤', '木耳');
    expect(await walnut.database.db.product.findMany({ orderBy: { title: 'asc' } })).toMatchObject([
      { onHand: 40_000 },
      { onHand: 45_000 },
    ]);
  });
});

describe('a figure that was wrong', () => {
  it.each([
    '哎呀老花眼看错秤了 是73斤',
    '脑子糊涂了，73斤才对',
    '不对不对，秤上是73斤',
    '手抖打错，73',
    '73斤，刚才按反了',
    'i swapped the digits, should be 73 jin',
    "oh dear my glasses, it's 73",
  ])('gives way to the one that is said behind it: %s', async (words) => {
    await says('核桃我刚称了还有37斤', '80斤 → 37斤');
    await says(words, '80斤 → 73斤');
  });

  it('keeps what is said to have been done', async () => {
    await says('核桃卖了31斤', '80斤 → 49斤');
    await says('数错了，卖了13斤', '80斤 → 67斤');
  });
});

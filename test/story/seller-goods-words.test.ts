import { describe, expect, it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { hears } from '../support/stall.ts';

// What families say of their goods: packs, what is left, new names and prices, several things in a breath.

const clock = testClock();
const { walnut, seller } = openHousehold({ clock });
const db = () => walnut.database.db;

const says = (words: string, answer: string | RegExp) => hears(seller, words, answer);
const walnuts = () => db().product.findFirstOrThrow({ where: { title: '核桃' } });

describe('packs', () => {
  const packs = () => db().pack.findMany({ orderBy: { quantity: 'asc' } });

  it('are added and have another price, and nothing else changes', async () => {
    await says('核桃加个规格，5斤装70元', '🎁 5斤 · ¥70');
    await says('核桃也有10斤一箱的，138', '🎁 10斤 · ¥138');
    await says('5斤装的改成68', '🎁 5斤 · ¥68');
    expect(await packs()).toMatchObject([
      { quantity: 2_500, price: 6_800 },
      { quantity: 5_000, price: 13_800 },
    ]);
    expect(await walnuts()).toMatchObject({ price: 1_500, priceQuantity: 500, onHand: 100_000 });
  });

  it('are said two at a time', async () => {
    await says('核桃有两种规格，5斤70，10斤138', /5斤 · ¥70[\s\S]*10斤 · ¥138/);
    expect(await packs()).toHaveLength(2);
  });

  it('are said in English', async () => {
    await says('rename 核桃 to walnuts', 'walnuts 改好了');
    await says('walnuts also have 5 kg bag, one bag 138 yuan', '🎁 10斤 · ¥138');
    await says('sorry, walnuts 5 kg bag is 136 yuan', '🎁 10斤 · ¥136');
    expect(await db().product.findFirstOrThrow()).toMatchObject({ price: 1_500 });
    expect(await packs()).toMatchObject([{ quantity: 5_000, price: 13_600 }]);
    expect(await db().product.count({ where: { status: 'draft' } })).toBe(0);
  });
});

describe('several goods in one breath', () => {
  const drafts = () => db().product.findMany({ where: { status: 'draft' }, orderBy: { price: 'asc' } });

  it('are a preview each, with the whole of their names', async () => {
    await says('俺家窖藏老陈醋一瓶18块，有四十瓶；手擀挂面一斤6块5，有一百斤', '手擀挂面');
    expect(await drafts()).toMatchObject([
      { title: '手擀挂面', price: 650, priceQuantity: 500, onHand: 50_000 },
      { title: '窖藏老陈醋', price: 1_800, priceQuantity: 1, onHand: 40 },
    ]);
  });

  it('need no sign between them, and a heading names nothing', async () => {
    await says('今日上新：鲜花椒28块钱一斤五十斤干花椒68块钱一斤三十斤', '干花椒');
    expect(await drafts()).toMatchObject([
      { title: '鲜花椒', price: 2_800, onHand: 25_000 },
      { title: '干花椒', price: 6_800, onHand: 15_000 },
    ]);
  });

  it('one that is told in three breaths is one', async () => {
    await says('仲有蜜柚皮，25蚊一斤，有18斤', '没问题就点「上架」');
    expect(await drafts()).toMatchObject([{ title: '蜜柚皮', price: 2_500, onHand: 9_000 }]);
  });
});

describe('what becomes of goods on sale', () => {
  it('they are gone in every dialect, and not when that is only feared', async () => {
    await says('核桃快卖完了', '核桃 还有 200斤');
    await says('核桃卖晒喇，冇货', '200斤 → 0斤');
    expect(await walnuts()).toMatchObject({ onHand: 0 });
  });

  it('a pronoun means what was just spoken of', async () => {
    await says('rename 核桃 to walnuts', 'walnuts 改好了');
    await says('sold 8 kg of walnuts, and make them 33 yuan per kg from now on', '¥33');
    expect(await db().product.findFirstOrThrow()).toMatchObject({ onHand: 92_000, price: 3_300 });
  });

  it('of two of a kind one is chosen by words', async () => {
    await says('酸核桃 16元一斤 有60斤', '没问题就点「上架」');
    await says('上架', '上架了');
    await says('rename 核桃 to 甜核桃', '甜核桃 改好了');
    await says('核桃还剩35斤', '是哪');
    await says('我说的是酸的那种', '35斤');
    expect(await db().product.findFirstOrThrow({ where: { title: '酸核桃' } })).toMatchObject({
      onHand: 17_500,
    });
  });

  it('a photo below which their name stands with "new" is theirs', async () => {
    await seller.sendsPhoto({ caption: '核桃用这张' });
    await seller.waitsFor('核桃');
    expect(await db().product.count()).toBe(1);
  });
});

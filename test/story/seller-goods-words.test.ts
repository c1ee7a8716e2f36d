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

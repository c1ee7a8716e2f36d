import { describe, expect, it } from 'vitest';
import { puts } from '../support/goods.ts';
import { openHousehold } from '../support/household.ts';
import { hears, newBuyer, putsOnSale, withCard } from '../support/stall.ts';

// Deeds that are said of one of several things, and of one person in two pieces.

const { walnut, seller } = openHousehold();
const db = () => walnut.database.db;

describe('on a card', () => {
  it('name and phone of another person take the place of those that stand there, and the address stays', async () => {
    const buyer = await withCard(await newBuyer(walnut));
    const said = 'put my husband down as the recipient, Tom Becker, 13700001111, same address';
    const card = await hears(buyer, said, 'Please check');
    expect(card.text).toContain('Tom Becker 13700001111');
    expect(card.text).toContain('12 Taoyuan Road');
  });

  it('what is doubled is doubled, and what is left alone stays', async () => {
    await puts(walnut, '红枣');
    const buyer = await withCard(await newBuyer(walnut));
    await hears(buyer, '再来红枣2斤', '红枣');
    await hears(buyer, '红枣翻一倍，核桃不动', 'Please check');
    const lines = await db().cartLine.findMany({ include: { product: true } });
    expect(Object.fromEntries(lines.map(({ product, quantity }) => [product.title, quantity]))).toEqual({
      核桃: 500,
      红枣: 2_000,
    });
  });
});

it('one of the things in an order is taken out on a card of its own, and the order stays until that is confirmed', async () => {
  await puts(walnut, '红枣');
  const buyer = await withCard(await newBuyer(walnut));
  await hears(buyer, '再来红枣2斤', '红枣');
  await buyer.taps('Confirm');
  await buyer.waitsFor('Ordered');
  const card = await hears(buyer, '刚才那单的红枣不要了，核桃照发', 'Please check');
  expect(card.text).not.toMatch(/红枣 \d/u);
  expect(await db().order.count({ where: { fulfilment: 'placed' } })).toBe(1);
  await buyer.taps('Confirm', { on: card });
  await buyer.waitsFor('Ordered', { after: card });
  const open = await db().order.findMany({ where: { fulfilment: 'placed' }, include: { lines: true } });
  expect(open.map(({ lines }) => lines.map(({ title }) => title))).toEqual([['核桃']]);
});

describe('at the stall', () => {
  it('one price for two things is the price of both', async () => {
    await putsOnSale(walnut, seller, '红枣 18元一斤 有50斤');
    await hears(seller, '核桃和红枣都改成12一斤', '红枣：¥18/斤 → ¥12/斤');
    expect((await db().product.findMany()).map(({ price }) => price)).toEqual([1_200, 1_200]);
  });

  it('a figure alone answers what a draft costs, and what it is the price of is asked', async () => {
    await seller.sendsPhoto({ caption: '干豇豆角 15到18块一斤 有60斤' });
    await seller.waitsFor('干豇豆角 多少钱');
    const asked = await hears(seller, '那就16吧', '¥16 是多少的价');
    await seller.taps('¥16/斤', { on: asked });
    await seller.waitsFor('没问题就点「上架」', { after: asked });
  });
});

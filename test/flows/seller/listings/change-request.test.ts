import { describe, expect, it } from 'vitest';
import { newId, type ProductId, type SellerId } from '../../../../src/db/ids.ts';
import {
  type Act,
  changeActs,
  parseChangeRequest,
} from '../../../../src/flows/seller/listings/changes/change-request.ts';
import { readSeller } from '../../../../src/nlu/rules/offers/seller.ts';
import type { Product } from '../../../../src/shop/catalogue/products/catalogue.ts';
import { fen } from '../../../../src/shop/values/money.ts';
import { baseQuantity } from '../../../../src/shop/values/quantity.ts';

const walnuts: Product = {
  ...{
    id: newId<ProductId>(),
    sellerId: newId<SellerId>(),
    sellerName: '',
    sellerNameEn: null,
    title: '核桃',
    titleEn: null,
    unit: null,
    titleTranslated: null,
    blurbTranslated: null,
  },
  ...{ blurb: '', blurbEn: null, category: 'nuts', status: 'on-sale' },
  ...{ available: baseQuantity(50_000), held: baseQuantity(0) },
  ...{ harvestedOn: null, photos: [], storedPhotos: [], season: [], expectedOn: null, personLimit: null },
  ...{ minimumQuantity: null, saleUntil: null, usualPrice: null, usualPriceQuantity: null },
  measure: 'MASS',
  price: fen(1_500),
  priceQuantity: baseQuantity(500),
  packs: [{ quantity: baseQuantity(2_500), price: null }],
};

/** What a message may mean for walnuts at ¥15/斤, in bags of 5斤 unless `packs` says otherwise. */
function meanings(message: string, packs = walnuts.packs): Act[] {
  const wish = parseChangeRequest(message, readSeller(message));
  return wish ? changeActs({ ...walnuts, packs }, wish) : [];
}

const stock = (mode: 'set' | 'add' | 'sub', quantity: number): Act => ({
  is: 'stock',
  mode,
  quantity: baseQuantity(quantity),
});
const price = (amount: number, per = 500): Act => ({
  is: 'price',
  price: fen(amount),
  priceQuantity: baseQuantity(per),
});

describe('what a seller wants of a product', () => {
  it('counts bags by what the product’s bags hold', () => {
    expect(meanings('卖了3袋')).toEqual([stock('sub', 7_500)]);
  });

  it('prices a bag by what the product’s bags hold', () => {
    expect(meanings('核桃 80元一袋')).toEqual([price(8_000, 2_500)]);
    expect(meanings('核桃 80元一袋', [])).toEqual([]);
  });

  it('is open where there are bags of several sizes', () => {
    const packs = [
      { quantity: baseQuantity(2_500), price: null },
      { quantity: baseQuantity(5_000), price: null },
    ];
    expect(meanings('卖了3袋', packs)).toEqual([stock('sub', 7_500), stock('sub', 15_000)]);
  });

  it('asks of which unit a bare number is', () => {
    expect(meanings('核桃还剩12')).toEqual([stock('set', 6_000), stock('set', 12_000), stock('set', 30_000)]);
  });

  it('is nothing where goods sold by weight are counted and have no bags', () => {
    expect(meanings('卖了3袋', [])).toEqual([]);
  });

  it('may be left, come or sold where only an amount is said', () => {
    expect(meanings('核桃30斤')).toEqual([stock('set', 15_000), stock('add', 15_000), stock('sub', 15_000)]);
  });

  it('moves a price by what it is moved by, for the unit that was named', () => {
    expect(meanings('核桃贵2块')).toEqual([price(1_700)]);
    expect(meanings('核桃便宜5毛')).toEqual([price(1_450)]);
    expect(meanings('核桃每公斤贵2块')).toEqual([price(1_600)]);
  });

  it('is no price at or below nothing', () => {
    expect(meanings('核桃便宜15块')).toEqual([]);
  });

  it('takes the product’s own unit for a price without one', () => {
    expect(meanings('核桃降到12')).toEqual([price(1_200)]);
    expect(meanings('核桃降到24一公斤')).toEqual([price(2_400, 1_000)]);
  });

  it('tells taking off, sold out and selling again apart', () => {
    const to = (message: string) => meanings(message).map((act) => act.is === 'status' && act.to);
    expect(to('蜂蜜先下架')).toEqual(['off']);
    expect(to('walnuts sold out')).toEqual(['sold-out']);
    expect(to('核桃卖完了先下架')).toEqual(['sold-out']);
    expect(to('核桃重新上架')).toEqual(['on']);
  });
});

describe('a price that moves', () => {
  it.each([
    ['核桃给我提价2元', [1_700]],
    ['核桃一斤往上提两块', [1_700]],
    ['核桃每斤往下落一块', [1_400]],
    ['核桃涨价18块', [1_800]],
    ['核桃涨两块五', [1_750]],
    ['核桃降价8块', [700, 800]],
  ])('by so much, or to what it can only be: %s', (message, prices) => {
    const acts = meanings(message, []);
    expect(acts.map((act) => act.is === 'price' && act.price)).toEqual(prices);
  });
});

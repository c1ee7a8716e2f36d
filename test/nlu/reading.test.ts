import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBuyer, readSeller } from '../../src/nlu/read.ts';

const GOODS = ['核桃', '小米', '土鸡蛋', '红枣', '蜂蜜'];
const amountsOf = (message: string): unknown[] =>
  readBuyer(message).lines.map(({ quantity, measure }) => [quantity, measure]);

describe('a buyer’s order', () => {
  it.each([
    [
      '来三袋小米和两斤半红枣',
      [
        { product: '小米', quantity: 3, measure: 'COUNT' },
        { product: '红枣', quantity: 1_250, measure: 'MASS' },
      ],
    ],
    [
      '要1号和3号各一斤',
      [
        { item: 1, quantity: 500 },
        { item: 3, quantity: 500 },
      ],
    ],
    ['核桃5斤，不对，8斤', [{ product: '核桃', quantity: 4_000, measure: 'MASS' }]],
    ['要两箱5斤装的红枣', [{ product: '红枣', quantity: 5_000, measure: 'MASS' }]],
  ])('is read line by line: %s', (message, lines) => {
    expect(readBuyer(message)).toMatchObject({ kind: 'order', lines });
  });

  it('is not changed by politeness, an emoji or a phone number', () => {
    const around = fc.constantFrom('麻烦', '老板，', '你好，', '');
    const behind = fc.constantFrom('谢谢', '😊', '，谢谢啦', '，电话13800001234', '');
    fc.assert(
      fc.property(
        fc.constantFrom(...GOODS),
        fc.integer({ min: 2, max: 60 }),
        around,
        behind,
        (goods, n, before, after) => {
          expect(amountsOf(`${before}来${n}斤${goods}${after}`)).toEqual([[n * 500, 'MASS']]);
        },
      ),
    );
  });

  it('names goods by a catalogue’s titles', () => {
    const titles = ['紫皮鲜石斛'];
    expect(readBuyer('紫皮鲜石斛来三斤', { titles }).lines).toMatchObject([
      { product: '紫皮鲜石斛', quantity: 1_500 },
    ]);
  });

  it('states no number that was not said', () => {
    const part = fc.constantFrom(
      '核桃',
      '小米',
      '来',
      '要',
      '3斤',
      '5袋',
      '不要',
      '，',
      '一共',
      '装',
      '各',
      '吗',
      '8块',
      '7点',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const sizes = [3 * 500, 5, 8];
        const products = sizes.flatMap((one) => [one, ...sizes.map((other) => one * other)]);
        for (const { quantity } of readBuyer(parts.join('')).lines)
          expect(quantity === null || products.includes(quantity), parts.join('')).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a seller’s message', () => {
  it.each([
    [
      '红枣 5斤装 39.9元 库存200箱',
      {
        kind: 'product',
        price: 3_990,
        priceQuantity: 2_500,
        packs: [2_500],
        stock: { mode: 'set', quantity: 500_000 },
      },
    ],
    [
      '土鸡蛋 30枚/箱 45元 有50箱',
      { measure: 'COUNT', price: 4_500, priceQuantity: 30, stock: { mode: 'set', quantity: 1_500 } },
    ],
    ['核桃卖了三袋', { kind: 'stock', stock: { mode: 'sub', quantity: 3 } }],
    ['听说今年核桃要涨到20', { kind: 'other', price: null, stock: null }],
  ])('is read: %s', (message, reading) => {
    expect(readSeller(message)).toMatchObject(reading);
  });

  it('asks where only goods and an amount are named', () => {
    expect(readSeller('核桃30斤')).toMatchObject({ kind: 'stock', stock: null, ambiguous: ['stock'] });
  });

  it('asks which pack a stock is of', () => {
    expect(readSeller('蜂蜜两斤装的一瓶100 一斤装的一瓶55 各20瓶')).toMatchObject({
      stock: null,
      ambiguous: ['stock'],
    });
  });

  it('states no number that was not said', () => {
    const part = fc.constantFrom(
      '核桃',
      '15元',
      '一斤',
      '有',
      '200斤',
      '卖了',
      '5斤',
      '装',
      '，',
      '涨到',
      '30箱',
      '每天',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
        const { price, stock } = readSeller(parts.join(''));
        expect(price === null || price === 1_500, parts.join('')).toBe(true);
        // A count may multiply what a box holds, and that what is in it.
        const said = [500, 100_000, 2_500, 30];
        const twice = said.flatMap((one) => said.map((other) => one * other));
        const amounts = [...said, ...twice, ...twice.flatMap((two) => said.map((one) => two * one))];
        expect(
          stock === null || amounts.includes(stock.quantity),
          `${stock?.quantity} in ${parts.join('')}`,
        ).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

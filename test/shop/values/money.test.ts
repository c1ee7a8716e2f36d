import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostOfPacks, quantityPrice } from '../../../src/shop/catalogue/products/pricing.ts';
import { orderNumber, readOrderNumber } from '../../../src/shop/orders/order-number.ts';
import { fen, lineTotal } from '../../../src/shop/values/money.ts';
import { baseQuantity, timesQuantity } from '../../../src/shop/values/quantity.ts';

const amount = fc.integer({ min: 1, max: 100_000 }).map(fen);
const base = fc.integer({ min: 1, max: 1_000_000 }).map(baseQuantity);
const jin = baseQuantity(500);
const jins = (max: number) => fc.integer({ min: 1, max }).map((count) => timesQuantity(jin, count));

describe('a line', () => {
  it('costs what the unit price says', () => {
    expect(lineTotal({ fen: fen(1500), per: jin }, baseQuantity(50_000))).toBe(150_000);
  });

  it('is rounded half up, once', () => {
    expect(lineTotal({ fen: fen(1), per: baseQuantity(2) }, baseQuantity(1))).toBe(1);
    expect(lineTotal({ fen: fen(-200), per: jin }, jin)).toBe(-200);
    expect(lineTotal({ fen: fen(-1), per: baseQuantity(2) }, baseQuantity(1))).toBe(-1);
    expect(lineTotal({ fen: fen(1), per: baseQuantity(3) }, baseQuantity(1))).toBe(0);
  });

  it('is never off by more than half a fen', () => {
    fc.assert(
      fc.property(amount, base, base, (price, per, quantity) => {
        const exact = (BigInt(price) * BigInt(quantity) * 2n) / BigInt(per);
        const total =
          (BigInt(price) * BigInt(quantity)) / BigInt(per) > 1_000_000_000n
            ? undefined
            : lineTotal({ fen: price, per }, quantity);
        if (total !== undefined) expect(Math.abs(Number(BigInt(total) * 2n - exact))).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('refuses what is no whole number', () => {
    expect(() => fen(15.5)).toThrow(RangeError);
    expect(() => baseQuantity(Number.NaN)).toThrow(RangeError);
    expect(() => lineTotal({ fen: fen(1_500), per: baseQuantity(0) }, jin)).toThrow(RangeError);
  });
});

describe('packs', () => {
  const price = { fen: fen(1500), per: jin };

  it('make the cheapest exact sum', () => {
    const packs = [
      { quantity: baseQuantity(2_500), price: fen(7_000) },
      { quantity: baseQuantity(5_000), price: fen(13_000) },
    ];
    expect(quantityPrice(price, packs, baseQuantity(7_500))).toBe(20_000);
  });

  it('leave a quantity that they cannot make at the unit price', () => {
    expect(
      quantityPrice(price, [{ quantity: baseQuantity(2_500), price: fen(7_000) }], baseQuantity(3_000)),
    ).toBe(9_000);
  });

  it('can be had for a sum of money, as far as there are goods', () => {
    const packs = [
      { quantity: baseQuantity(2_500), price: fen(7_000) },
      { quantity: baseQuantity(5_000), price: fen(13_000) },
    ];
    const most = (money: number, room: number) => mostOfPacks(price, packs, fen(money), baseQuantity(room));
    expect([most(6_999, 50_000), most(7_000, 50_000), most(20_500, 50_000), most(20_500, 6_000)]).toEqual([
      0, 2_500, 7_500, 5_000,
    ]);
  });

  it('never make anything dearer than the unit price', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ quantity: jins(50), price: amount }), { maxLength: 4 }),
        jins(100),
        (packs, quantity) => {
          expect(quantityPrice(price, packs, quantity)).toBeLessThanOrEqual(lineTotal(price, quantity));
        },
      ),
    );
  });
});

describe('an order number', () => {
  it('is short enough to say', () => {
    expect([1, 317, 10_000, 240_000].map(orderNumber)).toEqual(['A-0001', 'A-0317', 'B-0000', 'AA-0000']);
  });

  it('is found again however it is typed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5_000_000 }), (n) => {
        const number = orderNumber(n);
        expect(readOrderNumber(number.toLowerCase().replace('-', ' '))).toBe(number);
        expect(readOrderNumber(number)).toBe(number);
      }),
    );
  });

  it('is not the code of a product in a stream', () => {
    expect(readOrderNumber('A1')).toBeUndefined();
    expect(readOrderNumber('A1+2')).toBeUndefined();
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectProvince, provinces } from '../../../src/shop/shipping/provinces.ts';
import {
  packsAgain,
  plainExpress,
  type ShippingRule,
  shippingFee,
  shippingGrams,
  type Zone,
} from '../../../src/shop/shipping/rates.ts';
import { fen } from '../../../src/shop/values/money.ts';
import { baseQuantity } from '../../../src/shop/values/quantity.ts';

const near: Zone = {
  provinces: [],
  firstGrams: baseQuantity(1_000),
  firstFee: fen(800),
  stepGrams: baseQuantity(1_000),
  stepFee: fen(300),
};
const far: Zone = { ...near, provinces: ['新疆', '西藏'], firstFee: fen(2_000), stepFee: fen(1_500) };
const express: ShippingRule = { ...plainExpress, zones: [near, far] };

describe('a fee', () => {
  it.each([
    ['for the first kilogram', 1_000, '山西', 800],
    ['for a begun second one', 1_001, '山西', 1_100],
    ['for 50 kg', 50_000, '山西', 800 + 49 * 300],
    ['far away', 2_000, '新疆', 3_500],
    ['where the province is not known', 500, undefined, 800],
  ])('is by weight and province: %s', (_, grams, province, fee) => {
    expect(shippingFee(express, { goods: fen(1), grams: baseQuantity(grams), province })).toBe(fee);
  });

  it('is flat where no zone counts, and waived from an amount on', () => {
    const rule: ShippingRule = { ...plainExpress, fee: fen(800), freeFrom: fen(9_900), zones: [far] };
    expect(shippingFee(rule, { goods: fen(9_899), grams: baseQuantity(500), province: '山西' })).toBe(800);
    expect(shippingFee(rule, { goods: fen(9_900), grams: baseQuantity(500), province: '山西' })).toBe(0);
  });

  it('is a whole number of fen that never falls as the goods grow heavier', () => {
    const amount = fc.integer({ min: 1, max: 1_000_000_000 }).map(baseQuantity);
    const fee = fc.integer({ min: 0, max: 1_000_000_000 }).map(fen);
    const zone = fc.record({
      provinces: fc.subarray([...provinces]),
      firstGrams: amount,
      firstFee: fee,
      stepGrams: amount,
      stepFee: fee,
    });
    const rule = fc.record({
      way: fc.constantFrom('express' as const, 'courier' as const, 'pickup' as const),
      isOn: fc.boolean(),
      fee,
      freeFrom: fc.option(fee),
      zones: fc.array(zone, { maxLength: 4 }),
    });
    const province = fc.option(fc.constantFrom(...provinces), { nil: undefined });
    fc.assert(
      fc.property(rule, fee, amount, amount, province, (one, goods, a, b, where) => {
        const [light, heavy] = (a < b ? [a, b] : [b, a]).map((grams) =>
          shippingFee(one, { goods, grams, province: where }),
        );
        expect(Number.isSafeInteger(light) && Number.isSafeInteger(heavy)).toBe(true);
        expect(light).toBeGreaterThanOrEqual(0);
        expect(heavy).toBeGreaterThanOrEqual(light ?? 0);
        if (one.way === 'pickup' || (one.freeFrom !== null && goods >= one.freeFrom)) expect(heavy).toBe(0);
      }),
    );
  });

  it('counts a piece as one 斤', () => {
    expect(shippingGrams('COUNT', baseQuantity(3))).toBe(1_500);
    expect(shippingGrams('VOLUME', baseQuantity(500))).toBe(500);
  });
});

describe('the province of an address', () => {
  it.each([
    ['山西省太原市迎泽区桃园路1号', '山西'],
    ['太原市迎泽区桃园路1号', '山西'],
    ['太原迎泽区', '山西'],
    ['陕西省西安市雁塔区', '陕西'],
    ['北京市朝阳区建国路88号', '北京'],
    ['上海浦东新区世纪大道1号', '上海'],
    ['南京市上海路3号', '江苏'],
    ['大连市中山区人民路', '辽宁'],
    ['吉林省吉林市船营区', '吉林'],
    ['黑龙江省哈尔滨市', '黑龙江'],
    ['青海省海南州共和县', '青海'],
    ['内蒙古自治区包头市', '内蒙古'],
    ['新疆乌鲁木齐市', '新疆'],
    ['12 Taoyuan Road, Yingze District, Taiyuan', '山西'],
    ['5 Beijing Road, Kunming', '云南'],
    ["8 Xuefu Road, Xi'an, Shaanxi", '陕西'],
    ['3 Lockhart Road, Hong Kong', '香港'],
    ['10 Renmin Road, Suzhou', undefined],
    ['桃园路1号', undefined],
    ['村口小卖部', undefined],
  ])('of %s is %s', (address, province) => {
    expect(detectProvince(address)).toBe(province);
  });
});

describe('days off', () => {
  it('tell when goods are packed again', () => {
    const off = (...closedOn: string[]) => ({ closedOn, shipsOn: [] });
    expect(packsAgain(off('2026-10-01', '2026-10-02', '2026-10-04'), '2026-10-01')).toBe('2026-10-03');
    expect(packsAgain(off('2026-10-01'), '2026-09-30')).toBeUndefined();
    expect(packsAgain(off('2026-12-31'), '2026-12-31')).toBe('2027-01-01');
    // A Thursday, of a household that sends on Mondays and Thursdays and rests on Monday the 5th.
    const weekly = { closedOn: ['2026-10-05'], shipsOn: [1, 4] };
    expect(packsAgain(weekly, '2026-10-01')).toBeUndefined();
    expect(packsAgain(weekly, '2026-10-02')).toBe('2026-10-08');
  });
});

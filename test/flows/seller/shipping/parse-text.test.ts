import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseShippingText } from '../../../../src/flows/seller/shipping/parse-text.ts';

const TODAY = '2026-09-28';
const express = { way: 'express' } as const;
const kilo = { firstGrams: 1_000, stepGrams: 1_000 };

describe('what a seller says of delivery', () => {
  it.each([
    [
      '快递 8 元,满 99 包邮',
      [
        { is: 'fee', ...express, fee: 800 },
        { is: 'free-from', ...express, amount: 9_900 },
      ],
    ],
    ['快递八块五', [{ is: 'fee', ...express, fee: 850 }]],
    ['满99包邮', [{ is: 'free-from', ...express, amount: 9_900 }]],
    ['快递包邮', [{ is: 'fee', ...express, fee: 0 }]],
    ['村里送3元', [{ is: 'fee', way: 'courier', fee: 300 }]],
    ['新疆西藏不发', [{ is: 'areas', provinces: ['新疆', '西藏'], isShipped: false }]],
    ['新疆、西藏和内蒙古不发货', [{ is: 'areas', provinces: ['新疆', '西藏', '内蒙古'], isShipped: false }]],
    ['新疆,西藏不发', [{ is: 'areas', provinces: ['新疆', '西藏'], isShipped: false }]],
    ['西藏恢复发货', [{ is: 'areas', provinces: ['西藏'], isShipped: true }]],
    [
      '首重1公斤8元,续重每公斤3元',
      [{ is: 'zone', ...express, zone: { provinces: [], ...kilo, firstFee: 800, stepFee: 300 } }],
    ],
    [
      '新疆西藏首重一公斤二十元，续重每公斤15块',
      [
        {
          is: 'zone',
          ...express,
          zone: { provinces: ['新疆', '西藏'], ...kilo, firstFee: 2_000, stepFee: 1_500 },
        },
      ],
    ],
    [
      '新疆20元',
      [{ is: 'zone', ...express, zone: { provinces: ['新疆'], ...kilo, firstFee: 2_000, stepFee: 0 } }],
    ],
    ['可以自提', [{ is: 'way', way: 'pickup', isOn: true }]],
    ['自提免费', [{ is: 'way', way: 'pickup', isOn: true }]],
    ['关掉快递', [{ is: 'way', way: 'express', isOn: false }]],
    ['50元起送', [{ is: 'minimum', amount: 5_000 }]],
    ['最低30元', [{ is: 'minimum', amount: 3_000 }]],
    ['10月1日到10月3日休息', [{ is: 'days', days: ['2026-10-01', '2026-10-02', '2026-10-03'], isOff: true }]],
    ['10月1号到3号不发货', [{ is: 'days', days: ['2026-10-01', '2026-10-02', '2026-10-03'], isOff: true }]],
    ['明天休息', [{ is: 'days', days: ['2026-09-29'], isOff: true }]],
    ['明天照常', [{ is: 'days', days: ['2026-09-29'], isOff: false }]],
    [
      'Express 8 yuan, free from 99',
      [
        { is: 'fee', ...express, fee: 800 },
        { is: 'free-from', ...express, amount: 9_900 },
      ],
    ],
    ['no shipping to Xinjiang and Tibet', [{ is: 'areas', provinces: ['新疆', '西藏'], isShipped: false }]],
    [
      'first kg 8 yuan, each further kg 3 yuan',
      [{ is: 'zone', ...express, zone: { provinces: [], ...kilo, firstFee: 800, stepFee: 300 } }],
    ],
    ['minimum order 50', [{ is: 'minimum', amount: 5_000 }]],
  ])('%s', (message, wishes) => {
    expect(parseShippingText(message, TODAY)).toEqual(wishes);
  });

  it.each([
    ...['快递', '8', '快递8', '首重8元', '新疆', '明天', '核桃还有30斤', '快递大概8元左右', '新疆不包邮', ''],
    ...['13月1日休息', '2月30日休息', '续重3元', '快递8元9元呢'],
  ])('asks about "%s"', (message) => {
    expect(parseShippingText(message, TODAY)).toBeUndefined();
  });

  it('states only amounts that were said', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999 }), fc.integer({ min: 1, max: 99_999 }), (fee, from) => {
        const yuan = (fen: number): string =>
          `${Math.trunc(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
        expect(parseShippingText(`快递${yuan(fee)}元，满${yuan(from)}包邮`, TODAY)).toEqual([
          { is: 'fee', way: 'express', fee },
          { is: 'free-from', way: 'express', amount: from },
        ]);
      }),
    );
  });

  it('never throws and never takes long', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '快递',
            '满',
            '99',
            '元',
            '新疆',
            '不发',
            '首重',
            ',',
            ' ',
            '1',
            '公斤',
            '月',
            '日',
            '休息',
          ),
        ),
        (words) => {
          parseShippingText(words.join(''), TODAY);
        },
      ),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { withLastWord } from '../../src/nlu/acts/offers/last-word.ts';
import { withoutSupposed } from '../../src/nlu/acts/offers/supposed.ts';
import { readOffers } from '../../src/nlu/acts/parts.ts';
import { readReportDays } from '../../src/nlu/acts/seller/orders/report-act.ts';
import { readSettings } from '../../src/nlu/acts/seller/settings/setting-act.ts';
import { readSeller } from '../../src/nlu/read.ts';

// Figures of sellers who correct themselves, and who dictate without a sign between.

describe('a figure that is taken back', () => {
  it.each([
    ['核桃20一斤不对是25', '核桃25一斤'],
    ['红枣15一斤哦不16还有80斤', '红枣16一斤还有80斤'],
    ['核桃卖了30斤不对是20斤', '核桃卖了20斤'],
    ['小米还剩40斤不对60', '小米还剩60斤'],
    ['honey 68 a jar no wait 86 a jar 20 jars', 'honey 86 a jar 20 jars'],
    ['walnuts 40 yuan per kilo sorry 45, 100 kilos', 'walnuts 45 yuan per kilo, 100 kilos'],
  ])('gives way to the last one: %s', (said, meant) => {
    expect(withLastWord(said)).toBe(meant);
  });

  it.each([
    '核桃要二十块一斤哈不是昨天说的十八',
    '不对，是25',
    '核桃20块5一斤有100斤不对21',
    '核桃20一斤不对红枣才25',
  ])('stays where it cannot be told which one goes: %s', (said) => {
    expect(withLastWord(said)).toBe(said);
  });

  it('is never stated as the price', () => {
    expect(readSeller('核桃20一斤不对是25')).toMatchObject({ price: 2_500, priceQuantity: 500 });
    expect(readSeller('eggs one fifty each')).toMatchObject({ price: null, ambiguous: ['price'] });
  });
});

describe('what hangs on something', () => {
  const titles = ['怀姜片', 'Dried ginger'];

  it.each([
    '怀姜片要是这几天卖不动，就降到13，先搁着不动',
    '若果冇人买，怀姜片就平到13蚊',
    '等这批卖完，怀姜片涨到18',
    '怀姜片卖不完的话就降到13',
    'drop dried ginger to 13 if nobody buys by sunday',
    "if it doesn't sell this week, make dried ginger 13",
  ])('changes nothing yet: %s', (said) => {
    expect(readSeller(said, { titles })).toMatchObject({ price: null, stock: null });
    expect(readOffers(withoutSupposed(said), { titles })).toBeUndefined();
  });

  it.each([
    ['怀姜片卖了5斤，要是明天还卖不动就降到13', { price: null, stock: { mode: 'sub', quantity: 2_500 } }],
    ['怀姜片改成16，要是有人问就说新货', { price: 1_600 }],
    ['方便的话，把怀姜片改成13', { price: 1_300 }],
    ['if possible set dried ginger to 13 yuan per kg', { price: 1_300 }],
    ['怀姜片15一斤，如果买10斤以上13一斤，有50斤', { price: 1_500, stock: { quantity: 25_000 } }],
    ['主要是买的人多，怀姜片涨到16', { price: 1_600 }],
  ])('leaves alone what is said for certain: %s', (said, meant) => {
    expect(readSeller(said, { titles })).toMatchObject(meant);
  });
});

describe('goods in one breath', () => {
  const titles = ['核桃', '红枣', '小米', '葛根粉', 'oat flakes', 'barley tea', 'perilla seeds'];
  const read = (message: string) =>
    readOffers(message, { titles })?.parts.map(({ reading: { title, price, stock } }) => [
      title,
      price,
      stock?.quantity ?? null,
    ]);

  it.each([
    [
      '今天有核桃五十斤一斤二十块五斤装九十五红枣三十斤一斤十五',
      [
        ['核桃', 2_000, null],
        ['红枣', 1_500, 15_000],
      ],
    ],
    [
      '核桃18块红枣15块小米6块都是一斤的价',
      [
        ['核桃', 1_800, null],
        ['红枣', 1_500, null],
        ['小米', 600, null],
      ],
    ],
    [
      '核桃仁45一斤剩12斤 核桃18一斤剩200斤',
      [
        ['核桃仁', 4_500, 6_000],
        ['核桃', 1_800, 100_000],
      ],
    ],
    [
      '葛根粉涨价了现再三十五一斤今天又卖掉二十五斤',
      [
        ['葛根粉', 3_500, null],
        ['葛根粉', null, 12_500],
      ],
    ],
    [
      'oat flakes 10 yuan/kg. barley tea, only 18 kg left',
      [
        ['oat flakes', 1_000, null],
        ['barley tea', null, 18_000],
      ],
    ],
    [
      'Please lower the perilla seeds to 41 yuan a kilo, we sold 15 kg at the market this morning',
      [
        ['perilla seeds', 4_100, null],
        ['perilla seeds', null, 15_000],
      ],
    ],
  ])('are taken apart: %s', (message, parts) => {
    expect(read(message)).toEqual(parts);
  });
});

describe('terms of the shop', () => {
  const when = { now: new Date('2026-11-29T02:30:00Z'), timeZone: 'Asia/Shanghai' };

  it.each([
    ['不到50不接单', { is: 'minimum', amount: 5_000 }],
    ['十块钱以下不送', { is: 'minimum', amount: 1_000 }],
    ['取消起送价', { is: 'minimum', amount: 0 }],
    ['不包邮了', { is: 'not-free' }],
    ['别来自提了，没人', { is: 'way-off', way: 'pickup' }],
    ['省内6块省外12', { is: 'home-fee', home: 600, abroad: 1_200 }],
    ['新疆西藏加15', { is: 'surcharge', more: 1_500 }],
    ['下午三点到五点来取', { is: 'hours', hours: '下午三点到五点' }],
    ['自提早上八点到十二点', { is: 'hours', hours: '早上八点到十二点' }],
  ])('are read: %s', (message, term) => {
    expect(readSettings(message, when)[0]).toEqual(term);
  });

  it.each([
    ['11月1号到10号卖了多少', '2026-11-01', '2026-11-10'],
    ['最近30天卖了多少', '2026-10-31', '2026-11-29'],
    ['5号卖了多少', '2026-11-05', '2026-11-05'],
    ['10月卖了多少', '2026-10-01', '2026-10-31'],
    ['how much did I sell in October', '2026-10-01', '2026-10-31'],
    ['去年卖了多少', '2025-01-01', '2025-12-31'],
  ])('days of a report are past ones: %s', (message, first, last) => {
    expect(readReportDays(message, when)).toEqual({ first, last });
  });
});

describe('goods that came or went, in English', () => {
  it.each([
    ['received 25 kg walnuts from the cooperative', 'add', 25_000],
    ['new batch, 18 kg walnuts', 'add', 18_000],
    ['got 20 jin of walnuts in', 'add', 10_000],
    ['we just got 15 more jars of honey', 'add', 15],
    ['20 jars of honey added', 'add', 20],
    ['the buyer sent back 2 bottles of walnut oil', 'add', 2],
    ['7 jars of honey leaked on the way', 'sub', 7],
    ['gave away 3 jars of honey', 'sub', 3],
    ['walnuts: 12 kg left after the market', 'set', 12_000],
    ['we only have 5 jars of honey', 'set', 5],
  ])('are counted the way they went: %s', (said, mode, quantity) => {
    expect(readSeller(said).stock).toEqual({ mode, quantity });
  });

  it('are not counted where nothing went or came', () => {
    expect(readSeller('no one can order less than 2 kg of walnuts').stock).toBeNull();
  });
});

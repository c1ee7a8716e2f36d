import fc from 'fast-check';
import { fen } from '../../src/shop/values/money.ts';
import { baseQuantity } from '../../src/shop/values/quantity.ts';
import type { Facts } from '../../src/writer/facts/facts.ts';

/** Walnuts from Lingtou, 15 yuan for 500 g. */
export const walnuts: Facts = {
  title: '纸皮核桃',
  titleEn: 'Paper-shell walnuts',
  category: 'nuts',
  year: 2026,
  measure: 'MASS',
  price: { fen: fen(1_500), per: baseQuantity(500) },
  packs: [baseQuantity(2_500), baseQuantity(5_000)],
  harvestedOn: '2026-09-20',
  seller: '王桂花家',
  sellerEn: 'Wang Guihua',
  village: {
    name: '岭头村',
    nameEn: 'Lingtou',
    county: '汾阳市',
    countyEn: 'Fenyang',
    province: '山西省',
    provinceEn: 'Shanxi',
  },
};

/** What any seller may have said, with the words in it that make trouble. */
export const anyFacts: fc.Arbitrary<Facts> = fc.record({
  title: anyWords(6),
  titleEn: fc.option(anyWords(6)),
  category: fc.constantFrom('nuts', 'fruit', 'other'),
  year: fc.constant(2026),
  measure: fc.constantFrom('MASS', 'VOLUME', 'COUNT'),
  price: fc.record({
    fen: fc.nat(100_000).map(fen),
    per: fc.integer({ min: 1, max: 5_000 }).map(baseQuantity),
  }),
  packs: fc.array(fc.integer({ min: 1, max: 50_000 }).map(baseQuantity), { maxLength: 3 }),
  harvestedOn: fc.option(fc.constantFrom('2026-09-20', '2025-12-01'), { nil: undefined }),
  seller: anyWords(2).map((words) => `王家${words}`),
  village: fc.constant(walnuts.village),
  story: fc.option(anyWords(30), { nil: undefined }),
  words: fc.option(anyWords(30), { nil: undefined }),
});

function anyWords(most: number): fc.Arbitrary<string> {
  const words = [
    '核桃',
    '新',
    '最',
    '好',
    '的',
    '第一',
    '治疗',
    'the ',
    'best ',
    '100',
    '%',
    '二十年',
    '，',
    '。',
    '\n',
    ' ',
  ];
  const more = [
    '15元一斤',
    'organic ',
    'walnuts',
    '免疫',
    '最\u200b',
    '１００％',
    '一家人',
    'twelve ',
    '长寿',
    '.',
    '<b>',
  ];
  const word = fc.oneof(fc.constantFrom(...words, ...more), fc.string({ maxLength: 4, unit: 'grapheme' }));
  return fc.array(word, { maxLength: most }).map((all) => all.join(''));
}

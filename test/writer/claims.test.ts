import { describe, expect, it } from 'vitest';
import { unsupportedClaims } from '../../src/writer/claims/check.ts';

const walnuts = [
  '商品:核桃',
  '产地:山西省汾阳市',
  '卖家说:壳薄,房顶晒的,没熏硫',
  '规格:4袋,每袋500克',
  '采收:2026年9月20日',
];
const open = (text: string, facts: readonly string[] = walnuts): string[] =>
  unsupportedClaims(text, facts, 2026);

describe('a text may say what its facts say', () => {
  it.each([
    '汾阳的核桃,壳薄。',
    '在房顶晒干,没用硫磺熏。',
    '今年9月20号收的,四袋,每袋一斤,共四斤。',
    'Walnuts from Fenyang, Shanxi, dried on the roof, not smoked with sulphur.',
    'Four bags of half a kilo, harvested on 20 September 2026.',
    '大家好,欢迎下单,谢谢。',
  ])('%s', (text) => {
    expect(open(text)).toEqual([]);
  });
});

describe('a text may not say', () => {
  it.each([
    ['where it does not come from', '阿克苏的核桃', ['阿克苏']],
    ['what it tastes of', '汾阳核桃,香甜', ['香甜']],
    ['how it was not made', 'Walnuts, hand-peeled.', ['hand-peeled']],
    ['another number', '四袋,每袋600克', ['600克']],
    ['another number of the same thing', '5袋装', ['5袋']],
    ['a number without its unit', '四十年老树', ['四十年老树']],
    ['another date', '9月21日采收', ['21日']],
    ['what is denied', '壳薄,熏硫', ['熏硫']],
    ['no to what is so', '壳不薄', ['壳不薄']],
    ['an award', 'Walnuts with an award of the ministry', ['award of the ministry']],
    ['a grade of two plain words', 'Walnuts, shipped every day.', ['shipped every day']],
  ])('%s: %s', (_name, text, pieces) => {
    expect(open(text)).toEqual(pieces);
  });
});

it('a stronger word does not follow from a weaker one', () => {
  expect(open('微甜', ['卖家说:微甜'])).toEqual([]);
  expect(open('甜', ['卖家说:微甜'])).toEqual(['甜']);
  expect(open('sweet', ['seller: a little sweet'])).toEqual(['sweet']);
});

it('what a name is made of says nothing', () => {
  expect(open('红色,大', ['商品:红薯', '商品:大米'])).toEqual(['红色', '大']);
});

it('names go across scripts by their sound', () => {
  expect(open('攸县茶油', ['title: Tea oil', 'origin: Youxian'])).toEqual([]);
  expect(open('Tea oil from Youxian, Hunan', ['商品:茶油', '产地:湖南省攸县'])).toEqual([]);
});

it('this year is the year of the harvest, or is not said', () => {
  expect(unsupportedClaims('今年收的核桃', walnuts, 2026)).toEqual([]);
  expect(unsupportedClaims('今年收的核桃', walnuts, 2027)).toEqual(['今年']);
});

it('a number counts what its fact counts', () => {
  const facts = [
    '商品:核桃',
    '卖家说:树种了三年,晒了两天',
    'seller says: from 40 hives, kept bees for 20 years',
  ];
  expect(open('种了三年的核桃,晒两天。', facts)).toEqual([]);
  expect(open('核桃,晒了三年。', facts)).toEqual(['三年']);
  expect(open('From 20 hives.', facts)).toEqual(['20']);
});

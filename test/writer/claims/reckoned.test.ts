import { describe, expect, it } from 'vitest';
import { unsupportedClaims } from '../../../src/writer/claims/check.ts';

// Numbers that nobody wrote down, but that follow from what was: people reckon, round, and leave units out.

const open = (text: string, facts: readonly string[]): string[] => unsupportedClaims(text, facts, 2026);

const box = ['规格：10斤装', '价格：58元'];
const corn = ['规格：10穗', '价格：29.9元'];
const bags = ['500 g x 3 bags', 'price: 24 yuan'];
const jerky = ['规格：250g/袋', '价格：88元，两袋168元'];
const vinegar = ['价格：39元两瓶', '规格：500ml×2瓶'];
const oranges = ['规格：9斤装', '单果：约200克'];

describe('a price follows from what a pack holds and costs', () => {
  it.each([
    ['of a jin, with its tenths', '合五块八一斤', box],
    ['of two liang, without its unit', '合四十九一两', ['规格：100克', '价格：98元']],
    ['of a bag of several', 'Eight yuan a bag', bags],
    ['of a bottle of several', '一瓶六十块', ['规格：350ml×6瓶', '价格：360元']],
    ['of a jin of a bag that stands without a label', '卖九块一斤', ['price: 36 yuan', '2 kg bag']],
    ['nearly so much', '一穗三块钱打住', corn],
    [
      'somewhat more than so much',
      '一块得八十来块',
      ['规格：每块约2斤', '价格：42元/斤', '卖家说：得整块卖'],
    ],
    ['a shade under so much', 'a shade under five yuan a head', ['规格：1斤真空，约8头', '价格：39元']],
    ['less than the whole', '五十块钱不到', ['规格：9斤装', '价格：49.9元']],
    ['what two cost less together', '两袋省八块', jerky],
    ['of one of two', '一瓶十九块五', vinegar],
  ])('%s: %s', (_name, text, facts) => {
    expect(open(text, facts)).toEqual([]);
  });

  it.each([
    ['another price of a jin', '合六块八一斤', box],
    ['a price that is not nearly so much', '一穗两块钱打住', corn],
    ['a price of two for one', '39元一瓶', vinegar],
    ['a greater saving', '两袋省十八块', jerky],
    ['the price of a kilo for a jin', '卖十八块一斤', ['price: 36 yuan', '2 kg bag']],
  ])('but not %s: %s', (_name, text, facts) => {
    expect(open(text, facts)).not.toEqual([]);
  });

  it('what a pack holds follows from what one weighs', () => {
    expect(open('一箱二十来个', oranges)).toEqual([]);
    expect(open('一箱三十来个', oranges)).not.toEqual([]);
  });
});

describe('people round', () => {
  it.each([
    ['快七十了', ['王秀英，68岁']],
    ['年近七旬', ['王秀英，68岁']],
    ['等差不多一个半礼拜', ['下单后等10天左右']],
    ['晾晒三个多星期', ['晾晒：25天左右']],
    ['some four decades old', ['trees are about 40 years old']],
    ['大约二十颗', ['规格：3公斤，18-21颗']],
  ])('%s', (text, facts) => {
    expect(open(text, facts)).toEqual([]);
  });
  it.each([
    ['快六十了', ['王秀英，68岁']],
    ['熏了将近四个礼拜', ['熏20天']],
    ['大约620克', ['规格：600克']],
    ['每只都有一公斤三', ['weight: 1.1 to 1.3 kg each']],
  ])('but not so far: %s', (text, facts) => {
    expect(open(text, facts)).not.toEqual([]);
  });
});

describe('other words for the same number', () => {
  it.each([
    ['a quarter of a year', '冷冻一个季度', ['冷冻保存3个月']],
    ['a season of years', '足足三个年头', ['陈酿：3年']],
    ['metres and tenths', '长一米八', ['尺寸：长180厘米']],
    ['sizes without a unit', '口径三十，深十八', ['30 cm across, 18 cm deep', '口径、深见图']],
    ['one or the other', '一斤四五个', ['1斤4到5个']],
    ['parts of a litre', 'Three quarters of a litre', ['750 ml']],
    ['parts of a hundred', 'three fifths cashmere', ['cashmere 60%, wool 40%']],
    ['parts beside each other', 'seven parts rice and three parts arrowroot', ['rice 70 %, arrowroot 30 %']],
    ['how many a week', '一礼拜编二十来个', ['每天能编3个']],
    ['how often a week', '一星期发两趟', ['发货：每周二、五']],
  ])('%s: %s', (_name, text, facts) => {
    expect(open(text, facts)).toEqual([]);
  });
  it.each([
    ['two thirds cashmere', ['cashmere 60%, wool 40%']],
    ['一天能编五个', ['每天能编3个']],
    ['一星期发三趟', ['发货：每周二、五']],
    ['长一米六', ['尺寸：长180厘米']],
  ])('but no other: %s', (text, facts) => {
    expect(open(text, facts)).not.toEqual([]);
  });
});

describe('a number is of what its facts give it to', () => {
  it.each([
    ['half a litre of a drink is a jin', '一瓶一斤', ['商品：米酒', '容量：500ml']],
    ['in two days at the latest', '最迟四十八小时发走', ['发货：付款后48小时内']],
    ['four or five to a jin', '一斤四到五个', ['卖家说：平均一斤四五个']],
    ['so many thousands urge, and count nothing', '千万炒熟再吃', ['卖家说：要炒熟吃']],
    ['pieces in a box, not yuan', '一盒二十块', ['规格：一盒20块', '价格：35元']],
  ])('%s: %s', (_name, text, facts) => {
    expect(open(text, facts)).toEqual([]);
  });

  it.each([
    ['half a litre of honey is no jin', '一瓶一斤', ['商品：蜂蜜', '容量：500ml']],
    ['the price of two, in spoken words', '三十九块一瓶', vinegar],
    ['the more of a range, of each', '每袋八头', ['规格：真空2斤，6到8头']],
    ['all as large as the largest', '个个四斤', ['规格：单个2到4斤']],
    ['once, of three times', 'Pressed once', ['pressed three times, salted three times']],
    ['nine times, of twice', '九蒸九晒', ['做法：两蒸两晒']],
    ['the weight of another thing', '一斤梅两斤糖', ['卖家说：一斤梅一斤糖两斤酒']],
  ])('but not %s: %s', (_name, text, facts) => {
    expect(open(text, facts)).not.toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { readGrades } from '../../src/nlu/acts/offers/grades.ts';
import { withKind } from '../../src/nlu/acts/offers/whole-title.ts';
import { readBulk } from '../../src/nlu/acts/seller/bulk-act.ts';
import { weighedPart } from '../../src/nlu/acts/seller/orders/weighed.ts';
import { readSettings } from '../../src/nlu/acts/seller/settings/setting-act.ts';
import { readLimitWords } from '../../src/nlu/acts/seller/settings/shipping-term.ts';
import { readStreamVerb } from '../../src/nlu/acts/seller/stream-act.ts';

// What sounds like a rule of the shop, and is of one order, one day, somebody else, or only a part of what was said.

it.each([
  '核桃18一斤，50斤以上包邮',
  '核桃18块一斤，有10斤以上',
  '核桃8块一斤，满10斤才发',
  'walnuts 16 yuan a jin, from 3 jin bags',
])('is no price from an amount: %s', (message) => {
  expect(readBulk(message)).toBeUndefined();
});

it.each([
  '黑布林干大个的18一斤，小个的12一斤，一共40斤',
  '小米黄的8块，白的9块一斤，还有20斤',
  '黑布林干大个的18一斤，小个的12一斤，运费10块',
  '黑布林干大个的18一斤，小个的12一斤，买5斤送1斤',
  '红枣和核桃大的18，小的12一斤',
  '昨儿核桃大的8块一斤，小的6块一斤',
  '收核桃大的8块一斤，小的6块一斤',
])('is no row of grades: %s', (message) => {
  expect(readGrades(message)).toEqual([]);
});

it.each([
  'nobody should get more than 2 kg walnuts last year',
  '核桃每人顶多2斤，红枣每人顶多3斤',
  'no buyer gets more than 5 jin of walnuts, each customer paid 20',
  '前天每个人最多买了3斤核桃',
  '客人嫌每人最多5斤太少',
  '有人说每人最多5斤',
])('sets no limit: %s', (message) => {
  expect(readLimitWords(message)).toBeUndefined();
});

describe('free delivery goes on', () => {
  const when = { now: new Date('2026-11-30T22:00:00Z'), timeZone: 'Asia/Shanghai' };

  it.each(['明天不包邮，运费15块', '老王不包邮，邮费8块', '运费12块，核桃不包邮', '这单不包邮，运费12块'])(
    '%s',
    (message) => {
      expect(readSettings(message, when)).toEqual([expect.not.objectContaining({ endsFree: true })]);
    },
  );
});

it.each([
  '人家的直播是8点，我的改到9点',
  '8点有别家直播，我的改到9点',
  '客人问能不能把直播改到8点，那就改到8点',
])('our own stream is moved beside another’s: %s', (message) => {
  expect(readStreamVerb(message)).toBe('move');
});

it.each(['他说总共4斤，装了3斤9', '她要5斤，一共来了3单'])('nothing was on a scale: %s', (message) => {
  expect(weighedPart(message)).toBe(message);
});

it.each([
  ['卖了三大片木耳 20元一斤', '木耳'],
  ['今天小满小麦', '小麦'],
  ['不是头茬紫苏叶', '紫苏叶'],
])('counted, dated or denied, it is no part of the name: %s', (message, title) => {
  expect(withKind(message, title)).toBe(title);
});

import { describe, expect, it } from 'vitest';
import { readQualityAsked } from '../../src/nlu/acts/goods/qualities.ts';
import { readRemoval } from '../../src/nlu/acts/orders/changes/order-change.ts';

describe('how the goods in sight should be', () => {
  it.each([
    ['有大点的吗', '大'],
    ['有没有更甜一点的呀', '甜'],
    ['大一点的有吗', '大'],
    ['有没有去年的', '去年'],
    ['do you have bigger ones?', 'bigger'],
    ['any sweeter ones', 'sweeter'],
    ['got any bigger?', 'bigger'],
  ])('%s', (message, quality) => {
    expect(readQualityAsked(message)).toBe(quality);
  });

  it.each([
    '有吃的吗',
    '有别的吗',
    '有没有便宜点的',
    '有没有人卖的',
    '苹果有大点的吗',
    'any other ones',
    'do you have any vinegar',
  ])('is not asked by %s', (message) => {
    expect(readQualityAsked(message)).toBeUndefined();
  });
});

describe('what is only perhaps not wanted', () => {
  it.each(['红枣可能不要了', 'I might cancel the apples but keep the dates', '也许把枣去掉'])(
    'stays: %s',
    (message) => {
      expect(readRemoval(message)).toBeUndefined();
    },
  );
});

import { describe, expect, it } from 'vitest';
import { readSamePrice, saysSamePriceFromNow } from '../../src/nlu/acts/offers/same-price.ts';

const titles = ['核桃', '红枣', 'plum jam', 'Dried dill'];

describe('one of the goods costs what another one costs', () => {
  it.each([
    '核桃以后跟红枣卖一个价',
    '核桃也按红枣的价',
    '核桃和红枣卖一样的价',
    '按红枣的价卖核桃',
    '红枣啥价核桃就啥价',
    '核桃照红枣嘅价卖',
    '把核桃调成和红枣同价',
  ])('%s', (message) => {
    expect(readSamePrice(message, titles)).toEqual({ changed: '核桃', like: '红枣' });
  });

  it.each([
    'same price for plum jam as Dried dill',
    'sell plum jam at the same price as Dried dill',
    'price plum jam like Dried dill',
    'plum jam should cost what Dried dill costs',
  ])('%s', (message) => {
    expect(readSamePrice(message, titles)).toEqual({ changed: 'plum jam', like: 'Dried dill' });
  });
});

describe('is not said where it is asked, denied, of old, of others, or anything else', () => {
  it.each([
    '核桃和红枣不是一个价',
    '核桃跟红枣一个价吗',
    '原来核桃跟红枣一个价',
    '客人说核桃跟红枣一个价',
    '核桃别跟红枣卖一个价',
    '核桃和红枣的价',
    '如果核桃跟红枣一个价',
    '核桃和红枣价都改成12',
    'is plum jam the same price as Dried dill',
    'price of plum jam and Dried dill',
  ])('%s', (message) => {
    expect(readSamePrice(message, titles)).toBeUndefined();
  });
});

describe('is to be so from now on', () => {
  it.each([
    ...[
      '核桃以后跟红枣卖一个价',
      '按红枣的价卖核桃',
      '核桃照红枣嘅价卖',
      '把核桃调成和红枣同价',
      '核桃价格改成跟红枣一样价',
    ],
    ...['sell plum jam at the same price as Dried dill', 'make plum jam the same price as Dried dill'],
  ])('%s', (message) => {
    expect(readSamePrice(message, titles)).toBeDefined();
    expect(saysSamePriceFromNow(message, titles)).toBe(true);
  });
});

describe('may only be told', () => {
  it.each([
    ...['现在核桃跟红枣一个价', '核桃和红枣一样价', '红枣价格跟核桃价格', '核桃跟红枣卖一样的价'],
    ...['change plum jam price to Dried dill', 'same price for plum jam as Dried dill'],
  ])('%s', (message) => {
    expect(saysSamePriceFromNow(message, titles)).toBe(false);
  });

  it.each(['核桃跟红枣一个价就好了', '核桃跟红枣卖一样的价，是吧', '核桃跟红枣一个价对吧'])(
    '%s is nothing to be done',
    (message) => {
      expect(readSamePrice(message, titles)).toBeUndefined();
    },
  );
});

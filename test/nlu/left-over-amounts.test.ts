import { describe, expect, it } from 'vitest';
import { readBuyer, readSeller } from '../../src/nlu/read.ts';

const stated = (message: string) =>
  readBuyer(message).lines.map(({ product, quantity }) => [product, quantity]);

describe('goods that a buyer gives up with a reason', () => {
  it.each([
    ['先来五斤橙子，算了橙子太重，换三斤砂糖橘', [['砂糖橘', 1_500]]],
    ['核桃3斤，红枣2斤，算了红枣家里还有', [['核桃', 1_500]]],
  ])('are not ordered: %s', (message, lines) => {
    expect(stated(message)).toEqual(lines);
  });
});

describe('an amount that a buyer’s words leave open', () => {
  it.each(['花椒3两3，辣椒面2斤', '白吉馍十个，算咧馍二十个'])('is asked: %s', (message) => {
    const { lines, ambiguous } = readBuyer(message);
    expect(lines.every(({ quantity }) => quantity === null)).toBe(true);
    expect(ambiguous).toContain('quantity');
  });
});

describe('a stock of which a part was not understood', () => {
  it.each([
    '油泼辣子15块钱1瓶，总共有5箱零3瓶',
    '小米上午卖了10斤，下午卖了25斤',
    'sold 3 kg walnuts and 2 kg dates',
    '核桃卖了5斤，又送人2斤',
    '核桃坏了3斤，又送亲戚2斤',
    '核桃卖了5斤，又收了2斤',
    '核桃又收了5斤，送人2斤',
  ])('is asked, and no part of it stated: %s', (message) => {
    expect(readSeller(message)).toMatchObject({ stock: null });
  });

  it('keeps what is said of the goods out of their name', () => {
    expect(readSeller('Sir walnut oil 88 yuan each bottle, 26 bottles').title).toBe('walnut oil');
    expect(readSeller("the honey's down to 9 jars").title).toBe('honey');
  });
});

describe('what was picked of goods that are put on sale', () => {
  it.each([
    ['荞麦收了200斤，一斤6块', 100_000],
    ['土蜂蜜割了30斤，60块一斤', 15_000],
  ])('is what there is: %s', (message, quantity) => {
    expect(readSeller(message)).toMatchObject({ kind: 'product', stock: { mode: 'set', quantity } });
  });

  it('is more of them where it says that it came', () => {
    expect(readSeller('野生菌今天到了6斤，一斤120').stock?.mode).not.toBe('set');
  });
});

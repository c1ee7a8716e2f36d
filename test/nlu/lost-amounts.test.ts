import { describe, expect, it } from 'vitest';
import { readLostAmount } from '../../src/nlu/acts/orders/lost-amount.ts';

const eggs = { measure: 'COUNT', base: 20 } as const;
const taro = { measure: 'MASS', base: 10_000 } as const;

describe('how much of what came is lost', () => {
  it.each([
    ['five of the duck eggs arrived broken, can I get my money back for those?', eggs, 5],
    ['here are the 5 broken eggs', eggs, 5],
    ['3 eggs were cracked', eggs, 3],
    ['only 17 eggs in the box, not 20', eggs, 3],
    ['12 of the eggs are fine, 8 broken', eggs, 8],
    ['20个蛋烂咗两只', eggs, 2],
    ['20斤红芋头我过秤只有18斤 短了我2斤', taro, 1_000],
    ['芋头称落得17斤，差我3斤', taro, 1_500],
    ['look, stones. about 1 kg is useless', taro, 1_000],
    ['约莫有两斤发霉了不能吃', taro, 1_000],
    ['half of it is mouldy', taro, 5_000],
    ['20斤芋头都烂了', taro, 10_000],
  ])('is said: %s', (said, came, lost) => {
    expect(readLostAmount(said, came)).toBe(lost);
  });

  it.each([
    ['鸡蛋5号到的，碎了', eggs],
    ['A-0012 was broken', eggs],
    ['3 days late and broken', eggs],
    ['退我8块钱', eggs],
    ['坏了好几个', eggs],
    ['重新发20斤给我', taro],
    ['一半以上都烂了', taro],
  ])('is not said: %s', (said, came) => {
    expect(readLostAmount(said, came)).toBeUndefined();
  });
});

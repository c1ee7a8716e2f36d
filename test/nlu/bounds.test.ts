import { describe, expect, it } from 'vitest';
import { readLimitWords } from '../../src/nlu/acts/seller/settings/shipping-term.ts';
import { readSeller } from '../../src/nlu/read.ts';

describe('how much somebody may have', () => {
  it.each([
    'nobody gets more than 2 kg of honey',
    'there is so little honey this year, nobody should get more than 1 kg each please',
    "don't let anyone buy more than 2 jars of honey",
    '蜂蜜一个人别超过2斤',
    '蜂蜜最多让每人买2斤',
    '谁也不能买超过2斤蜂蜜',
  ])('is a limit for each person, and no goods that came: %s', (message) => {
    expect(readLimitWords(message)).toMatch(/honey|蜂蜜/u);
    expect(readSeller(message).stock).toBeNull();
  });

  it.each([
    '有个人买超过10斤核桃',
    '王姐一个人买了核桃，不超过5斤',
    'sold more than 20 kg of walnuts',
    '一个人能买超过5斤吗？',
  ])('is no limit where it is told or asked: %s', (message) => {
    expect(readLimitWords(message)).toBeUndefined();
  });

  it.each(['sold more than 20 kg of walnuts', '今天又收了不超过30斤核桃'])(
    'moves no stock by a bound: %s',
    (message) => {
      expect(readSeller(message).stock).toBeNull();
    },
  );
});

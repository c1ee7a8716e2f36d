import { describe, expect, it } from 'vitest';
import { readPresale } from '../../src/nlu/acts/seller/presale.ts';

const when = { now: new Date('2026-12-01T04:00:00Z'), timeZone: 'Asia/Shanghai' };
const day = (said: string) => {
  const found = readPresale(said, when);
  return found && (found.day?.toISOString().slice(0, 10) ?? 'open');
};

describe('goods that are sold ahead', () => {
  it.each([
    ['冻柿饼先预售吧，15一斤，大概能有100斤，12月20号发货', '2026-12-20'],
    ['核桃预售，12月20号能收100斤', '2026-12-20'],
    ['Frozen rye pie, pre-order, 20 yuan/kg, 50 kg, ships on 20 December', '2026-12-20'],
    ['冻柿饼先预售吧，15一斤，半个月以后才发货', 'open'],
    ['核桃改成预售', 'open'],
    ['核桃预售，12月20号或者25号发货，12月25号发完', 'open'],
  ])('are so from the day that is said: %s', (said, from) => {
    expect(day(said)).toBe(from);
  });

  it.each([
    ...[
      '核桃不是预售，现货',
      '核桃预售价15',
      '怎么预售',
      '核桃能预售吗',
      '要是不够就预售',
      '隔壁在预售',
      '预售的订单有几个',
    ],
    ...['核桃15一斤', 'walnuts are in stock, no pre-order', 'how does pre-order work'],
  ])('are none: %s', (said) => {
    expect(day(said)).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { readSaleOver, readSaleUntil } from '../../src/nlu/acts/seller/settings/sale-act.ts';

/** A Monday morning in Shanxi. */
const when = { now: new Date('2026-11-30T02:00:00Z'), timeZone: 'Asia/Shanghai' };

function read(message: string) {
  const act = readSaleUntil(message, when);
  return act && [act.fen, act.per?.base, act.usual, act.until.toISOString().slice(0, 10)];
}

describe('a price until a day', () => {
  it.each([
    ['核桃这周末18块，过了周日回到20', 1_800, undefined, 2_000, '2026-12-06'],
    ['葵花盘茶做个活动，卖到周四，19一斤，过了还是24', 1_900, 500, 2_400, '2026-12-03'],
    ['莲子这礼拜便宜 六十五一斤 下礼拜一涨回来', 6_500, 500, undefined, '2026-12-06'],
    ['开张头五天笋干55一斤，五天后恢复66', 5_500, 500, 6_600, '2026-12-04'],
    ['鸡蛋搞活动，30个38块，到12月5号截止', 3_800, 30, undefined, '2026-12-05'],
    ['今日先至有呢個價，臘腸40蚊一斤，聽日還原', 4_000, 500, undefined, '2026-11-30'],
    ['until Friday the plum butter is 15 yuan a jar, normally 18 as you know', 1_500, 1, 1_800, '2026-12-04'],
    ["walnuts 18 a jin this weekend only, Monday they're 20 again", 1_800, 500, 2_000, '2026-12-06'],
    ['honey 50 yuan a jar until the end of the month', 5_000, 1, undefined, '2026-11-30'],
  ])('is read with its last day: %s', (message, fen, per, usual, until) => {
    expect(read(message)).toEqual([fen, per, usual, until]);
  });

  it.each([
    '核桃18一斤，后天发货',
    '听说核桃18卖到周五',
    '核桃18卖到周五行吗',
    '运费8块到周五',
    '小米10块一斤，到周五还有货',
    '今天直播间里酱驴肉卖62，播完恢复70',
    '我打算核桃卖到周五18',
    '蜂蜜五十一瓶，卖到礼拜天',
    '核桃18，红枣20，卖到周五',
  ])('is none in: %s', (message) => {
    expect(read(message)).toBeUndefined();
  });

  it.each(['核桃恢复原价', '红枣活动结束', 'the honey sale is over', 'put the honey back to normal price'])(
    'ends before its day: %s',
    (message) => {
      expect(readSaleOver(message)).toBe(true);
    },
  );

  it.each(['活动结束了吗', '恢复原价18', '听说他家恢复原价了'])('does not end in: %s', (message) => {
    expect(readSaleOver(message)).toBe(false);
  });
});

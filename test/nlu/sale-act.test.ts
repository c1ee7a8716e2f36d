import { describe, expect, it } from 'vitest';
import { readDiscount } from '../../src/nlu/acts/seller/seller-stock.ts';
import { readSaleOver, readSaleUntil, type SaleAct } from '../../src/nlu/acts/seller/settings/sale-act.ts';

/** A Monday morning in Shanxi. */
const when = { now: new Date('2026-11-30T02:00:00Z'), timeZone: 'Asia/Shanghai' };

function read(message: string) {
  const act = readSaleUntil(message, when);
  return act && [...priceSaid(act), act.usual?.fen, act.until.toISOString().slice(0, 10)];
}

function priceSaid({ price }: SaleAct) {
  if (price.is === 'share') return [price.is, price.share];
  return price.is === 'new' ? [price.fen, price.per?.base] : [price.is, price.fen];
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
    ['火锅底料搞个活动嘛，到周五为止，一袋少5块', 'less', 500, '2026-12-04'],
    ['周末核桃便宜2块', 'less', 200, '2026-12-06'],
    ['核桃立减2元，卖到周日', 'less', 200, '2026-12-06'],
    ['honey 5 off until Sunday', 'less', 500, '2026-12-06'],
    ['这周末核桃每斤少收1块', 'less', 100, '2026-12-06'],
    ['核桃到周五为止一斤便宜3块', 'less', 300, '2026-12-04'],
    ['辣条搞个活动，每袋减4块，做到周日', 'less', 400, '2026-12-06'],
    ['5 yuan off a jar of honey until Friday', 'less', 500, '2026-12-04'],
    ['香菇八折卖到礼拜天', 'share', 800, '2026-12-06'],
    ['walnuts 10% off till Sunday', 'share', 900, '2026-12-06'],
    ['甭管什么了，我这儿的东西到周四一律九折', 'share', 900, '2026-12-03'],
  ])('may be said as less than usual: %s', (message, is, figure, until) => {
    expect(read(message)).toEqual([is, figure, undefined, until]);
  });

  it('knows for how much the usual price is', () => {
    const act = readSaleUntil('核桃5斤80块卖到周日，过后20一斤', when);
    expect([...(act ? priceSaid(act) : []), act?.usual?.fen, act?.usual?.per?.base]).toEqual([
      8_000, 2_500, 2_000, 500,
    ]);
  });

  it.each([
    ['核桃18块，过了周日回到20', '2026-12-06'],
    ['核桃18块，周日以后恢复20', '2026-12-06'],
    ['walnuts 18 yuan a jin, after Sunday back to 20', '2026-12-06'],
    ['核桃18块，周日恢复20', '2026-12-05'],
    ['核桃18块，下周一涨回20', '2026-12-06'],
  ])('counts through the day after which it is over: %s', (message, until) => {
    expect(read(message)?.at(-1)).toBe(until);
  });

  it.each([
    '核桃下周一到下周五15块，之后20',
    '核桃周五开始15块卖到周日',
    '核桃明天起特价15元三天',
    '核桃从周四到周六特价15元',
    'walnuts 15 yuan a jin from Thursday until Saturday',
    'starting tomorrow walnuts are 15 yuan a jin until Sunday',
  ])('is none where it begins later: %s', (message) => {
    expect(read(message)).toBeUndefined();
  });

  it.each([
    ['今天开始核桃15块卖到周日', '2026-12-06'],
    ['核桃便宜卖，15块一斤卖到周日', '2026-12-06'],
    ['核桃特价优惠，15元一斤到周五', '2026-12-04'],
    ['walnuts 15 yuan a jin from today until Sunday', '2026-12-06'],
  ])('is read still where it begins today and is cheap: %s', (message, until) => {
    expect(read(message)?.at(-1)).toBe(until);
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

  it.each([
    '核桃恢复原价',
    '核桃今天恢复原价',
    '红枣活动结束',
    'the honey sale is over',
    'put the honey back to normal price',
    '活动莫搞了，老汉儿不同意，还是卖26',
    '核桃活动不搞了，还是卖15',
    'call off the honey offer, back to 60',
    '得，缸炉烧饼别打折了，那个本来就不挣钱',
    '九折不打了，照旧',
  ])('ends before its day: %s', (message) => {
    expect(readSaleOver(message, when)).toBeDefined();
  });

  it.each([
    '活动结束了吗',
    '听说他家恢复原价了',
    '核桃下周一恢复原价',
    '明天起恢复原价',
    'sale over on Sunday',
    '周日特价结束',
  ])('does not end in: %s', (message) => {
    expect(readSaleOver(message, when)).toBeUndefined();
  });

  it.each([
    '猴头菇的活动还没结束，恢复原价再说',
    '猴头菇到周五别打九折',
    '邻居到周日打九折',
    '核桃一百斤以上打九折到周日',
    "don't end the sale yet",
  ])('neither begins nor ends in: %s', (message) => {
    expect(readSaleUntil(message, when)).toBeUndefined();
    expect(readSaleOver(message, when)).toBeUndefined();
    expect(readDiscount(message)).toBeUndefined();
  });
});

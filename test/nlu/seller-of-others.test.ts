import { describe, expect, it } from 'vitest';
import { readDescribed } from '../../src/nlu/acts/offers/described.ts';
import { isBareNow } from '../../src/nlu/acts/offers/of-table.ts';
import { saysAllGoods } from '../../src/nlu/acts/seller/seller-stock.ts';
import { maySetFee, maySetWithin, restsAllDays } from '../../src/nlu/acts/seller/settings/plain-setting.ts';
import { readRest } from '../../src/nlu/acts/seller/settings/rest-act.ts';
import { readSaleOver } from '../../src/nlu/acts/seller/settings/sale-act.ts';
import { readSettings } from '../../src/nlu/acts/seller/settings/setting-act.ts';
import { readShippingTerm } from '../../src/nlu/acts/seller/settings/shipping-term.ts';
import { saysBegun } from '../../src/nlu/acts/seller/stream-act.ts';
import { readSeller } from '../../src/nlu/read.ts';

// What is said of others, of another time, or only talked about, changes nothing of a shop.

const when = { now: new Date('2026-11-30T04:00:00Z'), timeZone: 'Asia/Shanghai' };
const day = (date: string) => new Date(`${date}T00:00:00Z`);

describe('no sale is over', () => {
  it.each([
    ...['客人问打不打折', '活动停了没', '我从来不打折', '客人说活动取消了', '我说的是活动停电了'],
    ...['no discount for her', '全场都不打折', '活动结束了没有', '他说不打折了'],
  ])('by %s', (said) => {
    expect(readSaleOver(said, when)).toBeUndefined();
  });

  it.each(['不打折了', '活动停了', '活动结束', '核桃不打折了', '恢复原价', '特价取消吧', 'no more discount'])(
    'but by %s',
    (said) => {
      expect(readSaleOver(said, when)).toMatchObject({ isBrief: true });
    },
  );

  it('and of what is on the table only where hardly more is said', () => {
    expect(readSaleOver('这个活动不搞了，累死了', when)).toMatchObject({ isBrief: false });
  });
});

describe('not all that is sold', () => {
  it.each([
    ...['超市全场九折', '村里全店九折', '隔壁店里的东西降一块', '客人问全店九折行不行'],
    ...['我的东西涨了两块，客人不高兴', '店里的货明天涨一块', 'everything costs 2 yuan more at the market'],
    ...[
      '全场九折，行不行',
      '客人说全场九折',
      '网上都全场九折',
      'everything at the market 10% off',
      '全场九折行吗',
    ],
  ])('is meant: %s', (said) => {
    expect(saysAllGoods(said)).toBe(false);
  });

  it.each([
    ...['全店九折', '店里的东西都涨一块', '我的东西都涨两块', '全场到周五九折', 'everything 10% off'],
    ...[
      '为了感谢客人，全场九折',
      '店里所有东西都涨一块，人工贵了',
      '全场八折，快递涨了也不怕',
      '老客人多，全店九折',
    ],
    ...[
      '全场九折，隔壁也打折',
      'all products 1 yuan more, everything costs more now',
      '为了回馈买家全场九折',
    ],
  ])('but here it is: %s', (said) => {
    expect(saysAllGoods(said)).toBe(true);
  });

  it('nor one of the goods, where another clause speaks of somebody', () => {
    expect(readDescribed('客人要的多，最便宜的涨一块')).toMatchObject({ isOwn: true });
    expect(readDescribed('客人要的最便宜的涨一块')).toMatchObject({ isOwn: false });
  });
});

describe('an offer', () => {
  it('does not take the most that one buys for what there is', () => {
    expect(readSeller('米酒25一瓶20瓶，最多买3瓶')).toMatchObject({
      ...{ title: '米酒', price: 2_500, priceQuantity: 1, stock: { mode: 'set', quantity: 20 } },
    });
  });

  it('is none that is told of another year', () => {
    expect(readSeller('去年山药12块一斤，一百斤')).toMatchObject({ kind: 'other', price: null });
    expect(readSeller('今年山药12块一斤，一百斤')).toMatchObject({ title: '山药', price: 1_200 });
  });

  it('has no sum where a bare figure follows what there is now', () => {
    expect(isBareNow('walnuts now 53')).toBe(true);
    expect(isBareNow('walnuts now 53 yuan')).toBe(false);
  });
});

describe('the least of an order', () => {
  it.each(['不让买20以下的烟', '核桃一斤不到18不卖'])('is none: %s', (said) => {
    expect(readShippingTerm(said)).toBeUndefined();
  });

  it.each([
    ['不到50不发', 5_000],
    ['一单不到30不送', 3_000],
  ])('but here it is: %s', (said, amount) => {
    expect(readShippingTerm(said)).toEqual({ is: 'minimum', amount });
  });
});

describe('a rest', () => {
  it.each([
    ['周三跟周四我要去赶集歇两天', '2026-12-02', '2026-12-03'],
    ['周三跟周四歇两天', '2026-12-02', '2026-12-03'],
    ['歇两天', '2026-11-30', '2026-12-01'],
    ['星期三歇两天', '2026-12-02', '2026-12-03'],
    ['今天还能发货，明天休息两天', '2026-12-01', '2026-12-02'],
    ['今天还发货，后天歇三天', '2026-12-02', '2026-12-04'],
  ])('begins on its own day: %s', (said, first, last) => {
    expect(readRest(said, when)).toEqual({ is: 'rest', first: day(first), last: day(last) });
  });

  it.each(['下周歇三天', '那几天歇三天', '12月3号和5号歇'])(
    'never begins today where a day was spoken of: %s',
    (said) => {
      expect(readRest(said, when)).toBeUndefined();
    },
  );

  it.each(['那两天不歇了', '不歇了', '不休息了'])('is over: %s', (said) => {
    expect(readRest(said, when)).toEqual({ is: 'open' });
  });

  it('is none where nobody rests', () => {
    expect(readSettings('明天不休息', when)).toEqual([]);
    expect(readRest('明天不休息', when)).toBeUndefined();
  });
});

describe('a plain sentence', () => {
  it('says the opposite of nothing', () => {
    expect(restsAllDays('下雨不发货，周五再寄')).toBe(false);
    expect(restsAllDays('周五不发货')).toBe(true);
    expect(maySetWithin('有人等着要，我下午三点以后发货')).toBe(false);
    expect(maySetWithin('下午三点内发货')).toBe(true);
    expect(maySetFee('除了最便宜的都涨一块')).toBe(false);
    expect(maySetFee('邮费涨一块')).toBe(true);
    expect(maySetFee('邮费改成8块，满多少都不包了')).toBe(false);
  });

  it('of a stream that has begun ends none', () => {
    expect(saysBegun('We have started the stream now.')).toBe(true);
    expect(saysBegun('That is all for today, the stream is over.')).toBe(false);
  });
});

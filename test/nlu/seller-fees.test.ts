import { describe, expect, it } from 'vitest';
import { readRest } from '../../src/nlu/acts/seller/settings/rest-act.ts';
import { readSettings } from '../../src/nlu/acts/seller/settings/setting-act.ts';
import { readTermAsked } from '../../src/nlu/acts/seller/settings/terms-asked.ts';
import { readWeekly } from '../../src/nlu/acts/seller/settings/weekly-act.ts';

const when = { now: new Date('2026-11-23T02:00:00Z'), timeZone: 'Asia/Shanghai' };
const first = (message: string) => readSettings(message, when)[0];

describe('a fee by weight', () => {
  it.each([
    ['那个运费嘛就是前面三斤是八块钱嗯超过的一斤加一块五', 1500, 800, 500, 150],
    ['头三斤8块，往后每斤加1块5', 1500, 800, 500, 150],
    ['first 2 kg costs 10, every kilo after that 3', 2000, 1000, 1000, 300],
    ['运费按重量算，3斤内7元，多一斤多收1元', 1500, 700, 500, 100],
    ['快递嘛，头一公斤十二，每加一公斤三块', 1000, 1200, 1000, 300],
  ])('is read from “%s”', (said, firstGrams, firstFee, stepGrams, stepFee) => {
    expect(first(said)).toEqual({ is: 'weight-fee', firstGrams, firstFee, stepGrams, stepFee });
  });

  it.each(['芋头1斤5块，再多1斤4块', '头茬羊肚菌1斤80块，后面的1斤60块', '苹果前三斤8块，超过的每斤7块'])(
    'is no price: %s',
    (said) => {
      expect(first(said)).toBeUndefined();
    },
  );

  it.each(['核桃前三斤15一斤，超过的14', '运费6块，核桃15一斤', '快递6元满88包邮'])(
    'is not in “%s”',
    (said) => {
      expect(first(said)?.is).not.toBe('weight-fee');
    },
  );
});

describe('a fee beside another', () => {
  it.each([
    ['快递费涨噠，搞成9块一单，新疆西藏那边的要25咯', [900, 2500]],
    ['postage is 9 now, but Xinjiang and Tibet are 25', [900, 2500]],
    ['运费10块，内蒙古新疆那些远的地方要收22', [1000, 2200]],
  ])('is read from “%s”', (said, fees) => {
    const act = first(said);
    expect(act?.is === 'two-fees' ? act.fees.map(({ fee }) => fee) : act).toEqual(fees);
  });
});

describe('two sums', () => {
  it.each([
    '邮费6块，江西脐橙28',
    '山西老陈醋15块，邮费6块',
    '云南普洱茶30块，运费5块',
    '苹果卖28，寄新疆运费15',
    '新疆运费从15涨到20',
    '山西的邮费以前8块，现在10块',
    '新疆运费15，30块起送',
    '新疆运费20，满200减半',
    '新疆的运费亏了15，西藏的亏了20',
  ])('are no two fees in “%s”', (said) => {
    expect(first(said)).toBeUndefined();
  });
});

describe('days without parcels', () => {
  it('are those that are named, said before what is said of them', () => {
    expect(readWeekly('周五周六俩闺女回门，都不寄了')).toBeUndefined();
    expect(readRest('周五周六俩闺女回门，都不寄了', when)).toBeUndefined();
    expect(readSettings('周五周六俩闺女回门，都不寄了', when)).toContainEqual({
      is: 'days',
      days: [new Date('2026-11-27T00:00:00Z'), new Date('2026-11-28T00:00:00Z')],
    });
    expect(readWeekly('周一周三发货，别的日子不发')).toEqual([1, 3]);
    expect(readWeekly('下雨不发货，周五再寄')).toBeUndefined();
    expect(readSettings('下雨不发货，周五再寄', when).map(({ is }) => is)).not.toContain('days');
    expect(readSettings('周二不发货，周三再发', when)).toContainEqual({
      is: 'days',
      days: [new Date('2026-11-24T00:00:00Z')],
    });
  });

  it('may be two in a row', () => {
    const both = {
      is: 'rest',
      first: new Date('2026-11-24T00:00:00Z'),
      last: new Date('2026-11-25T00:00:00Z'),
    };
    expect(readRest('明后两天我老儿子结婚，啥也不发哈', when)).toEqual(both);
    expect(readRest('tomorrow and the day after nothing goes out', when)).toEqual(both);
  });
});

describe('where to fetch goods', () => {
  it('stands before the word for it, and costs those who come nothing', () => {
    expect(readSettings('住得近便的，上俺村委会门口大槐树底下自己拿就行，不收邮钱', when)).toEqual([
      { is: 'pickup', place: '俺村委会门口大槐树底下', isAhead: true },
    ]);
    expect(readSettings('有人等着要，我下午三点以后发货', when)).toEqual([]);
  });
});

describe('a term of the shop', () => {
  it.each([
    ['起送是多少钱现在', 'minimum'],
    ["Just checking, what's the smallest order I take now?", 'minimum'],
    ['哪些地方我不发', 'terms'],
  ])('is asked for in “%s”', (said, term) => {
    expect(readTermAsked(said)).toBe(term);
  });

  it.each([
    '怎么设起送',
    '起送改成30块',
    '核桃卖了多少',
    '满30起送',
    '起送价取消，多少都送',
    'free shipping when they spend over 100',
    '核桃最低多少钱',
    '包邮的核桃还有多少',
    '以后买多少都包邮',
    '昨天运费收了多少',
  ])('is not in “%s”', (said) => {
    expect(readTermAsked(said)).toBeUndefined();
  });
});

describe('the least of an order', () => {
  it('is said by what nobody is to order less than', () => {
    expect(first("Please don't let people order for less than 50 yuan, it isn't worth the postage.")).toEqual(
      {
        is: 'minimum',
        amount: 5000,
      },
    );
    expect(first('不满30块的单子别让人下')).toEqual({ is: 'minimum', amount: 3000 });
  });

  it.each(['不满18不能下单', 'kids under 18 cannot order', "don't let apples go below 20 yuan"])(
    'is not in “%s”',
    (said) => {
      expect(first(said)).toBeUndefined();
    },
  );
});

describe('free delivery that ends, with the fee that is set', () => {
  it.each([
    '以后不包邮了，运费一律12块',
    '满99包邮取消，运费12块',
    '满额包邮取消了，邮费12块一单',
    'no more free shipping, shipping is 12 yuan now',
  ])('%s', (said) => {
    expect(first(said)).toEqual({
      is: 'fee',
      way: 'express',
      fee: 1_200,
      freeFrom: undefined,
      endsFree: true,
    });
  });

  it.each(['满137包邮取消了', 'no more free shipping over 99'])('by its own sum: %s', (said) => {
    expect(first(said)).toEqual({ is: 'not-free' });
  });

  it.each(['不满99不包邮，运费12块', '偏远地区不包邮，运费12块'])('does not end in: %s', (said) => {
    expect(first(said)).not.toHaveProperty('endsFree');
  });

  it.each(['以后不包邮了吗', '以后不包邮了，运费12块吗？'])('is asked in: %s', (said) => {
    expect(readSettings(said, when)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { isNoPrice } from '../../src/nlu/acts/offers/of-table.ts';
import { readMessageAct } from '../../src/nlu/acts/seller/orders/message-act.ts';
import { readOrderActs } from '../../src/nlu/acts/seller/orders/order-act.ts';
import { isForBuyer } from '../../src/nlu/acts/seller/orders/reply-act.ts';
import { readRest } from '../../src/nlu/acts/seller/settings/rest-act.ts';
import { readSettings } from '../../src/nlu/acts/seller/settings/setting-act.ts';
import { readShipTime } from '../../src/nlu/acts/seller/settings/ship-time.ts';

// What is done at once, or told to a buyer, only where it was surely meant.

const when = { now: new Date('2026-11-30T04:00:00Z'), timeZone: 'Asia/Shanghai' };
const deeds = (said: string) => readOrderActs(said).map(({ does }) => does);

describe('an order is not refused', () => {
  it.each([
    'A-0007 做不了主',
    'A-0008 取消不了',
    'A-0008 推了两天',
    'A-0008 没货了，等两天',
    'A-0008 发不了顺丰，发邮政',
    'A-0008 发不了那么快',
    'A-0008 cannot do it before friday',
    'A-0008 sorry no bag left, is a box ok',
    'A-0011 cannot ship today',
    'A-0008 取消吗？',
  ])('where something else cannot be: %s', (said) => {
    expect(deeds(said)).toEqual(['look']);
  });

  it.each(['cannot do it before friday', '告诉她发不了那么快'])('without its number either: %s', (said) => {
    expect(deeds(said)).toEqual([]);
  });

  it.each([
    ['A-0013 接不了，路断了', '路断了'],
    ['A-0013 接不了 下雨', '下雨'],
    ['A-0013 取消，下雨', '下雨'],
    ['A-0013 没货', '没货'],
    ['做不了，路断了', '路断了'],
    ['decline it, no honey left', 'no honey left'],
    ['接不了这单', ''],
  ])('but here it is: %s', (said, why) => {
    expect(readOrderActs(said)).toMatchObject([{ does: 'decline', why }]);
  });
});

describe('no order is accepted', () => {
  it.each([
    ...['先收下钱', '钱都收下了', '我先收下快递', "I'll take whatever is left", 'take whatever you like'],
    ...[
      '我接一下孩子',
      '去接一下人',
      '行接着说',
      '接住他的话说',
      '接吧台的活',
      '好接近',
      '谁能接',
      '接受不了这单',
    ],
    ...['接下来做什么', 'take it or leave it'],
  ])('by %s', (said) => {
    expect(deeds(said)).toEqual([]);
  });

  it.each([
    ...[
      '接了',
      '都接了',
      '全部收下',
      '行接单',
      '接了，明天发',
      '把没接的都接上',
      '接了这单吧',
      '一哈哈就接了',
    ],
    ...['ok take it', 'take all the new orders', "accept everything that's waiting pls"],
  ])('but here they are: %s', (said) => {
    expect(deeds(said)).toEqual(['accept']);
  });
});

describe('money has not come', () => {
  it.each([
    ...['A-0007 好像付了', 'A-0007 可能转了', 'A-0007 说是付了', 'A-0007 她讲付过了', 'A-0007 邻居说她付了'],
    ...[
      'A-0007 supposedly paid',
      'A-0007 payment came through not',
      'A-0007 钱到手了就发',
      'A-0007 等钱到了发',
    ],
  ])('where it is doubted: %s', (said) => {
    expect(deeds(said)).toEqual(['look']);
  });

  it.each([
    'A-0007 付了',
    'A-0007 钱到手了，等会儿就发',
    'A-0007 款到咧',
    'A-0007 款来咧',
    'A-0007 钱到账了',
  ])('but here it has: %s', (said) => {
    expect(deeds(said)).toEqual(['money']);
  });
});

describe('one order that is late, or money, closes no shop', () => {
  it.each([
    'A-0013 今天发不出，明天发',
    'A-0013 今天发不了，明天发',
    'A-0013 今天发不了货',
    '微信发不出红包，明天再给你',
    '今天快递来晚了，发不出去',
  ])('%s', (said) => {
    expect(readSettings(said, when).filter(({ is }) => is === 'days')).toEqual([]);
    expect(readRest(said, when)).toBeUndefined();
  });

  it.each(['今天发不出货', '明天寄不出货', '周二不发货'])('but so it is: %s', (said) => {
    expect(readSettings(said, when)).toContainEqual(expect.objectContaining({ is: 'days' }));
  });
});

describe('words for somebody', () => {
  it.each(['转告李梅明天发货', '提醒一下我明天发货', '告诉她三天后发'])(
    'are not how soon the shop sends: %s',
    (said) => {
      expect(readShipTime(said)).toBeUndefined();
    },
  );

  it.each(['A-0008 告诉她没货了', 'A-0008 跟她说没货了'])('are for the buyer of that order: %s', (said) => {
    expect(readMessageAct(said)).toMatchObject({ whom: 'a-0008', rest: '没货了' });
  });

  it.each(['告诉王芳没货了', '回她没货', '同佢讲冇货', 'tell her brother it is sold out'])(
    'are told: %s',
    (said) => {
      expect(isForBuyer(said)).toBe(true);
    },
  );

  it.each(['告诉她了', '告诉我卖了多少', '告诉客人们明天放假', '通知：明天不发货', '核桃没货了', '回复原价'])(
    'are none: %s',
    (said) => {
      expect(isForBuyer(said)).toBe(false);
    },
  );
});

describe('a sum is no price', () => {
  it.each([
    ['买5斤核桃按90亏本了', 9_000],
    ['卖5斤核桃按90', 9_000],
    ['核桃能卖到18就好了', 1_800],
    ['核桃价格搞错了，王姐付了21', 2_100],
    ['核桃昨儿卖到18', 1_800],
    ['核桃提到22就生气', 2_200],
  ])('%s', (said, fen) => {
    expect(isNoPrice(said, fen)).toBe(true);
  });

  it.each([
    ['核桃昨天卖18今天卖20', 2_000],
    ['核桃不是15是18', 1_800],
    ['客人说贵，核桃降到14', 1_400],
    ['核桃涨到18，不涨不行', 1_800],
    ['核桃按18卖', 1_800],
  ])('but here it is: %s', (said, fen) => {
    expect(isNoPrice(said, fen)).toBe(false);
  });
});

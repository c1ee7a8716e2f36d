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
    ...[
      'A-0008 发不了顺丰，只能发圆通了',
      'A-0008 没货了，再等两天',
      'A-0008 sold out, please wait two days',
    ],
    ...['A-0008 sorry before friday I cannot do it'],
  ])('where something else cannot be: %s', (said) => {
    expect(deeds(said)).toEqual(['look']);
  });

  it.each([
    ...['王芳那单取消不了', '王芳那单没那么快发不了', '王芳那单做不了主', '李姐的单取消唔到'],
    ...['王芳那单取消吗？', "Wang Fang's order, cannot cancel it before friday"],
  ])('where the opposite is said of somebody’s: %s', (said) => {
    expect(deeds(said)).toEqual(['look']);
  });

  it.each([
    ['王芳那单取消，没货了', '没货了'],
    ['王芳那单不要了', ''],
    ['李姐的单推掉，下雨路断了', '下雨路断了'],
    ["cancel Wang Fang's order, no honey left", 'no honey left'],
  ])('but somebody’s is: %s', (said, why) => {
    expect(readOrderActs(said)).toMatchObject([{ does: 'decline', why }]);
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
    ['A-0008接不了，寄快递的放假了', '寄快递的放假了'],
    ['A-0008 拒了，等了三天没付钱', '等了三天没付钱'],
    ['A-0008 拒了，等不及了', '等不及了'],
    ['A-0008 decline, sold out before noon', 'sold out before noon'],
    ["A-0008 decline, I waited three days and won't wait more", "I waited three days and won't wait more"],
    ['接不了太远了', '太远了'],
    ['A-0008 接不了太忙了', '太忙了'],
    ['王芳的单接不了下雨', ''],
    ['reject all orders', ''],
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
    ...[
      '接了孩子就回来',
      '客人都接到了',
      '接了个电话',
      '我接了快递',
      '都接回家了',
      '水接了',
      '全家都接来了',
      '接了嘛孩子',
    ],
    ...['accept the kids are late', '奶奶接了', '接了隔壁的活'],
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
    ...[
      '都接了呢',
      '接了嘛',
      '接单噻',
      '都接了谢谢大家支持',
      '接晒啲单',
      '接了哒',
      '全接了，谢谢老乡们',
      '接了撒',
    ],
    ...['accept all pending orders', 'accept these two', 'accept the remaining orders'],
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
    ...[
      'A-0007 没收到钱',
      'A-0007 钱没到账',
      'A-0007 估计付了',
      'A-0007 明天就付了',
      'A-0007 她等会就转过来了',
    ],
    ...[
      'A-0007 钱到账没',
      'A-0007 快付了',
      'A-0007 八成付了',
      'A-0007 冇收到钱',
      '这单没收到钱',
      'A-0007 还没付钱',
    ],
    ...[
      'A-0007 paid I guess',
      'A-0007 paid yet',
      'A-0007 never paid me',
      'A-0007 he paid tomorrow',
      'A-0007 did not get the money',
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
    ...[
      'A-0007 昨天就付了',
      'A-0007 钱到了，明天发',
      'A-0007 没问题，钱到了',
      'A-0007 早付了',
      'A-0007 刚转过来',
    ],
    ...['唔该 A-0007 钱到了', '这单钱到了', 'A-0007 she has paid', 'A-0007 paid yesterday'],
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

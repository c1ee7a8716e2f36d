import { describe, expect, it } from 'vitest';
import { readOrderActs } from '../../src/nlu/acts/seller/orders/order-act.ts';
import { readRefund } from '../../src/nlu/acts/seller/orders/refund-act.ts';
import { withoutReasons } from '../../src/nlu/acts/seller/reasons.ts';
import { readRenameAndMore } from '../../src/nlu/acts/seller/rename-and-more.ts';
import { readRest } from '../../src/nlu/acts/seller/settings/rest-act.ts';
import { readStatusMove } from '../../src/nlu/acts/seller/status-words.ts';

// What stands around a deed in sellers' longer sentences.

const titles = ['核桃', '地皮菜', 'Rye bran'];
const places = ['新疆', '西藏', 'xinjiang', 'tibet'];
const when = { now: new Date('2026-12-01T04:00:00Z'), timeZone: 'Asia/Shanghai' };
const deeds = (said: string) => readOrderActs(said).map(({ does }) => does);
const day = (said: string) => {
  const act = readRest(said, when);
  return act?.is === 'rest' ? [act.first, act.last].map((one) => one.toISOString().slice(0, 10)) : act;
};

describe('a clause that only tells why', () => {
  it.each([
    ['哎呀这两天下雨晒不成，核桃先别卖了，等天晴再说', '核桃先别卖了'],
    ['地皮菜先别卖了，我看见有点虫眼，得挑一挑再说', '地皮菜先别卖了'],
    ['my sister is getting married so we are closed tomorrow, sorry', 'we are closed tomorrow'],
    ['please pause the rye bran because my mother is ill', 'pause the rye bran'],
  ])('is set apart: %s', (said, deed) => {
    expect(withoutReasons(said, titles, places)).toBe(deed);
  });

  it.each([
    ...[
      '核桃先别卖了，算了还是卖吧',
      '核桃改成18，听说要涨',
      '核桃还有30斤，留了5斤给闺女',
      '核桃没卖完，别下架',
    ],
    ...['核桃先别卖了，说着玩的', '核桃先别卖了，我再想想', 'pause the rye bran, just kidding'],
    ...['要是核桃卖完了，就别卖了', '核桃先别卖了，地皮菜照卖', '这两天下雨', '核桃卖完了吗？下雨了'],
    ...[
      '倘若老天一直下雨晒不成，核桃就先别卖了',
      '倘若我妈点头，核桃就改成18',
      '若是天晴了晒干了，核桃就还有80斤',
    ],
    ...['核桃改成18，等我妈点头', '等天晴了，核桃再上架', 'pause the rye bran, provided my husband agrees'],
    ...[
      '隔壁老王家的，核桃下架了',
      '我梦见，核桃卖完了',
      '核桃先下架，好不好',
      '核桃先下架，枣子也一样',
      '核桃还有30斤，坏了一半',
    ],
    ...[
      '核桃先下架，大的那种',
      'it is 2 kg a bag, contains peanuts',
      'tell her they are raw, contains peanuts',
    ],
    ...['pause the rye bran, only the shelled kind', '核桃改成18，我老公不让', '下雨了，核桃就先别卖了'],
    ...['no no, raw only, you can roast at home', '可以的，放心吃，我家娃天天吃'],
    ...['postage is 8 yuan, Tibet is so far away that I charge 22', 'the rye bran is 12 yuan, not 15'],
  ])('is none where it may do anything: %s', (said) => {
    expect(withoutReasons(said, titles, places)).toBe(said);
  });
});

describe('an order that is called off', () => {
  it.each([
    'A-0007别发了，人家打电话来说不要了，退钱给人家吧',
    'A-0013那单别发了取消吧，狗头枣昨晚让雨淋了没法吃，跟人说声对不住啊',
    "she changed her mind and doesn't want A-0014 any more, so don't send it, cancel it please",
    "A-0014 don't send it, she doesn't want it",
  ])('is not sent, asked about or shown alone: %s', (said) => {
    expect(deeds(said)).toEqual(['decline']);
  });

  it.each([
    ...["A-0014 don't send it", "A-0014 don't send it, the bag is torn"],
    ...["A-0014 don't send it yet", "A-0014 don't send it until tomorrow", "A-0014 don't send it by courier"],
    ...['A-0007先别发', 'A-0007别发顺丰', 'A-0007发了没', "A-0014 don't send it, she wants 2 more"],
  ])('is none where it only waits: %s', (said) => {
    expect(deeds(said)).toEqual(['look']);
  });

  it('tells its buyer why, and nothing of the deed or the money', () => {
    const [act] = readOrderActs('A-0007别发了，核桃发霉了，钱退给她吧');
    expect(act?.why).toBe('核桃发霉了');
  });
});

it('finds the sum that goes back at the end of a long English sentence', () => {
  const said =
    'a jar in A-0018 got broken on the way, my fault for packing badly, I want to give her 15 yuan back';
  expect(readRefund(said)).toMatchObject({ is: 'give', numbers: ['A-0018'], share: { fen: 1500 } });
});

describe('a rest of two days', () => {
  it.each([
    ...['明天后天村里修路车进不来，这两天不发货了', '明天和后天家里有事，这两天休息'],
    'my sister is getting married so we are closed tomorrow and the day after, nothing ships on those days',
  ])('begins on the day that is named: %s', (said) => {
    expect(day(said)).toEqual(['2026-12-02', '2026-12-03']);
  });
});

describe('goods that are not to be taken off', () => {
  it.each([
    ...['紫皮大蒜没卖完呢，别给我下架啊', '核桃别下架，还有呢', "don't take it off sale", '还没卖完'],
  ])('stay: %s', (said) => {
    expect(readStatusMove(said)).toBeUndefined();
  });
});

describe('a new name with a new price', () => {
  it.each([
    ['核桃改名叫新核桃，价格还是25', { goods: '核桃', title: '新核桃', more: '新核桃 价格还是25' }],
    [
      '核桃那个名字人家听不懂，改名叫黑桃，价钱也顺便调一下，32一斤',
      { goods: '核桃', title: '黑桃', more: '黑桃 32一斤' },
    ],
    [
      'nobody knows what rye bran is, call it whole rye flakes and make it 15 yuan/kg',
      { goods: 'Rye bran', title: 'whole rye flakes', more: 'whole rye flakes make it 15 yuan/kg' },
    ],
  ])('are both read: %s', (said, read) => {
    expect(readRenameAndMore(said, titles)).toMatchObject(read);
  });

  it.each(['核桃改名叫新核桃', '核桃改名叫新核桃，地皮菜32一斤', '核桃改名叫新核桃，卖32行吗？'])(
    'are not, where no price of it is said: %s',
    (said) => {
      expect(readRenameAndMore(said, titles)).toBeUndefined();
    },
  );
});

describe('what is of something else', () => {
  it.each([
    ...[
      'A-0007不用寄了，我顺路带过去',
      'A-0007别发了，她要自己来取',
      'A-0007别寄了，我亲自送',
      'A-0007别发了，换成红枣',
    ],
    ...[
      "A-0014 don't send it, she wants a different address",
      'A-0014 no need to send it, she wants to collect it',
    ],
  ])('calls no order off: %s', (said) => {
    expect(deeds(said)).not.toContain('decline');
  });

  it('accepts no order where it cannot be helped', () => {
    expect(deeds('A-0007接了没办法')).toEqual(['look']);
  });

  it.each([
    'A-0007取消吧，木耳发霉了，钱先别退',
    'A-0007取消，别告诉她原因',
    "A-0014 cancel it, don't tell her why",
  ])('is told to no buyer: %s', (said) => {
    expect(readOrderActs(said)).toMatchObject([{ does: 'decline', why: '' }]);
  });

  it.each(['客人说明天后天休息', '老王家明天后天休息'])('rests nobody: %s', (said) => {
    expect(readRest(said, when)).toBeUndefined();
  });

  it('rests on the days before those that are as usual', () => {
    expect(day('我这两天休息，明天后天照常发货')).toEqual(['2026-12-01', '2026-12-02']);
  });

  it.each([
    ...['the courier gave me 15 yuan back for A-0018', "I don't want to give her 15 yuan back for A-0018"],
    ...['she asked for 15 yuan back', 'A-0018 maybe 15 yuan back'],
  ])('gives no money back: %s', (said) => {
    expect(readRefund(said)).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { readAct } from '../../src/nlu/acts/act.ts';
import { readBarePrice } from '../../src/nlu/acts/drafts/bare-price.ts';
import { splitSharedPrice } from '../../src/nlu/acts/offers/shared-price.ts';
import { readAmountChange, timesSaid } from '../../src/nlu/acts/orders/changes/order-change.ts';
import { keepsPlace, readRecipientPiece } from '../../src/nlu/acts/orders/delivery/recipient-piece.ts';
import { readOrderOnFreeShipping } from '../../src/nlu/acts/orders/on-free-shipping.ts';
import { readUnwantedPart } from '../../src/nlu/acts/orders/order-said.ts';

// What a deed is said of, and on what it hangs, in the words of people who were not asked to be brief.

describe('an order is placed by words behind praise', () => {
  it.each(['巴适，就恁个，下单嘛', '挺好的，下单吧', '没毛病，下单', '不错，就这些，下单吧'])(
    '%s',
    (said) => {
      expect(readAct(said)?.is).toBe('confirm');
    },
  );

  it.each(['挺好的', '巴适得很', '挺好的，下单前再问一句', '还没下单吧', '挺好的，先不下单'])(
    'and by nothing else: %s',
    (said) => {
      expect(readAct(said)?.is).not.toBe('confirm');
    },
  );
});

describe('whoever comes for it picks it up', () => {
  it.each([
    '别寄了，我自己过去拿',
    '不用寄，我自己来取',
    '我们自己开车去拿吧',
    "no need to ship, I'll pick it up myself",
  ])('%s', (said) => {
    expect(readAct(said)).toEqual({ is: 'way', way: 'pickup' });
  });

  it.each(['能不能自己去拿', '快递到了我自己去拿，别送上楼', '不用寄了', 'do we pick it up', '别寄快递'])(
    'and nobody else does: %s',
    (said) => {
      expect(readAct(said)).not.toEqual({ is: 'way', way: 'pickup' });
    },
  );
});

describe('an order that hangs on free shipping', () => {
  it.each([
    ['要是包邮我就要12斤', '要12斤'],
    ['包邮的话来12斤', '来12斤'],
    ['苹果如果免运费就来10斤', '苹果，来10斤'],
    ["if shipping is free I'll take 6 kg", "I'll take 6 kg"],
  ])('%s', (said, order) => {
    expect(readOrderOnFreeShipping(said)).toBe(order);
  });

  it.each([
    ...['来12斤，包邮吗', '包邮吗', '苹果12斤 包邮', '满99包邮', '要是包邮就好了', '不包邮就来2斤'],
    ...['既然包邮那就再来2斤', '满99包邮那就来10斤', '苹果5斤，红枣包邮就来2斤', '凑够包邮就再来2斤红枣'],
    ...['3 kg apples if free shipping, otherwise 1 kg', '苹果来5斤，能包邮就更好了', '只要包邮的苹果5斤'],
  ])('is none where nothing hangs on it: %s', (said) => {
    expect(readOrderOnFreeShipping(said)).toBeUndefined();
  });
});

describe('a recipient with name and phone is more than a name', () => {
  const LI = { name: '李强', phone: '13700001111' };
  it.each(['收件人写我老公，李强，13700001111，地址不变', '收件人改成李强 13700001111'])(
    'and lives where the parcel went: %s',
    (said) => {
      expect(readRecipientPiece(said)).toBeUndefined();
      expect(keepsPlace(said, LI)).toBe(true);
    },
  );

  it.each([
    '李强 13700001111 太原市桃园路1号',
    '收件人写李强 13700001111，寄到他公司',
    '收件人李强13700001111，几天到',
  ])('and where else is not known: %s', (said) => {
    expect(keepsPlace(said, LI)).toBe(false);
  });

  it.each([
    ['收货人写我爸，王建军', '王建军'],
    ['收件人是李娜不是李纳，电话13900008888', '李娜'],
  ])('a name alone stays one: %s', (said, text) => {
    expect(readRecipientPiece(said)).toEqual({ is: 'recipient', piece: 'name', text });
  });
});

describe('how much more, and of what', () => {
  it.each([
    ['and half a dozen more', 'half a dozen'],
    ['and two dozen more', 'two dozen'],
    ['plus 2 kg more', '2 kg'],
  ])('%s', (said, rest) => {
    expect(readAmountChange(said)).toMatchObject({ how: 'add', rest });
  });

  it('what is doubled stands in its own clause', () => {
    expect(timesSaid('黄豆翻一倍，苹果不动')).toEqual(['黄豆翻一倍']);
    expect(timesSaid('苹果别动，黄豆加倍')).toEqual(['黄豆加倍']);
  });

  it.each(['价格翻一倍了', '苹果怎么翻个倍了', '运费怎么翻一倍了'])('and no price is: %s', (said) => {
    expect(readAct(said)?.is).not.toBe('times');
  });
});

describe('a part of an order that is not wanted', () => {
  it.each([
    ['刚才那单的柿叶茶不要了，灯笼椒干照发', '柿叶茶不要了', '灯笼椒干照发'],
    ['那单里的苹果帮我退掉，别的不变', '苹果帮我退掉', '别的不变'],
    ['please remove the apples from my order', 'please remove the apples', ''],
  ])('%s', (said, part, rest) => {
    expect(readUnwantedPart(said)).toEqual({ part, rest });
  });

  it.each([
    '柿叶茶那单不要了',
    '红枣那单取消，苹果也不要了',
    '那单不要了，红枣我妈买了',
    'cancel my order, I only wanted apples',
    'Cancel the Apple Order',
    '昨天买的苹果订单取消',
    '那单的苹果到哪了',
  ])('is none where the whole order is meant, or nothing is unwanted: %s', (said) => {
    expect(readUnwantedPart(said)).toBeUndefined();
  });
});

describe('one price for several goods', () => {
  const TITLES = ['干萝卜缨', '干茄子条', '核桃', '核桃仁', '红枣'];
  it.each([
    ['干萝卜缨和干茄子条都改成12一斤', ['干萝卜缨改成12一斤', '干茄子条改成12一斤']],
    ['萝卜缨、茄子条都降到12一斤', ['干萝卜缨降到12一斤', '干茄子条降到12一斤']],
    ['把核桃跟红枣都涨2块', ['核桃涨2块', '红枣涨2块']],
  ])('%s', (said, each) => {
    expect(splitSharedPrice(said, TITLES)).toEqual(each);
  });

  it.each([
    ...['核桃都改成12一斤', '核桃和红枣都卖完了', '核桃30斤和红枣都12一斤', '萝卜缨和黄瓜干都改成12一斤'],
    ...['核桃和红枣别都改成12一斤', '核桃和红枣不都改成12一斤', '核桃和红枣要不要都改成12一斤'],
    ...['如果核桃和红枣都改成12一斤', '客人说核桃和红枣都改成12一斤', '明天核桃和红枣都改成12一斤'],
    ...['除了核桃和红枣都改成12一斤', '核桃和红枣之外的都改成12一斤', '核桃和红枣都改成12一斤吗'],
    ...['核桃和红枣都降2块，苹果涨1块', '核桃和红枣都改成12和15', '核桃和红枣都是5斤装'],
    ...['核桃和红枣全部加起来还有30斤', '核桃和红枣都卖了30斤', '红枣和桃都改成12一斤'],
  ])('nothing where it is not so, or not certain: %s', (said) => {
    expect(splitSharedPrice(said, TITLES)).toEqual([]);
  });
});

describe('a figure that answers what the goods cost', () => {
  it.each([
    ['16', 1_600],
    ['那就16吧', 1_600],
    ['就按18.5卖吧', 1_850],
    ["let's say 20", 2_000],
  ])('%s', (said, fen) => {
    expect(readBarePrice(said)).toBe(fen);
  });

  it.each(['16算了', '16到18', '16斤', '明天下雨', '60斤16', '第二个'])('and no other: %s', (said) => {
    expect(readBarePrice(said)).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { isAboutLatest } from '../../src/nlu/acts/offers/of-table.ts';
import { readSamePrice } from '../../src/nlu/acts/offers/same-price.ts';
import { readOwnWords } from '../../src/nlu/acts/seller/own-words.ts';
import { readLimitWords, readShippingTerm } from '../../src/nlu/acts/seller/settings/shipping-term.ts';
import { readStatusMove, withoutUnmeantStatus } from '../../src/nlu/acts/seller/status-words.ts';
import { namesLaterDay } from '../../src/nlu/clauses/act-mood.ts';

// What is denied, asked, heard, supposed, of others, of another day or taken back is not done.

const titles = ['核桃', '红枣', 'walnuts', 'dates'];

describe('free shipping does not end', () => {
  it.each([
    ...['客人说以后不包邮了', '隔壁以后不包邮了', '老婆说不包邮了', '没说不包邮了', '以后别不包邮'],
    ...['以后不包邮了，算了', '要不要取消包邮', '可能以后不包邮', '打算以后不包邮了', '不包邮是误会'],
    ...['偏远地区不包邮', '唔系唔包邮', '别取消包邮', '客人说满99包邮取消', '满99包邮取消了吗'],
    ...['they said no more free shipping', 'no more free shipping, just kidding', '隔壁不发快递了'],
    ...['自提取消，开玩笑的', '客人说取消自提'],
  ])('by %s', (said) => {
    expect(readShippingTerm(said)).toBeUndefined();
  });

  it.each([
    ...['以后不包邮了', '不包邮了', '不包邮了吧', '取消包邮', '满99包邮取消', '冇包邮喇', '唔再包邮'],
    ...['no more free shipping', '以后不包邮了，客人不高兴', '不包邮了，快递涨价了'],
    ...['从明天起不包邮了', 'free shipping ends on friday'],
  ])('but by %s', (said) => {
    expect(readShippingTerm(said)).toEqual({ is: 'not-free' });
  });

  it('now where it is of a day to come', () => {
    for (const said of ['从明天起不包邮了', 'free shipping ends on friday', '下周起运费10块'])
      expect(namesLaterDay(said)).toBe(true);
    for (const said of ['以后不包邮了', '从今天起不包邮了', '停到下周'])
      expect(namesLaterDay(said)).toBe(false);
  });
});

describe('no limit is set', () => {
  it.each([
    ...['核桃别限购10斤', '核桃莫限购10斤', '核桃甭限购10斤', '核桃唔好限购10斤', '核桃不要限购10斤'],
    ...['核桃没限购10斤', '核桃不用限购10斤', '核桃不准限购10斤', '核桃每人最多10斤是假的'],
    ...['隔壁核桃限购10斤', '客人说核桃限购10斤', '我以为核桃限购10斤', '明天起核桃限购10斤'],
    ...['核桃限购10斤，算了', '核桃每人限10斤，再说吧', '核桃每人限10斤，开玩笑的', '核桃要不要限购10斤'],
    ...['给核桃限购10斤好不好', '要是不够就核桃限购10斤', '核桃为什么不限购', '隔壁核桃不限购'],
    ...["don't limit walnuts to 10 kg per person", 'should walnuts be 10 kg per person'],
  ])('by %s', (said) => {
    expect(readLimitWords(said)).toBeUndefined();
  });

  it.each([
    ...['核桃限购10斤', '核桃限购10斤吧', '核桃一人最多10斤吧', '核桃谁来都限购10斤', '别忘了核桃限购10斤'],
    ...['核桃谁也别买超过10斤', '核桃每个人不准超过10斤'],
  ])('but by %s', (said) => {
    expect(readLimitWords(said)).toMatch(/核桃.*10斤/u);
  });

  it.each(['核桃不限购', '核桃不限购了', '核桃取消限购', '核桃别限购了'])('and lifted by %s', (said) => {
    expect(readLimitWords(said)).toBe('核桃 不限');
  });
});

describe('nothing becomes of goods', () => {
  it.each([
    ...['核桃没下架', '核桃不是卖完了', '核桃还没上架', '核桃上架失败', '核桃下架按错了', '没说核桃下架'],
    ...['核桃甭下架', '核桃唔好下架', '核桃冇卖晒', '核桃未卖晒', '别让核桃卖完了', '核桃点错下架了'],
    ...['卖完了吧', '卖完了呢', '核桃上架了没', '核桃下架了没有', '核桃没了？', '核桃不是下架了吗'],
    ...['核桃以为卖完了', '核桃可能卖完了', '核桃卖完了告诉我', '核桃卖完再下架', '核桃要是卖完了就下架'],
    ...['隔壁核桃卖完了', '我妈说核桃卖完了', '听说核桃卖完了', '核桃卖完了是假的', '核桃明天下架'],
    ...['核桃下架，算了', '核桃下架，先别', 'I thought walnuts sold out', 'walnuts sold out, just kidding'],
    ...['are walnuts sold out', 'she said walnuts sold out', 'my neighbour sold out walnuts'],
    ...['pause walnuts tomorrow', 'should I pause walnuts', 'please do not pause the walnuts'],
  ])('by %s', (said) => {
    expect(readStatusMove(said)).toBeUndefined();
  });

  it.each([
    ...([
      '核桃卖完了',
      '核桃卖晒喇',
      '核桃没货',
      '核桃没有货了',
      '核桃卖完了哈',
      '核桃卖光了，先不补货',
    ] as const),
    ...([
      '猪肉今天卖光啦明天请早',
      '蜂蜜没货了过几天再上',
      '辣椒断货预计下周三到',
      "we're out of millet",
    ] as const),
    ...(['核桃卖完了，明天再上架', 'walnuts sold out', 'can you mark walnuts as sold out'] as const),
  ])('but they are sold out: %s', (said) => {
    expect(readStatusMove(said)).toBe('sold-out');
  });

  it.each([
    ...[
      '下架核桃',
      '核桃下架吧',
      '别忘了下架核桃',
      '别的都留着，核桃下架',
      '没人买，核桃下架',
      '没人买核桃下架吧',
    ],
    ...['核桃没卖完，红枣下架', '核桃下架，算了红枣下架', '核桃下架到周五', 'pause walnuts until friday'],
  ])('and they are taken off: %s', (said) => {
    expect(readStatusMove(said)).toBe('off');
  });

  it('but what is left of the message without it counts', () => {
    expect(withoutUnmeantStatus('核桃没卖完，红枣下架')).toBe('红枣下架');
    expect(withoutUnmeantStatus('核桃没卖完')).toBe('核桃没卖完');
  });

  it.each(['卖完了吧', '卖光了呢', '刚涨到40', '还有3单', '来了3单', '收了3单'])(
    'of the latest by %s',
    (said) => {
      expect(isAboutLatest(said)).toBe(false);
    },
  );

  it.each(['卖完了', '停了吧', '改成40吧', '加10斤吧', '涨到40', '刚卖了3斤', '还有3袋'])(
    'but of the latest by %s',
    (said) => {
      expect(isAboutLatest(said)).toBe(true);
    },
  );
});

describe('no text is kept', () => {
  it.each([
    ...['核桃介绍：不要了', '核桃介绍：同上', '核桃介绍：随便', '核桃介绍：不变', '核桃介绍：空着'],
    ...['核桃介绍：谢谢', '核桃介绍：我看不懂', '核桃介绍：唔知写咩', '核桃介绍：暂无', '核桃介绍：原样'],
    ...['核桃介绍改成红枣那样的', '店铺介绍改成：三代种核桃，别写红枣', '我家的故事改成三代人种核桃，先不发'],
    ...['核桃介绍改成皮薄仁满，谢谢', '核桃介绍改成皮薄仁满，算了', '核桃介绍改成皮薄仁满，行不行'],
    ...['核桃介绍：皮薄，别提产地', 'our story: none', "our story: I don't know what to write"],
    ...['walnuts description: thin shell, leave out the price', 'walnuts description: same as dates'],
  ])('of %s', (said) => {
    expect(readOwnWords(said, titles)).toBeUndefined();
  });

  it.each([
    ['核桃介绍改成皮薄仁满，不苦不涩', '皮薄仁满，不苦不涩'],
    ['核桃介绍：不打药，不泡水，别放冰箱', '不打药，不泡水，别放冰箱'],
    ['核桃介绍：皮薄，别提多香了', '皮薄，别提多香了'],
    ['核桃介绍：没有硫磺，没有添加', '没有硫磺，没有添加'],
    ['核桃介绍：随便一捏就开', '随便一捏就开'],
    ['核桃介绍：记得放冰箱', '记得放冰箱'],
    ['我家的故事改成三代人种核桃，谢谢大家照顾', '三代人种核桃，谢谢大家照顾'],
    ['walnuts description: empty shells are rare', 'empty shells are rare'],
    ['核桃采收日期改成去年10月8日', '去年10月8日'],
  ])('but of %s', (said, words) => {
    expect(readOwnWords(said, titles)?.words).toBe(words);
  });
});

it.each([
  ...['核桃以后跟红枣一个价吧，算了', '核桃以后跟红枣一个价算了', '核桃以后跟红枣一个价，当我没说'],
  ...['核桃以后跟红枣一个价，再说', 'sell walnuts at the same price as dates, never mind'],
])('no price follows another one: %s', (said) => {
  expect(readSamePrice(said, titles)).toBeUndefined();
});

it.each(['核桃以后跟红枣一个价吧', '核桃以后按红枣的价算'])('but it does: %s', (said) => {
  expect(readSamePrice(said, titles)).toEqual({ changed: '核桃', like: '红枣' });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { hears } from '../support/stall.ts';

// What a family denies, asks, heard, or takes back changes nothing; what it means is done beside it.

const clock = testClock();
const { walnut, seller } = openHousehold({ clock, sells: '核桃 18元一斤 有100斤' });
const db = () => walnut.database.db;
const says = (words: string, answer: string | RegExp) => hears(seller, words, answer);
const product = (title: string) => db().product.findFirstOrThrow({ where: { title } });

/** Said, answered, and all that the answer did is done. */
async function lets(words: string): Promise<void> {
  await says(words, /[\s\S]/);
  await seller.settles();
}

describe('free shipping', () => {
  const freeFrom = async () =>
    (await db().shippingMethod.findFirstOrThrow({ where: { way: 'express' } })).freeFrom;

  beforeEach(async () => {
    await says('快递8元满99包邮', '满 ¥99 包邮');
  });

  it.each([
    ...['客人说以后不包邮了', '隔壁以后不包邮了', '没说不包邮了', '以后不包邮了，算了'],
    ...['新疆以后不包邮了', '哈尔滨以后不包邮了', 'no free shipping to Tibet any more'],
  ])('stays behind %s', async (words) => {
    await lets(words);
    expect(await freeFrom()).toBe(9_900);
  });

  it.each(['从明天起不包邮了', 'free shipping ends on friday'])(
    'ends after a yes behind %s',
    async (words) => {
      await says(words, '一点确认就改');
      expect(await freeFrom()).toBe(9_900);
      await seller.taps('✅ 确认修改');
      await seller.waitsFor('改好了');
      expect(await freeFrom()).toBeNull();
    },
  );

  it('ends at once behind plain words', async () => {
    await says('以后不包邮了', '改好了');
    expect(await freeFrom()).toBeNull();
  });
});

describe('a limit', () => {
  it.each(['核桃别限购10斤', '核桃没限购10斤', '核桃限购10斤，算了', '明天起核桃限购10斤'])(
    'is not set by %s',
    async (words) => {
      await lets(words);
      expect((await product('核桃')).personLimit).toBeNull();
    },
  );

  it('is set and lifted', async () => {
    await says('核桃限购10斤', '核桃 每人最多 10斤');
    await says('核桃不限购', '送货设置');
    expect((await product('核桃')).personLimit).toBeNull();
  });
});

describe('words', () => {
  it.each([
    ...['核桃介绍：不要了', '核桃介绍：同上', '核桃介绍：谢谢', '核桃介绍改成红枣那样的'],
    ...['核桃介绍改成皮薄仁满，谢谢', '核桃介绍改成皮薄仁满，先别发'],
  ])('that are no text are not published: %s', async (words) => {
    await lets(words);
    expect((await product('核桃')).blurb).toBe('');
  });

  it('that are none are no answer to the question for one', async () => {
    await says('核桃介绍：不要了', '核桃 怎么介绍');
    await lets('空着');
    expect((await product('核桃')).blurb).toBe('');
  });

  it('about the story are no part of it', async () => {
    for (const words of ['店铺介绍改成：三代种核桃，别写红枣', '我家的故事改成三代人种核桃，先不发'])
      await lets(words);
    expect((await db().seller.findFirstOrThrow()).story).toBe('');
  });
});

describe('of two goods', () => {
  beforeEach(async () => {
    await says('红枣 16元一斤 有70斤', '没问题就点「上架」');
    await seller.taps('✅ 上架');
    await seller.waitsFor(' 上架了');
  });

  it.each(['核桃没卖完，红枣下架', '核桃没卖完，先别下架，红枣下架', '核桃没卖完，红枣先歇几天'])(
    'the one that is meant is taken off: %s',
    async (words) => {
      await says(words, '红枣 先下架了');
      expect(await product('核桃')).toMatchObject({ status: 'on-sale', onHand: 50_000 });
    },
  );

  it('the price of one is not set where that is taken back', async () => {
    await lets('核桃以后跟红枣一个价吧，算了');
    expect((await product('核桃')).price).toBe(1_800);
  });

  it('a guess is asked back', async () => {
    await says('核桃改成20', '→ ¥20/斤');
    await says('卖完了吧', '是哪一件');
    expect((await product('核桃')).onHand).toBe(50_000);
  });

  it.each([
    ...['I thought 核桃 sold out', '核桃没下架', '核桃以为卖完了', '核桃卖完了告诉我', '核桃明天下架'],
    ...['隔壁核桃卖完了', '客人说核桃卖完了', 'I thought walnuts sold out'],
  ])('neither changes by %s', async (words) => {
    await says('核桃改成20', '→ ¥20/斤');
    await lets(words);
    expect(await product('核桃')).toMatchObject({ status: 'on-sale', onHand: 50_000 });
  });

  it.each(['核桃上架失败', '核桃上架了没'])('what rests is not put back by %s', async (words) => {
    await says('核桃下架', '先下架了');
    await lets(words);
    expect((await product('核桃')).status).toBe('paused');
  });
});

it.each(['核桃还有1公斤装的', '核桃还有3袋1公斤的', 'walnuts also come in 1 kg bags'])(
  'what one pack holds is no stock: %s',
  async (words) => {
    await lets(words);
    expect((await product('核桃')).onHand).toBe(50_000);
  },
);

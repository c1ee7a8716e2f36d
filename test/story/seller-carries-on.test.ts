import { beforeEach, describe, expect, it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { hears, newOrderOf } from '../support/stall.ts';

// What was just asked, shown or changed carries the next message.

const clock = testClock();
const { walnut, seller } = openHousehold({ clock, sells: '核桃 15元一斤 有80斤' });
const says = (words: string, answer: string | RegExp) => hears(seller, words, answer);
const product = (title: string) => walnut.database.db.product.findFirstOrThrow({ where: { title } });

describe('a price without its unit', () => {
  beforeEach(async () => {
    await says('木槿花三十五块', '¥35 是多少的价');
  });

  it.each([
    ['一斤的价，有18斤', '¥35/斤', '还有 18斤'],
    ['按公斤，20公斤', '¥35/公斤', '20公斤'],
    ['一瓶，有40瓶', '¥35/瓶', '还有 40瓶'],
  ])('gets it, and what is said beside it: %s', async (words, price, left) => {
    const preview = await says(words, '没问题就点「上架」');
    expect(preview.text).toContain(price);
    expect(preview.text).toContain(left);
  });

  it.each([
    ['论斤卖', '价钱 ¥35/斤'],
    ['一瓶的', '价钱 ¥35/瓶'],
    ['每斤', '价钱 ¥35/斤'],
    ['per jin', '价钱 ¥35/斤'],
  ])('gets it alone: %s', async (words, price) => {
    await says(words, price);
  });

  it.each(['一斤吧，不对，一公斤', '一斤吗', '只有一斤'])('is asked for again behind %s', async (words) => {
    await says(words, '¥35 是多少的价');
  });

  it.each(['小米一斤8块', '核桃改成20', '隔壁有18斤', '昨天有18斤', '运费8块'])(
    'stays its own beside %s, which is quoted',
    async (words) => {
      await says(`一斤，${words}`, words);
      expect(await product('木槿花')).toMatchObject({ price: 3_500, priceQuantity: 500, onHand: 0 });
      expect((await product('核桃')).price).toBe(1_500);
    },
  );

  it('is asked for again where only the stock is said', async () => {
    await says('有18斤', '¥35 是多少的价');
    const preview = await says('一斤', '没问题就点「上架」');
    expect(preview.text).toContain('¥35/斤');
    expect(preview.text).toContain('还有 18斤');
  });

  it('does not get the price of somebody else', async () => {
    seller.says('隔壁卖40一斤呢');
    await seller.settles();
    expect((await product('木槿花')).price).not.toBe(4_000);
  });
});

describe('a figure that was doubted', () => {
  it.each(['哎不是，六块八', '六块八', '6.8', '是6块8', '少打个点，6.8元', '打错了 应该是6块8一斤'])(
    'of a price gives way to %s',
    async (words) => {
      await says('核桃改成680一斤', '平时是 ¥15/斤');
      await says(words, '¥15/斤 → ¥6.80/斤');
    },
  );

  it.each(['不对，75斤', '多打了俩零，是75', '75斤', '75'])('of the stock gives way to %s', async (words) => {
    await says('核桃还有9000斤', '平时最多');
    await says(words, '80斤 → 75斤');
  });

  it.each([
    '隔壁家才卖6块8',
    '快递6块8',
    '她问能不能6块8',
    '为什么',
    '6块8行吗',
    '刚才6块8',
    '等下75',
    'no 68',
  ])('keeps the price as it is behind %s', async (words) => {
    await says('核桃改成680一斤', '平时是 ¥15/斤');
    seller.says(words);
    await seller.settles();
    expect((await product('核桃')).price).toBe(1_500);
  });

  it('of the stock is asked about where a price is said', async () => {
    await says('核桃还有9000斤', '平时最多');
    const asked = await says('75元', '您是说');
    expect(await product('核桃')).toMatchObject({ price: 1_500, onHand: 40_000 });
    expect(asked.buttons.flat().map(({ label }) => label)).toContain('改成 ¥75/斤');
  });
});

describe('算了 behind a change', () => {
  it.each([
    ['核桃改成18一斤', '算了', '¥18/斤'],
    ['核桃还有50斤', '取消', '50斤'],
  ])('says that it stands, and takes it back by a tap: %s', async (change, words, now) => {
    await says(change, '→');
    const stands = await says(words, now);
    await seller.taps('↩️ 撤销', { on: stands });
    await seller.waitsFor('撤销了', { after: stands });
    expect(await product('核桃')).toMatchObject({ price: 1_500, onHand: 40_000 });
  });

  it('drops a doubt, which has changed nothing', async () => {
    await says('核桃改成680一斤', '平时是 ¥15/斤');
    await says('算了', '取消了');
    expect((await product('核桃')).price).toBe(1_500);
  });
});

describe('an order that was just shown', () => {
  it.each([
    '她买的啥',
    '地址呢',
    '电话多少',
    '付钱没',
    '一共多少钱',
    'and what did she order?',
    'has she paid?',
  ])('is what %s asks about', async (words) => {
    const { number } = await newOrderOf(walnut, seller, 'Ann');
    await says(`${number}看一下`, number);
    const shown = await says(words, number);
    expect(shown.text).toContain('核桃');
  });

  it('is not meant by words about somebody else', async () => {
    const { number } = await newOrderOf(walnut, seller, 'Ann');
    await says(`${number}看一下`, number);
    const before = seller.heard().length;
    seller.says('李姐买的啥');
    await seller.settles();
    const texts = seller.heard().slice(before);
    expect(texts.map(({ text }) => text).join()).not.toContain(`${number} ·`);
  });
});

describe('takings and orders of another household', () => {
  it.each(['李建国家今天接了几单，卖了多少钱', '隔壁家卖了多少', "how many orders did Wang's stall get"])(
    'are theirs alone: %s',
    async (words) => {
      const told = await says(words, '只能给您看自家');
      expect(told.buttons.flat().map(({ label }) => label)).toContain('💰 卖了多少');
    },
  );

  it.each(['我家今天卖了多少', '王秀英家今天卖了多少', '全村都来买，今天卖了多少'])(
    'are no others where one asks for one’s own: %s',
    async (words) => {
      await says(words, '还没有卖出');
    },
  );
});

describe('morning or evening', () => {
  it.each([
    ['晚上8点', '20:00'],
    ['晚上8点半', '20:30'],
    ['20点', '20:00'],
    ['8pm', '20:00'],
    ['8 in the evening', '20:00'],
    ['上午八点吧', '08:00'],
    ['早上那个', '08:00'],
  ])('is answered by %s, on the day that was named', async (words, hour) => {
    const asked = await says('明天8点直播', '是早上还是晚上');
    const day =
      /\d+月\d+日/u.exec(
        asked.buttons
          .flat()
          .map(({ label }) => label)
          .join(),
      )?.[0] ?? '';
    const plan = await says(words, hour);
    expect(plan.text).toContain(day);
  });
});

it('what was understood is read back in figures', async () => {
  await says('我嗰啲核桃仲有廿斤咋', '20斤');
});

it('a setting that stands is said to stand, and a tap takes it back', async () => {
  await says('快递8元', '改好了');
  const stands = await says('算了', '已经改好了');
  await seller.taps('↩️ 改回去', { on: stands });
  await seller.waitsFor('免运费', { after: stands });
});

it('an hour that may be of the morning is asked about behind its day, too', async () => {
  await says('明天直播', /几点/);
  await says('8点', '是早上还是晚上');
  await says('晚上', '20:00');
});

describe('a price that is said to have doubled', () => {
  it.each(['价格翻一倍了', '核桃价格翻了一倍'])('is asked about: %s', async (words) => {
    await says('核桃还有70斤', '80斤 → 70斤');
    const asked = await says(words, '您是说');
    expect((await product('核桃')).price).toBe(1_500);
    await seller.taps('改成 ¥30/斤', { on: asked });
    await seller.waitsFor('→ ¥30/斤', { after: asked });
  });

  it('is none of ours where others take it', async () => {
    await says('核桃还有70斤', '80斤 → 70斤');
    seller.says('隔壁价格翻一倍了');
    await seller.settles();
    expect((await product('核桃')).price).toBe(1_500);
  });
});

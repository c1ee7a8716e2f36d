import { describe, expect, it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { hears, newBuyer, newOrderOf } from '../support/stall.ts';

// Words for a buyer change nothing of the shop, and reach nobody for whom they are not.

const clock = testClock();
const { walnut, seller } = openHousehold({ clock });
const db = () => walnut.database.db;
const says = (words: string, answer: string | RegExp) => hears(seller, words, answer);
const walnuts = () => db().product.findFirstOrThrow({ where: { title: '核桃' } });

async function asks(name: string, question: string) {
  const buyer = await newBuyer(walnut, name);
  await hears(buyer, '核桃', 'Walnut');
  await buyer.taps('🙋 Ask the seller', { on: await hears(buyer, question, 'I will ask') });
  await seller.waitsFor(question);
  return buyer;
}

describe('words for a buyer whom nobody finds', () => {
  it.each([
    '回她没货',
    '告诉王芳没货了',
    '告诉她卖完了',
    'tell her it is sold out',
    '同佢讲冇货',
    '告诉他核桃涨到18了',
  ])('change nothing that is sold: %s', async (said) => {
    await says(said, /没转告|没有/u);
    expect(await walnuts()).toMatchObject({ onHand: 100_000, status: 'on-sale', price: 1_500 });
  });

  it('are asked about where somebody has asked, or ordered', async () => {
    const bo = await asks('Bo', '这个核桃有没有苦味啊');
    await says('tell her brother it is sold out', '没转告');
    await says('告诉王芳没货了', '没转告');
    await says('告诉她没货了吗', '这句话回给 Bo 吗');
    expect(await walnuts()).toMatchObject({ onHand: 100_000 });
    expect(bo.heard().some(({ text }) => /sold out|没货/u.test(text))).toBe(false);
  });

  it.each([
    '同佢讲冇货',
    'tell her brother it is sold out',
    '告诉她儿子来拿',
    'let her know when?',
    '告诉她没货了吗',
  ])('are no word to the buyer of the one order there is, nor refuse it: %s', async (said) => {
    const { buyer, number } = await newOrderOf(walnut, seller, 'Ann');
    await says(said, /./u);
    await seller.settles();
    expect(await db().order.findUniqueOrThrow({ where: { number } })).toMatchObject({ fulfilment: 'placed' });
    const isDirect = said === '同佢讲冇货';
    expect(buyer.heard().some(({ text }) => /brother|儿子|when\?|没货/u.test(text))).toBe(false);
    if (isDirect) await buyer.waitsFor('冇货');
  });

  it('are sent where she is the buyer of the order', async () => {
    const { buyer } = await newOrderOf(walnut, seller, 'Ann');
    await says('告诉她明天发', '已经告诉');
    await buyer.waitsFor('明天发');
  });
});

describe('what is asked of the shop is no word to a buyer', () => {
  it.each(['ask them to pay how do i do that', '转告他明天', '告诉客人核桃怎么卖的我改一下'])(
    '%s',
    async (said) => {
      const bo = await asks('Bo', '这个核桃有没有苦味啊');
      await says(said, /./u);
      await seller.settles();
      expect(bo.heard().at(-1)?.text).toContain('Passed on');
    },
  );
});

describe('what is done, and told', () => {
  it('are both done, and the words go to her', async () => {
    const { buyer } = await newOrderOf(walnut, seller, 'Ann');
    await says('把核桃改成18元，跟她说已经改了', '已经告诉');
    await buyer.waitsFor('已经改了');
    expect(await walnuts()).toMatchObject({ price: 1_800 });
  });

  it('are nothing where they hang on what nobody knows', async () => {
    await says('要是她问起，告诉她没货了', /./u);
    await seller.settles();
    expect(await walnuts()).toMatchObject({ onHand: 100_000 });
  });

  it('tell the buyer all of why an order is refused', async () => {
    const { buyer, number } = await newOrderOf(walnut, seller, 'Ann');
    await says(`${number}这单俺接不了，核桃叫冰雹砸毁了，给人家说声对不住`, '已经告诉买家');
    expect((await buyer.waitsFor('could not take your order')).text).toMatch(/冰雹砸毁了.*对不住/u);
  });

  it('leave the question for a parcel’s number', async () => {
    const { buyer, number } = await newOrderOf(walnut, seller, 'Ann');
    await says(`${number}接了`, `${number} · 备货中`);
    await seller.taps('🚚 发货', { on: await seller.waitsFor(`${number} · 备货中`) });
    await seller.waitsFor('单号');
    await says('告诉她明天发', '已经告诉');
    await buyer.waitsFor('明天发');
  });

  it('reach the buyer of an order by any word for telling', async () => {
    const { buyer } = await newOrderOf(walnut, seller, 'Ann');
    await says('讲俾佢听唔辣', '已经告诉');
    await buyer.waitsFor('唔辣');
  });
});

describe('words that are said to us', () => {
  it.each(['回答她的问题', '核桃'])('are no answer to a question: %s', async (said) => {
    await asks('Bo', '这个核桃有没有苦味啊');
    await says(said, /./u);
    await seller.settles();
    expect(seller.last().text).not.toContain('这句话回给');
  });

  it('for several buyers change no goods', async () => {
    await says('告诉他们没货了', '没转告');
    expect(await walnuts()).toMatchObject({ onHand: 100_000, status: 'on-sale' });
  });
});

describe('a clause about something else', () => {
  it.each([
    ['店里的东西上次卖完了，核桃补货20斤', '220斤', { onHand: 110_000 }],
    ['核桃退回3斤，现在53', '没用上：「核桃现在53」', { onHand: 101_500, price: 1_500 }],
  ])('keeps nothing else from being done: %s', async (said, answer, row) => {
    await says(said, answer);
    expect(await walnuts()).toMatchObject(row);
  });

  it.each(['客人问打不打折', '活动停了没', '我从来不打折'])('ends no sale: %s', async (said) => {
    await says('核桃这周末12块，过了周日回到15', '对吗');
    await says('对', /./u);
    await seller.settles();
    await says(said, /./u);
    await seller.settles();
    expect(await walnuts()).toMatchObject({ price: 1_200 });
  });
});

describe('what is said of a parcel to somebody is not how the shop sends', () => {
  it.each(['转告李梅明天发货', '提醒一下我明天发货'])('%s', async (said) => {
    await says(said, /./u);
    await seller.settles();
    expect(await db().sellerFact.count()).toBe(0);
  });
});

describe('what is done stays done', () => {
  it.each([
    ['核桃涨到16', '¥16/斤'],
    ['告诉我今天卖了多少', /./u],
    ['通知：明天不发货', /./u],
    ['核桃卖完了', /卖完|没货|0/u],
  ])('%s', async (said, answer) => {
    await says(said, answer);
    expect(seller.last().text).not.toMatch(/没转告/u);
  });
});

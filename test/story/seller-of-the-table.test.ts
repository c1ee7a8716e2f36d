import { beforeEach, describe, expect, it } from 'vitest';
import { openHousehold } from '../support/household.ts';
import { hears } from '../support/stall.ts';

// What is said of goods that were just spoken of, and what puts a figure right that was just said.

const { walnut, seller } = openHousehold({ sells: '核桃 15元一斤 有80斤' });
const says = (words: string, answer: string | RegExp) => hears(seller, words, answer);

describe('goods that were just asked about', () => {
  beforeEach(async () => {
    await says('笋干 55元一斤 有90斤', '没问题就点「上架」');
    await seller.taps('✅ 上架');
    await seller.waitsFor(' 上架了');
    await says('核桃还有多少斤来着', '还有 80斤');
  });

  it.each([
    ['那再加100斤 今天打的', '80斤 → 180斤'],
    ['再添50斤上去', '80斤 → 130斤'],
    ['take 10 jin off', '80斤 → 70斤'],
    ['涨一块钱', '¥15/斤 → ¥16/斤'],
  ])('are meant where none are named: %s', async (words, answer) => {
    await says(words, answer);
  });

  it.each([
    ['嗨，我这眼神儿不济，您直接给弄成17得了', '¥15/斤 → ¥17/斤'],
    ['价标低了，给弄到18', '¥15/斤 → ¥18/斤'],
    ['另外價格我寫錯了，一斤要20才對喔', '¥15/斤 → ¥20/斤'],
    ['刚挑出去四斤烂的', '80斤 → 76斤'],
  ])('get the price or the loss that is said: %s', async (words, answer) => {
    await says(words, answer);
  });

  it.each([
    ['便宜的那个涨两块吧', '核桃：¥15/斤 → ¥17/斤'],
    ['put the dearer one up to 60', '笋干：¥55/斤 → ¥60/斤'],
    ['刚上的那个还有70斤', '笋干：90斤 → 70斤'],
  ])('may be told apart by what they cost: %s', async (words, answer) => {
    await says(words, answer);
  });

  it.each([
    '成本应该是30了',
    '去年这个价都写错了，才卖30',
    '不能卖到18',
    '价格搞错了，王姐付了21',
    '地址改成88',
    '别改成45',
    '核桃成本改成4',
    '全场到周五不打九折了',
    '村里最贵的卖到58',
  ])('keep their price where another one is told: %s', async (words) => {
    seller.says(words);
    await seller.settles();
    expect(await walnut.database.db.product.findFirst({ where: { title: '核桃' } })).toMatchObject({
      price: 1_500,
    });
  });

  it('stay as they are where it is not sure which are described', async () => {
    await says('笋干改成15一斤', '→ ¥15/斤');
    await says('最贵的涨两块', '是哪一件');
    expect(await walnut.database.db.product.count({ where: { price: 1_500 } })).toBe(2);
  });

  it('are not meant where others are', async () => {
    await says('木耳卖了3斤', '木耳');
    expect(await walnut.database.db.product.findMany({ orderBy: { title: 'asc' } })).toMatchObject([
      { onHand: 40_000 },
      { onHand: 45_000 },
    ]);
  });
});

describe('a figure that was wrong', () => {
  it.each([
    '哎呀老花眼看错秤了 是73斤',
    '脑子糊涂了，73斤才对',
    '不对不对，秤上是73斤',
    '手抖打错，73',
    '73斤，刚才按反了',
    'i swapped the digits, should be 73 jin',
    "oh dear my glasses, it's 73",
  ])('gives way to the one that is said behind it: %s', async (words) => {
    await says('核桃我刚称了还有37斤', '80斤 → 37斤');
    await says(words, '80斤 → 73斤');
  });

  it.each([
    ['核桃又批出去40斤，你给减下来呗', '80斤 → 40斤', '哎妈呀整岔劈了，是十四斤，不是四十', '80斤 → 66斤'],
    ['sold 8 jin of 核桃 today', '80斤 → 72斤', 'oh wait, 9', '80斤 → 71斤'],
    ['核桃卖了8斤', '80斤 → 72斤', '哦不，是9斤', '80斤 → 71斤'],
  ])('is one of what went, too: %s', async (words, answer, fix, right) => {
    await says(words, answer);
    await says(fix, right);
  });

  it('keeps what is said to have been done', async () => {
    await says('核桃卖了31斤', '80斤 → 49斤');
    await says('数错了，卖了13斤', '80斤 → 67斤');
  });
});

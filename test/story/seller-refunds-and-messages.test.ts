import { describe, expect, it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { newBuyer, ordersWalnuts } from '../support/stall.ts';

// Money given back and messages sent by words, about the order that is meant.

const clock = testClock();
const { walnut, seller } = openHousehold({ clock });
const db = () => walnut.database.db;

async function says(words: string, answer: string | RegExp) {
  const after = seller.says(words);
  return seller.waitsFor(answer, { after });
}

/** Ann has one 斤 for ¥15, brought to her and paid at the door. */
async function deliveredOrder() {
  const buyer = await newBuyer(walnut, 'Ann');
  await ordersWalnuts(buyer);
  const { number } = await db().order.findFirstOrThrow();
  await says(`${number}接了`, '备货中');
  await says(`${number}发货了 SF1234567890123`, '已发货');
  await says(`${number}送到了`, '已送到');
  return { buyer, number };
}

describe('money that goes back', () => {
  it('is shown on a card with its order, and owed after a yes', async () => {
    const { buyer, number } = await deliveredOrder();
    await says('退她3块，有几个坏的', `${number}（Li Lei）退 ¥3`);
    expect(await db().refund.count()).toBe(0);
    await says('对', '记下了');
    await buyer.waitsFor(/gives .*¥3.* back/);
    expect(await db().refund.findFirstOrThrow()).toMatchObject({
      amount: 300,
      reason: 'asked',
      state: 'due',
    });
  });

  it.each([
    ['refund her 5', 500],
    ['退一半', 750],
    ['把钱全退给她', 1_500],
    ['给Li Lei退5块钱', 500],
  ])('is as much as "%s" says', async (words, amount) => {
    await deliveredOrder();
    const card = await says(words, '↩️');
    await seller.taps('↩️ 对', { on: card });
    await seller.waitsFor('记下了');
    expect(await db().refund.findFirstOrThrow()).toMatchObject({ amount });
  });

  it('is owed once, however often the card is tapped', async () => {
    await deliveredOrder();
    const card = await says('退她3块', '↩️');
    await seller.taps('↩️ 对', { on: card });
    await seller.waitsFor('记下了');
    await seller.taps('↩️ 对', { on: card });
    await seller.waitsFor('放得太久了');
    expect(await db().refund.count()).toBe(1);
  });

  it('is never more than was paid, and nothing where nothing was', async () => {
    await deliveredOrder();
    await says('退她50', '最多只能退 ¥15');
    await ordersWalnuts(await newBuyer(walnut, 'Bob'));
    const { number } = await db().order.findFirstOrThrow({ orderBy: { number: 'desc' } });
    await says(`${number}退10块`, '还没收到');
    expect(await db().refund.count()).toBe(0);
  });

  it('is asked for where nobody said how much', async () => {
    await deliveredOrder();
    await says('给Li Lei退款', '要退多少');
    await says('4块5', '退 ¥4.50');
  });

  it.each(['退款怎么退', '她要退款怎么办', '核桃15一斤不好吃退钱', '红枣退回来5斤'])(
    'is not what "%s" says',
    async (words) => {
      await deliveredOrder();
      const answer = await says(words, /./);
      expect(JSON.stringify(answer.buttons)).not.toContain('对，退');
    },
  );
});

describe('a message to a buyer', () => {
  it('is passed on as it was said, by the number of the order or the name on the parcel', async () => {
    const buyer = await newBuyer(walnut, 'Ann');
    await ordersWalnuts(buyer);
    const { number } = await db().order.findFirstOrThrow();
    await says(`跟${number}说一声明天下午到`, '已经告诉');
    await buyer.waitsFor('明天下午到');
    await says('告诉Li Lei核桃没晒干，晚两天', '已经告诉');
    await buyer.waitsFor('核桃没晒干，晚两天');
    expect((await db().product.findFirstOrThrow()).status).toBe('on-sale');
  });

  it('is offered where an order goes out later', async () => {
    const buyer = await newBuyer(walnut, 'Ann');
    await ordersWalnuts(buyer);
    const { number } = await db().order.findFirstOrThrow();
    await says(`${number}明天才能发`, '这句话吗');
    await says('好的', '已经告诉');
    await buyer.waitsFor('明天才能发');
  });

  it('goes to nobody whom no order names', async () => {
    await ordersWalnuts(await newBuyer(walnut, 'Ann'));
    const after = seller.says('告诉大家核桃到了');
    await seller.waitsFor(/./, { after });
    expect(await db().conversationMessage.count()).toBe(0);
  });
});

describe('orders', () => {
  it('beyond the first five are taken on by one word too', async () => {
    for (const name of ['A', 'B', 'C', 'D', 'E', 'F', 'G']) await ordersWalnuts(await newBuyer(walnut, name));
    await says('全接了', '接了 7 单');
    await walnut.app.engine.idle();
    expect(await db().order.count({ where: { fulfilment: 'accepted' } })).toBe(7);
  });

  it.each([
    ['接', '备货中'],
    ['走的顺丰 单号 SF1234567890123', '已发货'],
    ['取消吧，没货', '没有接'],
  ])('are handled by few words behind their number: %s', async (words, state) => {
    await ordersWalnuts(await newBuyer(walnut, 'Ann'));
    const { number } = await db().order.findFirstOrThrow();
    await says(`${number}${words}`, `${number} · ${state}`);
  });
});

import { describe, expect, it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { hears, newBuyer, newOrderOf, ordersWalnuts, withCard } from '../support/stall.ts';
import type { PrivateChat } from '../support/telegram/interface.ts';

// Words that do something alone, inside sentences that say something else: nothing is done that was not meant.

const clock = testClock();
const { walnut, seller } = openHousehold({ clock });
const db = () => walnut.database.db;
const rowOf = (number: string) => db().order.findUniqueOrThrow({ where: { number } });
const walnuts = () => db().product.findFirstOrThrow({ where: { title: '核桃' } });

describe('an order that was called off', () => {
  async function calledOff(): Promise<PrivateChat> {
    const buyer = await newBuyer(walnut);
    await ordersWalnuts(buyer);
    await buyer.taps('Cancel', { on: await hears(buyer, 'cancel my order', 'Cancel') });
    await buyer.settles();
    return buyer;
  }
  const states = async () => (await db().order.findMany()).map(({ fulfilment }) => fulfilment);

  it.each(['按错了，不好意思打扰了', '手滑了，不是20袋是2袋', '年后几号恢复营业'])(
    'is not placed again by a slip long after: %s',
    async (said) => {
      const buyer = await calledOff();
      expect(await states()).toEqual(['cancelled']);
      clock.advance(2 * 3_600_000);
      buyer.says(said);
      await buyer.settles();
      expect(await states()).toEqual(['cancelled']);
    },
  );
});

describe('at a card', () => {
  it.each(['货到了再付钱', '送嚟先俾钱', '家里老人不让先给钱，送到了付吧', '咱整货到付款，别整转账了'])(
    'the money is not sent ahead: %s',
    async (said) => {
      const card = await hears(await withCard(await newBuyer(walnut)), said, 'Please check');
      expect(card.text).toContain('Pay on delivery');
    },
  );

  it('the name is the one that is meant, and no phone', async () => {
    const buyer = await withCard(await newBuyer(walnut));
    expect((await hears(buyer, '名字写错了 是张伟不是章伟', 'Please check')).text).toMatch(/张伟 \d/u);
    expect((await hears(buyer, '收件人改成李娜 13900008888', 'Please check')).text).toMatch(/李娜 \d/u);
  });

  it.each(['别给我爸寄了，寄给我就好', '我在想要不要给我爸寄点'])('the address stays: %s', async (said) => {
    const buyer = await withCard(await newBuyer(walnut));
    buyer.says(said);
    await buyer.settles();
    expect(buyer.last().text).not.toContain('name, phone and address');
  });

  it.each([
    ['核桃5斤 地址跟上回一样', '2.5 kg'],
    ['核桃 6斤 别碎了啊', '3 kg'],
    ['来4斤核桃给我包好看点送人的', '2 kg'],
    ['核桃5斤，上次那批碎了不少', '2.5 kg'],
  ])('goods with their amount are an order, whatever stands beside them: %s', async (said, amount) => {
    const buyer = await newBuyer(walnut);
    await ordersWalnuts(buyer);
    expect((await hears(buyer, said, 'Please check')).text).toContain(amount);
  });
});

describe('a parcel on its way', () => {
  it.each(['never received my tracking number', '货到了再付钱', 'i got my order wrong'])(
    'has not come by %s',
    async (said) => {
      const { buyer, number } = await newOrderOf(walnut, seller, 'Ann');
      await hears(seller, `${number}接单，发货了 顺丰SF1234567890123`, number);
      await seller.settles();
      buyer.says(said);
      await buyer.settles();
      expect((await rowOf(number)).fulfilment).not.toBe('delivered');
    },
  );
});

describe('what a seller tells', () => {
  it.each([
    '我已经打包好了',
    '那年我们只收2斤小米记得清楚',
    '以前明天发货，后来不行了',
    'wish i could ship in two days',
  ])('is no answer for buyers: %s', async (said) => {
    seller.says(said);
    await seller.settles();
    expect(await db().sellerFact.count()).toBe(0);
  });

  it.each(['王芳说等发了工资再买5斤', '昨天12个订单都寄了', 'today 10 orders, all shipped'])(
    'sends no order that waits: %s',
    async (said) => {
      const { number } = await newOrderOf(walnut, seller, 'Ann');
      seller.says(said);
      await seller.settles();
      expect((await rowOf(number)).fulfilment).toBe('placed');
    },
  );

  it('takes no order on because its buyer has something', async () => {
    const { number } = await newOrderOf(walnut, seller, 'Ann');
    seller.says(`客人说${number}收到了，挺满意`);
    await seller.settles();
    expect((await rowOf(number)).fulfilment).toBe('placed');
  });

  it.each(['纸箱又涨了两毛，利润没了', '摊位费一月涨到89块8', '头茬核桃照旧十五块，冇涨'])(
    'changes no price, and takes nothing off sale: %s',
    async (said) => {
      await hears(seller, '核桃', '核桃');
      seller.says(said);
      await seller.settles();
      expect(await walnuts()).toMatchObject({ price: 1_500, status: 'on-sale' });
    },
  );

  it('sells nothing out that will only be gone soon', async () => {
    seller.says('核桃用不到周末就没了');
    await seller.settles();
    expect((await walnuts()).onHand).toBeGreaterThan(0);
  });
});

import { describe, expect, it } from 'vitest';
import { openHousehold } from '../support/household.ts';
import { hears, newOrderOf } from '../support/stall.ts';

// What a household does with an order, and what it has to say of it, in one message.

const { walnut, seller } = openHousehold();
const says = (words: string, answer: string | RegExp) => hears(seller, words, answer);

describe('words to the buyer', () => {
  it('are passed on when the order is accepted', async () => {
    const { buyer, number } = await newOrderOf(walnut, seller, 'Li');
    await says(`${number}接了，你给人家讲一声后天才打得好`, '后天才打得好');
    await buyer.waitsFor('后天才打得好');
    const order = await walnut.database.db.order.findFirstOrThrow();
    expect(order.fulfilment).toBe('accepted');
  });

  it('are passed on when it is sent', async () => {
    const { buyer, number } = await newOrderOf(walnut, seller, 'Li');
    await says(`${number}已发货，SF1234567890123，告诉她收到先放冰箱`, '收到先放冰箱');
    await buyer.waitsFor('SF1234567890123');
    await buyer.waitsFor('收到先放冰箱');
  });

  it('are why it is declined', async () => {
    const { buyer, number } = await newOrderOf(walnut, seller, 'Li');
    await says(`${number}不接，跟他说核桃没那么多了`, '核桃没那么多了');
    const told = await buyer.waitsFor('核桃没那么多了');
    expect(told.text).not.toContain('跟他说');
  });

  it('stay here when they are not to be told', async () => {
    const { buyer, number } = await newOrderOf(walnut, seller, 'Li');
    await says(`${number}接了，别告诉她涨价了`, number);
    await buyer.waitsFor('accepted');
    expect(buyer.last().text).not.toContain('涨价');
  });

  it('are asked about when it is open who tells them', async () => {
    const { buyer, number } = await newOrderOf(walnut, seller, 'Li');
    await says(`${number}接了，要不要告诉她后天才发`, '要告诉');
    await seller.taps('💬 告诉买家');
    await buyer.waitsFor('后天才发');
  });

  it('stay here when the deed was not done', async () => {
    const { number } = await newOrderOf(walnut, seller, 'Li');
    await says(`${number}不接，跟他说没货了`, number);
    await says(`${number}接了，跟她说后天发`, /没有转告：「后天发」/);
  });

  it('wait for the number of the parcel', async () => {
    const { number } = await newOrderOf(walnut, seller, 'Li');
    await says(`${number}发了，让她收到先放冰箱`, /还没转告：「收到先放冰箱」。先回复快递单号/);
    await says('SF1234567890123', 'SF1234567890123');
  });

  it('of a refusal leave out what is between the family and us', async () => {
    const { buyer, number } = await newOrderOf(walnut, seller, 'Li');
    await says(`${number}不接，因为她上次没给钱，跟他说没货了`, '没货了');
    const told = await buyer.waitsFor('没货了');
    expect(told.text).not.toContain('没给钱');
  });
});

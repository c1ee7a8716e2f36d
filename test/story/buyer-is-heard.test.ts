import { describe, expect, it } from 'vitest';
import { openHousehold } from '../support/household.ts';
import { makeOperator } from '../support/people.ts';
import { hears, newBuyer, ordersWalnuts } from '../support/stall.ts';

// Whoever is angry, waits or wants a person is heard by whom it is about, with what was said.

const { walnut, seller } = openHousehold();
const db = () => walnut.database.db;

/** The newest order, as far along as that. */
async function becomes(fulfilment: 'accepted' | 'shipped'): Promise<string> {
  const { id, number } = await db().order.findFirstOrThrow({ orderBy: { number: 'desc' } });
  await db().order.update({ where: { id }, data: { fulfilment } });
  return number;
}

describe('an order that is late', () => {
  it('is hurried at once when that is asked; its seller reads all that was said, and of which order', async () => {
    const buyer = await newBuyer(walnut);
    await ordersWalnuts(buyer);
    const number = await becomes('accepted');
    await hears(buyer, '我货都一个礼拜了还没动静再不发我就投诉了', 'sorry that you have to wait');
    await hears(buyer, '别废话你赶紧帮我催催卖家', number);
    const heard = await seller.waitsFor('催催卖家');
    expect(heard.text).toContain(number);
    expect(heard.text).toContain('再不发我就投诉了');
  });
});

describe('an order that is being packed', () => {
  it('is not cancelled by its buyer: the seller is asked, in the words that were typed', async () => {
    const buyer = await newBuyer(walnut);
    await ordersWalnuts(buyer);
    const number = await becomes('accepted');
    const asked = await hears(buyer, '核桃那单我不要了！给我退了！', 'cannot simply cancel');
    await buyer.taps('🙋 Ask to cancel it', { on: asked });
    expect((await seller.waitsFor('给我退了')).text).toContain(number);
    expect((await db().order.findFirstOrThrow()).fulfilment).toBe('accepted');
  });
});

describe('a parcel', () => {
  it('has come when its buyer says so beside thanks and praise', async () => {
    const buyer = await newBuyer(walnut);
    await ordersWalnuts(buyer);
    const number = await becomes('shipped');
    await hears(buyer, '东西收到了，娃娃们都说好吃', `${number} is marked as received`);
    expect((await db().order.findFirstOrThrow()).fulfilment).toBe('delivered');
  });

  it('that was crushed orders nothing, whatever is on the screen', async () => {
    const buyer = await newBuyer(walnut);
    await hears(buyer, '核桃', '¥15');
    await hears(buyer, '箱子都给我压扁了，打电话也没人管！', 'sorry to hear that');
    expect(await db().cartLine.count()).toBe(0);
  });
});

describe('a person who is called', () => {
  it('hears what it is about, though that was said before', async () => {
    const office = walnut.telegram
      .person({ first_name: '李主任', language_code: 'zh-hans' })
      .chatWith(walnut.sellerBot);
    office.starts();
    await office.waitsFor('邀请');
    await makeOperator(walnut, '李主任');
    const buyer = await newBuyer(walnut);
    await hears(buyer, '箱子都给我压扁了，什么玩意儿！', 'sorry to hear that');
    const offered = await hears(buyer, '别跟我绕，叫个活人来！', 'get you a person');
    await buyer.taps('🙋 Get a person', { on: offered });
    const heard = await office.waitsFor('压扁');
    expect(heard.text).toContain('活人');
  });
});

describe('what nobody understood', () => {
  it('can be passed on all the same, as it was typed', async () => {
    const buyer = await newBuyer(walnut);
    const missed = await hears(buyer, '梯子往左边挪一下', 'did not get that');
    await buyer.taps('🙋 Tell the village office', { on: missed });
    await buyer.waitsFor('The office will see it');
  });
});

import { describe, expect, it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { hears, newBuyer, ordersWalnuts, withCard } from '../support/stall.ts';
import type { PrivateChat } from '../support/telegram/interface.ts';

// What buyers say as they would to a shop assistant.

const clock = testClock();
const { walnut, seller } = openHousehold({ clock });
const db = () => walnut.database.db;

async function withDelivered(buyer: PrivateChat): Promise<string> {
  await ordersWalnuts(buyer);
  const { id, number } = await db().order.findFirstOrThrow({ orderBy: { number: 'desc' } });
  await db().order.update({ where: { id }, data: { fulfilment: 'delivered' } });
  await db().orderEvent.create({ data: { orderId: id, change: 'delivered', at: clock.now() } });
  return number;
}

describe('the card', () => {
  it('is changed by words: twice as much, half of it, only one of two, none of it', async () => {
    const buyer = await withCard(await newBuyer(walnut));
    expect((await hears(buyer, '翻倍', 'Please check')).text).toContain('500 g → 1 kg');
    expect((await hears(buyer, '一半就行', 'Please check')).text).toContain('1 kg → 500 g');
    await hears(buyer, '这个不要了', 'empty');
  });

  it('goes to somebody else only when their address is known', async () => {
    const buyer = await withCard(await newBuyer(walnut));
    const asked = await hears(buyer, '这个寄给我妈', 'name, phone and address');
    expect(asked.buttons.flat().some(({ label }) => label.startsWith('✅ Confirm'))).toBe(false);
  });

  it('keeps the street where only the name or the flat is said', async () => {
    const buyer = await withCard(await newBuyer(walnut));
    expect((await hears(buyer, '收货人写王建军', '王建军')).text).toContain('12 Taoyuan Road');
    expect((await hears(buyer, '补充一下，3单元502', '3单元502')).text).toContain('12 Taoyuan Road');
  });

  it('is placed by the words of an order, though something else was asked in between', async () => {
    const buyer = await withCard(await newBuyer(walnut));
    await hears(buyer, '你们那儿下雨了吗', 'cannot see the sky over the village');
    await hears(buyer, '确认下单', 'Ordered');
  });
});

describe('an order', () => {
  it('takes into the note what is said beside the goods', async () => {
    const buyer = await withCard(await newBuyer(walnut));
    const card = await hears(buyer, '核桃2斤，家里老人牙口不好', 'Please check');
    expect(card.text).toContain('💬 家里老人牙口不好');
  });

  it('is not what a neighbour bought, nor what one would buy', async () => {
    const buyer = await newBuyer(walnut);
    await hears(buyer, '我邻居上周买了十斤核桃', 'do not take that as an order');
    await hears(buyer, '要是核桃十块钱一斤我就买二十斤', 'do not take that as an order');
    expect(await db().cartLine.count()).toBe(0);
  });

  it('goes elsewhere with one tap after it was placed, and the seller is told', async () => {
    const buyer = await newBuyer(walnut);
    await ordersWalnuts(buyer);
    const { number } = await db().order.findFirstOrThrow();
    const asked = await hears(buyer, '地址写错了，改成太原市小店区长治路200号', '长治路200号');
    await buyer.taps('✅ Yes, change it', { on: asked });
    await buyer.waitsFor('has been told');
    expect((await seller.waitsFor('改了收货信息')).text).toContain(number);
  });

  it('that is on its way stays where it goes, and says so', async () => {
    const buyer = await newBuyer(walnut);
    await ordersWalnuts(buyer);
    await db().order.updateMany({ data: { fulfilment: 'shipped' } });
    await hears(buyer, '地址改成北京市海淀区学院路37号', 'too late');
  });

  it('is cancelled only when it is clear which: of two both are shown', async () => {
    const buyer = await newBuyer(walnut);
    await ordersWalnuts(buyer);
    await hears(buyer, '核桃 3斤', 'Please check');
    await hears(buyer, '好的', 'Ordered');
    const asked = await hears(buyer, 'cancel my order', 'Which order');
    expect(asked.buttons.flat().filter(({ label }) => label.includes('A-'))).toHaveLength(2);
  });
});

describe('damage', () => {
  it('in a photo begins a claim on what has arrived; the words go to the seller with it', async () => {
    const buyer = await newBuyer(walnut);
    await withDelivered(buyer);
    await buyer.sendsPhoto({ caption: '你看，都发霉了' });
    await buyer.taps('All 500 g', { on: await buyer.waitsFor('is damaged') });
    await buyer.waitsFor('The seller knows');
    await walnut.photosStored();
    clock.advance(2_000);
    await walnut.app.jobs?.sweep();
    expect((await seller.waitsFor('都发霉了')).text).toContain('核桃');
  });
});

describe('a question', () => {
  it('about goods goes to their seller as it was typed, and the answer comes back', async () => {
    const buyer = await newBuyer(walnut);
    await hears(buyer, '核桃', '¥15');
    const asked = await hears(buyer, '这个核桃打农药吗', 'has not written');
    await buyer.taps('🙋 Ask the seller', { on: asked });
    const heard = await seller.waitsFor('这个核桃打农药吗');
    await seller.taps('💬 回复', { on: heard });
    await seller.waitsFor('写给');
    seller.says('不打的，山上野生');
    await buyer.waitsFor('不打的，山上野生');
  });

  it('of what so much comes to is answered with the sum, and 要了 takes it', async () => {
    const buyer = await newBuyer(walnut);
    await hears(buyer, '10斤核桃多少钱', '¥150');
    expect((await hears(buyer, '要了', 'name, phone and address')).text).toContain('5 kg');
  });
});

describe('an open question', () => {
  it('comes back after something else was answered', async () => {
    const buyer = await newBuyer(walnut);
    await hears(buyer, '核桃 2斤', 'name, phone and address');
    await hears(buyer, '能货到付款吗', 'on delivery');
    await buyer.waitsFor('name, phone and address', { after: await buyer.waitsFor('on delivery') });
  });

  it('that was missed is not asked twice in the same words: guesses, then a person', async () => {
    const buyer = await newBuyer(walnut);
    await hears(buyer, '梯子往左边挪一下', 'did not get that');
    await hears(buyer, '梯子再往右边挪一点', 'one of these');
    await hears(buyer, '再往上面挪挪', 'Tap the button and somebody');
  });
});

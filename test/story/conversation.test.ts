import { describe, expect, it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { hears, newBuyer, ordersWalnuts, withCard } from '../support/stall.ts';

const clock = testClock();
const { walnut } = openHousehold({ clock });

describe('a conversation', () => {
  it('knows what is on screen: an amount alone is of the product that is open', async () => {
    const buyer = await newBuyer(walnut);
    await hears(buyer, '核桃', '¥15');
    const asked = await hears(buyer, '来10斤', 'name, phone and address');
    expect(asked.text).toContain('5 kg');
  });

  it('adds what is more, sets what is changed, and shows both amounts', async () => {
    const buyer = await withCard(await newBuyer(walnut));
    expect((await hears(buyer, '再来3斤核桃', 'Please check')).text).toContain('500 g → 2 kg');
    expect((await hears(buyer, '改成5斤', 'Please check')).text).toContain('2 kg → 2.5 kg');
  });

  it('keeps note and payment of the open card when more comes onto it', async () => {
    const buyer = await withCard(await newBuyer(walnut));
    await hears(buyer, '备注要大的', '要大的');
    await hears(buyer, '我想转账付', 'Pay by transfer');
    const card = await hears(buyer, '再来1斤核桃', '→');
    expect(card.text).toContain('要大的');
    expect(card.text).toContain('Pay by transfer');
  });

  it('takes a yes under the card for the order, and orders nothing after a no', async () => {
    const buyer = await withCard(await newBuyer(walnut));
    await hears(buyer, '等一下，先不下单', 'no hurry');
    expect(await walnut.database.db.order.count()).toBe(0);
    await hears(buyer, '下单', 'Please check');
    await hears(buyer, '好的', 'Ordered');
    expect(await walnut.database.db.order.count()).toBe(1);
  });

  it('takes a yes for what was asked: the order is cancelled, and after a no it stays', async () => {
    const buyer = await newBuyer(walnut);
    await ordersWalnuts(buyer);
    await hears(buyer, '取消订单', 'Cancel');
    await hears(buyer, '不，不取消了', 'stays as it is');
    expect((await walnut.database.db.order.findFirstOrThrow()).fulfilment).toBe('placed');
    await hears(buyer, '取消订单', 'Cancel');
    await hears(buyer, '是的', 'cancelled');
    expect((await walnut.database.db.order.findFirstOrThrow()).fulfilment).toBe('cancelled');
  });

  it('takes a line off the card by words, to be put back with a tap', async () => {
    const buyer = await withCard(await newBuyer(walnut));
    const after = await hears(buyer, '核桃不要了', 'empty');
    expect(after.buttons.flat().some(({ label }) => label.includes('Walnut'))).toBe(true);
  });

  it('takes the words of a button for the button', async () => {
    const buyer = await withCard(await newBuyer(walnut));
    await hears(buyer, 'confirm ¥15', 'Ordered');
  });

  it('hears an order while a note is asked', async () => {
    const buyer = await withCard(await newBuyer(walnut));
    await buyer.taps('💬 Note to the seller');
    expect((await hears(buyer, '核桃 3斤', 'Please check')).text).toContain('¥45');
  });

  it('forgets what was on screen after half an hour', async () => {
    const buyer = await newBuyer(walnut);
    await hears(buyer, '核桃', '¥15');
    clock.advance(31 * 60_000);
    await hears(buyer, '来10斤', 'What');
  });
});

describe('small talk', () => {
  it('is answered warmly, and nobody is told that nobody sells it', async () => {
    const buyer = await newBuyer(walnut);
    await hears(buyer, '谢谢老板', 'welcome');
    await hears(buyer, '你是机器人吗', 'not a person');
  });

  it('says what goods and postage come to', async () => {
    const buyer = await newBuyer(walnut);
    await hears(buyer, '20斤核桃寄到哈尔滨一共多少钱', 'altogether');
  });
});

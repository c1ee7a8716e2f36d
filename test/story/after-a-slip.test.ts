import { describe, expect, it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { hears, newBuyer, ordersWalnuts, putsOnSale, withCard } from '../support/stall.ts';

// Right behind an order: it was the wrong thing, or only half of it was to go there.

const clock = testClock();
const { walnut, seller } = openHousehold({ clock });

type Buyer = Awaited<ReturnType<typeof newBuyer>>;

const withOrder = async (): Promise<Buyer> => {
  await putsOnSale(walnut, seller, '红枣 16元一斤 有100斤');
  const buyer = await newBuyer(walnut);
  await ordersWalnuts(buyer);
  return buyer;
};

describe('right behind an order', () => {
  it.each(['我要的是红枣，不是核桃', '把核桃换成红枣', 'oh no I meant 红枣', '能换成红枣1斤吗'])(
    'other goods are a change of it: %s',
    async (words) => {
      const buyer = await withOrder();
      const card = await hears(buyer, words, '¥16');
      expect(card.text).toContain('Takes the place of order');
      expect(card.text).not.toContain('¥15');
    },
  );

  it('an amount of goods that are not in it changes nothing of it', async () => {
    const buyer = await withOrder();
    const card = await hears(buyer, '红枣改成1斤', '¥16');
    expect(card.text).not.toContain('Takes the place of order');
  });

  it.each(['搞错了', '哎呀点错了', 'oops I made a mistake'])(
    'a slip that says nothing more is offered both ways out: %s',
    async (words) => {
      const buyer = await withOrder();
      const told = await hears(buyer, words, 'What is wrong with order');
      const labels = told.buttons.flat().map(({ label }) => label);
      expect(labels).toEqual(expect.arrayContaining(['✏️ Change', '✖️ Cancel the order']));
    },
  );

  it('the wrong order and a call to cancel it is to be cancelled', async () => {
    const buyer = await withOrder();
    await hears(buyer, '下错单了，取消吧', 'Cancel this order');
  });

  it('less of it is a change of it', async () => {
    const buyer = await newBuyer(walnut);
    await hears(buyer, '核桃 4斤', 'name, phone and address');
    const card = await hears(buyer, 'Li Lei, 13800001234, 12 Taoyuan Road, Yingze District, Taiyuan', '¥60');
    await buyer.taps('✅ Confirm ¥60', { on: card });
    await buyer.waitsFor('Ordered', { after: card });
    expect((await hears(buyer, '少发1斤行不', 'Total ¥45')).text).toContain('Takes the place of order');
  });

  it.each(['thanks, when will it be sent?', '谢谢，什么时候发货'])('%s is a question', async (words) => {
    const buyer = await withOrder();
    const told = await hears(buyer, words, /\S/u);
    expect(told.text).not.toContain('You are welcome');
  });

  it('nobody is told that they had to wait', async () => {
    const buyer = await withOrder();
    await hears(buyer, '快点发啊', 'only a moment ago');
  });
});

describe('of two parcels', () => {
  it('the first is put on a card, and the other is said back', async () => {
    const buyer = await newBuyer(walnut);
    await withCard(buyer);
    await buyer.taps('✅ Confirm ¥15');
    await buyer.waitsFor('Ordered');
    const told = await hears(buyer, '核桃4斤，2斤寄我家，2斤寄我妈那', 'An order goes to one place');
    expect(told.text).toContain('“核桃 2斤寄我妈那”');
    await buyer.waitsFor('Total ¥30');
  });

  it('all of it goes home where that was said, whoever it is for', async () => {
    const buyer = await withOrder();
    const card = await hears(buyer, '核桃2斤给我妈，红枣1斤给我婆婆，都寄我这', 'Total ¥46');
    expect(card.text).toContain('12 Taoyuan Road');
  });
});

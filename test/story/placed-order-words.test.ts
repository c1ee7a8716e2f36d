import { describe, expect, it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { hears, newBuyer, newOrderOf, ordersWalnuts, withCard } from '../support/stall.ts';

// What is said of an order that was placed keeps its amount, and orders nothing a second time.

const clock = testClock();
const { walnut, seller } = openHousehold({ clock });
const orders = () => walnut.database.db.order.count();

describe('another amount', () => {
  it.each([
    '刚下的核桃少了，改成3斤还来得及不',
    '那单能改成3斤吗',
    '核桃我下少了，改3斤行不行',
    '哎，刚下的单数量搞错了，应该是3斤',
    '数量写错了，3斤就够',
    'can I bump that order up to 1.5 kg or is it too late',
    'sorry could you make it 1.5 kg instead',
  ])('%s', async (said) => {
    const buyer = await newBuyer(walnut);
    await ordersWalnuts(buyer);
    const asked = buyer.says(said);
    const answer = await buyer.waitsFor('1.5 kg', { after: asked });
    const isCard = answer.text.includes('Takes the place of order');
    expect(isCard || answer.text.includes('stays as it is until you confirm')).toBe(true);
    expect(await orders()).toBe(1);
  });

  it('of a card that is open is one of the card', async () => {
    const buyer = await withCard(await newBuyer(walnut));
    const card = await hears(buyer, '数量写错了，3斤就够', '500 g → 1.5 kg');
    expect(card.text).not.toContain('Takes the place of order');
  });
});

describe('not wanted any more', () => {
  it.each([
    'We are moving out of the country next week so I will have to cancel the walnuts, sorry',
    '我要搬家了收不到，那斤核桃就不要了，不好意思',
  ])('asks before it cancels: %s', async (said) => {
    const buyer = await newBuyer(walnut);
    await ordersWalnuts(buyer);
    await hears(buyer, said, 'Cancel this order?');
    expect(await walnut.database.db.order.count({ where: { fulfilment: 'cancelled' } })).toBe(0);
  });
});

describe('less came than was paid for', () => {
  it.each(['明明订了2斤，怎么只寄了1斤来', 'I paid for 2 kg but only 1 kg was in the box'])(
    'is a claim, whatever amounts stand in it: %s',
    async (said) => {
      const { buyer, number } = await newOrderOf(walnut, seller, 'Ann');
      await seller.taps('✅ 接单', { on: await seller.waitsFor(`${number} · 等您接单`) });
      await seller.taps('🚚 发货', { on: await seller.waitsFor('备货中') });
      await seller.taps('没有运单号', { on: await seller.waitsFor('运单号是多少') });
      await buyer.waitsFor('is on its way');
      await buyer.taps('✅ I have it', { on: await buyer.waitsFor(number) });
      await buyer.waitsFor('Status: delivered');
      await hears(buyer, said, 'I am sorry');
    },
  );
});

describe('talk before a person', () => {
  it.each([
    ['给我妈买2斤核桃，别太大：李兰 13812345678 四川省成都市锦江区书院街5号', '别太大'],
    ['给我妈买2斤核桃，要脆的：李兰 13812345678 四川省成都市锦江区书院街5号', '要脆的'],
  ])('is not lost: %s', async (said, words) => {
    const buyer = await newBuyer(walnut);
    await hears(buyer, said, words);
  });
});

describe('a sum', () => {
  it('of money that is asked for goes on no card', async () => {
    const buyer = await newBuyer(walnut);
    await hears(buyer, 'walnuts', '¥15');
    const answer = await hears(buyer, '给我45块', '45');
    expect(answer.text).not.toContain('Pay on delivery');
    expect(answer.text).not.toContain('name, phone and address');
  });
});

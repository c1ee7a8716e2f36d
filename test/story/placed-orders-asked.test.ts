import { describe, expect, it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { hears, newBuyer, ordersWalnuts, putsOnSale } from '../support/stall.ts';

// An order was placed: what is asked of it, and what is said of two of them.

const clock = testClock();
const { walnut, seller } = openHousehold({ clock });

type Buyer = Awaited<ReturnType<typeof newBuyer>>;

const withOrder = async (): Promise<Buyer> => {
  const buyer = await newBuyer(walnut);
  await ordersWalnuts(buyer);
  return buyer;
};

const withTwoOrders = async (): Promise<Buyer> => {
  await putsOnSale(walnut, seller, '红枣 16元一斤 有100斤');
  const buyer = await withOrder();
  const card = await hears(buyer, '红枣1斤', 'Please check');
  await buyer.taps('✅ Confirm ¥16', { on: card });
  await buyer.waitsFor('Ordered', { after: card });
  return buyer;
};

describe('what is asked of an order', () => {
  it.each([
    ['花了多少钱', 'comes to'],
    ['which courier?', 'has not been sent yet'],
    ['啥时候发的', 'has not been marked as sent yet'],
    ['谁家的', 'is from'],
    ['when did I order it', 'was ordered on'],
  ])('%s is answered from that order', async (asked, answer) => {
    const buyer = await withOrder();
    const told = await hears(buyer, asked, answer);
    expect(told.text).toContain('Walnut');
  });

  it.each(['我付了多少钱了', '运费多少来着'])('its total is no answer to another sum: %s', async (asked) => {
    const buyer = await withOrder();
    const told = await hears(buyer, asked, /\S/u);
    expect(told.text).not.toContain('comes to');
  });

  it('in general it is answered in general', async () => {
    const buyer = await withOrder();
    await hears(buyer, '你们一般发什么快递', 'The seller chooses the courier');
  });
});

describe('of two orders', () => {
  it('the newest alone is not all that was spent', async () => {
    const buyer = await withTwoOrders();
    const told = await hears(buyer, '一共花了多少钱', /\S/u);
    expect(told.text).not.toContain('comes to');
  });

  it.each([
    '核桃那单不要了，红枣那单照旧',
    '红枣那单留着，核桃的退了',
    'cancel the walnuts one, keep the jujubes',
  ])('only the one that is named is offered to be cancelled: %s', async (said) => {
    const buyer = await withTwoOrders();
    const asked = await hears(buyer, said, 'Cancel this order?');
    expect(asked.text).toContain('Walnut');
    expect(asked.text).not.toContain('Jujube');
  });

  it.each(['红枣那单照旧', '我朋友把核桃那单取消了，红枣那单照旧'])(
    'one that stays is not ordered again: %s',
    async (said) => {
      const buyer = await withTwoOrders();
      const told = await hears(buyer, said, 'has not been touched');
      expect(told.text).toContain('Jujube');
    },
  );
});

import { describe, expect, it } from 'vitest';
import { openHousehold } from '../support/household.ts';
import { hears, newBuyer, withCard } from '../support/stall.ts';

// A household sells no less than so much of something: said in words, read by buyers, and made up by one tap.

const { walnut, seller } = openHousehold();
const says = (words: string, answer: string | RegExp) => hears(seller, words, answer);
const least = async () => (await walnut.database.db.product.findFirstOrThrow()).minimumQuantity;

describe('the least of a product that one order holds', () => {
  it('is set by words, and taken back by its undo', async () => {
    await says('核桃3斤起卖，少了不够快递钱', '3斤起卖');
    expect(await least()).toBe(1_500);
    await seller.taps('↩️ 撤销');
    await seller.waitsFor('撤销');
    expect(await least()).toBeNull();
  });

  it('is lifted by words', async () => {
    await says('核桃3斤起卖', '3斤起卖');
    await says('核桃不设起卖了', '买多少都行');
    expect(await least()).toBeNull();
  });

  it('is asked about where it may be of one buyer alone', async () => {
    await says('王芳至少要订5斤核桃', '不管谁买');
    await says('那个太原的买家核桃起码要买六斤才肯下单', '都 6斤起卖');
    expect(await least()).toBeNull();
    await says('是的', '6斤起卖');
    expect(await least()).toBe(3_000);
    await says('每个客人核桃最少要订2斤', '2斤起卖');
    await says('no one can order less than 4 kg of 核桃', '8斤起卖');
    expect(await least()).toBe(4_000);
  });

  it('stands on the product’s page of its seller, and is a field there', async () => {
    await says('核桃3斤起卖', '3斤起卖');
    await seller.taps('🌰 看这件商品');
    await seller.waitsFor('一单最少 3斤');
  });

  it('is told to who wants less, and made up by one tap', async () => {
    await says('核桃3斤起卖', '3斤起卖');
    const buyer = await newBuyer(walnut);
    const page = await hears(buyer, '核桃', 'Sold from');
    expect(page.text).toContain('Sold from 1.5 kg an order');
    await hears(buyer, '核桃 1斤', 'is sold from 1.5 kg an order');
    await buyer.taps('➕ Make it 1.5 kg of Walnut');
    await buyer.waitsFor(/Walnut 1\.5 kg/);
    expect((await walnut.database.db.cartLine.findFirstOrThrow()).quantity).toBe(1_500);
  });

  it('is made up by a plain yes where it alone stands in the way', async () => {
    const buyer = await withCard(await newBuyer(walnut));
    await says('核桃3斤起卖', '3斤起卖');
    await buyer.taps('✅ Confirm ¥15');
    await buyer.waitsFor('sold from 1.5 kg an order');
    await hears(buyer, 'ok', /¥45/);
  });
});

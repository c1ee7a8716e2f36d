import { describe, expect, it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { hears, newBuyer, withCard } from '../support/stall.ts';

// A household sells something for less until a day: shown before it counts, read by buyers, and over by itself.

const clock = testClock();
const { walnut, seller } = openHousehold({ clock });
const says = (words: string, answer: string | RegExp) => hears(seller, words, answer);
const walnuts = () => walnut.database.db.product.findFirstOrThrow();

describe('a price until a day', () => {
  it('is shown with its day and what comes after, and counts after a yes', async () => {
    await says('核桃做个活动，卖到周五，12一斤，过了还是15', /12\/斤.*卖到.*周五[\s\S]*¥15\/斤/);
    expect((await walnuts()).price).toBe(1_500);
    await says('对', '过后自动回到 ¥15/斤');
    expect(await walnuts()).toMatchObject({ price: 1_200, usualPrice: 1_500, usualPriceQuantity: 500 });
    const buyer = await newBuyer(walnut);
    await hears(buyer, '核桃', /At this price until Friday.*then ¥30\/kg/);
  });

  it.each([
    ['核桃搞个活动嘛，到周五为止，一斤少3块', /¥15\/斤 → ¥12\/斤，卖到/],
    ['核桃八折卖到礼拜天', /¥15\/斤 → ¥12\/斤，卖到/],
    ['2 yuan a jin off the walnuts until Friday', /¥15\/斤 → ¥13\/斤，卖到/],
  ])('may be said as less than usual: %s', async (words, card) => {
    await says(words, card);
    await says('对', '过后自动回到 ¥15/斤');
    expect(await walnuts()).toMatchObject({ usualPrice: 1_500 });
    await says('活动莫搞了，老汉儿不同意，还是卖15', /→ ¥15\/斤/);
    expect(await walnuts()).toMatchObject({ price: 1_500, saleUntil: null });
  });

  it('may be of all that is sold', async () => {
    await says('我这儿的东西到周五一律九折', /¥15\/斤 → ¥13\.50\/斤[\s\S]*卖到.*周五/);
    expect((await walnuts()).price).toBe(1_500);
    await says('对', '过后自动回到 ¥15/斤');
    expect(await walnuts()).toMatchObject({ price: 1_350, usualPrice: 1_500 });
  });

  it('is doubted on its card where it is far from what is usual', async () => {
    await says('核桃1块5一斤卖到周五', /¥1\.50\/斤？平时是 ¥15\/斤[\s\S]*对吗/);
    expect((await walnuts()).price).toBe(1_500);
  });

  it('is of no goods but those that are named', async () => {
    await says('核桃还有多少', '核桃');
    await says('木耳12块一斤卖到周五', '木耳');
    expect((await walnuts()).saleUntil).toBeNull();
  });

  it('is taken back by its undo', async () => {
    await says('walnuts 12 yuan a jin until Friday', '对吗');
    await says('对', '过后自动回到');
    await seller.taps('↩️ 撤销');
    await seller.waitsFor('¥15/斤');
    expect(await walnuts()).toMatchObject({ price: 1_500, saleUntil: null, usualPrice: null });
  });

  it('ends by word, and by another price', async () => {
    await says('核桃12元1斤卖到周五', '对吗');
    await says('对', '过后自动回到');
    await says('核桃恢复原价', '¥12/斤 → ¥15/斤');
    expect(await walnuts()).toMatchObject({ price: 1_500, saleUntil: null });
    await says('核桃12元1斤卖到周五', '对吗');
    await says('对', '过后自动回到');
    await says('核桃改成13元一斤', /¥13\/斤[\s\S]*特价就此结束/);
    expect(await walnuts()).toMatchObject({ price: 1_300, saleUntil: null, usualPrice: null });
  });

  it('goes on where its price is said again', async () => {
    await says('核桃12元1斤卖到周五', '对吗');
    await says('对', '过后自动回到');
    const again = await says('核桃改成12元一斤', '¥12/斤');
    expect(again.text).not.toContain('特价就此结束');
    expect(await walnuts()).toMatchObject({ price: 1_200, usualPrice: 1_500 });
    expect((await walnuts()).saleUntil).not.toBeNull();
  });

  it('is over on the next day, which the seller hears; a card that shows it says so', async () => {
    await says('核桃12元1斤卖到今天', '对吗');
    await says('对', '过后自动回到');
    const buyer = await withCard(await newBuyer(walnut));
    clock.advance(24 * 3_600_000);
    await seller.waitsFor('特价到昨天为止', { within: 20_000 });
    expect((await walnuts()).price).toBe(1_500);
    await buyer.taps('✅ Confirm ¥12');
    await buyer.waitsFor(/¥12.*¥15/);
    expect(await walnut.database.db.order.count()).toBe(0);
  });

  it.each(['听说核桃要卖12到周五', '核桃12块卖到周五行吗', '核桃15一斤，周五发货'])(
    'is none in: %s',
    async (words) => {
      const after = seller.says(words);
      await seller.waitsFor(/./s, { after });
      expect((await walnuts()).saleUntil).toBeNull();
    },
  );
});

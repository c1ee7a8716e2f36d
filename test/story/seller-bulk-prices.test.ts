import { describe, expect, it } from 'vitest';
import { openHousehold } from '../support/household.ts';
import { hears } from '../support/stall.ts';

// So much bought at once costs less: a pack with a price of its own, and never a new price or stock.

const { walnut, seller } = openHousehold({ sells: '香油 38元一瓶 有80瓶' });
const says = (words: string, answer: string | RegExp) => hears(seller, words, answer);
const oil = () => walnut.database.db.product.findFirstOrThrow({ include: { packs: true } });

describe('what so much at once costs', () => {
  it.each([
    '香油一次买两瓶给他70',
    '香油要是一下拿两瓶嘞，俺给他按70，中不中',
    'two bottles of 香油 for 70 yuan',
    '买两瓶香油的一起收70块',
  ])('is kept as a pack after a yes: %s', async (words) => {
    const asked = await says(words, /2瓶.*¥70/);
    expect(await oil()).toMatchObject({ packs: [] });
    await seller.taps('✅ 加上：2瓶 ¥70', { on: asked });
    await seller.waitsFor('2瓶 · ¥70', { after: asked });
    const product = await oil();
    expect(product).toMatchObject({ price: 3_800, onHand: 80 });
    expect(product.packs).toMatchObject([{ quantity: 2, price: 7_000 }]);
  });

  it.each([
    '香油买满十瓶的每瓶算35',
    '香油十瓶以上35一瓶',
    'for customers taking 10 bottles and above of 香油 give them 35 yuan per bottle',
  ])('is offered as a pack where it should hold from so much on: %s', async (words) => {
    const asked = await says(words, /10瓶.*¥350.*¥35\/瓶.*¥38\/瓶/);
    expect(await oil()).toMatchObject({ price: 3_800, onHand: 80, packs: [] });
    await seller.taps('✅ 加上：10瓶 ¥350', { on: asked });
    await seller.waitsFor('10瓶 · ¥350', { after: asked });
  });

  it('is what no bottle means that is counted later', async () => {
    await says('香油一次买三瓶给他100', /3瓶.*¥100/);
    await says('对', '3瓶 · ¥100');
    await says('香油卖了2瓶', '80瓶 → 78瓶');
    await says('香油还剩40瓶', '78瓶 → 40瓶');
    await says('香油改成42一瓶', '¥38/瓶 → ¥42/瓶');
  });
});

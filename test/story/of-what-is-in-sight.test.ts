import { describe, expect, it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { hears, newBuyer, putsOnSale, withCard } from '../support/stall.ts';

// A product or a card is on the screen, and what is asked is about it.

const clock = testClock();
const { walnut, seller } = openHousehold({ clock });

describe('a product in sight', () => {
  it.each(['有大点的吗', 'any sweeter ones?'])(
    'is what %s asks about, and its seller can be asked',
    async (asked) => {
      const buyer = await newBuyer(walnut);
      await hears(buyer, '核桃', '¥30/kg');
      const told = await hears(buyer, asked, 'What the seller has not written, I will ask');
      expect(told.text).toContain('¥30/kg');
    },
  );

  it.each(['这是谁家的', '老板是谁', 'who grows these?'])('is somebody’s: %s', async (asked) => {
    const buyer = await newBuyer(walnut);
    await hears(buyer, '核桃', '¥30/kg');
    await hears(buyer, asked, 'Walnut: sold by');
  });

  it('is not sold by the box where nobody packs it so, and that is said', async () => {
    const buyer = await newBuyer(walnut);
    await hears(buyer, '来一箱核桃', 'Walnut: not sold by the 箱. How much would you like?');
  });

  it.each(['有吗', '有货吗'])('is what %s asks for', async (asked) => {
    const buyer = await newBuyer(walnut);
    await hears(buyer, '核桃', '¥30/kg');
    await hears(buyer, asked, '¥30/kg');
  });

  it('is not there, and what there is is shown to whoever asks whether there is any', async () => {
    const buyer = await newBuyer(walnut);
    await hears(buyer, '有货吗', 'On sale now');
  });

  it('which of them is good is no praise', async () => {
    const buyer = await newBuyer(walnut);
    const told = await hears(buyer, '谁家的核桃好吃', '¥30/kg');
    expect(told.text).not.toContain('glad to hear');
  });
});

it('the cheaper of two that are called so is the one of the lower price', async () => {
  await putsOnSale(walnut, seller, '枣花蜜 68元一斤 有100斤');
  await putsOnSale(walnut, seller, '荆条蜜 58元一斤 有100斤');
  const buyer = await newBuyer(walnut);
  await hears(buyer, '便宜的那种蜜来两斤', 'Total ¥116');
});

describe('a card in sight', () => {
  it('has all of a wish in its note', async () => {
    const buyer = await withCard(await newBuyer(walnut));
    await hears(buyer, '别放一起寄，分开', '💬 别放一起寄，分开');
  });

  it('offers its note to what nobody understood', async () => {
    const buyer = await withCard(await newBuyer(walnut));
    await hears(buyer, '要甜的', /要甜的/u);
  });

  it('is no claim: what is asked of broken goods is how it would be', async () => {
    const buyer = await withCard(await newBuyer(walnut));
    const told = await hears(buyer, '碎了赔不', /\S/u);
    expect(told.text).not.toContain('sorry');
  });

  it('keeps what is only perhaps not wanted', async () => {
    const buyer = await withCard(await newBuyer(walnut));
    await hears(buyer, '核桃可能不要了', '¥15');
    await hears(buyer, '/cart', '¥15');
  });
});

it('so much money for somebody is so much money for goods', async () => {
  const buyer = await newBuyer(walnut);
  await hears(buyer, '给我妈买三十块的核桃', 'Total ¥30');
});

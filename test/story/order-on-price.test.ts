import { describe, expect, it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { hears, newBuyer, withCard } from '../support/stall.ts';

const clock = testClock();
// ¥15 a 斤, ¥30 a kilo.
const { walnut } = openHousehold({ clock });

describe('an order that hangs on the price', () => {
  it.each([
    ['核桃要是没超过16一斤就给我来2斤，贵了就当我没说', 'Walnut 1 kg · ¥30'],
    ['核桃16块以内就来2斤', 'Walnut 1 kg · ¥30'],
    ['要是核桃不超过十六块一斤，来2斤', 'Walnut 1 kg · ¥30'],
    ['核桃2斤，不超过40块就要', 'Walnut 1 kg · ¥30'],
    ['only if walnuts are under 31 yuan a kilo give me 2 kg', 'Walnut 2 kg · ¥60'],
    ['3 kg walnuts as long as they are no more than 30 yuan a kg', 'Walnut 3 kg · ¥90'],
  ])('is one where they cost no more: %s', async (said, line) => {
    const buyer = await withCard(await newBuyer(walnut));
    const card = await hears(buyer, said, 'Please check');
    expect(card.text).toContain(line);
    expect(buyer.sees('within what you said')).toBe(true);
  });

  it.each([
    '核桃要是不到15一斤就来2斤',
    '如果核桃不超过14块一斤，来2斤',
    'only if walnuts are below 20 yuan a kilo give me 2 kg',
    '2 kg walnuts if they are no more than 20 yuan a kg, otherwise never mind',
  ])('is none where they cost more: %s', async (said) => {
    const buyer = await newBuyer(walnut);
    const answer = await hears(buyer, said, 'more than you said');
    expect(answer.text).toContain('¥30');
    expect(await walnut.database.db.cartLine.count()).toBe(0);
  });

  it('is left to the buyer where it may be the price of one or of all', async () => {
    const buyer = await newBuyer(walnut);
    await hears(buyer, '核桃5斤，不超过40块就要', 'price of one or of all');
    expect(await walnut.database.db.cartLine.count()).toBe(0);
  });

  it.each(['快递不超过10块就来2斤核桃', 'if postage is under 10 yuan, 2 kg walnuts please'])(
    'is not decided by what the goods cost where the fee is meant: %s',
    async (said) => {
      const buyer = await withCard(await newBuyer(walnut));
      await hears(buyer, said, /./u);
      expect(buyer.sees('within what you said')).toBe(false);
    },
  );

  it('is of what is on screen where nothing is named', async () => {
    const buyer = await withCard(await newBuyer(walnut));
    await hears(buyer, '核桃', 'left');
    const card = await hears(buyer, '要是不超过20一斤就来2斤', 'Please check');
    expect(card.text).toContain('Walnut 1 kg');
  });
});

import { describe, expect, it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { hears, newBuyer, withCard } from '../support/stall.ts';

// What is asked of goods and stands nowhere is offered to their seller; a condition places no order.

const clock = testClock();
const { walnut } = openHousehold({ clock });

const asked = ['核桃是用火烤干的吗', '核桃打没打过蜡', '核桃系唔系石磨磨嘅', '恁这核桃是拿火烤嘞不'];

describe('a question that nothing answers', () => {
  it.each([...asked, 'are the walnuts stone-milled?'])('offers its seller: %s', async (said) => {
    const answer = await hears(await newBuyer(walnut), said, 'Ask the seller');
    expect(answer.text).toContain('Walnut');
  });

  it.each([...asked, 'are the walnuts stone-milled?'])(
    'with goods on screen, or on a card: %s',
    async (said) => {
      const buyer = await newBuyer(walnut);
      await hears(buyer, 'walnuts', 'left');
      await hears(buyer, said, 'Ask the seller');
      await hears(await withCard(await newBuyer(walnut)), said, 'Ask the seller');
    },
  );

  it.each(['核桃 1斤，是火烤的吗', '核桃 1斤 核桃打没打过蜡', '500 g of walnuts, are they stone-milled?'])(
    'is kept beside an order, and the order goes on: %s',
    async (said) => {
      const buyer = await newBuyer(walnut);
      const sent = buyer.says(said);
      await buyer.waitsFor('Ask the seller', { after: sent });
      await buyer.waitsFor('Walnut 500 g · ¥15', { after: sent });
    },
  );
});

it.each(['1 kg of walnuts if you can ship today', '来2斤核桃，今天能发的话', '来2斤核桃，如果明天能到'])(
  'an order that hangs on when it is sent is not placed: %s',
  async (said) => {
    const answer = await hears(await newBuyer(walnut), said, 'nothing is ordered');
    expect(answer.text).not.toContain('Please check');
  },
);

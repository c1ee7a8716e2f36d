import { expect, it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { hears, newBuyer, putsOnSale } from '../support/stall.ts';

// What stands beside "twice as much" is done too, or quoted.

const clock = testClock();
const { walnut, seller } = openHousehold({ clock });

it('changes the other goods of the card that are named with their amount', async () => {
  await putsOnSale(walnut, seller, '红枣 16元一斤 有100斤');
  const buyer = await newBuyer(walnut, 'Bo');
  await hears(buyer, '核桃 10斤，红枣 2斤', 'Walnut');
  const card = await hears(buyer, '核桃6斤，红枣翻一倍', /3 kg/u);
  expect(card.text).toContain('2 kg');
});

it('quotes what it cannot do', async () => {
  await putsOnSale(walnut, seller, '红枣 16元一斤 有100斤');
  const buyer = await newBuyer(walnut, 'Cy');
  await hears(buyer, '核桃 10斤，红枣 2斤', 'Walnut');
  await hears(buyer, '核桃少来点，6斤就行，红枣翻一倍', 'Not used');
});

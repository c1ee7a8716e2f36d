import { expect, it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { hears, newBuyer, ordersWalnuts } from '../support/stall.ts';

// An address is deleted when that is agreed to; a question that is taken back does nothing.

const clock = testClock();
const { walnut } = openHousehold({ clock });

it('the only address is asked about, and no later card has it', async () => {
  const buyer = await newBuyer(walnut);
  await ordersWalnuts(buyer);
  const asked = await hears(buyer, '我搬家了，把以前存的那个地址删了', 'Is it this address');
  expect(asked.text).toContain('12 Taoyuan Road');
  await hears(buyer, '是的', /./u);
  await hears(buyer, '核桃 2斤', 'name, phone and address');
});

it('an address is not deleted where that is denied', async () => {
  const buyer = await newBuyer(walnut);
  await ordersWalnuts(buyer);
  await hears(buyer, '别删我的地址', /./u);
  const card = await hears(buyer, '核桃 2斤', 'Please check');
  expect(card.text).toContain('12 Taoyuan Road');
});

it('no reminder is set: that is said', async () => {
  await hears(await newBuyer(walnut), '别提醒我了', 'no stream reminder set');
});

it('what was asked of another shop is let be', async () => {
  await hears(
    await newBuyer(walnut),
    'oh wait, I ordered that somewhere else, my bad',
    'nothing was changed',
  );
});

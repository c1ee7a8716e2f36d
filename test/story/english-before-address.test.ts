import { expect, it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { hears, newBuyer } from '../support/stall.ts';

// Hello from Toronto! …: the card has the address that the goods were read beside.

const clock = testClock();
const { walnut } = openHousehold({ clock });

it('goods and talk before a person with an address in Chinese are no part of the address on the card', async () => {
  const buyer = await newBuyer(walnut);
  const said =
    'Hello from Toronto! 1 kg of walnuts for my mum please: 李兰 13800005678 成都市锦江区东大街8号';
  const card = await hears(buyer, said, 'Please check');
  expect(card.text).toContain('Walnut 1 kg');
  expect(card.text).toContain('李兰');
  expect(card.text).toContain('成都市锦江区东大街8号');
  expect(card.text).not.toMatch(/Toronto|mum/u);
});

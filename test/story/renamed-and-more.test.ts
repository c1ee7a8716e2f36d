import { it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { hears } from '../support/stall.ts';

// What is said beside a new name is of the goods, or of something else, and is done as that.

const clock = testClock();
const { seller } = openHousehold({ clock });

it('sets the fee that stands beside a new name', async () => {
  await hears(seller, '核桃改名叫薄皮核桃，运费改成8元', '薄皮核桃');
  await hears(seller, '/delivery', '¥8');
});

import { it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { hears, newBuyer } from '../support/stall.ts';

// Goods that are said to be sold ahead are not sold as if they were there.

const clock = testClock();
const { walnut, seller } = openHousehold({ clock });

const says = (words: string, answer: string | RegExp) => hears(seller, words, answer);

it('shows the day in the preview where it was said', async () => {
  const preview = await says('冻柿饼先预售吧，15一斤，大概能有100斤，12月20号发货', '预售，12月20日');
  await seller.taps('✅ 上架', { on: preview });
  await hears(await newBuyer(walnut, 'Bo'), '冻柿饼', /12月20日|20 December/u);
});

it('is sold ahead after a yes where it is on sale already', async () => {
  await says('核桃预售，12月20号能收80斤', '换成这个数');
  await says('对', '开始预售');
  await hears(await newBuyer(walnut, 'Bo'), '核桃', /12月20日|20 December/u);
});

it('is asked for the day where it was not said', async () => {
  await says('核桃改成预售', '哪天开始采');
  await says('12月28号 60斤', '先卖 60斤');
});

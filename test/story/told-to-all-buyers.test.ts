import { expect, it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { hears, newBuyer, newOrderOf } from '../support/stall.ts';

// A family tells everybody whose order has not left, in one sentence and after one yes.

const clock = testClock();
const { walnut, seller } = openHousehold({ clock });

const says = (words: string, answer: string | RegExp) => hears(seller, words, answer);

it('reaches every buyer who waits, once each, and only after a yes', async () => {
  const { buyer: ann, number } = await newOrderOf(walnut, seller, 'Ann');
  const { buyer: bo } = await newOrderOf(walnut, seller, 'Bo');
  const cy = await newBuyer(walnut, 'Cy');
  const card = await says('下大雪了，跟所有没发货的买家说一声：路断了，晚三天发', '发给 2 位还没发货的买家');
  expect(card.text).toContain(`· ${number}`);
  const told = (one: typeof ann) => one.heard().filter(({ text }) => text.includes('晚三天发')).length;
  expect([ann, bo, cy].map(told)).toEqual([0, 0, 0]);
  await says('对', '已经发给 2 位买家');
  await ann.waitsFor('路断了，晚三天发');
  await bo.waitsFor('路断了，晚三天发');
  expect([ann, bo, cy].map(told)).toEqual([1, 1, 0]);
});

it('leaves out who ordered after the card was shown', async () => {
  await newOrderOf(walnut, seller, 'Ann');
  const card = await says('告诉所有买家：晚三天发', '发给 1 位');
  clock.advance(5 * 60_000);
  const { buyer: bo } = await newOrderOf(walnut, seller, 'Bo');
  await seller.taps('💬 发给这 1 位', { on: card });
  await seller.waitsFor('已经发给 1 位买家');
  expect(bo.heard().some(({ text }) => text.includes('晚三天发'))).toBe(false);
});

it('is explained where somebody asks how it is done', async () => {
  await newOrderOf(walnut, seller, 'Ann');
  await says('这几天的单子都得晚三天才发，怎么跟买的人说', '还没发货的买家有 1 位');
});

it('tells nobody where no order waits', async () => {
  await says('告诉所有买家晚三天发', '没有要告诉的买家');
});

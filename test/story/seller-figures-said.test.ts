import { expect, it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { hears, newOrderOf } from '../support/stall.ts';

// What a figure in a family's sentence is of: a box, money that goes back, a price put right, an order.

const clock = testClock();
const { walnut, seller } = openHousehold({ clock });

const says = (words: string, answer: string | RegExp) => hears(seller, words, answer);

it('adds a gift box to the goods that are named', async () => {
  await says('核桃加个3斤的礼盒，40块一盒', '核桃 的规格');
});

it('puts a price right by what was to be said', async () => {
  await says('核桃涨到76', '¥76');
  await says('说错了，我想说16', '¥16');
});

it('shows the order that was spoken of where it is asked how many were wanted', async () => {
  const { number } = await newOrderOf(walnut, seller, 'Ann');
  await says(`${number}是谁买的，寄到哪儿`, number);
  await says('这一单要了几斤？', number);
});

it('takes money that goes back for no weight', async () => {
  const { number } = await newOrderOf(walnut, seller, 'Bo');
  const answer = await says(`${number}烂的那半斤，退她5块`, /./u);
  expect(answer.text).not.toContain('秤上');
});

it('asks below the preview whether a lower price for so much is to be a pack', async () => {
  const asked = await says('杏干 27元一斤，10斤以上24一斤，有90斤', '10斤的规格');
  await seller.taps('✅ 加上：10斤 ¥240', { on: asked });
  await seller.waitsFor('10斤 · ¥240');
});

it('counts from what there was where less was sold and not left', async () => {
  await says('核桃还有60斤', '60斤');
  await says('核桃还有20斤', '60斤 → 20斤');
  await says('不对不对，我是说卖了20斤', '60斤 → 40斤');
});

import { expect, it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { hears } from '../support/stall.ts';

// A planned stream is spoken of, and nothing is to be done with it; or one of several is meant.

const clock = testClock();
const { walnut, seller } = openHousehold({ clock });

async function plans(words: string): Promise<void> {
  const card = await hears(seller, words, '直播预告，请您看看对不对');
  await seller.taps('✅ 确认预告', { on: card });
  await seller.waitsFor('预告好了', { after: card });
}

it.each([
  ['直播别改到9点', '没有改动'],
  ['老王直播改到9点了', '没有改动'],
  ['明晚照播', '没有改动'],
  ['要是下雨直播就取消', '到时候要改、要取消，跟我说一声就行'],
  ['大后天的直播取消', '那天没有预告过直播'],
])('%s changes nothing, and its time is said', async (words, told) => {
  await plans('明晚8点直播');
  expect((await hears(seller, words, told)).text).toContain('20:00');
});

it('of two plans the one on the day that is named is called off', async () => {
  await plans('明晚8点直播');
  await plans('后天晚上7点直播');
  const asked = await hears(seller, '明晚8点直播取消', '要取消这场直播预告吗');
  const labels = asked.buttons.flat().map(({ label }) => label);
  expect(labels.filter((label) => label.includes('取消'))).toHaveLength(1);
  expect(await walnut.database.db.stream.count({ where: { state: 'planned' } })).toBe(2);
});

it('what cannot take place is moved to the same hour of another day', async () => {
  await plans('明晚8点直播');
  const asked = await hears(seller, '明晚播不了了后天同一时间', '改到');
  expect(asked.buttons.flat()[0]?.label).toContain('20:00');
});

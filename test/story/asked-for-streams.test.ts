import { expect, it } from 'vitest';
import { openHousehold } from '../support/household.ts';
import { hears, newBuyer } from '../support/stall.ts';

// When a family streams, and being called for it, asked for in words.

const { walnut, seller } = openHousehold();

it('a family that has announced nothing says so, and whoever wants to be called follows it', async () => {
  const buyer = await newBuyer(walnut);
  await hears(buyer, '王秀英家 啥时候播', 'has announced nothing');
  await hears(buyer, '到点喊我哈', 'you will hear when they go live');
  expect(await walnut.database.db.subscription.count()).toBe(1);
});

it('the next stream of a family is told with its time, and reserved for whoever wants to be reminded', async () => {
  await hears(seller, '明天晚上7点半直播', '直播预告');
  await seller.taps('✅ 确认预告');
  await seller.waitsFor('预告好了');
  const buyer = await newBuyer(walnut);
  expect((await hears(buyer, '王秀英家 啥时候播', '19:30')).text).toContain('Starts');
  await hears(buyer, "Would you remind me? I'm ever so forgetful.", 'Reserved');
  await hears(buyer, '不用叫我', 'Which one need I not remind you of');
  await hears(buyer, '不用喊我了', 'you will not be reminded');
});

it('whoever wants no more messages hears that there are none, or whom to stop', async () => {
  const buyer = await newBuyer(walnut);
  await hears(buyer, '莫再给我发消息了嘛', 'follow nobody');
});

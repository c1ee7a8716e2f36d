import { beforeEach, expect, it } from 'vitest';
import { openHousehold } from '../support/household.ts';
import { newBuyer, withCard } from '../support/stall.ts';
import type { PrivateChat } from '../support/telegram/interface.ts';

const { walnut, seller } = openHousehold({ sells: '核桃 15元一斤 有1斤' });
let buyer: PrivateChat;

beforeEach(async () => {
  buyer = await newBuyer(walnut);
});

it('reserves a planned stream, and hears when it starts', async () => {
  seller.says('/start');
  await seller.waitsFor('发一张照片');
  await seller.taps('🗓 预告直播');
  await seller.waitsFor('什么时候开播');
  seller.says('改天吧');
  await seller.waitsFor('没看懂时间');
  seller.says('等会儿');
  await seller.waitsFor('没看懂时间', { after: seller.last() });
  seller.says('两小时后');
  await seller.waitsFor('请您看看对不对');
  expect(await walnut.database.db.alert.count({ where: { kind: { startsWith: 'stream' } } })).toBe(0);
  await seller.taps('✅ 确认预告');
  await seller.waitsFor('预告好了');

  await buyer.taps('☰ More');
  await buyer.waitsFor('There is also');
  await buyer.taps('📺 Streams');
  await buyer.waitsFor('Streams:');
  await buyer.taps('🗓', { on: buyer.last() });
  await buyer.waitsFor('Starts');
  expect((await buyer.taps('🔔 Remind me')).toast).toBe('You will be reminded');
  await buyer.waitsFor('half an hour before');

  await seller.taps('🔴 现在开播');
  await seller.waitsFor('把直播链接发来');
  await seller.taps('没有链接，直接开播');
  await seller.waitsFor('您开播了');
  await buyer.waitsFor('is live!');
  expect(await walnut.database.db.stream.count()).toBe(1);
});

it('says whether what was reserved may be told at night', async () => {
  buyer.says('/follows');
  await buyer.waitsFor('You follow nobody');
  await buyer.taps('🔔 Reminders');
  await buyer.waitsFor('What would you like to hear of?');
  expect((await buyer.taps('🌙 What I reserved, in quiet hours too: yes')).toast).toBe('Noted');
  await walnut.app.engine.idle();
  const { db } = walnut.database;
  expect(await db.person.count({ where: { wantsReservedAtNight: false, wantsHarvestReminder: true } })).toBe(
    1,
  );
});

it('asks a seller for morning or evening, and plans what is tapped', async () => {
  seller.says('/start');
  await seller.waitsFor('发一张照片');
  await seller.taps('🗓 预告直播');
  await seller.waitsFor('什么时候开播');
  seller.says('明天八点');
  await seller.waitsFor('是早上还是晚上');
  await seller.taps('🗓');
  expect((await seller.waitsFor('请您看看对不对')).text).toContain('20:00');
  await seller.taps('✅ 确认预告');
  expect((await seller.waitsFor('预告好了')).text).toMatch(/周.*20:00（中国标准时间）/);
});

it('stops hearing of a seller with one tap on the alert', async () => {
  const { id } = await walnut.database.db.seller.findFirstOrThrow({ orderBy: { createdAt: 'asc' } });
  buyer.says(`/start s_${Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')}`);
  await buyer.waitsFor('王秀英家');
  await buyer.taps('⭐ Follow, tell me when they go live');
  seller.says('/live https://live.example.org/1');
  const alert = await buyer.waitsFor('is live!');
  await buyer.taps('✖️ Unfollow', { on: alert });
  await buyer.waitsFor('You no longer follow');
  expect(await walnut.database.db.subscription.count()).toBe(0);
});

it('hears at once when something is back in stock', async () => {
  await seller.says('核桃卖完了');
  await seller.waitsFor('1斤 → 0');
  buyer.says('核桃');
  await buyer.waitsFor('Sold out');
  await buyer.taps('🔔 Tell me when it is back');
  await buyer.waitsFor('as soon as there is Walnut again');
  seller.says('核桃补货100斤');
  await seller.waitsFor('平时最多 1斤');
  await seller.taps('✅ 对：又来了 100斤');
  await buyer.waitsFor('is back');
  expect(await walnut.database.db.subscription.count()).toBe(0);
});

it('pays by transfer: the goods are held until the seller has the money', async () => {
  await withCard(buyer);
  await buyer.taps('💳 Pay by transfer');
  await buyer.waitsFor('Pay by transfer; your goods');
  await buyer.taps('✅ Confirm ¥15');
  await buyer.waitsFor('Ordered');
  const { db } = walnut.database;
  expect(await db.product.findFirstOrThrow()).toMatchObject({ onHand: 500, held: 500 });
  await seller.waitsFor('等 Li Lei 转账');
  await seller.taps('💰 钱到了');
  await buyer.waitsFor('received the money');
  expect(await db.product.findFirstOrThrow()).toMatchObject({ onHand: 0, held: 0 });
});

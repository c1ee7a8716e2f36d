import { beforeEach, expect, it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { newBuyer } from '../support/stall.ts';
import type { PrivateChat } from '../support/telegram/interface.ts';

const clock = testClock();
const { walnut, seller } = openHousehold({ sells: '核桃 15元一斤 有100斤', clock });
let buyer: PrivateChat;

const HOUR = 3_600_000;

beforeEach(async () => {
  buyer = await newBuyer(walnut);
});

async function later(ms: number): Promise<void> {
  // What has begun ends first: a sweep passes by what is locked, and comes again.
  await walnut.app.jobs?.idle();
  await walnut.app.engine.idle();
  clock.advance(ms);
  await walnut.app.jobs?.sweep();
  await walnut.app.jobs?.idle();
  await walnut.app.engine.idle();
}

async function follow(who = buyer): Promise<void> {
  const { id } = await walnut.database.db.seller.findFirstOrThrow({ orderBy: { createdAt: 'asc' } });
  who.says(`/start s_${Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')}`);
  await who.waitsFor('王秀英家');
  await who.taps('⭐ Follow, tell me when they go live');
}

/** The seller is live, with walnuts as number 1 at a price of their own. */
async function liveWithWalnuts(): Promise<void> {
  seller.says('今晚8点直播 核桃');
  const card = await seller.waitsFor('请您看看对不对');
  expect(card.text).toMatch(/20:00（中国标准时间）[\s\S]*1号 · 核桃 ¥15\/斤/);
  await seller.taps('1', { on: card });
  await seller.waitsFor('1号 核桃');
  await seller.taps('💰 直播价');
  await seller.waitsFor('直播时 核桃 卖多少钱');
  seller.says('12');
  const priced = await seller.waitsFor('1号 · 核桃 ¥12/斤（直播价，平时 ¥15/斤）');
  await seller.taps('✅ 确认预告', { on: priced });
  await seller.waitsFor('预告好了');
  clock.advance(10 * HOUR);
  await seller.taps('🔴 现在开播');
  await seller.waitsFor('把直播链接发来');
  seller.says('https://live.example.org/wang');
  await seller.waitsFor('您开播了');
}

it('a seller plans, goes live, sees who is told and what is sold, and ends', async () => {
  await follow();
  await liveWithWalnuts();
  const alert = await buyer.waitsFor('is live!');
  expect(alert.text).toContain('No. 1 · Walnut ¥24/kg (stream price, usually ¥30/kg)');
  // Drawn once while the alert is being sent, and once more when it has been.
  await later(4_000);
  await later(4_000);
  await seller.waitsFor('通知了 1 人，其中 0 人预约了');

  buyer.says('1号来5斤');
  const asked = await buyer.waitsFor('name, phone and address');
  expect(asked.text).toContain('kept for 10 minutes after the stream ends');
  buyer.says('Li Lei, 13800001234, 12 Taoyuan Road, Yingze District, Taiyuan');
  await buyer.waitsFor('Pay on delivery');
  await buyer.taps('✅ Confirm ¥60');
  await buyer.waitsFor('Ordered');
  await later(4_000);
  await seller.waitsFor('1 单 5斤，还剩 95斤');

  seller.says('下播了');
  const over = await seller.waitsFor('直播结束了');
  expect(over.text).toContain('1 单，¥60');
  expect(over.text).toContain('通知到 1 人，来了 1 人');
  await seller.taps('🔴 继续直播', { on: over });
  expect((await seller.waitsFor('您开播了', { after: over })).text).toContain(
    '不再重复通知：您 0 分钟前开播的',
  );
  await later(1_000);
  expect(buyer.heard().filter(({ text }) => text.includes('is live!'))).toHaveLength(1);
});

it('a number of yesterday’s stream asks', async () => {
  await follow();
  await liveWithWalnuts();
  await buyer.waitsFor('is live!');
  buyer.says('1号来5斤');
  await buyer.waitsFor('name, phone and address');
  buyer.says('/cancel');
  await later(20 * HOUR);
  buyer.says('1号来2斤');
  const asked = await buyer.waitsFor('which one do you mean');
  expect(asked.text).toContain('number 1 was Walnut');
  await buyer.taps('Walnut', { on: asked });
  await buyer.waitsFor('name, phone and address', { after: asked });
});

it('"still on?" is asked, and without an answer the stream ends by itself', async () => {
  seller.says('/live https://live.example.org/1');
  await seller.waitsFor('您开播了');
  await later(3 * HOUR);
  const asked = await seller.waitsFor('还在播吗');
  await seller.taps('✅ 还在播', { on: asked });
  await seller.waitsFor('接着播');
  await later(3 * HOUR);
  await seller.waitsFor('还在播吗', { after: asked });
  await later(HOUR / 2);
  await seller.waitsFor('直播自动结束了');
});

it('a viewer is called when the walnuts are shown', async () => {
  await follow();
  await liveWithWalnuts();
  await buyer.waitsFor('is live!');
  buyer.says('ping me when she shows the 核桃');
  await buyer.waitsFor('You hear when Walnut is shown');
  seller.says('讲1号');
  await seller.waitsFor('正在讲 1 号');
  await buyer.waitsFor('is showing number 1');
});

it('a seller makes an address for a streaming program, and takes it back', async () => {
  seller.says('/hooks');
  const none = await seller.waitsFor('还没有地址');
  await seller.taps('➕ 新地址', { on: none });
  const made = await seller.waitsFor('/hooks/stream/');
  const url = /http\S+/.exec(made.text)?.[0] ?? '';
  const post = () =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ action: 'on_publish', client_id: '1', app: 'live', stream: 'wang' }),
    });
  expect(await (await post()).json()).toEqual({ code: 0, stream: 'started' });
  await seller.waitsFor('直播中');
  await seller.taps('‹ 返回', { on: made });
  const list = await seller.waitsFor('最近用过');
  await seller.taps('✖️ 作废', { on: list });
  await new Promise((resolve) => setTimeout(resolve, 1_050));
  expect((await post()).status).toBe(404);
});

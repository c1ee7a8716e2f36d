import { expect, it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { newBuyer } from '../support/stall.ts';
import type { PrivateChat } from '../support/telegram/interface.ts';

const clock = testClock();
const { walnut, seller } = openHousehold({ clock, sells: '核桃 15元一斤 有1斤' });

const db = () => walnut.database.db;

async function orders(name: string, jin: number): Promise<PrivateChat> {
  const before = seller.last();
  const buyer = await newBuyer(walnut, name);
  buyer.says(`核桃 ${jin}斤`);
  await buyer.waitsFor('name, phone and address');
  buyer.says('Li Lei, 13800001234, 12 Taoyuan Road, Yingze District, Taiyuan');
  await buyer.waitsFor('Pay on delivery');
  await buyer.taps('✅ Confirm');
  await buyer.waitsFor('Ordered');
  await seller.taps('✅ 接单', { on: await seller.waitsFor('新买家', { after: before }) });
  await buyer.waitsFor('has accepted');
  clock.advance(1_000);
  return buyer;
}

it('is ordered before it is picked, and shared out in the order of the orders when there is less than hoped', async () => {
  seller.says('/products');
  await seller.waitsFor('商品');
  await seller.taps('核桃');
  await seller.waitsFor('正在卖');
  await seller.taps('🌱 预售');
  await seller.waitsFor('哪天开始采');
  seller.says('20斤');
  await seller.waitsFor('没看懂是哪天');
  seller.says('12月20日 20斤');
  await seller.waitsFor('2026-12-20 起采，先卖 20斤');

  const [first, second, third] = [await orders('Ann', 8), await orders('Ben', 6), await orders('Cid', 6)];

  clock.advance(new Date('2026-12-20T02:00:00Z').getTime() - clock.now().getTime());
  await walnut.app.jobs?.sweep();
  expect((await first.waitsFor('named today as the day for picking')).text).toContain('4 kg');
  const day = await seller.waitsFor('今天是您说好采 核桃 的日子：3 单在等，一共 20斤');
  await seller.taps('🔕 不再提醒', { on: day });
  await seller.waitsFor('不再提醒您');
  await seller.taps('🌾 还是提醒我');
  await seller.waitsFor('到了日子提醒您');

  const list = await seller.waitsFor('我的商品', { after: seller.says('/products') });
  await seller.taps('核桃', { on: list });
  await seller.waitsFor('还能卖 0斤');
  await seller.taps('📥 采好了');
  await seller.waitsFor('一共采了多少');
  seller.says('11斤');
  const shared = await seller.waitsFor('1 单全有，2 单不够');
  expect(shared.text).toContain('还剩 0');
  expect((await first.waitsFor('is picked!')).text).toContain('All 4 kg');
  expect((await second.waitsFor('less than hoped')).text).toMatch(/you get 1.5 kg[\s\S]*You pay ¥45 less/);
  expect((await third.waitsFor('nothing was left')).text).toContain('You pay ¥90 less');

  const rows = await db().order.findMany({ orderBy: { number: 'asc' }, include: { lines: true } });
  expect(rows.map(({ total, fulfilment }) => [total, fulfilment])).toEqual([
    [12_000, 'accepted'],
    [4_500, 'accepted'],
    [9_000, 'cancelled'],
  ]);
  const product = await db().product.findFirstOrThrow();
  const { _sum } = await db().stockEntry.aggregate({
    where: { productId: product.id },
    _sum: { change: true },
  });
  expect([product.onHand, product.held, _sum.change]).toEqual([0, 0, 0]);
});

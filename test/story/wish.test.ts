import { afterAll, beforeAll, expect, it } from 'vitest';
import { visitor } from '../support/goods.ts';
import { joinedSeller } from '../support/stall.ts';
import { startWalnut, type Walnut } from '../support/walnut.ts';

let walnut: Walnut;

beforeAll(async () => {
  walnut = await startWalnut();
});

afterAll(() => walnut.stop());

it('tells who looked for potatoes in vain when a household puts some on sale, once', async () => {
  const buyer = await visitor(walnut);
  buyer.says('有没有马铃薯');
  await buyer.waitsFor('现在没有人卖「马铃薯」');
  await buyer.taps('🔔 有人卖了告诉我');
  await buyer.waitsFor('马上告诉您');

  const seller = await joinedSeller(walnut);
  await seller.sendsPhoto({ caption: '土豆 3元一斤 有200斤' });
  await seller.waitsFor('没问题就点「上架」');
  expect(buyer.sees('有人卖了：')).toBe(false);
  await seller.taps('✅ 上架');
  await seller.waitsFor('土豆 上架了');

  const told = await buyer.waitsFor('您找过的东西有人卖了');
  expect(told.text).toContain('土豆');
  await buyer.taps('👀 看看', { on: told });
  await buyer.waitsFor('¥3/斤 · ¥6/公斤');
  expect(await walnut.database.db.savedSearch.count()).toBe(0);
});

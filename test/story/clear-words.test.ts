import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedDemo } from '../../prisma/demo/seed.ts';
import { plainText } from '../../src/chat/dsl/html.ts';
import { type Crawler, openCrawler } from '../screens/crawl.ts';
import { officer, sellerOf } from '../screens/joined.ts';
import { startWalnut, type Walnut } from '../support/walnut.ts';

// Screens say to their reader what the reader has to do with it.

let walnut: Walnut;
beforeAll(async () => {
  walnut = await startWalnut({ isEmpty: true });
  await seedDemo(walnut.app.appContext);
});
afterAll(() => walnut.stop());

const newest = ({ seen }: Crawler) => {
  const screen = seen.at(-1);
  if (!screen) throw new Error('nothing was said');
  return screen.body;
};
const last = (who: Crawler): string => plainText(newest(who).html);
const labels = (who: Crawler): string[] =>
  newest(who)
    .buttons.flat()
    .map(({ label }) => label);

describe('a screen', () => {
  it('names no address where goods are picked up', async () => {
    const buyer = await openCrawler(walnut, 'buyer', 'zh-CN');
    await buyer.says('薄皮核桃 5斤');
    await buyer.says('陈静 13900002222 太原市小店区平阳路8号');
    expect(last(buyer)).toContain('平阳路8号');
    await buyer.taps('way/');
    expect(last(buyer)).toMatch(/自提 · 村口第一家.*陈静 13900002222/s);
    expect(last(buyer)).not.toContain('平阳路8号');
    await buyer.taps('confirm/');
    await buyer.taps('order/');
    expect(last(buyer)).not.toContain('平阳路8号');
  });

  it('of a product gives examples in what it is counted in', async () => {
    const seller = await sellerOf(walnut, '赵大娘家');
    await seller.commands('products', '土鸡蛋');
    await seller.taps('mine-one/');
    expect(last(seller)).toContain('还有30枚、补货100枚');
  });

  it('of a household says once where goods are picked up', async () => {
    const seller = await sellerOf(walnut, '王秀英家');
    await seller.commands('shop');
    expect(last(seller).split('村口第一家')).toHaveLength(2);
  });

  it('of the office offers to answer who asked, and counts the orders that stand', async () => {
    const office = await officer(walnut);
    await office.commands('office');
    const counted = async () => Number(/📦 (\d+) 单/u.exec(last(office))?.[1]);
    const before = await counted();
    const buyer = await openCrawler(walnut, 'buyer', 'zh-CN');
    await buyer.says('绿豆 5斤');
    await buyer.says('陈静 13900003333 太原市小店区平阳路9号');
    await buyer.taps('confirm/');
    await buyer.taps('order/');
    await buyer.taps('cancel/');
    await office.commands('office');
    expect(await counted()).toBe(before);
    await office.taps('talks/');
    await office.taps('talk/');
    expect(labels(office)).toContain('💬 回复');
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { baseQuantity } from '../../src/shop/values/quantity.ts';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { hears, newBuyer, withCard } from '../support/stall.ts';
import type { SeenMessage } from '../support/telegram/phone.ts';

// A seller changes what is on sale by saying so.

const MINUTE = 60_000;
const clock = testClock();
const { walnut, seller } = openHousehold({ clock, sells: '核桃 15元一斤 有130斤' });

const db = () => walnut.database.db;
const walnuts = () => db().product.findFirstOrThrow({ where: { title: '核桃' } });

/** How far the ledger is from what is on hand. */
async function drift(): Promise<number> {
  const where = { product: { title: '核桃' } };
  const { _sum } = await db().stockEntry.aggregate({ where, _sum: { change: true } });
  return (_sum.change ?? 0) - (await walnuts()).onHand;
}

const says = (words: string, answer: string | RegExp) => hears(seller, words, answer);

/** What a button carries, to be sent when the button is gone. */
const dataOf = ({ buttons }: SeenMessage, label: string): string =>
  buttons.flat().find((button) => button.label.includes(label))?.value ?? '';

describe('stock by message', () => {
  it('is set in one message, shown before and after, and taken back in one tap', async () => {
    const done = await says('核桃还有30斤', '核桃：130斤 → 30斤');
    expect((await walnuts()).onHand).toBe(15_000);
    await seller.taps('↩️ 撤销', { on: done });
    await seller.waitsFor('30斤 → 130斤', { after: done });
    expect((await walnuts()).onHand).toBe(65_000);
    const ledger = await db().stockEntry.findMany({ orderBy: { id: 'asc' } });
    expect(ledger.map(({ change, reason }) => [change, reason])).toEqual([
      [65_000, 'opening'],
      [-50_000, 'set'],
      [50_000, 'undo'],
    ]);
  });

  it('is added and taken away, each noted with who did it', async () => {
    await says('核桃补货100斤', '130斤 → 230斤');
    await says('核桃卖了100斤', '230斤 → 130斤');
    await says('restocked 20 kg 核桃', '130斤 → 170斤');
    await says('核桃卖了40斤', '170斤 → 130斤');
    const events = await db().productEvent.findMany({ where: { change: 'stock' } });
    expect(events.every(({ personId }) => personId !== null)).toBe(true);
    expect(events.at(-1)).toMatchObject({ before: { available: 85_000 }, after: { available: 65_000 } });
  });

  it('is asked about when it ends, or is far more than ever before; asked once, it counts once', async () => {
    const zero = await says('核桃还有0斤', '一点都不剩了吗');
    expect((await walnuts()).onHand).toBe(65_000);
    await seller.taps('✅ 对：还有 0斤', { on: zero });
    await seller.waitsFor('130斤 → 0斤', { after: zero });
    await says('核桃补货130斤', '0斤 → 130斤');
    const much = await says('核桃补货13000斤', '平时最多 130斤');
    const data = dataOf(much, '✅');
    await seller.tapsForged(data, much);
    await seller.tapsForged(data, much);
    await seller.waitsFor('130斤 → 13130斤', { after: much });
    expect((await walnuts()).onHand).toBe(6_565_000);
  });

  it('is asked about when it may be left, sold or new', async () => {
    const which = await says('核桃30斤', '您是说');
    await seller.taps('还有 30斤', { on: which });
    await seller.waitsFor('130斤 → 30斤', { after: which });
  });

  it('leaves what is set aside for buyers, and says how much that is', async () => {
    await db().product.updateMany({ where: { title: '核桃' }, data: { held: baseQuantity(5_000) } });
    const done = await says('核桃还有30斤', '120斤 → 30斤');
    expect(done.text).toContain('另有 10斤 先留着：给还没付款或没接的订单');
    expect(await walnuts()).toMatchObject({ onHand: 20_000, held: 5_000 });
  });

  it('means the same while a buyer confirms at that instant', async () => {
    const buyer = await newBuyer(walnut);
    await withCard(buyer);
    const before = await drift();
    const after = seller.says('核桃还有30斤');
    await Promise.all([buyer.taps('✅ Confirm ¥15'), seller.waitsFor('→ 30斤', { after })]);
    await buyer.waitsFor('Ordered');
    const { onHand, held } = await walnuts();
    expect(await drift()).toBe(before);
    // Who came first is open; never both counted, never one lost.
    expect([15_000, 14_500]).toContain(onHand - held);
  });

  it('is sold out when it is said to be', async () => {
    const done = await says('walnuts sold out', '→ 0斤');
    await seller.taps('↩️ 撤销', { on: done });
    await seller.waitsFor('0斤 →', { after: done });
  });
});

describe('undo', () => {
  it('counts once, and not after five minutes', async () => {
    const done = await says('核桃补货10斤', /→/);
    const data = dataOf(done, '撤销');
    const { onHand } = await walnuts();
    await seller.tapsForged(data, done);
    await seller.waitsFor('撤销了', { after: done });
    const again = seller.last();
    await seller.tapsForged(data, again);
    await seller.waitsFor('已经撤销过了', { after: done });
    expect((await walnuts()).onHand).toBe(onHand - 5_000);
    const late = await says('核桃补货10斤', /→/);
    clock.advance(6 * MINUTE);
    await seller.taps('↩️ 撤销', { on: late });
    await seller.waitsFor('过了五分钟');
  });

  it('does not take back goods that somebody has bought since', async () => {
    const done = await says('核桃补货10斤', /→/);
    await db().product.updateMany({ where: { title: '核桃' }, data: { onHand: baseQuantity(100) } });
    await seller.taps('↩️ 撤销', { on: done });
    await seller.waitsFor('已经有人买了');
  });
});

describe('price by message', () => {
  it('is changed with a unit or without, up or down by some, and taken back', async () => {
    await says('核桃降到12块一斤', '¥15/斤 → ¥12/斤');
    await says('核桃涨到14', '¥12/斤 → ¥14/斤');
    const dearer = await says('核桃贵2块', '¥14/斤 → ¥16/斤');
    await seller.taps('↩️ 撤销', { on: dearer });
    await seller.waitsFor('改回原来的样子', { after: dearer });
    expect(await walnuts()).toMatchObject({ price: 1_400, priceQuantity: 500 });
  });

  it('is asked about when it is ten times off', async () => {
    const asked = await says('核桃降到1块4一斤', '平时是 ¥15/斤');
    expect((await walnuts()).price).toBe(1_500);
    await seller.taps('✅ 对：改成 ¥1.40/斤', { on: asked });
    const done = await seller.waitsFor('¥15/斤 → ¥1.40/斤', { after: asked });
    await seller.taps('↩️ 撤销', { on: done });
    await seller.waitsFor('改回原来的样子', { after: done });
  });

  it('is not undone step by step past a later change', async () => {
    const first = await says('核桃涨到20块一斤', '→ ¥20/斤');
    await says('核桃涨到30块一斤', '→ ¥30/斤');
    await seller.taps('↩️ 撤销', { on: first });
    await seller.waitsFor('后来又改过了');
  });
});

describe('status by message', () => {
  it('takes a product off and back on, with undo', async () => {
    const off = await says('核桃先下架', '先下架了');
    expect((await walnuts()).status).toBe('paused');
    await seller.taps('↩️ 撤销', { on: off });
    await seller.waitsFor('改回原来的样子', { after: off });
    expect((await walnuts()).status).toBe('on-sale');
    await says('核桃先下架', '先下架了');
    await says('核桃重新上架', '又在卖了');
  });
});

describe('two products that match', () => {
  beforeEach(async () => {
    await seller.sendsPhoto({ caption: '核桃仁 40元一斤 有20斤' });
    await seller.waitsFor('没问题就点「上架」');
    await seller.taps('✅ 上架');
    await seller.waitsFor('核桃仁 上架了');
  });

  it('are asked about, and the change is done for the one that is tapped', async () => {
    const which = await says('卖了3斤', '是哪一件');
    await seller.taps('核桃仁：卖了 3斤', { on: which });
    await seller.waitsFor('20斤 → 17斤', { after: which });
  });

  it('can be typed where buttons are: undo, a new name, and the names of screens', async () => {
    await says('核桃还有77斤', '→ 77斤');
    await says('撤销', '77斤 → ');
    await says('我的商品', '我的商品');
    await says('订单', /订单/);
    await says('把核桃改名叫老核桃', '老核桃 改好了');
    await says('撤销', '改回原来的样子');
    await says('下播', '没有在直播');
    await says('每周日休息', '以后只在周一、周二、周三、周四、周五、周六打包发货');
  });

  it('tells who did what in the history of a product', async () => {
    await says('核桃仁卖了3斤', '20斤 → 17斤');
    const list = await says('/products', '我的商品');
    await seller.taps('核桃仁', { on: list });
    const one = await seller.waitsFor('正在卖', { after: list });
    await seller.taps('🕘 记录', { on: one });
    const history = await seller.waitsFor('核桃仁 的记录');
    expect(history.text).toMatch(/秀英：数量 20斤 → 17斤/);
    expect(history.text).toMatch(/秀英：上架/);
  });
});

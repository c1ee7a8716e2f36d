import { describe, expect, it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { newBuyer } from '../support/stall.ts';

const DAY = 24 * 3_600_000;
const clock = testClock();
const { walnut, seller } = openHousehold({ clock });

/** Somebody new orders so many 斤 at ¥15. */
async function orders(name: string, jin: number, isTransfer = false): Promise<string> {
  const buyer = await newBuyer(walnut, name);
  buyer.says(`核桃 ${jin}斤`);
  await buyer.waitsFor('name, phone and address');
  buyer.says('Li Lei, 13800001234, 12 Taoyuan Road, Yingze District, Taiyuan');
  await buyer.waitsFor('Pay on delivery');
  if (isTransfer) {
    await buyer.taps('💳 Pay by transfer');
    await buyer.waitsFor('Pay by transfer;');
  }
  await buyer.taps('✅ Confirm');
  await buyer.waitsFor('Ordered');
  const { number } = await walnut.database.db.order.findFirstOrThrow({ orderBy: { number: 'desc' } });
  return number;
}

describe('what was earned', () => {
  it('is told with figures at once and as a picture a moment later; transfers that have not come do not count', async () => {
    await orders('Ann', 2);
    await orders('Ben', 4);
    const awaited = await orders('Cid', 10, true);
    seller.says('/sales');
    const today = await seller.waitsFor('今天 · 11月23日');
    expect(today.text).toMatch(/2 单，卖了 ¥90[\s\S]*¥90 要等货到才收[\s\S]*核桃 6斤 · ¥90/);
    const picture = await seller.waitsFor((one) => one.photo !== undefined && one.text.includes('今天'));
    expect(picture.text).toContain('11月23日');
    const { id } = await walnut.database.db.media.findFirstOrThrow({ where: { madeForId: { not: null } } });
    expect((await fetch(`${walnut.app.url}/api/media/${id}`)).status).toBe(404);
    await seller.taps('💳 待确认的转账', { on: today });
    const list = await seller.waitsFor('收到钱就点开确认');
    expect(JSON.stringify(list)).toContain(awaited);
    await seller.taps(`${awaited} · ¥150 · 等转账`);
    await seller.taps('💰 钱到了', { on: await seller.waitsFor(`${awaited} · 等买家转账`) });
    await seller.waitsFor((one) => one.text.includes(awaited) && one.text.includes('已付款'));
    seller.says('/sales');
    await seller.waitsFor('3 单，卖了 ¥240');
  });

  it('is told by week, month and season of the village’s calendar', async () => {
    clock.advance(8 * DAY);
    await orders('Dan', 1);
    seller.says('/sales');
    const now = await seller.waitsFor(/今天 · 12月1日\s+共 1 单，卖了 ¥15/);
    await seller.taps('本周', { on: now });
    await seller.waitsFor('本周 · 11月30日 – 12月6日');
    await seller.taps('本月');
    await seller.waitsFor(/本月 · 12月1日 – 12月31日\s+共 1 单，卖了 ¥15/);
    await seller.taps('这一季');
    const season = await seller.waitsFor(/这一季 · 12月1日 – 2月28日\s+共 1 单/);
    await seller.taps('📊 Excel 表格', { on: season });
    const file = await seller.waitsFor('账都在这个文件里');
    expect(JSON.stringify(file)).toContain('账单-这一季.csv');
  });

  it('is shown household by household to those who sell for several', async () => {
    await orders('Ann', 1);
    const { payload } = await walnut.inviteSeller('李大山家');
    seller.starts(payload);
    await seller.waitsFor('欢迎，李大山家');
    seller.says('/sales');
    const several = await seller.waitsFor((one) => JSON.stringify(one).includes('🏘 各家账单'));
    await seller.taps('🏘 各家账单', { on: several });
    const all = await seller.waitsFor('李大山家：0 单');
    expect(all.text).toMatch(/李大山家：0 单，¥0[\s\S]*王秀英家：1 单，¥15/);
  });

  it('is shown to nobody who may not see the household’s money', async () => {
    const stranger = walnut.telegram
      .person({ first_name: '赵', language_code: 'zh' })
      .chatWith(walnut.sellerBot);
    stranger.starts();
    await stranger.waitsFor('还没有加入');
    stranger.says('/sales');
    await stranger.settles();
    expect(stranger.sees('¥')).toBe(false);
    await walnut.database.db.member.updateMany({ data: { role: 'helper', rights: ['pack'] } });
    seller.says('/sales');
    await seller.waitsFor('「看钱」的权限');
  });
});

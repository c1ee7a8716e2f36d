import { describe, expect, it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { present } from '../support/present.ts';
import { newBuyer } from '../support/stall.ts';
import type { PrivateChat } from '../support/telegram/interface.ts';

const clock = testClock();
const { walnut, seller } = openHousehold({ clock });

/** A buyer has ordered ten 斤 of walnuts, the seller has accepted. */
async function packs(name: string, isTransfer = false): Promise<{ buyer: PrivateChat; number: string }> {
  const buyer = await newBuyer(walnut, name);
  buyer.says('核桃 10斤');
  await buyer.waitsFor('name, phone and address');
  buyer.says('Li Lei, 13800001234, 12 Taoyuan Road, Yingze District, Taiyuan');
  await buyer.waitsFor('Pay on delivery');
  if (isTransfer) {
    await buyer.taps('💳 Pay by transfer');
    await buyer.waitsFor('Pay by transfer;');
  }
  await buyer.taps('✅ Confirm ¥150');
  await buyer.waitsFor('Ordered');
  const { number } = await walnut.database.db.order.findFirstOrThrow({ orderBy: { number: 'desc' } });
  if (isTransfer) {
    await seller.taps('💰 钱到了', { on: await seller.waitsFor(`${number} · 等买家转账`) });
    await buyer.waitsFor('received the money');
  }
  const waiting = await seller.waitsFor(
    (one) => one.text.includes(number) && JSON.stringify(one).includes('✅ 接单'),
  );
  await seller.taps('✅ 接单', { on: waiting });
  await buyer.waitsFor('has accepted');
  return { buyer, number };
}

const rowOf = (number: string) =>
  walnut.database.db.order.findUniqueOrThrow({
    where: { number },
    include: { lines: true, refunds: true },
  });

describe('the scale', () => {
  it('takes what is missing off what is collected at the door, and the buyer sees the photo of it', async () => {
    const { buyer, number } = await packs('Ann');
    await seller.sendsPhoto({ caption: `${number} 9.6斤` });
    await seller.waitsFor('少收 ¥6');
    await walnut.photosStored();
    clock.advance(2_000);
    await walnut.app.jobs?.sweep();
    const heard = await buyer.waitsFor('¥6 less on delivery');
    expect(heard.photo).toBeDefined();
    expect(heard.text).toContain('Total ¥144');
    const row = await rowOf(number);
    expect(row).toMatchObject({ total: 14_400, refunds: [] });
    expect(row.lines[0]).toMatchObject({ packed: 4_800, quantity: 5_000, total: 15_000 });
    expect(row.lines[0]?.packedPhotoId).not.toBeNull();
  });

  it('gives back to those who have paid, once, and only what a second weighing adds', async () => {
    const { buyer, number } = await packs('Ben', true);
    seller.says(`${number} 9.6斤`);
    await seller.waitsFor('退给买家 ¥6');
    await buyer.waitsFor('will pay you back ¥6');
    seller.says(`${number.replace('-', '')}：核桃 实重9斤`);
    await seller.waitsFor('退给买家 ¥15');
    const { refunds, total } = await rowOf(number);
    expect(refunds.map(({ amount, reason, state }) => [amount, reason, state])).toEqual([
      [600, 'packed', 'due'],
      [900, 'packed', 'due'],
    ]);
    expect(total).toBe(15_000);
    seller.says(`${number} 9.8斤`);
    await seller.waitsFor('不能再改重了');
    expect((await rowOf(number)).lines[0]?.packed).toBe(4_500);
  });

  it('makes what is more than ordered a gift and charges nothing', async () => {
    const { buyer, number } = await packs('Cid');
    await seller.taps('⚖️ 称重', { on: await seller.waitsFor(`${number} · 备货中`) });
    await seller.waitsFor('秤上是多少');
    seller.says('差不多够秤');
    await seller.waitsFor('没看清重量');
    // The order is shown in 斤: a bare number is what the scale says in 斤.
    seller.says('10.5');
    await seller.waitsFor('多的算送的');
    await buyer.waitsFor('What is more is a gift');
    expect((await rowOf(number)).total).toBe(15_000);
  });

  it('asks before it believes a tenth of what was ordered', async () => {
    const { number } = await packs('Dan');
    seller.says(`${number} 1斤`);
    await seller.waitsFor('真的是 1斤 吗');
    expect((await rowOf(number)).lines[0]?.packed).toBeNull();
    await seller.taps('✏️ 不对，重写');
    await seller.waitsFor('秤上是多少');
    seller.says('10斤');
    await seller.waitsFor('正好');
    expect((await rowOf(number)).lines[0]?.packed).toBe(5_000);
  });

  it('takes a photo first and the weight after it', async () => {
    const { buyer, number } = await packs('Eva');
    await seller.taps('⚖️ 称重', { on: await seller.waitsFor(`${number} · 备货中`) });
    await seller.waitsFor('秤上是多少');
    await seller.sendsPhoto({});
    await seller.waitsFor('照片收好了');
    seller.says('9.9斤');
    await seller.waitsFor('少收 ¥1.50');
    await walnut.photosStored();
    clock.advance(2_000);
    await walnut.app.jobs?.sweep();
    expect((await buyer.waitsFor('¥1.50 less')).photo).toBeDefined();
  });

  it('weighs nobody else’s order, and none that has left', async () => {
    const { number } = await packs('Fay');
    const other = await walnut.inviteSeller('李家');
    const stranger = walnut.telegram
      .person({ first_name: '李', language_code: 'zh' })
      .chatWith(walnut.sellerBot);
    stranger.starts(other.payload);
    await stranger.waitsFor('欢迎，李家');
    stranger.says(`${number} 9斤`);
    await stranger.settles();
    expect((await rowOf(number)).lines[0]?.packed).toBeNull();
    await seller.taps('🚚 发货', { on: await seller.waitsFor(`${number} · 备货中`) });
    await seller.waitsFor(`${number} 的运单号`);
    await seller.taps('没有运单号');
    await seller.waitsFor(`${number} · 已发货`);
    seller.says(`${number} 9斤`);
    await seller.waitsFor('还没发货的订单才称重');
  });
});

describe('the packing sheet', () => {
  it('shows totals and then each order, and hands over a page to print and a table for Excel', async () => {
    const { number } = await packs('Gus');
    seller.says('/pack');
    const sheet = await seller.waitsFor('装货单');
    expect(sheet.text).toMatch(/核桃 \d+斤（\d 单）[\s\S]*Li Lei 13800001234/);
    await seller.taps('🖨 打印');
    const page = await seller.waitsFor('打印');
    expect(JSON.stringify(page)).toContain('装货单.html');
    await seller.taps('📊 Excel 表格', { on: sheet });
    await seller.waitsFor('用 Excel 或 WPS 打开');
    const kept = await walnut.database.db.download.findMany({ select: { name: true, type: true } });
    expect(kept).toContainEqual({ name: '装货单.csv', type: 'text/csv' });
    expect(number).toMatch(/^A-/);
  });
});

describe('a helper who may not pack', () => {
  it('weighs nothing, sends nothing and sees no sheet', async () => {
    const { number } = await packs('Hal');
    const { id } = await walnut.database.db.order.findUniqueOrThrow({ where: { number } });
    await seller.waitsFor(`${number} · 备货中`);
    await walnut.database.db.member.updateMany({ data: { role: 'helper', rights: ['post'] } });
    seller.says(`${number} 9斤`);
    await seller.waitsFor('没有找到这个订单');
    seller.says(`${number} SF1234567890123`);
    await seller.settles();
    for (const action of [`shipped/${id}`, `carried/${id}/SF`, `sticker/${id}`, `wy/${id}/0/4500/-`])
      await seller.tapsForged(action, present(seller.heard().at(-1)));
    seller.says('/pack');
    await seller.waitsFor('「打包」的权限');
    const row = await rowOf(number);
    expect(row).toMatchObject({ fulfilment: 'accepted', courier: null, trackingNumber: null, total: 15_000 });
    expect(row.lines[0]?.packed).toBeNull();
    expect(await walnut.database.db.outbox.count({ where: { job: 'draw-sticker' } })).toBe(0);
  });
});

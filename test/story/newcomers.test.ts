import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { inTransaction } from '../../src/db/work.ts';
import { inviteOperator } from '../../src/shop/sellers/sellers.ts';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { newBuyer, ordersWalnuts, withCard } from '../support/stall.ts';
import type { PrivateChat } from '../support/telegram/interface.ts';

const HOUR = 3_600_000;
const clock = testClock();
const { walnut, seller } = openHousehold({ clock });

const db = () => walnut.database.db;

async function later(ms: number): Promise<void> {
  clock.advance(ms);
  await walnut.app.jobs?.sweep();
  await walnut.app.engine.idle();
}

async function office(): Promise<PrivateChat> {
  const token = await inTransaction(walnut.app.appContext, inviteOperator);
  const chat = walnut.telegram
    .person({ first_name: '李主任', language_code: 'zh' })
    .chatWith(walnut.sellerBot);
  chat.starts(`i_${token}`);
  await chat.waitsFor('服务站的人');
  return chat;
}

describe("a newcomer's order on delivery", () => {
  it('says on the card and on the order until when the seller accepts, and the seller sees who is new', async () => {
    const buyer = await newBuyer(walnut);
    await withCard(buyer);
    expect(buyer.last().text).toContain('the seller has 24 hours to accept');
    await buyer.taps('✅ Confirm ¥15');
    expect((await buyer.waitsFor('Ordered')).text).toContain('until 24 Nov, 10:00 to accept');
    const heard = await seller.waitsFor('A-0001');
    expect(heard.text).toContain('新买家');
    expect(heard.text).toContain('11月24日 10:00 前接单');
    await seller.taps('✅ 接单', { on: heard });
    expect((await buyer.waitsFor('has accepted')).text).not.toContain('to accept;');
  });

  it('is accepted with all others in one tap, and every buyer hears it', async () => {
    const buyers = [await newBuyer(walnut, 'Ann'), await newBuyer(walnut, 'Ben')];
    for (const buyer of buyers) await ordersWalnuts(buyer);
    const heard = await seller.waitsFor('A-0002');
    await seller.taps('✅ 接全部 2 单', { on: heard });
    await seller.waitsFor('接了 2 单：A-0001、A-0002');
    for (const buyer of buyers) await buyer.waitsFor('has accepted');
    expect(await db().product.findFirstOrThrow()).toMatchObject({ onHand: 99_000, held: 0 });
  });

  it('is called in once by day, ends at its time, and both sides hear the truth', async () => {
    const buyer = await newBuyer(walnut);
    await ordersWalnuts(buyer);
    await seller.waitsFor('A-0001');
    await later(11 * HOUR);
    await later(11 * HOUR + HOUR / 2);
    const call = await seller.waitsFor('新买家的 1 单还等您接');
    expect(call.text).toContain('11月24日 10:00');
    await later(HOUR / 2);
    await later(HOUR);
    expect(seller.heard().filter(({ text }) => text.includes('还等您接'))).toHaveLength(1);
    await seller.waitsFor('没有人接，已自动取消');
    const notice = await buyer.waitsFor('did not get to order');
    expect(notice.text).toContain('you owe nothing');
    expect(notice.text).not.toContain('paid in time');
  });

  it('that is too large says the limit and the ways: pay first, or as much as may be', async () => {
    const buyer = await newBuyer(walnut);
    buyer.says('核桃 120斤');
    await buyer.waitsFor('name, phone and address');
    buyer.says('Li Lei, 13800001234, 12 Taoyuan Road, Yingze District, Taiyuan');
    const card = await buyer.waitsFor('may take 50% of it at most');
    expect(card.text).toContain('50 kg is left');
    expect(card.buttons.flat().some(({ label }) => label.startsWith('✅ Confirm'))).toBe(false);
    await buyer.taps('➖ As much as I may', { on: card });
    const fewer = await buyer.waitsFor('50 kg · ¥1500');
    await buyer.taps('💳 Pay by transfer', { on: fewer });
    await buyer.waitsFor('Pay by transfer; your goods');
  });

  it('is limited by what the office says, with buttons and words', async () => {
    const chat = await office();
    chat.says('/office');
    await chat.waitsFor('服务站 · 今天');
    await chat.taps('🆕 新买家');
    expect((await chat.waitsFor('新买家的货到付款')).text).toContain('同一个人或同一个电话：¥2000');
    await chat.taps('👤 改每人的');
    await chat.waitsFor('最多多少钱');
    chat.says('10元');
    expect((await chat.waitsFor('同一个人或同一个电话：¥10')).text).toContain('50%');
    const buyer = await newBuyer(walnut);
    buyer.says('核桃 1斤');
    await buyer.waitsFor('name, phone and address');
    buyer.says('Li Lei, 13800001234, 12 Taoyuan Road, Yingze District, Taiyuan');
    await buyer.waitsFor('up to ¥10 in all');
    await buyer.taps('💳 Pay first');
    await buyer.taps('✅ Confirm ¥15', { on: await buyer.waitsFor('Pay by transfer; your goods') });
    await buyer.waitsFor('please transfer');
  });
});

describe('a transfer that nobody answers', () => {
  it('comes back to seller, office and buyer, ends at the stated time, and the money still counts', async () => {
    const chat = await office();
    const buyer = await newBuyer(walnut);
    await withCard(buyer);
    await buyer.taps('💳 Pay by transfer');
    await buyer.waitsFor('Pay by transfer; your goods');
    await buyer.taps('✅ Confirm ¥15');
    await buyer.waitsFor('please transfer');
    const bytes = await sharp({ create: { width: 300, height: 500, channels: 3, background: '#7a3' } })
      .png()
      .toBuffer();
    await buyer.sendsPhoto({ bytes });
    expect((await buyer.waitsFor('Passed on to the seller')).text).toContain('until 26 Nov, 10:00');
    await buyer.sendsPhoto({ bytes });
    await buyer.waitsFor('takes the place of the first');
    await walnut.photosStored();

    await later(24 * HOUR);
    expect((await seller.waitsFor('一天没人答了')).text).toContain('买家说转了 ¥15');
    expect((await chat.waitsFor('一天没人答')).text).toContain('王秀英家');
    expect((await buyer.waitsFor('has not answered your transfer')).text).toContain('26 Nov, 10:00');
    await later(48 * HOUR);
    await chat.waitsFor('三天没人答');
    await buyer.waitsFor('If you did pay');
    expect(await db().order.findFirstOrThrow()).toMatchObject({ fulfilment: 'expired', stock: 'returned' });
    await seller.taps('💰 钱到了', { on: await seller.waitsFor('三天没人答') });
    await buyer.waitsFor('has received the money');
    expect(await db().order.findFirstOrThrow()).toMatchObject({ payment: 'paid', stock: 'taken' });
  });
});

import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { inTransaction } from '../../src/db/work.ts';
import { createShop } from '../../src/shop/shop.ts';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { hears, newBuyer, withCard } from '../support/stall.ts';
import type { PrivateChat } from '../support/telegram/interface.ts';
import type { SeenMessage } from '../support/telegram/phone.ts';

const MINUTE = 60_000;
const clock = testClock();
const { walnut, seller } = openHousehold({ clock });

const db = () => walnut.database.db;
const newest = () => db().order.findFirstOrThrow({ orderBy: { number: 'desc' } });
const picture = (shade: number) =>
  sharp({ create: { width: 300, height: 500, channels: 3, background: { r: shade, g: 120, b: 60 } } })
    .png()
    .toBuffer();

/** A buyer whose order waits for a transfer, with what they need to pay before them. */
async function owes(name: string): Promise<{ buyer: PrivateChat; number: string }> {
  const buyer = await newBuyer(walnut, name);
  await withCard(buyer);
  await buyer.taps('💳 Pay by transfer');
  await buyer.waitsFor('Pay by transfer; your goods');
  await buyer.taps('✅ Confirm ¥15');
  await buyer.waitsFor('please transfer');
  return { buyer, number: (await newest()).number };
}

/** Sends a screenshot; resolves with what the seller sees of it. The seller's message waits for the picture. */
async function shows(buyer: PrivateChat, number: string, shade: number): Promise<SeenMessage> {
  const before = seller.heard().at(-1);
  const said = buyer.heard().at(-1);
  await buyer.sendsPhoto({ bytes: await picture(shade) });
  await buyer.waitsFor('Passed on to the seller', said && { after: said });
  await walnut.photosStored();
  clock.advance(2_000);
  await walnut.app.jobs?.sweep();
  return seller.waitsFor(`订单 ${number}：买家说转了 ¥15`, before && { after: before });
}

describe('paying by transfer', () => {
  it('knows a photo of the household’s code by its caption, and takes it for no product', async () => {
    await seller.sendsPhoto({ caption: '这是我的微信收款码' });
    await seller.waitsFor('微信收款码放好了');
    expect(await db().product.count({ where: { status: 'draft' } })).toBe(0);
  });

  it.each(['没收到钱', '估计付了', '明天就付了', '钱到账没', '快付了', 'paid I guess', 'paid yet'])(
    'is not recorded where it is denied or guessed: %s',
    async (said) => {
      const { number } = await owes('Gus');
      await hears(seller, `${number} ${said}`, number);
      await hears(seller, said, /./u);
      await seller.settles();
      expect(await newest()).toMatchObject({ number, payment: 'due' });
      expect(await db().payment.count()).toBe(0);
    },
  );

  it('is recorded where it is said', async () => {
    const { buyer, number } = await owes('Hal');
    await hears(seller, `${number} 钱到了，明天发`, '已付款');
    await buyer.settles();
    expect(await db().payment.count()).toBe(1);
  });

  it('shows the household’s own code and the amount, and a screenshot stops the clock', async () => {
    seller.says('/payment');
    await seller.waitsFor('收款方式');
    await seller.taps('📷 微信收款码');
    await seller.waitsFor('请把微信收款码的图片发来');
    await seller.sendsPhoto({ bytes: await picture(10) });
    await seller.waitsFor('微信收款码放好了');
    await walnut.photosStored();

    const { buyer, number } = await owes('Ann');
    clock.advance(2_000);
    await walnut.app.jobs?.sweep();
    await buyer.waitsFor('WeChat code');
    const heard = await shows(buyer, number, 20);
    clock.advance(3 * 60 * MINUTE);
    await walnut.app.jobs?.sweep();
    expect(await newest()).toMatchObject({ payment: 'proof-sent', fulfilment: 'placed', stock: 'held' });

    await seller.taps('✅ 钱到了', { on: heard });
    await buyer.waitsFor('received the money');
    expect(await newest()).toMatchObject({ payment: 'paid', stock: 'taken' });
    expect(await db().payment.findMany({ select: { kind: true, amount: true } })).toEqual([
      { kind: 'transfer', amount: 1_500 },
    ]);
    const [proof] = await db().proof.findMany();
    expect(await db().media.findUnique({ where: { id: proof?.mediaId ?? '' } })).toMatchObject({
      isPrivate: true,
    });
  });

  it('gives two hours more when the seller finds no money', async () => {
    const { buyer, number } = await owes('Ben');
    const heard = await shows(buyer, number, 30);
    await seller.taps('✖️ 没到', { on: heard });
    await buyer.waitsFor('is not there yet');
    const order = await newest();
    expect(order.payment).toBe('due');
    expect(order.dueAt?.getTime()).toBe(clock.now().getTime() + 120 * MINUTE);
  });

  it('notices a screenshot that was sent before, also by somebody else', async () => {
    const { buyer, number } = await owes('Cid');
    const first = number;
    await shows(buyer, number, 40);
    const { buyer: other, number: second } = await owes('Dan');
    await shows(other, second, 40);
    await seller.waitsFor(`订单 ${second} 的转账截图以前也发过（${first}）`);
    await other.waitsFor('was sent before');
  });

  it('says that nothing is kept when the order was called off, and notices the same picture for the same order', async () => {
    const { buyer, number } = await owes('Ida');
    const heard = await shows(buyer, number, 90);
    await seller.taps('✖️ 没到', { on: heard });
    await buyer.waitsFor('is not there yet');
    const again = await shows(buyer, number, 90);
    await buyer.waitsFor(`was sent before (${number})`);
    const { id, personId } = await newest();
    await inTransaction(walnut.app.appContext, (context) => createShop(context).orders.cancel(personId, id));
    await seller.taps('✖️ 没到', { on: again });
    await buyer.waitsFor('are not kept any more');
    expect(await newest()).toMatchObject({ payment: 'due', dueAt: null, stock: 'returned' });
  });

  it('takes no money back by an answer that comes after it', async () => {
    const { buyer, number } = await owes('Joe');
    const heard = await shows(buyer, number, 100);
    const { id, sellerId } = await newest();
    const { personId } = await db().member.findFirstOrThrow({ where: { sellerId, role: 'owner' } });
    await inTransaction(walnut.app.appContext, (context) =>
      createShop(context).orders.confirmPayment(personId, id),
    );
    await seller.taps('✖️ 没到', { on: heard });
    await seller.waitsFor(number);
    expect(await newest()).toMatchObject({ payment: 'paid', stock: 'taken' });
    expect(await db().orderEvent.count({ where: { orderId: id, change: 'proof-refused' } })).toBe(0);
  });

  it('asks for which of several orders a picture is', async () => {
    const { buyer, number } = await owes('Eva');
    clock.advance(11 * MINUTE);
    buyer.says('核桃 2斤');
    await buyer.waitsFor('¥30');
    await buyer.taps('✅ Confirm ¥30');
    await buyer.waitsFor('transfer ¥30');
    await buyer.sendsPhoto({ bytes: await picture(50) });
    await buyer.waitsFor('For which order');
    await buyer.taps(number);
    await buyer.waitsFor('Passed on to the seller');
  });

  it('reminds half an hour before the goods are let go, once', async () => {
    const { buyer } = await owes('Fay');
    clock.advance(95 * MINUTE);
    await walnut.app.jobs?.sweep();
    await buyer.waitsFor('its time is nearly up');
    await walnut.app.jobs?.sweep();
    clock.advance(30 * MINUTE);
    await walnut.app.jobs?.sweep();
    await buyer.waitsFor('was not paid in time');
    expect(buyer.heard().filter(({ text }) => text?.includes('nearly up'))).toHaveLength(1);
  });
});

describe('money back', () => {
  it('is owed when a paid order is declined, and done in one tap', async () => {
    const { buyer, number } = await owes('Gus');
    const heard = await shows(buyer, number, 60);
    await seller.taps('✅ 钱到了', { on: heard });
    await buyer.waitsFor('received the money');
    await seller.taps('✖️ 不接', { on: await seller.waitsFor(`${number} · 等您接单`) });
    await seller.waitsFor('为什么');
    await seller.taps('🌰 没货了');
    await buyer.waitsFor('could not take');
    expect(await newest()).toMatchObject({ payment: 'refund-due', stock: 'returned' });

    const list = await seller.waitsFor('要退的款', { after: seller.says('/refunds') });
    expect(list.text).toContain(`${number} 退 ¥15，没有接单`);
    await seller.taps(`✅ ${number} 退了 ¥15`, { on: list });
    await buyer.waitsFor('has sent ¥15 back');
    expect(await newest()).toMatchObject({ payment: 'refunded' });
    expect((await db().refund.findMany()).map(({ amount, state }) => [amount, state])).toEqual([
      [1_500, 'done'],
    ]);
  });

  it('is owed when money comes for goods that are gone, and never brings a cancelled order back', async () => {
    const { buyer, number } = await owes('Hal');
    const heard = await shows(buyer, number, 70);
    await db().order.updateMany({ where: { number }, data: { fulfilment: 'cancelled', stock: 'returned' } });
    await db().$executeRaw`UPDATE product SET held = held - 500`;
    const { onHand } = await db().product.findFirstOrThrow();
    await seller.taps('✅ 钱到了', { on: heard });
    await seller.waitsFor(number);
    expect(await newest()).toMatchObject({ fulfilment: 'cancelled', payment: 'refund-due' });
    expect((await db().product.findFirstOrThrow()).onHand).toBe(onHand);
    expect(await db().refund.findFirst({ where: { reason: 'late' } })).toMatchObject({ amount: 1_500 });
    expect(buyer).toBeDefined();
  });
});

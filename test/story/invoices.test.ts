import { describe, expect, it } from 'vitest';
import { inTransaction } from '../../src/db/work.ts';
import { inviteOperator } from '../../src/shop/sellers/sellers.ts';
import { createShop } from '../../src/shop/shop.ts';
import { fen } from '../../src/shop/values/money.ts';
import { baseQuantity } from '../../src/shop/values/quantity.ts';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { newBuyer, withCard } from '../support/stall.ts';
import type { PrivateChat } from '../support/telegram/interface.ts';
import type { Walnut } from '../support/walnut.ts';

const MINUTE = 60_000;
const clock = testClock();
const { walnut, seller } = openHousehold({
  clock,
  settings: { PAYMENT_PROVIDER_TOKEN: '284685063:TEST:MTA0ZjdmYjQxYzA4' },
  prepare: namePayee,
});

/** The village's office says who is paid. */
async function namePayee({ app, telegram, sellerBot }: Walnut): Promise<void> {
  const token = await inTransaction(app.appContext, inviteOperator);
  const office = telegram.person({ first_name: '李主任', language_code: 'zh' }).chatWith(sellerBot);
  office.starts(`i_${token}`);
  await office.waitsFor('服务站的人');
  office.says('/payee 岭头村合作社');
  await office.waitsFor('收款方是 岭头村合作社');
}

const db = () => walnut.database.db;
const newest = () => db().order.findFirstOrThrow({ orderBy: { number: 'desc' } });

/** A buyer who has confirmed an order to be paid online, with the bill before them. */
async function billed(name: string): Promise<PrivateChat> {
  const buyer = await newBuyer(walnut, name);
  await withCard(buyer);
  await buyer.taps('💳 Pay online');
  await buyer.waitsFor('Pay online; your goods');
  await buyer.taps('✅ Confirm ¥15');
  await buyer.waitsFor('Please pay the bill below');
  await buyer.waitsFor('岭头村合作社');
  return buyer;
}

describe('a bill', () => {
  it('is paid into the village’s account, recorded once, and the seller can accept', async () => {
    const buyer = await billed('Ann');
    const bill = await buyer.waitsFor('岭头村合作社');
    expect(await buyer.pays(bill)).toMatchObject({ is: 'paid', total: 1_500 });
    await buyer.waitsFor('Your payment has come');
    const heard = await seller.waitsFor('到了村里的账户');
    expect(await newest()).toMatchObject({ payment: 'paid', stock: 'taken', total: 1_500 });

    const [payment] = await db().payment.findMany();
    const order = await newest();
    const charge = {
      payload: order.checkoutId,
      amount: fen(1_500),
      currency: 'CNY',
      id: payment?.chargeId ?? '',
      platformId: '',
    };
    const again = await inTransaction(walnut.app.appContext, (context) =>
      createShop(context).invoices.paid(order.personId, charge),
    );
    expect(again).toEqual([]);
    expect(await db().payment.count()).toBe(1);

    await seller.taps('✅ 接单', { on: heard });
    await buyer.waitsFor('has accepted');
  });

  it('is refused before any money moves when the goods were let go and sold', async () => {
    const buyer = await billed('Ben');
    const bill = await buyer.waitsFor('岭头村合作社');
    clock.advance(121 * MINUTE);
    await walnut.app.jobs?.sweep();
    await buyer.waitsFor('was not paid in time');
    const { onHand } = await db().product.findFirstOrThrow();
    await db().product.updateMany({ data: { onHand: baseQuantity(0) } });
    expect(await buyer.pays(bill)).toMatchObject({
      is: 'refused',
      why: expect.stringContaining('just sold out'),
    });

    await db().product.updateMany({ data: { onHand } });
    expect(await buyer.pays(bill)).toMatchObject({ is: 'paid' });
    await buyer.waitsFor('Your payment has come');
    expect(await newest()).toMatchObject({ fulfilment: 'placed', payment: 'paid', stock: 'taken' });
    expect(await buyer.pays(bill)).toMatchObject({
      is: 'refused',
      why: expect.stringContaining('has been paid'),
    });
  });

  it('is given back in the provider’s own pages when the order is declined', async () => {
    const buyer = await billed('Cid');
    expect(await buyer.pays(await buyer.waitsFor('岭头村合作社'))).toMatchObject({ is: 'paid' });
    await buyer.waitsFor('Your payment has come');
    const { number } = await newest();
    await buyer.taps('✖️ Cancel the order');
    await buyer.waitsFor('Status: cancelled');
    const list = await seller.waitsFor('要退的款', { after: seller.says('/refunds') });
    expect(list.text).toContain(`${number} 退 ¥15，买家取消了（买家是用账单付的，请在支付平台里退）`);
  });
});

describe('without a named payee', () => {
  it('nothing is offered but delivery and transfer', async () => {
    await db().village.updateMany({ data: { payee: '' } });
    const buyer = await newBuyer(walnut, 'Dan');
    await withCard(buyer);
    expect(buyer.buttons().flat()).not.toContain('💳 Pay online');
    expect(buyer.buttons().flat()).toContain('💳 Pay by transfer');
  });
});

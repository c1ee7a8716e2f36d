import { describe, expect, it } from 'vitest';
import { type CheckoutId, newId, type OrderId, type ProductId } from '../../../src/db/ids.ts';
import { divideCharge } from '../../../src/shop/payments/charges.ts';
import { fen } from '../../../src/shop/values/money.ts';
import { openVillage } from '../../support/open-village.ts';
import { placeOrder } from '../../support/placing.ts';
import type { Neighbour } from '../../support/village.ts';

const scene = openVillage();
const { database, clock, village } = scene;

interface Billed {
  readonly buyer: Neighbour;
  readonly payer: string;
  readonly order: OrderId;
  readonly product: ProductId;
  readonly checkout: CheckoutId;
  readonly total: number;
}

let telegramId = 7_000;

/** Somebody on Telegram whose order of 500 g waits for an invoice to be paid. */
async function billed(stock = 500): Promise<Billed> {
  const product = await village.product('核桃', stock);
  const buyer = await village.person();
  telegramId += 1;
  await database.db.person.update({ where: { id: buyer.person }, data: { telegramId: BigInt(telegramId) } });
  const id = await placeOrder(scene, buyer, [[product, 500]], 'transfer');
  const { checkoutId, total } = await database.db.order.findUniqueOrThrow({ where: { id } });
  await database.db.checkout.update({ where: { id: checkoutId }, data: { payment: 'invoice' } });
  return { buyer, payer: String(telegramId), order: id, product, checkout: checkoutId, total };
}

const currency = 'CNY';
const prepare = ({ checkout, total }: Billed, payer: string) =>
  village.shop((shop) => shop.invoices.prepare({ payload: checkout, amount: fen(total), currency, payer }));
const pays = ({ buyer, checkout, total }: Billed, id: string) =>
  village.shop((shop) =>
    shop.invoices.paid(buyer.person, { payload: checkout, amount: fen(total), currency, id, platformId: id }),
  );
const orderOf = ({ order }: Billed) =>
  database.db.order.findUniqueOrThrow({ where: { id: order }, include: { payments: true, refunds: true } });
const stockOf = ({ product }: Billed) => database.db.product.findUniqueOrThrow({ where: { id: product } });

describe('before the money moves', () => {
  it('only the buyer may pay their bill, wherever it was passed on to', async () => {
    const bill = await billed();
    const stranger = await billed();
    expect(await prepare(bill, stranger.payer)).toMatchObject({ ok: false, refusal: { code: 'unknown' } });
    expect(await prepare(bill, '424242')).toMatchObject({ ok: false, refusal: { code: 'unknown' } });
    expect(await prepare(bill, bill.payer)).toMatchObject({ ok: true });
  });

  it('goods that were let go are held again once, however often it is asked at once', async () => {
    const bill = await billed(2_000);
    clock.advance(121 * 60_000);
    await village.shop((shop) => shop.orders.expireDue());
    expect(await stockOf(bill)).toMatchObject({ held: 0 });
    const asked = await Promise.all([1, 2, 3].map(() => prepare(bill, bill.payer)));
    expect(asked.filter(({ ok }) => ok)).toHaveLength(3);
    expect(await stockOf(bill)).toMatchObject({ held: 500, onHand: 2_000 });
    expect(await orderOf(bill)).toMatchObject({ fulfilment: 'placed', stock: 'held' });
  });

  it('a cancelled order is not brought back', async () => {
    const bill = await billed();
    await village.shop((shop) => shop.orders.cancel(bill.buyer.person, bill.order));
    expect(await prepare(bill, bill.payer)).toMatchObject({ ok: false, refusal: { code: 'paid' } });
    expect(await stockOf(bill)).toMatchObject({ held: 0, onHand: 500 });
  });
});

describe('money that has moved', () => {
  it('counts once when it is told several times at once', async () => {
    const bill = await billed();
    const told = await Promise.all([1, 2, 3].map(() => pays(bill, `one-${bill.order}`)));
    expect(told.flat()).toHaveLength(1);
    expect(await orderOf(bill)).toMatchObject({ payment: 'paid', stock: 'taken', payments: [{}] });
    expect(await stockOf(bill)).toMatchObject({ held: 0, onHand: 0 });
  });

  it('is owed back alone when the order was paid in another way, and the order stands', async () => {
    const bill = await billed();
    await village.shop((shop) => shop.orders.confirmPayment(village.owner.person, bill.order));
    expect(await pays(bill, `again-${bill.order}`)).toMatchObject([{ isOwedBack: true }]);
    const order = await orderOf(bill);
    expect(order).toMatchObject({ payment: 'paid', stock: 'taken', fulfilment: 'placed' });
    expect(order.refunds.map(({ amount, reason }) => [amount, reason])).toEqual([[bill.total, 'late']]);
  });

  it('is owed back when the order was cancelled meanwhile', async () => {
    const bill = await billed();
    await prepare(bill, bill.payer);
    await village.shop((shop) => shop.orders.cancel(bill.buyer.person, bill.order));
    expect(await pays(bill, `late-${bill.order}`)).toMatchObject([{ isOwedBack: true }]);
    expect(await orderOf(bill)).toMatchObject({ payment: 'refund-due', refunds: [{ amount: bill.total }] });
    expect(await stockOf(bill)).toMatchObject({ held: 0, onHand: 500 });
  });

  it('pays what stood on the bill, and nothing that was called off before', () => {
    const [a, b] = [newId<OrderId>(), newId<OrderId>()];
    const owing = (id: OrderId, total: number, fulfilment = 'placed', payment = 'due') => ({
      id,
      total: fen(total),
      fulfilment,
      payment,
    });
    expect(divideCharge([owing(a, 10, 'cancelled'), owing(b, 20)], fen(20))).toEqual([
      { id: b, total: 20, amount: 20 },
    ]);
    expect(divideCharge([owing(a, 10, 'cancelled'), owing(b, 20)], fen(30)).map(({ id }) => id)).toEqual([
      b,
      a,
    ]);
    expect(divideCharge([owing(a, 10, 'placed', 'paid'), owing(b, 20)], fen(25))).toEqual([
      { id: b, total: 20, amount: 25 },
    ]);
  });
});

it('what is paid twice is not taken off what was earned', async () => {
  const walnuts = await village.product('核桃', 50_000);
  const buyer = await village.known();
  const id = await placeOrder(scene, buyer, [[walnuts, 2_500]], 'invoice');
  const { checkoutId, total } = await database.db.order.findUniqueOrThrow({ where: { id } });
  await database.db.checkout.update({ where: { id: checkoutId }, data: { payment: 'invoice' } });
  const before = await village.shop((s) => s.sales.of(village.owner.person, village.seller, 'today'));
  await village.shop((s) => s.orders.confirmPayment(village.owner.person, id));
  await village.shop((s) =>
    s.invoices.paid(buyer.person, {
      payload: checkoutId,
      amount: total,
      currency: 'CNY',
      id: 'c1',
      platformId: 'p1',
    }),
  );
  const after = await village.shop((s) => s.sales.of(village.owner.person, village.seller, 'today'));
  expect(after?.earned).toBe(before?.earned);
});

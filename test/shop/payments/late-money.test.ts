import { describe, expect, it } from 'vitest';
import type { CheckoutId, OrderId, ProductId, ProofId } from '../../../src/db/ids.ts';
import type { PaymentMethod } from '../../../src/shop/checkout/card.ts';
import { lapseProofs, takeUnansweredProofs } from '../../../src/shop/payments/unanswered-proofs.ts';
import { fen } from '../../../src/shop/values/money.ts';
import { baseQuantity } from '../../../src/shop/values/quantity.ts';
import { openVillage } from '../../support/open-village.ts';
import { openCard } from '../../support/placing.ts';
import { granted, present } from '../../support/present.ts';
import { privatePhoto } from '../../support/private-photo.ts';
import type { Neighbour } from '../../support/village.ts';

// Proofs that nobody answers, and money that comes when the order's time is over.

const HOUR_MS = 3_600_000;
const { database, clock, village } = openVillage();

const db = () => database.db;
const owner = () => village.owner.person;
interface Bought {
  readonly buyer: Neighbour;
  readonly id: OrderId;
  readonly checkout: CheckoutId;
}

async function buys(
  product: ProductId,
  quantity: number,
  payBy: PaymentMethod = 'transfer',
  buyer?: Neighbour,
): Promise<Bought> {
  const one = buyer ?? (await village.person());
  return village.shop(async (shop) => {
    const card = await openCard(shop, one, [[product, quantity]], { payBy });
    const { orders } = granted(await shop.checkout.place(one.person, card.id, true));
    return { buyer: one, id: present(orders[0]).id, checkout: card.id };
  });
}

async function shows({ buyer, id }: Bought): Promise<ProofId> {
  const picture = await privatePhoto(db(), clock);
  const sent = await village.shop((shop) => shop.proofs.send(buyer.person, id, picture));
  return granted(sent).proof.id;
}

const answers = (proof: ProofId, isThere: boolean) =>
  village.shop((shop) => shop.proofs.answer(owner(), proof, isThere));
const expires = () => village.shop((shop) => shop.orders.expireDue());
/** Orders whose proofs lapse now, of all or of one. */
const lapses = async (of?: Bought) =>
  (await village.shop((_, context) => lapseProofs(context))).filter(({ id }) => !of || id === of.id);
const orderNow = ({ id }: Bought) => db().order.findUniqueOrThrow({ where: { id } });
const refunds = async ({ id }: Bought) =>
  (await db().refund.findMany({ where: { orderId: id } })).map(({ amount, reason }) => ({ amount, reason }));

async function stockOf(id: ProductId) {
  const { onHand, held } = await db().product.findUniqueOrThrow({ where: { id } });
  const { _sum } = await db().stockEntry.aggregate({ where: { productId: id }, _sum: { change: true } });
  return { onHand, held, ledger: _sum.change };
}

describe('a proof that nobody answers', () => {
  it('comes back after a day, once, and ends after three: the goods are free', async () => {
    const walnuts = await village.product('核桃', 5_000);
    const order = await buys(walnuts, 1_000);
    await shows(order);
    const takes = async () =>
      (await village.shop((_, context) => takeUnansweredProofs(context))).filter(
        (proof) => proof.order.id === order.id,
      );
    clock.advance(24 * HOUR_MS - 1);
    expect(await takes()).toEqual([]);
    clock.advance(1);
    expect(await takes()).toMatchObject([{ order: { id: order.id } }]);
    expect(await takes()).toEqual([]);
    clock.advance(48 * HOUR_MS - 1);
    expect(await lapses(order)).toEqual([]);
    expect((await expires()).map(({ id }) => id)).not.toContain(order.id);
    expect(await stockOf(walnuts)).toMatchObject({ held: 1_000 });
    clock.advance(1);
    expect(await lapses(order)).toMatchObject([{ id: order.id, fulfilment: 'expired', payment: 'due' }]);
    expect(await stockOf(walnuts)).toEqual({ onHand: 5_000, held: 0, ledger: 5_000 });
    expect(await lapses(order)).toEqual([]);
  });

  it.each([
    {
      what: 'the goods, where they are there',
      left: 5_000,
      becomes: { fulfilment: 'placed', stock: 'taken' },
    },
    {
      what: 'the money, where they are gone',
      left: 500,
      becomes: { fulfilment: 'expired', stock: 'returned' },
    },
  ])('still gives $what when the seller finds the money later', async ({ left, becomes }) => {
    const walnuts = await village.product('核桃', 5_000);
    const order = await buys(walnuts, 1_000);
    const proof = await shows(order);
    clock.advance(72 * HOUR_MS);
    await lapses();
    await village.shop((shop) =>
      shop.listings.moveStock(owner(), walnuts, { mode: 'set', quantity: baseQuantity(left) }),
    );
    await answers(proof, true);
    expect(await orderNow(order)).toMatchObject(becomes);
    expect(await refunds(order)).toEqual(left < 1_000 ? [{ amount: 3_000, reason: 'late' }] : []);
  });

  it('cannot be kept alive by sending pictures, of which the newest is shown', async () => {
    const walnuts = await village.product('核桃', 5_000);
    const order = await buys(walnuts, 1_000);
    const first = await shows(order);
    clock.advance(71 * HOUR_MS);
    const second = await shows(order);
    const current = await village.shop((shop) => shop.proofs.current(order.id));
    expect(current?.id).toBe(second);
    expect(await answers(first, false)).toMatchObject({ isDone: false });
    clock.advance(HOUR_MS);
    expect(await lapses(order)).toMatchObject([{ id: order.id }]);
    const third = await shows(order);
    expect((await orderNow(order)).dueAt).toEqual(new Date(clock.now().getTime() + 72 * HOUR_MS));
    expect(await answers(third, true)).toMatchObject({ isDone: true, order: { payment: 'paid' } });
    expect(await answers(first, true)).toMatchObject({ isDone: false });
    expect(await db().payment.count({ where: { orderId: order.id } })).toBe(1);
  });

  it('does not keep its buyer from being forgotten for ever', async () => {
    const order = await buys(await village.product('核桃', 5_000), 1_000);
    await shows(order);
    const forget = () => village.shop((shop) => shop.erasure.eraseWhenClosed(order.buyer.person));
    expect(await forget()).toBe(false);
    clock.advance(72 * HOUR_MS);
    await lapses();
    expect(await forget()).toBe(true);
  });
});

describe('money that comes late', () => {
  it('brings nobody more than one person may have', async () => {
    const walnuts = await village.product('核桃', 50_000);
    await db().product.update({ where: { id: walnuts }, data: { personLimit: baseQuantity(2_000) } });
    const order = await buys(walnuts, 2_000);
    clock.advance(3 * HOUR_MS);
    await expires();
    await buys(walnuts, 2_000, 'delivery', order.buyer);
    const end = await village.shop((shop) => shop.orders.confirmPayment(owner(), order.id));
    expect(end).toMatchObject({ whyRefunded: 'over-limit', order: { payment: 'refund-due' } });
    expect(await refunds(order)).toEqual([{ amount: 6_000, reason: 'late' }]);
    expect(await stockOf(walnuts)).toMatchObject({ onHand: 50_000, held: 2_000 });
  });

  it('is not taken by a bill for more than one person may have', async () => {
    const walnuts = await village.product('核桃', 50_000);
    await db().product.update({ where: { id: walnuts }, data: { personLimit: baseQuantity(2_000) } });
    const telegramId = 77n;
    const buyer = await village.person();
    await db().person.update({ where: { id: buyer.person }, data: { telegramId } });
    const order = await buys(walnuts, 2_000, 'transfer', buyer);
    await db().checkout.update({ where: { id: order.checkout }, data: { payment: 'invoice' } });
    clock.advance(3 * HOUR_MS);
    await expires();
    await buys(walnuts, 2_000, 'delivery', buyer);
    const query = { payload: order.checkout, amount: fen(6_000), currency: 'CNY', payer: String(telegramId) };
    const end = await village.shop((shop) => shop.invoices.prepare(query));
    expect(end).toMatchObject({ ok: false, refusal: { code: 'over-limit', title: '核桃' } });
    expect(await stockOf(walnuts)).toMatchObject({ held: 2_000 });
  });

  it('goes back where its buyer has been forgotten: nothing is sent to nobody', async () => {
    const walnuts = await village.product('核桃', 5_000);
    const order = await buys(walnuts, 1_000);
    clock.advance(3 * HOUR_MS);
    await expires();
    expect(await village.shop((shop) => shop.erasure.eraseWhenClosed(order.buyer.person))).toBe(true);
    const end = await village.shop((shop) => shop.orders.confirmPayment(owner(), order.id));
    expect(end).toMatchObject({ whyRefunded: 'forgotten' });
    expect(await orderNow(order)).toMatchObject({ fulfilment: 'expired', payment: 'refund-due' });
    expect(await refunds(order)).toEqual([{ amount: 3_000, reason: 'late' }]);
    expect(await stockOf(walnuts)).toEqual({ onHand: 5_000, held: 0, ledger: 5_000 });
  });
});

describe('a transfer that a harvest has made too large', () => {
  it('is shown as it was sent, also by a second picture, and owed back by itself', async () => {
    const dates = await village.product('鲜枣', 0);
    await village.shop((shop) =>
      shop.preorders.expect(owner(), dates, new Date('2026-12-20'), baseQuantity(10_000)),
    );
    const order = await buys(dates, 2_000);
    await shows(order);
    await village.shop((shop) => shop.preorders.picked(owner(), dates, baseQuantity(1_000)));
    expect(await orderNow(order)).toMatchObject({ total: 3_000, payment: 'proof-sent' });
    const proof = await shows(order);
    const current = await village.shop((shop) => shop.proofs.current(order.id));
    expect(current).toMatchObject({ id: proof, amount: 6_000, order: { total: 3_000 } });
    const waiting = await village.shop((shop) => shop.proofs.waiting(owner(), village.seller, 0));
    expect(waiting?.items.find((one) => one.order.id === order.id)?.amount).toBe(6_000);
    expect(await answers(proof, true)).toMatchObject({ owedBack: 3_000, whyRefunded: undefined });
    expect(await refunds(order)).toEqual([{ amount: 3_000, reason: 'unpicked' }]);
  });
});

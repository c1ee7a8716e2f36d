import { beforeEach, describe, expect, it } from 'vitest';
import type { OrderId, ProductId } from '../../../src/db/ids.ts';
import type { PaymentMethod } from '../../../src/shop/checkout/card.ts';
import type { Recipient } from '../../../src/shop/customers/addresses.ts';
import { baseQuantity } from '../../../src/shop/values/quantity.ts';
import { openVillage } from '../../support/open-village.ts';
import { granted, present } from '../../support/present.ts';
import type { Neighbour } from '../../support/village.ts';

const { database, clock, village } = openVillage();

/** No order of an earlier story still waits. */
beforeEach(() =>
  database.db.order.updateMany({
    where: { fulfilment: 'placed' },
    data: { stock: 'returned', fulfilment: 'cancelled' },
  }),
);

const HOUR_MS = 3_600_000;

const home = (i: number): Recipient => ({
  name: '王芳',
  phone: `138${String(i).padStart(8, '0')}`,
  address: `太原市迎泽区桃园路${i}号`,
});

const buys = (
  { person, chat }: Neighbour,
  product: ProductId,
  quantity: number,
  recipient: Recipient,
  payBy: PaymentMethod = 'delivery',
) =>
  village.shop(async (shop) => {
    await shop.cart.set(person, product, baseQuantity(quantity));
    const lines = (await shop.cart.lines(person)).filter((line) => line.product.id === product);
    const { card } = granted(await shop.checkout.open(person, chat, { payBy, recipient }, lines));
    return shop.checkout.place(person, card.id, true);
  });

type Bought = Awaited<ReturnType<typeof buys>>;

const placed = (ends: readonly Bought[]): number => ends.filter(({ ok }) => ok).length;
const refusals = (ends: readonly Bought[]): string[] =>
  ends.flatMap((end) => (end.ok ? [] : [end.refusal.code]));
const orderOf = (end: Bought): OrderId => present(granted(end).orders[0]).id;

const visitors = (count: number): Promise<Neighbour[]> =>
  Promise.all(Array.from({ length: count }, () => village.person('web-buyer')));

const stockOf = async (product: ProductId) => {
  const { onHand, held } = await database.db.product.findUniqueOrThrow({ where: { id: product } });
  const { _sum } = await database.db.stockEntry.aggregate({
    where: { productId: product },
    _sum: { change: true },
  });
  return { onHand, held, ledger: _sum.change };
};

describe('somebody anonymous', () => {
  it('with sixty cookies, phones and addresses leaves half of the village to others', async () => {
    const walnuts = await village.product('核桃', 100_000);
    const all = await visitors(60);
    const ends = await Promise.all(all.map((one, i) => buys(one, walnuts, 5_000, home(i))));
    expect(placed(ends)).toBe(10);
    expect(new Set(refusals(ends))).toEqual(new Set(['newcomer-share']));
    expect(await stockOf(walnuts)).toEqual({ onHand: 100_000, held: 50_000, ledger: 100_000 });
  });

  it('with one phone and forty cookies has no more waiting than one person may', async () => {
    const walnuts = await village.product('核桃', 1_000_000);
    const ends = await Promise.all(
      (await visitors(40)).map((one, i) => buys(one, walnuts, 10_000, { ...home(i), phone: '13900001111' })),
    );
    // ¥300 each, and ¥2,000 in all.
    expect(placed(ends)).toBe(6);
    expect(new Set(refusals(ends))).toEqual(new Set(['newcomer-amount']));
  });

  it('buys all that newcomers may have where that is less than the least of an order, and no less', async () => {
    const walnuts = await village.product('核桃', 40_000);
    await database.db.product.update({
      where: { id: walnuts },
      data: { minimumQuantity: baseQuantity(30_000) },
    });
    const [one, other] = await visitors(2);
    expect(refusals([await buys(present(one), walnuts, 10_000, home(200))])).toEqual(['below-quantity']);
    expect(placed([await buys(present(other), walnuts, 20_000, home(201))])).toBe(1);
  });

  it('with one address, however it is written, has no more waiting than an address may', async () => {
    const walnuts = await village.product('核桃', 1_000_000);
    const written = ['太原市迎泽区桃园路1号', '太原市 迎泽区 桃园路１号', '太原市迎泽区，桃园路1号。'];
    const ends = await Promise.all(
      (await visitors(30)).map((one, i) =>
        buys(one, walnuts, 10_000, { ...home(i), address: written[i % 3] ?? '' }),
      ),
    );
    expect(placed(ends)).toBe(13);
    expect(new Set(refusals(ends))).toEqual(new Set(['newcomer-amount']));
  });

  it('gains nothing by confirming cards over different goods in two chats at once', async () => {
    const goods = await Promise.all(
      ['核桃', '小米', '红枣', '花椒'].map((one) => village.product(one, 500_000)),
    );
    const [one] = await visitors(1);
    const { person } = present(one);
    const chats = await Promise.all(
      goods.map(async () => {
        const { chat } = await village.person('web-buyer');
        await database.db.chat.update({ where: { id: chat }, data: { personId: person } });
        return { person, chat, address: '' };
      }),
    );
    const ends = await Promise.all(chats.map((chat, i) => buys(chat, present(goods[i]), 25_000, home(100))));
    // ¥750 each, and ¥2,000 in all.
    expect(placed(ends)).toBe(2);
  });
});

describe('somebody anonymous who promises to transfer', () => {
  it('with sixty cookies, phones and addresses leaves a quarter of the village to others, by both ways together', async () => {
    const walnuts = await village.product('核桃', 100_000);
    const all = await visitors(60);
    const ways = (i: number): PaymentMethod => (i % 2 === 0 ? 'transfer' : 'delivery');
    const ends = await Promise.all(all.map((one, i) => buys(one, walnuts, 5_000, home(i), ways(i))));
    expect(placed(ends)).toBe(15);
    expect(await stockOf(walnuts)).toEqual({ onHand: 100_000, held: 75_000, ledger: 100_000 });
  });

  it('with one phone, or one address, has no more unpaid than twice what may wait for sellers', async () => {
    const walnuts = await village.product('核桃', 1_000_000);
    const ofPhone = await Promise.all(
      (await visitors(20)).map((one, i) =>
        buys(one, walnuts, 10_000, { ...home(i), phone: '13900002222' }, 'transfer'),
      ),
    );
    // ¥300 each, and ¥4,000 in all; beside it nothing on delivery.
    expect(placed(ofPhone)).toBe(13);
    expect(new Set(refusals(ofPhone))).toEqual(new Set(['newcomer-amount']));
    const [more] = await visitors(1);
    const onDelivery = await buys(present(more), walnuts, 10_000, { ...home(70), phone: '13900002222' });
    expect(refusals([onDelivery])).toEqual(['newcomer-amount']);
    const ofAddress = await Promise.all(
      (await visitors(30)).map((one, i) =>
        buys(one, walnuts, 10_000, { ...home(i), address: '太原市迎泽区桃园路99号' }, 'transfer'),
      ),
    );
    expect(placed(ofAddress)).toBe(26);
  });

  it('and sends a picture of anything still counts until the seller has the money', async () => {
    const walnuts = await village.product('核桃', 100_000);
    const [buyer, other] = await visitors(2);
    const order = orderOf(await buys(present(buyer), walnuts, 75_000, home(60), 'transfer'));
    await database.db.order.update({ where: { id: order }, data: { payment: 'proof-sent' } });
    expect(refusals([await buys(present(other), walnuts, 5_000, home(61), 'transfer')])).toEqual([
      'newcomer-share',
    ]);
  });
});

describe("a newcomer's order on delivery", () => {
  it('of 50 kg for ¥1,500 is taken by the defaults', async () => {
    const walnuts = await village.product('核桃', 100_000);
    const [buyer] = await visitors(1);
    expect(await buys(present(buyer), walnuts, 50_000, home(1))).toMatchObject({ ok: true });
  });

  it('holds its goods until the seller accepts, and is gone from the caps then', async () => {
    const walnuts = await village.product('核桃', 100_000);
    const [buyer] = await visitors(1);
    const order = orderOf(await buys(present(buyer), walnuts, 50_000, home(2)));
    expect(await stockOf(walnuts)).toEqual({ onHand: 100_000, held: 50_000, ledger: 100_000 });
    await village.shop((shop) => shop.orders.accept(village.owner.person, order));
    expect(await stockOf(walnuts)).toEqual({ onHand: 50_000, held: 0, ledger: 50_000 });
    expect(await buys(present(buyer), walnuts, 25_000, home(2))).toMatchObject({ ok: true });
  });

  it('expires after a day without an answer, and gives everything back', async () => {
    const walnuts = await village.product('核桃', 100_000);
    const [buyer] = await visitors(1);
    const order = orderOf(await buys(present(buyer), walnuts, 1_000, home(3)));
    clock.advance(24 * HOUR_MS - 1);
    expect(await village.shop((shop) => shop.orders.expireDue())).toEqual([]);
    clock.advance(1);
    expect(await village.shop((shop) => shop.orders.expireDue())).toMatchObject([
      { id: order, fulfilment: 'expired', stock: 'returned' },
    ]);
    expect(await stockOf(walnuts)).toEqual({ onHand: 100_000, held: 0, ledger: 100_000 });
    const late = await village.shop((shop) => shop.orders.accept(village.owner.person, order));
    expect(late?.isDone).toBe(false);
  });

  it('is held again when its cancelling is taken back, unless too much waits by then', async () => {
    const walnuts = await village.product('核桃', 100_000);
    const [buyer, other] = await visitors(2);
    const { person } = present(buyer);
    const order = orderOf(await buys(present(buyer), walnuts, 30_000, home(4)));
    const cancelAndRestore = async (between: () => Promise<unknown>) => {
      await village.shop((shop) => shop.orders.cancel(person, order));
      await between();
      return village.shop((shop) => shop.orderRestore.restore(person, order));
    };
    expect(await cancelAndRestore(async () => {})).toMatchObject({ ok: true });
    expect(await stockOf(walnuts)).toEqual({ onHand: 100_000, held: 30_000, ledger: 100_000 });
    const again = await cancelAndRestore(() => buys(present(other), walnuts, 30_000, home(5)));
    expect(again).toMatchObject({ ok: false, refusal: { code: 'newcomer' } });
    expect(await stockOf(walnuts)).toEqual({ onHand: 100_000, held: 30_000, ledger: 100_000 });
  });

  it('is none any more after one has been delivered: the next is sold at Confirm', async () => {
    const walnuts = await village.product('核桃', 100_000);
    const [buyer] = await visitors(1);
    const order = orderOf(await buys(present(buyer), walnuts, 1_000, home(6)));
    await village.shop(async (shop) => {
      await shop.orders.accept(village.owner.person, order);
      await shop.orders.ship(village.owner.person, order);
      await shop.orders.received(present(buyer).person, order);
    });
    granted(await buys(present(buyer), walnuts, 90_000, home(6)));
    expect(await stockOf(walnuts)).toEqual({ onHand: 9_000, held: 0, ledger: 9_000 });
  });

  it('that is paid first may be larger, of up to half of what the share leaves, until it is paid', async () => {
    const walnuts = await village.product('核桃', 100_000);
    const [buyer, other] = await visitors(2);
    const all = await buys(present(buyer), walnuts, 100_000, home(7), 'transfer');
    expect(all).toMatchObject({ refusal: { code: 'newcomer-share', waitsFor: 'payment', left: 75_000 } });
    const order = orderOf(await buys(present(buyer), walnuts, 75_000, home(7), 'transfer'));
    expect(refusals([await buys(present(other), walnuts, 1_000, home(8))])).toEqual(['newcomer-share']);
    await village.shop((shop) => shop.orders.confirmPayment(village.owner.person, order));
    expect(await buys(present(other), walnuts, 10_000, home(8))).toMatchObject({ ok: true });
  });

  it('is refused to nobody for the last jars', async () => {
    const few = await village.product('花椒', 2_500);
    const [buyer] = await visitors(1);
    expect(await buys(present(buyer), few, 2_500, home(8))).toMatchObject({ ok: true });
  });
});

describe('a seller', () => {
  it('accepts at once all that waited, and nothing that came after the button', async () => {
    const walnuts = await village.product('核桃', 100_000);
    const all = await visitors(5);
    for (const [i, one] of all.entries()) granted(await buys(one, walnuts, 1_000, home(20 + i)));
    const until = clock.now();
    clock.advance(1);
    const [late] = await visitors(1);
    granted(await buys(present(late), walnuts, 1_000, home(30)));
    const accept = (person = village.owner.person) =>
      village.shop((shop) => shop.orders.acceptAll(person, village.seller, until));
    expect(await accept(present(late).person)).toBeUndefined();
    const twice = await Promise.all([accept(), accept()]);
    expect(twice.map((one) => present(one).length).sort()).toEqual([0, 5]);
    expect(await stockOf(walnuts)).toEqual({ onHand: 95_000, held: 1_000, ledger: 95_000 });
  });
});

describe('an operator', () => {
  it('sets the caps, and nobody else does', async () => {
    const operator = await village.person('web-seller');
    await database.db.person.update({ where: { id: operator.person }, data: { isOperator: true } });
    const set = (by: Neighbour, to: number | null) =>
      village.shop((shop) => shop.admin.setNewcomerCap(by.person, 'person', to));
    expect(await set(village.owner, 1_000)).toBeUndefined();
    expect(await set(operator, 1_000)).toBe(true);
    const walnuts = await village.product('核桃', 100_000);
    const [buyer] = await visitors(1);
    const refused = await buys(present(buyer), walnuts, 1_000, home(40));
    expect(refused).toMatchObject({ refusal: { code: 'newcomer-amount', limit: 1_000, left: 1_000 } });
    expect(await set(operator, -1)).toBe(false);
    expect(await set(operator, null)).toBe(true);
    expect(await buys(present(buyer), walnuts, 45_000, home(40))).toMatchObject({ ok: true });
    await set(operator, 200_000);
  });
});

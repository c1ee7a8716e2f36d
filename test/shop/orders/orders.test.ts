import { describe, expect, it } from 'vitest';
import type { CheckoutId, ProductId } from '../../../src/db/ids.ts';
import type { PaymentMethod } from '../../../src/shop/checkout/card.ts';
import { HOLD_MS } from '../../../src/shop/checkout/write-orders.ts';
import { nextFulfilment } from '../../../src/shop/orders/lifecycle.ts';
import { fen } from '../../../src/shop/values/money.ts';
import { baseQuantity } from '../../../src/shop/values/quantity.ts';
import { openVillage } from '../../support/open-village.ts';
import { openCard, recipient } from '../../support/placing.ts';
import { granted, present } from '../../support/present.ts';
import type { Neighbour } from '../../support/village.ts';

const { database, clock, village } = openVillage();

/** Opens a card over one product, ready to be confirmed. */
async function card(
  buyer: Neighbour,
  product: ProductId,
  quantity: number,
  payBy: PaymentMethod = 'delivery',
): Promise<CheckoutId> {
  return village.shop(async (shop) => {
    return (await openCard(shop, buyer, [[product, quantity]], { payBy })).id;
  });
}

const place = (buyer: Neighbour, intent: CheckoutId) =>
  village.shop((shop) => shop.checkout.place(buyer.person, intent));

async function buys(product: ProductId, quantity: number, payBy?: PaymentMethod) {
  const buyer = await village.known();
  const placed = await place(buyer, await card(buyer, product, quantity, payBy));
  if (!placed.ok) throw new Error(placed.refusal.code);
  return { buyer, id: present(placed.orders[0]?.id) };
}

async function stockOf(product: ProductId): Promise<{ onHand: number; held: number; ledger: number | null }> {
  const { onHand, held } = await database.db.product.findUniqueOrThrow({ where: { id: product } });
  const { _sum } = await database.db.stockEntry.aggregate({
    where: { productId: product },
    _sum: { change: true },
  });
  return { onHand, held, ledger: _sum.change };
}

describe('a card', () => {
  it('is placed once, however often it is confirmed at once', async () => {
    const product = await village.product('核桃', 5_000);
    const buyer = await village.known();
    const intent = await card(buyer, product, 500);
    const ends = await Promise.all(Array.from({ length: 20 }, () => place(buyer, intent)));
    expect(ends.filter((end) => end.ok)).toHaveLength(1);
    expect(ends.filter((end) => !end.ok && end.refusal.code === 'already')).toHaveLength(19);
    expect(await stockOf(product)).toEqual({ onHand: 4_500, held: 0, ledger: 4_500 });
  });

  it('is placed as it was shown, whatever the cart says by then', async () => {
    const product = await village.product('核桃', 5_000);
    const buyer = await village.known();
    const intent = await card(buyer, product, 500);
    await village.shop((shop) => shop.cart.set(buyer.person, product, baseQuantity(4_000)));
    expect((await place(buyer, intent)).ok).toBe(true);
    expect((await stockOf(product)).onHand).toBe(4_500);
  });

  it('is refused with was and now when the price has changed, and leaves nothing behind', async () => {
    const product = await village.product('核桃', 5_000);
    const buyer = await village.person();
    const intent = await card(buyer, product, 500);
    await database.db.product.update({ where: { id: product }, data: { price: fen(1_600) } });
    const end = await place(buyer, intent);
    expect(end).toMatchObject({ ok: false, refusal: { code: 'changed' } });
    expect(await stockOf(product)).toEqual({ onHand: 5_000, held: 0, ledger: 5_000 });
    expect(await database.db.order.count({ where: { personId: buyer.person } })).toBe(0);
  });

  it('asks whether the same again was meant', async () => {
    const product = await village.product('核桃', 5_000);
    const buyer = await village.known();
    await place(buyer, await card(buyer, product, 500));
    const again = await card(buyer, product, 500);
    expect(await place(buyer, again)).toMatchObject({ ok: false, refusal: { code: 'twice' } });
    const meant = await village.shop((shop) => shop.checkout.place(buyer.person, again, true));
    expect(meant.ok).toBe(true);
    expect((await stockOf(product)).onHand).toBe(4_000);
  });

  it('belongs to the person who opened it', async () => {
    const product = await village.product('核桃', 5_000);
    const [buyer, stranger] = [await village.known(), await village.known()];
    const intent = await card(buyer, product, 500);
    expect(await place(stranger, intent)).toMatchObject({ ok: false, refusal: { code: 'stale' } });
  });
});

describe('the last unit', () => {
  it('goes to one of two buyers: never both, never neither', async () => {
    for (let round = 0; round < 10; round += 1) {
      const buyers = [await village.known(), await village.known()];
      const product = await village.product(`核桃 ${round}`, 500);
      const intents = await Promise.all(
        buyers.map((buyer) => card(buyer, product, 500, round % 2 === 0 ? 'delivery' : 'transfer')),
      );
      const ends = await Promise.all(buyers.map((buyer, i) => place(buyer, present(intents[i]))));
      expect(ends.filter((end) => end.ok)).toHaveLength(1);
      expect(ends.find((end) => !end.ok)).toMatchObject({ refusal: { code: 'short', available: 0 } });
    }
  });

  it('is never sold twice by carts that cross', async () => {
    const [a, b] = [await village.product('核桃', 50_000), await village.product('小米', 50_000)];
    const buyers = await Promise.all(Array.from({ length: 30 }, () => village.known()));
    const ends = await Promise.all(
      buyers.map(async (buyer, i) => {
        const order = i % 2 === 0 ? [a, b] : [b, a];
        for (const product of order)
          await village.shop((shop) => shop.cart.set(buyer.person, product, baseQuantity(2_500)));
        const intent = await village.shop(async (shop) => {
          const lines = await shop.cart.lines(buyer.person);
          return granted(
            await shop.checkout.open(buyer.person, buyer.chat, { payBy: 'delivery', recipient }, lines),
          ).card.id;
        });
        return place(buyer, intent);
      }),
    );
    expect(ends.filter((end) => end.ok)).toHaveLength(20);
    expect(await stockOf(a)).toEqual({ onHand: 0, held: 0, ledger: 0 });
    expect(await stockOf(b)).toEqual({ onHand: 0, held: 0, ledger: 0 });
  });
});

describe('a hold', () => {
  it('becomes taken when the money comes', async () => {
    const product = await village.product('核桃', 5_000);
    const { id } = await buys(product, 500, 'transfer');
    expect(await stockOf(product)).toEqual({ onHand: 5_000, held: 500, ledger: 5_000 });
    await village.shop((shop) => shop.orders.confirmPayment(village.owner.person, id));
    expect(await stockOf(product)).toEqual({ onHand: 4_500, held: 0, ledger: 4_500 });
  });

  it('is let go at its deadline, once', async () => {
    const product = await village.product('核桃', 5_000);
    const { id } = await buys(product, 500, 'transfer');
    clock.advance(HOLD_MS);
    const rounds = await Promise.all(
      Array.from({ length: 5 }, () => village.shop((shop) => shop.orders.expireDue())),
    );
    expect(rounds.flat().filter((order) => order.id === id)).toHaveLength(1);
    expect(await stockOf(product)).toEqual({ onHand: 5_000, held: 0, ledger: 5_000 });
  });

  it('is taken again when the money comes late and the goods are there', async () => {
    const product = await village.product('核桃', 500);
    const { id } = await buys(product, 500, 'transfer');
    clock.advance(HOLD_MS);
    await village.shop((shop) => shop.orders.expireDue());
    const end = await village.shop((shop) => shop.orders.confirmPayment(village.owner.person, id));
    expect(end?.order).toMatchObject({ fulfilment: 'placed', payment: 'paid', stock: 'taken' });
    expect((await stockOf(product)).onHand).toBe(0);
  });

  it('opens a refund when the money comes late and somebody else has the goods', async () => {
    const product = await village.product('核桃', 500);
    const { id } = await buys(product, 500, 'transfer');
    clock.advance(HOLD_MS);
    await village.shop((shop) => shop.orders.expireDue());
    await buys(product, 500);
    const end = await village.shop((shop) => shop.orders.confirmPayment(village.owner.person, id));
    expect(end?.order.payment).toBe('refund-due');
    expect(await stockOf(product)).toEqual({ onHand: 0, held: 0, ledger: 0 });
  });
});

describe('an order', () => {
  it('gives its goods back once, whoever calls it off at the same time', async () => {
    const product = await village.product('核桃', 5_000);
    const { buyer, id } = await buys(product, 500);
    await Promise.all([
      village.shop((shop) => shop.orders.cancel(buyer.person, id)),
      village.shop((shop) => shop.orders.decline(village.owner.person, id)),
      village.shop((shop) => shop.orders.cancel(buyer.person, id)),
    ]);
    expect(await stockOf(product)).toEqual({ onHand: 5_000, held: 0, ledger: 5_000 });
  });

  it('cannot be cancelled by its buyer once it is accepted', async () => {
    const { buyer, id } = await buys(await village.product('核桃', 5_000), 500);
    await village.shop((shop) => shop.orders.accept(village.owner.person, id));
    const end = await village.shop((shop) => shop.orders.cancel(buyer.person, id));
    expect(end).toMatchObject({ isDone: false, order: { fulfilment: 'accepted' } });
  });

  it('is nobody else’s to see or to touch', async () => {
    const { id } = await buys(await village.product('核桃', 5_000), 500);
    const stranger = await village.known();
    const seen = await village.shop(async (shop) => [
      await shop.orders.bought(stranger.person, id),
      await shop.orders.sold(stranger.person, id),
      await shop.orders.accept(stranger.person, id),
      await shop.orders.decline(stranger.person, id),
      await shop.orders.ship(stranger.person, id, 'SF1234567890'),
      await shop.orders.deliver(stranger.person, id),
      await shop.orders.confirmPayment(stranger.person, id),
      await shop.orders.cancel(stranger.person, id),
      await shop.orders.received(stranger.person, id),
    ]);
    expect(seen.filter((one) => one !== undefined)).toEqual([]);
  });

  it('walks the lifecycle and nothing else', async () => {
    const { id } = await buys(await village.product('核桃', 5_000), 500);
    const owner = village.owner.person;
    const acts = {
      accepted: () => village.shop((shop) => shop.orders.accept(owner, id)),
      shipped: () => village.shop((shop) => shop.orders.ship(owner, id)),
      delivered: () => village.shop((shop) => shop.orders.deliver(owner, id)),
    };
    let state: keyof typeof nextFulfilment = 'placed';
    for (const wanted of ['shipped', 'accepted', 'delivered', 'shipped', 'accepted', 'delivered'] as const) {
      const isAllowed = (nextFulfilment[state] as readonly string[]).includes(wanted);
      expect((await acts[wanted]())?.isDone).toBe(isAllowed);
      if (isAllowed) state = wanted;
    }
    expect(state).toBe('delivered');
  });
});

describe('stock', () => {
  it('sets what is available and keeps what is set aside', async () => {
    const product = await village.product('核桃', 5_000);
    await buys(product, 500, 'transfer');
    await village.shop((shop) =>
      shop.listings.moveStock(village.owner.person, product, { mode: 'set', quantity: baseQuantity(1_000) }),
    );
    expect(await stockOf(product)).toEqual({ onHand: 1_500, held: 500, ledger: 1_500 });
  });

  it('keeps its ledger: nothing in it can be changed or removed', async () => {
    const product = await village.product('核桃', 5_000);
    await expect(database.db.stockEntry.deleteMany({ where: { productId: product } })).rejects.toThrow(
      'append-only',
    );
  });
});

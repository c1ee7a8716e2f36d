import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/db/client/client.ts';
import type { CheckoutId, ProductId } from '../../src/db/ids.ts';
import { inTransaction } from '../../src/db/work.ts';
import type { PaymentMethod } from '../../src/shop/checkout/card.ts';
import { createShop } from '../../src/shop/shop.ts';
import { baseQuantity } from '../../src/shop/values/quantity.ts';
import { testClock } from '../support/clock.ts';
import { type FreshDatabase, freshDatabase } from '../support/database.ts';
import { granted, present } from '../support/present.ts';
import { foundVillage, type Neighbour, type Village } from '../support/village.ts';

let database: FreshDatabase;
let village: Village;

const clock = testClock();

beforeAll(async () => {
  database = await freshDatabase();
  village = await foundVillage(database.db, clock);
  await village.trustsNewcomers();
});

afterAll(() => database.drop());

const recipient = { name: '王芳', phone: '13800001234', address: '太原市迎泽区桃园路1号' };

async function card(
  buyer: Neighbour,
  products: readonly ProductId[],
  quantity: number,
  payBy: PaymentMethod,
): Promise<CheckoutId> {
  return village.shop(async (shop) => {
    for (const product of products) await shop.cart.set(buyer.person, product, baseQuantity(quantity));
    const { card } = granted(
      await shop.checkout.open(
        buyer.person,
        buyer.chat,
        { payBy, recipient },
        await shop.cart.lines(buyer.person),
      ),
    );
    return card.id;
  });
}

async function stockOf(product: string) {
  const { onHand, held } = await database.db.product.findUniqueOrThrow({ where: { id: product } });
  const { _sum } = await database.db.stockEntry.aggregate({
    where: { productId: product },
    _sum: { change: true },
  });
  return { available: onHand - held, isLedgerTrue: _sum.change === onHand };
}

describe('one last unit and two buyers', () => {
  it('makes one of them happy, a hundred times', async () => {
    for (let round = 0; round < 100; round += 1) {
      const product = await village.product('核桃', 500);
      const buyers = [await village.person(), await village.person()];
      const intents = await Promise.all(
        buyers.map((buyer, i) => card(buyer, [product], 500, i === round % 2 ? 'transfer' : 'delivery')),
      );
      const ends = await Promise.all(
        buyers.map((buyer, i) =>
          village.shop((shop) => shop.checkout.place(buyer.person, present(intents[i]))),
        ),
      );
      expect(ends.filter((end) => end.ok)).toHaveLength(1);
    }
  });
});

describe('three hundred buyers', () => {
  it('share the last hundred units over several pools of connections, with crossing carts and both ways to pay', async () => {
    const products = [await village.product('核桃', 50_000), await village.product('小米', 50_000)];
    const pools = await Promise.all([1, 2, 3].map(() => openDatabase(database.url, { poolSize: 8 })));
    const buyers = await Promise.all(Array.from({ length: 300 }, () => village.person()));
    const ends = await Promise.all(
      buyers.map(async (buyer, i) => {
        const order = i % 2 === 0 ? products : [...products].reverse();
        const intent = await card(buyer, order, 500, i % 3 === 0 ? 'transfer' : 'delivery');
        const db = pools[i % 3] ?? database.db;
        return inTransaction({ ...village.appContext, db }, (context) =>
          createShop(context).checkout.place(buyer.person, intent),
        );
      }),
    );
    for (const pool of pools) await pool.$disconnect();
    expect(ends.filter((end) => end.ok)).toHaveLength(100);
    const refusals = ends.flatMap((end) => (end.ok ? [] : [end.refusal]));
    expect(refusals.every((refusal) => refusal.code === 'short' && refusal.available < 500)).toBe(true);
    for (const product of products)
      expect(await stockOf(product)).toEqual({ available: 0, isLedgerTrue: true });
    const orders = await database.db.order.groupBy({ by: ['stock'], _count: true });
    expect(orders.every(({ stock }) => stock === 'taken' || stock === 'held')).toBe(true);
  });

  it('never sell a gram that is not there while holds lapse and late money comes', async () => {
    const product = await village.product('红枣', 50_000);
    const pools = await Promise.all([1, 2, 3].map(() => openDatabase(database.url, { poolSize: 8 })));
    const on = (i: number) => ({ ...village.appContext, db: pools[i % 3] ?? database.db });
    const owner = village.owner.person;
    const buyers = await Promise.all(Array.from({ length: 300 }, () => village.person()));
    const buying = buyers.map(async (buyer, i) => {
      const intent = await card(buyer, [product], 500, i % 2 === 0 ? 'transfer' : 'delivery');
      const end = await inTransaction(on(i), (context) =>
        createShop(context).checkout.place(buyer.person, intent),
      );
      // Every third payer's money comes, perhaps after the hold has lapsed.
      if (end.ok && i % 3 === 0)
        for (const { id } of end.orders)
          await inTransaction(on(i), (context) => createShop(context).orders.confirmPayment(owner, id));
      return end;
    });
    const lapsing = (async () => {
      for (let round = 0; round < 30; round += 1) {
        clock.advance(10 * 60_000);
        await inTransaction(on(round), (context) => createShop(context).orders.expireDue());
      }
    })();
    const ends = await Promise.all(buying);
    await lapsing;
    // Beyond the hold of a transfer, and the day that a seller has to accept a newcomer's order.
    clock.advance(25 * 3_600_000);
    for (let left = 1; left > 0; )
      left = (await inTransaction(village.appContext, (context) => createShop(context).orders.expireDue()))
        .length;
    for (const pool of pools) await pool.$disconnect();

    const refusals = ends.flatMap((end) => (end.ok ? [] : [end.refusal.code]));
    expect(new Set(refusals).size).toBeLessThanOrEqual(1);
    const orders = await database.db.order.findMany({
      where: { lines: { some: { productId: product } } },
      select: { stock: true, payment: true, refunds: { select: { amount: true } }, total: true },
    });
    const taken = orders.filter(({ stock }) => stock === 'taken').length;
    const { available, isLedgerTrue } = await stockOf(product);
    expect({ sold: taken * 500 + available, isLedgerTrue }).toEqual({ sold: 50_000, isLedgerTrue: true });
    // Whoever paid and got nothing is owed everything back.
    for (const { stock, payment, refunds, total } of orders) {
      if (stock === 'taken' || payment === 'due' || payment === 'none') continue;
      expect(refunds.reduce((sum, { amount }) => sum + amount, 0)).toBe(total);
    }
    expect(orders.some(({ stock }) => stock === 'held')).toBe(false);
  });
});

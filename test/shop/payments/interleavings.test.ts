import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import type { OrderId, PersonId, ProductId } from '../../../src/db/ids.ts';
import type { Shop } from '../../../src/shop/shop.ts';
import { fen } from '../../../src/shop/values/money.ts';
import { baseQuantity } from '../../../src/shop/values/quantity.ts';
import { openVillage } from '../../support/open-village.ts';
import { placeOrder } from '../../support/placing.ts';
import { privatePhoto } from '../../support/private-photo.ts';
import type { Neighbour } from '../../support/village.ts';

const scene = openVillage();
const { database, clock, village } = scene;

beforeAll(async () => {
  // All of these buyers have one phone and one address.
  await village.trustsNewcomers();
});

/** Everything that buyer, seller and the clock may do to an order, in any order. */
const acts: Readonly<
  Record<string, (shop: Shop, buyer: PersonId, owner: PersonId, order: OrderId) => Promise<unknown>>
> = {
  accept: (shop, _, owner, order) => shop.orders.accept(owner, order),
  decline: (shop, _, owner, order) => shop.orders.decline(owner, order),
  ship: (shop, _, owner, order) => shop.orders.ship(owner, order),
  deliver: (shop, _, owner, order) => shop.orders.deliver(owner, order),
  money: (shop, _, owner, order) => shop.orders.confirmPayment(owner, order),
  cancel: (shop, buyer, _, order) => shop.orders.cancel(buyer, order),
  received: (shop, buyer, _, order) => shop.orders.received(buyer, order),
  restore: (shop, buyer, _, order) => shop.orderRestore.restore(buyer, order),
  proof: async (shop, buyer, _, order) =>
    shop.proofs.send(buyer, order, await privatePhoto(database.db, clock)),
  moneyIsThere: (shop, _, owner, order) => answerLast(shop, owner, order, true),
  noMoney: (shop, _, owner, order) => answerLast(shop, owner, order, false),
  refundDone: async (shop, _, owner, order) => {
    const due = await database.db.refund.findFirst({ where: { orderId: order, state: 'due' } });
    return due && shop.refunds.done(owner, due.id);
  },
  weigh: (shop, _, owner, order) =>
    shop.packing.weigh(owner, { orderId: order, position: 0, packed: baseQuantity(300) }),
  refund: (shop, _, owner, order) => shop.refunds.open(order, fen(700), 'asked', owner),
  refundMore: (shop, _, owner, order) => shop.refunds.open(order, fen(9_999_999), 'asked', owner),
  expire: (shop) => {
    clock.advance(45 * 60_000);
    return shop.orders.expireDue();
  },
  sellElsewhere: async (shop, _, owner, order) => {
    const found = await shop.orders.sold(owner, order);
    const product = found?.lines[0]?.productId;
    return product && shop.listings.moveStock(owner, product, { mode: 'set', quantity: baseQuantity(0) });
  },
};

/** To the newest screenshot, also when it has been answered. */
async function answerLast(shop: Shop, owner: PersonId, orderId: OrderId, isThere: boolean): Promise<unknown> {
  const proof = await database.db.proof.findFirst({ where: { orderId }, orderBy: { id: 'desc' } });
  return proof && shop.proofs.answer(owner, proof.id, isThere);
}

const placed = (buyer: Neighbour, product: ProductId, payBy: 'delivery' | 'transfer') =>
  placeOrder(scene, buyer, [[product, 500]], payBy);

it('whatever is done to an order in whatever order, stock and money add up', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('delivery' as const, 'transfer' as const),
      fc.array(fc.constantFrom(...Object.keys(acts)), { minLength: 2, maxLength: 9 }),
      async (payBy, names) => {
        const product = await village.product('核桃', 5_000);
        const buyer = await village.person();
        const order = await placed(buyer, product, payBy);
        for (const name of names)
          await village.shop(
            (shop) => acts[name]?.(shop, buyer.person, village.owner.person, order) ?? Promise.resolve(),
          );
        await addsUp(order, product);
      },
    ),
    { numRuns: 40 },
  );
}, 90_000);

async function addsUp(id: OrderId, productId: ProductId): Promise<void> {
  const { db } = database;
  const { onHand, held } = await db.product.findUniqueOrThrow({ where: { id: productId } });
  const ledger = await db.stockEntry.aggregate({ where: { productId }, _sum: { change: true } });
  expect(ledger._sum.change).toBe(onHand);
  const order = await db.order.findUniqueOrThrow({
    where: { id },
    include: { payments: true, refunds: true },
  });
  expect(held).toBe(order.stock === 'held' ? 500 : 0);
  const byOrder = await db.stockEntry.aggregate({
    where: { productId, orderId: id },
    _sum: { change: true },
  });
  expect(byOrder._sum.change ?? 0).toBe(order.stock === 'taken' ? -500 : 0);
  const sum = (rows: readonly { amount: number }[]) => rows.reduce((all, { amount }) => all + amount, 0);
  const paid =
    order.payments.length > 0 ? sum(order.payments) : order.fulfilment === 'delivered' ? order.total : 0;
  expect(sum(order.refunds)).toBeLessThanOrEqual(Math.max(paid, 0));
  expect(order.payments.length).toBeLessThanOrEqual(1);
  // Nothing waits for money back that nobody owes.
  if (order.payment === 'refund-due') expect(order.refunds.some(({ state }) => state === 'due')).toBe(true);
  if (order.payment === 'refunded') expect(order.refunds.every(({ state }) => state === 'done')).toBe(true);
}

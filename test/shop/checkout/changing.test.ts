import { describe, expect, it } from 'vitest';
import type { OrderId, ProductId } from '../../../src/db/ids.ts';
import { baseQuantity } from '../../../src/shop/values/quantity.ts';
import { openVillage } from '../../support/open-village.ts';
import { placeOrder, recipient } from '../../support/placing.ts';
import { granted, present } from '../../support/present.ts';
import type { Neighbour } from '../../support/village.ts';

// An order is changed on a card that takes its place when it is confirmed, and not before.

const scene = openVillage();
const { database, village } = scene;

const order = (id: OrderId) => database.db.order.findUniqueOrThrow({ where: { id } });

/** What anybody can still have of it. */
async function free(id: ProductId): Promise<number> {
  const { onHand, held } = await database.db.product.findUniqueOrThrow({ where: { id } });
  return onHand - held;
}

/** A card with so much of the product, to take the order's place. */
const changeTo = (buyer: Neighbour, id: OrderId, product: ProductId, quantity: number) =>
  village.shop(async (shop) => {
    const { number } = present(await shop.orders.bought(buyer.person, id));
    await shop.cart.empty(buyer.person, buyer.chat);
    await shop.cart.set(buyer.person, product, baseQuantity(quantity));
    const terms = { payBy: 'delivery', recipient, replaces: { id, number } } as const;
    const lines = await shop.cart.lines(buyer.person);
    const { card } = granted(await shop.checkout.open(buyer.person, buyer.chat, terms, lines));
    const [line] = await shop.cart.lines(buyer.person);
    return { card, line: present(line), problems: await shop.checkout.problems(buyer.person, card) };
  });

const place = (buyer: Neighbour, { card }: Pick<Awaited<ReturnType<typeof changeTo>>, 'card'>) =>
  village.shop((shop) => shop.checkout.place(buyer.person, card.id));

describe.each([
  ['newcomer, whose goods are held', () => village.person()],
  ['known buyer, whose goods are taken', () => village.known()],
])('an order of a %s', (_, someone) => {
  it('stands until the card is confirmed, and its own goods do not stand in the way', async () => {
    const pears = await village.product('酥梨', 2_000);
    const buyer = await someone();
    const id = await placeOrder(scene, buyer, [[pears, 1_500]]);
    const { line, problems } = await changeTo(buyer, id, pears, 2_000);
    expect(problems).toEqual([]);
    expect(line.available).toBe(2_000);
    expect(await order(id)).toMatchObject({ fulfilment: 'placed' });
    expect(await free(pears)).toBe(500);
  });

  it('is called off and its successor placed in one go, with stock for one of them', async () => {
    const pears = await village.product('酥梨', 2_000);
    const buyer = await someone();
    const id = await placeOrder(scene, buyer, [[pears, 1_500]]);
    const placed = granted(await place(buyer, await changeTo(buyer, id, pears, 2_000)));
    expect(placed.replaced).toBe(id);
    expect(await order(id)).toMatchObject({ fulfilment: 'cancelled', stock: 'returned' });
    expect(await order(present(placed.orders[0]).id)).toMatchObject({ fulfilment: 'placed' });
    expect(await free(pears)).toBe(0);
  });

  it('stands where its successor cannot be placed, with all that it held', async () => {
    const pears = await village.product('酥梨', 2_000);
    const buyer = await someone();
    const id = await placeOrder(scene, buyer, [[pears, 1_500]]);
    const changed = await changeTo(buyer, id, pears, 2_500);
    expect(changed.problems).toMatchObject([{ code: 'short', available: 2_000 }]);
    expect(await place(buyer, changed)).toMatchObject({ ok: false, refusal: { code: 'short' } });
    expect(await order(id)).toMatchObject({ fulfilment: 'placed' });
    expect(await free(pears)).toBe(500);
  });
});

it('an order that its seller has accepted meanwhile stays, and nothing is ordered beside it', async () => {
  const pears = await village.product('酥梨', 5_000);
  const buyer = await village.known();
  const id = await placeOrder(scene, buyer, [[pears, 1_500]]);
  const changed = await changeTo(buyer, id, pears, 1_000);
  await village.shop((shop) => shop.orders.accept(village.owner.person, id));
  expect(await place(buyer, changed)).toMatchObject({ ok: false, refusal: { code: 'accepted-meanwhile' } });
  expect(await database.db.order.count({ where: { personId: buyer.person } })).toBe(2);
  expect(await free(pears)).toBe(3_500);
});

it('an order that was called off meanwhile is in nobody’s way', async () => {
  const pears = await village.product('酥梨', 5_000);
  const buyer = await village.known();
  const id = await placeOrder(scene, buyer, [[pears, 1_500]]);
  const changed = await changeTo(buyer, id, pears, 1_000);
  await village.shop((shop) => shop.orders.decline(village.owner.person, id));
  expect(granted(await place(buyer, changed)).replaced).toBeUndefined();
  expect(await free(pears)).toBe(4_000);
});

it('two cards that change one order become one order', async () => {
  const pears = await village.product('酥梨', 5_000);
  const buyer = await village.known();
  const id = await placeOrder(scene, buyer, [[pears, 1_500]]);
  const one = await changeTo(buyer, id, pears, 1_000);
  const chat = (await village.person()).chat;
  const other = await changeTo({ ...buyer, chat }, id, pears, 2_000);
  granted(await place(buyer, one));
  expect(await place(buyer, other)).toMatchObject({ ok: false, refusal: { code: 'stale' } });
  expect(await free(pears)).toBe(4_000);
});

it('the same goods to another address are no second order', async () => {
  const pears = await village.product('酥梨', 5_000);
  const buyer = await village.known();
  const id = await placeOrder(scene, buyer, [[pears, 1_500]]);
  expect(await place(buyer, await changeTo(buyer, id, pears, 1_500))).toMatchObject({ ok: true });
});

it('what was paid is owed back when another order takes its place', async () => {
  const pears = await village.product('酥梨', 5_000);
  const buyer = await village.known();
  const id = await placeOrder(scene, buyer, [[pears, 1_500]], 'transfer');
  await village.shop((shop) => shop.orders.confirmPayment(village.owner.person, id));
  const { total } = await order(id);
  granted(await place(buyer, await changeTo(buyer, id, pears, 1_000)));
  const refunds = await database.db.refund.findMany({ where: { orderId: id } });
  expect(refunds.map(({ amount }) => amount)).toEqual([total]);
});

it('a limit per person counts the order that goes only once', async () => {
  const pears = await village.product('酥梨', 5_000);
  await village.shop((shop) =>
    shop.listings.change(village.owner.person, pears, { personLimit: baseQuantity(1_500) }),
  );
  const buyer = await village.known();
  const id = await placeOrder(scene, buyer, [[pears, 1_500]]);
  const changed = await changeTo(buyer, id, pears, 1_000);
  expect(changed.problems).toEqual([]);
  granted(await place(buyer, changed));
});

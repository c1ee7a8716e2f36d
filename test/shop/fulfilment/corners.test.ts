import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { ProductId } from '../../../src/db/ids.ts';
import { invite } from '../../../src/shop/sellers/sellers.ts';
import { fen } from '../../../src/shop/values/money.ts';
import { baseQuantity } from '../../../src/shop/values/quantity.ts';
import { testClock } from '../../support/clock.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import { granted, present } from '../../support/present.ts';
import { foundVillage, type Neighbour, takesTransfers, type Village } from '../../support/village.ts';

// What goes wrong where two rules meet: harvests and declining, scales and claims, invites and letting go.

const clock = testClock();
let database: FreshDatabase;
let village: Village;
beforeAll(async () => {
  database = await freshDatabase();
  village = await foundVillage(database.db, clock);
});
afterAll(() => database.drop());
const recipient = { name: '王芳', phone: '13800001234', address: '太原市迎泽区桃园路1号' };
const owner = () => village.owner.person;

async function order(
  buyer: Neighbour,
  goods: readonly (readonly [ProductId, number])[],
  payBy: 'delivery' | 'transfer' | 'invoice' = 'delivery',
) {
  clock.advance(1_000);
  return village.shop(async (shop) => {
    for (const [p, q] of goods) await shop.cart.set(buyer.person, p, baseQuantity(q));
    const { card } = granted(
      await shop.checkout.open(
        buyer.person,
        buyer.chat,
        { payBy, recipient },
        await shop.cart.lines(buyer.person),
      ),
    );
    const end = await shop.checkout.place(buyer.person, card.id, true);
    if (!end.ok) throw new Error(JSON.stringify(end.refusal));
    return present(end.orders[0]?.id);
  });
}
const PATIENCE = { timeout: 10_000 };
/** Resolves when a transaction in this database waits for another. */
const somebodyWaits = () =>
  vi.waitUntil(async () => {
    const rows = await database.db.$queryRaw<object[]>`
      SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    return rows.length > 0;
  }, PATIENCE);

const product = (id: string) => database.db.product.findUniqueOrThrow({ where: { id } });

describe('an order of two lines, one of which the harvest leaves with nothing', () => {
  it('declined afterwards, gives the unpicked goods back once', async () => {
    const fresh = await village.product('鲜核桃', 0);
    const dry = await village.product('干核桃', 50_000);
    await village.shop((s) =>
      s.preorders.expect(owner(), fresh, new Date('2026-12-20'), baseQuantity(10_000)),
    );
    const first = await village.known();
    const second = await village.known();
    await order(first, [[fresh, 5_000]]);
    const id = await order(second, [
      [fresh, 3_000],
      [dry, 1_000],
    ]);
    await village.shop((s) => s.preorders.picked(owner(), fresh, baseQuantity(5_000)));
    expect((await product(fresh)).onHand).toBe(0);
    await village.shop((s) => s.orders.decline(owner(), id));
    expect((await product(fresh)).onHand).toBe(0);
  });
  it('on transfer, can be let go when it is not paid', async () => {
    const fresh = await village.product('鲜核桃', 0);
    const dry = await village.product('干核桃', 50_000);
    await village.shop((s) =>
      s.preorders.expect(owner(), fresh, new Date('2026-12-20'), baseQuantity(10_000)),
    );
    const first = await village.known();
    const second = await village.known();
    await order(first, [[fresh, 5_000]]);
    await order(
      second,
      [
        [fresh, 3_000],
        [dry, 1_000],
      ],
      'transfer',
    );
    const other = await order(await village.known(), [[dry, 1_000]], 'transfer');
    await village.shop((s) => s.preorders.picked(owner(), fresh, baseQuantity(5_000)));
    clock.advance(3 * 3_600_000);
    await village.shop((s) => s.orders.expireDue());
    expect((await database.db.order.findUniqueOrThrow({ where: { id: other } })).fulfilment).toBe('expired');
  });
  it('on transfer, can be paid', async () => {
    const fresh = await village.product('鲜核桃', 0);
    const dry = await village.product('干核桃', 50_000);
    await village.shop((s) =>
      s.preorders.expect(owner(), fresh, new Date('2026-12-20'), baseQuantity(10_000)),
    );
    const first = await village.known();
    const second = await village.known();
    await order(first, [[fresh, 5_000]]);
    const id = await order(
      second,
      [
        [fresh, 3_000],
        [dry, 1_000],
      ],
      'transfer',
    );
    await village.shop((s) => s.preorders.picked(owner(), fresh, baseQuantity(5_000)));
    const paid = await village.shop((s) => s.orders.confirmPayment(owner(), id));
    expect(paid?.isDone).toBe(true);
    await database.db.order.updateMany({ where: { id }, data: { stock: 'returned' } });
  });
});

it('a helper who was removed cannot come back with the spent invite', async () => {
  const helper = await village.person('telegram-seller');
  const token = await village.shop((_, context) => invite(context, village.seller, 'helper', ['money']));
  await village.shop((s) => s.sellers.join(helper.person, token));
  await village.shop((s) => s.members.remove(owner(), village.seller, helper.person));
  clock.advance(400 * 24 * 3_600_000);
  await village.shop((s) => s.sellers.join(helper.person, token));
  expect(
    await village.shop((s) => s.sellers.requireMembership(helper.person, village.seller, 'money')),
  ).toBeUndefined();
});

it('a helper who spends an owner invite is an owner', async () => {
  const helper = await village.person('telegram-seller');
  for (const role of ['helper', 'owner'] as const) {
    const token = await village.shop((_, context) => invite(context, village.seller, role));
    const joined = await village.shop((s) => s.sellers.join(helper.person, token));
    expect(joined.ok && joined.seller && joined.role).toBe(role);
  }
  expect(await village.shop((s) => s.sellers.requireMembership(helper.person, village.seller))).toBe('owner');
});

it('a line that weighed less and then arrived rotten gives back no more than it cost', async () => {
  const walnuts = await village.product('核桃', 50_000);
  const honey = await village.product('蜂蜜', 50_000);
  const buyer = await village.known();
  const id = await order(
    buyer,
    [
      [walnuts, 5_000],
      [honey, 5_000],
    ],
    'transfer',
  );
  await village.shop((s) => s.orders.confirmPayment(owner(), id));
  await village.shop((s) => s.orders.accept(owner(), id));
  const line = await database.db.orderLine.findFirstOrThrow({ where: { orderId: id, position: 0 } });
  await village.shop((s) =>
    s.packing.weigh(owner(), { orderId: id, position: 0, packed: baseQuantity(2_500) }),
  );
  await village.shop((s) => s.orders.ship(owner(), id));
  await village.shop((s) => s.orders.deliver(owner(), id));
  const media = await database.db.media.create({
    data: { state: 'stored', isPrivate: true, createdAt: clock.now() },
  });
  const c = await village.shop((s) =>
    s.claims.open(buyer.person, {
      orderId: id,
      position: 0,
      quantity: baseQuantity(5_000),
      mediaId: media.id,
      words: '',
    }),
  );
  if (!c.ok) throw new Error(c.refusal.code);
  await village.shop((s) => s.claims.answer(owner(), c.claim.id, true));
  const { _sum } = await database.db.refund.aggregate({ where: { orderId: id }, _sum: { amount: true } });
  expect(_sum.amount).toBe(line.total);
});

it('a restored order goes to nobody who is closed by the office', async () => {
  const walnuts = await village.product('核桃', 50_000);
  const buyer = await village.known();
  const id = await order(buyer, [[walnuts, 2_500]]);
  await village.shop((s) => s.orders.cancel(buyer.person, id));
  await database.db.product.update({ where: { id: walnuts }, data: { status: 'archived' } });
  const end = await village.shop((s) => s.orderRestore.restore(buyer.person, id));
  expect(end.ok).toBe(false);
});

it('what is paid twice is not taken off what was earned', async () => {
  const walnuts = await village.product('核桃', 50_000);
  const buyer = await village.known();
  const id = await order(buyer, [[walnuts, 2_500]], 'invoice');
  const { checkoutId, total } = await database.db.order.findUniqueOrThrow({ where: { id } });
  await database.db.checkout.update({ where: { id: checkoutId }, data: { payment: 'invoice' } });
  const before = await village.shop((s) => s.sales.of(owner(), village.seller, 'today'));
  await village.shop((s) => s.orders.confirmPayment(owner(), id));
  await village.shop((s) =>
    s.invoices.paid(buyer.person, {
      payload: checkoutId,
      amount: total,
      currency: 'CNY',
      id: 'c1',
      platformId: 'p1',
    }),
  );
  const after = await village.shop((s) => s.sales.of(owner(), village.seller, 'today'));
  expect(after?.earned).toBe(before?.earned);
});

it('forgetting takes the picture of the parcel slip, on which name and street stand', async () => {
  const walnuts = await village.product('核桃', 50_000);
  const buyer = await village.known();
  const id = await order(buyer, [[walnuts, 2_500]]);
  const slip = await database.db.media.create({
    data: { state: 'stored', isPrivate: true, bytes: Buffer.from('x'), createdAt: clock.now() },
  });
  await village.shop((s) => s.orders.accept(owner(), id));
  await village.shop((s) => s.shipments.ship(owner(), id, { number: 'SF1', slipId: slip.id }));
  await village.shop((s) => s.orders.deliver(owner(), id));
  expect(await village.shop((s) => s.erasure.eraseWhenClosed(buyer.person))).toBe(true);
  expect((await database.db.media.findUniqueOrThrow({ where: { id: slip.id } })).bytes).toBeNull();
});

it('who came back in the minute after being forgotten, ordered, and asks again is forgotten later', async () => {
  const walnuts = await village.product('核桃', 50_000);
  const buyer = await village.known();
  expect(await village.shop((s) => s.erasure.eraseWhenClosed(buyer.person))).toBe(true);
  const id = await order(buyer, [[walnuts, 2_500]]);
  clock.advance(61_000);
  await village.shop((s) => s.erasure.eraseDue());
  await village.shop((s) => s.erasure.eraseLater(buyer.person));
  clock.advance(61_000);
  await village.shop((s) => s.erasure.eraseDue());
  await village.shop(async (s) => {
    await s.orders.decline(owner(), id);
  });
  clock.advance(61_000);
  await village.shop((s) => s.erasure.eraseDue());
  clock.advance(61_000);
  await village.shop((s) => s.erasure.eraseDue());
  expect(await database.db.person.count({ where: { id: buyer.person } })).toBe(0);
});

it('twenty who cannot be forgotten yet keep nobody else waiting', async () => {
  const walnuts = await village.product('核桃', 500_000);
  for (let i = 0; i < 20; i += 1) {
    const b = await village.known();
    await order(b, [[walnuts, 500]]);
    await village.shop((s) => s.erasure.eraseLater(b.person));
  }
  clock.advance(1_000);
  const last = await village.known();
  await village.shop((s) => s.erasure.eraseLater(last.person));
  clock.advance(1_000);
  for (let i = 0; i < 5; i += 1) {
    await village.shop((s) => s.erasure.eraseDue());
    clock.advance(61_000);
  }
  expect(await database.db.person.count({ where: { id: last.person } })).toBe(0);
});

it('a preorder that commits while the harvest is shared out is not promised on top of what was picked', async () => {
  const fresh = await village.product('鲜核桃', 0);
  await village.shop((s) => s.preorders.expect(owner(), fresh, new Date('2026-12-20'), baseQuantity(10_000)));
  const buyer = await village.known();
  // A placing transaction that has its order written and its goods taken, and commits after the list of those who wait was read.
  let go: () => void = () => {};
  const gate = new Promise<void>((r) => {
    go = r;
  });
  let isIn: () => void = () => {};
  const inside = new Promise<void>((r) => {
    isIn = r;
  });
  const placing = village.shop(async (shop) => {
    await shop.cart.set(buyer.person, fresh, baseQuantity(5_000));
    const { card } = granted(
      await shop.checkout.open(
        buyer.person,
        buyer.chat,
        { payBy: 'transfer', recipient },
        await shop.cart.lines(buyer.person),
      ),
    );
    const end = await shop.checkout.place(buyer.person, card.id, true);
    isIn();
    await gate;
    return end;
  });
  await inside;
  const picking = village.shop((s) => s.preorders.picked(owner(), fresh, baseQuantity(3_000)));
  // The sharing waits for the row that the order holds.
  await somebodyWaits();
  go();
  await placing;
  await picking;
  const p = await product(fresh);
  expect(p.onHand).toBe(3_000);
});

const photo = () =>
  database.db.media.create({ data: { state: 'stored', isPrivate: true, createdAt: clock.now() } });

it('a transfer proven before the harvest was shared out is owed back what it was too much', async () => {
  const fresh = await village.product('鲜核桃', 0);
  await village.shop((s) => s.preorders.expect(owner(), fresh, new Date('2026-12-20'), baseQuantity(10_000)));
  const buyer = await village.known();
  const id = await order(buyer, [[fresh, 5_000]], 'transfer');
  const { total } = await database.db.order.findUniqueOrThrow({ where: { id } });
  const sent = await village.shop(async (s) => s.proofs.send(buyer.person, id, (await photo()).id));
  if (!sent.ok) throw new Error(sent.refusal.code);
  await village.shop((s) => s.preorders.picked(owner(), fresh, baseQuantity(2_500)));
  await village.shop((s) => s.proofs.answer(owner(), sent.proof.id, true));
  const refunds = await database.db.refund.findMany({ where: { orderId: id } });
  expect(refunds).toMatchObject([{ amount: total / 2, reason: 'unpicked' }]);
});

it('a person limit holds when a cancelling is taken back', async () => {
  const walnuts = await village.product('核桃', 50_000);
  await village.shop((s) => s.shippingSettings.limit(owner(), walnuts, baseQuantity(2_500)));
  const buyer = await village.known();
  const id = await order(buyer, [[walnuts, 2_500]]);
  await village.shop((s) => s.orders.cancel(buyer.person, id));
  await order(buyer, [[walnuts, 2_500]]);
  const end = await village.shop((s) => s.orderRestore.restore(buyer.person, id));
  expect(end).toMatchObject({ ok: false, refusal: { code: 'over-limit' } });
  expect(await product(walnuts)).toMatchObject({ onHand: 47_500 });
});

it('the seller agrees to what is then owed', async () => {
  const walnuts = await village.product('核桃', 50_000);
  const buyer = await village.known();
  const id = await order(buyer, [[walnuts, 5_000]], 'transfer');
  await village.shop((s) => s.orders.confirmPayment(owner(), id));
  await village.shop((s) => s.orders.accept(owner(), id));
  await village.shop((s) => s.orders.ship(owner(), id));
  await village.shop((s) => s.orders.deliver(owner(), id));
  const damage = {
    orderId: id,
    position: 0,
    quantity: baseQuantity(5_000),
    mediaId: (await photo()).id,
    words: '',
  };
  const made = await village.shop((s) => s.claims.open(buyer.person, damage));
  if (!made.ok) throw new Error(made.refusal.code);
  await village.shop((s) => s.refunds.open(id, fen(10_000), 'asked', owner()));
  const end = await village.shop((s) => s.claims.answer(owner(), made.claim.id, true));
  const owed = await database.db.refund.findFirstOrThrow({ where: { orderId: id, reason: 'claim' } });
  expect(end?.claim.proposed).toBe(owed.amount);
});

it('a household cannot open a private photo of another by naming it as its own scale or slip', async () => {
  const walnuts = await village.product('核桃', 50_000);
  const [buyer, rival] = [await village.known(), await village.known()];
  const id = await order(buyer, [[walnuts, 2_500]]);
  await village.shop((s) => s.orders.accept(owner(), id));
  const other = await database.db.seller.create({
    data: { villageId: village.id, name: '李家', createdAt: clock.now() },
  });
  const theirs = await order(rival, [[walnuts, 500]], 'transfer');
  const picture = await photo();
  await village.shop((s) => s.proofs.send(rival.person, theirs, picture.id));
  await database.db.order.update({ where: { id: theirs }, data: { sellerId: other.id } });
  const weighing = { orderId: id, position: 0, packed: baseQuantity(2_500), photoId: picture.id };
  expect((await village.shop((s) => s.packing.weigh(owner(), weighing))).ok).toBe(false);
  expect(await village.shop((s) => s.shipments.ship(owner(), id, { slipId: picture.id }))).toEqual({
    ok: false,
    refusal: 'photo-of-another',
  });
  expect(await village.shop((s) => s.privateMedia.maySee(owner(), picture.id))).toBe(false);
});

it('a helper who may only post sees no picture of a transfer', async () => {
  const walnuts = await village.product('核桃', 50_000);
  const buyer = await village.known();
  const helper = await village.person('telegram-seller');
  const token = await village.shop((_, context) => invite(context, village.seller, 'helper', ['post']));
  await village.shop((s) => s.sellers.join(helper.person, token));
  const id = await order(buyer, [[walnuts, 2_500]], 'transfer');
  const picture = await photo();
  await village.shop((s) => s.proofs.send(buyer.person, id, picture.id));
  expect(await village.shop((s) => s.privateMedia.maySee(owner(), picture.id))).toBe(true);
  expect(await village.shop((s) => s.privateMedia.maySee(helper.person, picture.id))).toBe(false);
});

it('orders that lapse and a cart with the same goods do not wait for each other', async () => {
  const other = await database.db.seller.create({
    data: { villageId: village.id, name: '赵家', createdAt: clock.now() },
  });
  await takesTransfers(database.db, other.id);
  // Orders follow one another by household, and the second household's goods come first.
  const low = await village.product('红枣', 90_000);
  const high = await village.product('核桃', 90_000);
  await database.db.product.update({ where: { id: low }, data: { sellerId: other.id } });
  const buyer = await village.known();
  await order(
    buyer,
    [
      [high, 1_000],
      [low, 1_000],
    ],
    'transfer',
  );
  clock.advance(3 * 3_600_000);
  const gate = Promise.withResolvers<void>();
  const placing = village.shop(async (_, { tx }) => {
    await tx.$executeRaw`UPDATE product SET held = held + 1000 WHERE id = ${low}::uuid`;
    gate.resolve();
    await somebodyWaits();
    await tx.$executeRaw`UPDATE product SET held = held + 1000 WHERE id = ${high}::uuid`;
  });
  await gate.promise;
  const letting = village.shop((s) => s.orders.expireDue());
  const ends = await Promise.allSettled([placing, letting]);
  expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
});

it('what a harvest left out of an order is not packed, counted or ordered again', async () => {
  const fresh = await village.product('鲜枣', 0);
  const dry = await village.product('干枣', 50_000);
  await village.shop((s) => s.preorders.expect(owner(), fresh, new Date('2026-12-20'), baseQuantity(10_000)));
  const buyer = await village.known();
  const id = await order(buyer, [
    [fresh, 3_000],
    [dry, 1_000],
  ]);
  await village.shop((s) => s.preorders.picked(owner(), fresh, baseQuantity(0)));
  await village.shop((s) => s.orders.accept(owner(), id));
  const sheet = await village.shop((s) => s.packing.sheet(owner(), village.seller));
  expect(sheet?.totals.map(({ title }) => title)).not.toContain('鲜枣');
  const sold = await village.shop((s) => s.sales.of(owner(), village.seller, 'today'));
  expect(sold?.byProduct.map(({ title }) => title)).not.toContain('鲜枣');
  await village.shop((s) => s.orderRestore.again(buyer.person, id));
  const lines = await village.shop((s) => s.cart.lines(buyer.person));
  expect(lines.map((line) => line.product.title)).toEqual(['干枣']);
});

it('being forgotten later can be taken back until it has happened', async () => {
  const walnuts = await village.product('核桃', 50_000);
  const buyer = await village.known();
  const id = await order(buyer, [[walnuts, 500]]);
  await village.shop((s) => s.erasure.eraseLater(buyer.person));
  await village.shop((s) => s.erasure.stay(buyer.person));
  await village.shop((s) => s.orders.decline(owner(), id));
  clock.advance(61_000);
  await village.shop((s) => s.erasure.eraseDue());
  const row = await database.db.person.findUniqueOrThrow({ where: { id: buyer.person } });
  expect(row).toMatchObject({ erasedAt: null, forgetAskedAt: null });
});

it('a price of which nobody can pay the sum is shown, and no checkout takes it', async () => {
  const walnuts = await village.product('核桃', 500_000);
  await database.db.product.update({ where: { id: walnuts }, data: { price: fen(900_000_000) } });
  const buyer = await village.known();
  const card = await village.shop(async (shop) => {
    await shop.cart.set(buyer.person, walnuts, baseQuantity(50_000));
    const lines = await shop.cart.lines(buyer.person);
    return shop.checkout.open(buyer.person, buyer.chat, { payBy: 'delivery', recipient }, lines);
  });
  expect(card).toEqual({ ok: false, refusal: 'too-large' });
  expect(await village.shop((s) => s.cart.empty(buyer.person, buyer.chat))).toBeDefined();
});

it('a title is cut between signs, never through an emoji', async () => {
  const walnuts = await village.product('核桃', 50_000);
  await village.shop((s) => s.listings.change(owner(), walnuts, { title: `${'核'.repeat(39)}🌰🌰` }));
  expect((await product(walnuts)).title).toBe(`${'核'.repeat(39)}🌰`);
});

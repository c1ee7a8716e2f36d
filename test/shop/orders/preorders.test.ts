import { describe, expect, it } from 'vitest';
import type { PaymentMethod } from '../../../src/shop/checkout/card.ts';
import { fen } from '../../../src/shop/values/money.ts';
import { baseQuantity } from '../../../src/shop/values/quantity.ts';
import { somebodyWaits } from '../../support/lock-wait.ts';
import { openVillage } from '../../support/open-village.ts';
import { placeOrder, recipient } from '../../support/placing.ts';
import { granted } from '../../support/present.ts';
import { privatePhoto } from '../../support/private-photo.ts';

const scene = openVillage();
const { database, clock, village } = scene;
const owner = () => village.owner.person;
const product = (id: string) => database.db.product.findUniqueOrThrow({ where: { id } });

/** Two wait for the harvest, the second for more than it will leave them, and for something dry besides. */
async function twoWait(payBy: PaymentMethod = 'delivery') {
  const fresh = await village.product('鲜核桃', 0);
  const dry = await village.product('干核桃', 50_000);
  await village.shop((s) => s.preorders.expect(owner(), fresh, new Date('2026-12-20'), baseQuantity(10_000)));
  await placeOrder(scene, await village.known(), [[fresh, 5_000]]);
  const second = [
    [fresh, 3_000],
    [dry, 1_000],
  ] as const;
  return { fresh, dry, id: await placeOrder(scene, await village.known(), second, payBy) };
}

describe('an order of two lines, one of which the harvest leaves with nothing', () => {
  it('declined afterwards, gives the unpicked goods back once', async () => {
    const { fresh, id } = await twoWait();
    await village.shop((s) => s.preorders.picked(owner(), fresh, baseQuantity(5_000)));
    expect((await product(fresh)).onHand).toBe(0);
    await village.shop((s) => s.orders.decline(owner(), id));
    expect((await product(fresh)).onHand).toBe(0);
  });
  it('on transfer, can be let go when it is not paid', async () => {
    const { fresh, dry } = await twoWait('transfer');
    const other = await placeOrder(scene, await village.known(), [[dry, 1_000]], 'transfer');
    await village.shop((s) => s.preorders.picked(owner(), fresh, baseQuantity(5_000)));
    clock.advance(3 * 3_600_000);
    await village.shop((s) => s.orders.expireDue());
    expect((await database.db.order.findUniqueOrThrow({ where: { id: other } })).fulfilment).toBe('expired');
  });
  it('on transfer, can be paid', async () => {
    const { fresh, id } = await twoWait('transfer');
    await village.shop((s) => s.preorders.picked(owner(), fresh, baseQuantity(5_000)));
    const paid = await village.shop((s) => s.orders.confirmPayment(owner(), id));
    expect(paid?.isDone).toBe(true);
    await database.db.order.updateMany({ where: { id }, data: { stock: 'returned' } });
  });
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
  await somebodyWaits(database.db);
  go();
  await placing;
  await picking;
  const p = await product(fresh);
  expect(p.onHand).toBe(3_000);
});

it('a transfer proven before the harvest was shared out is owed back what it was too much', async () => {
  const fresh = await village.product('鲜核桃', 0);
  await village.shop((s) => s.preorders.expect(owner(), fresh, new Date('2026-12-20'), baseQuantity(10_000)));
  const buyer = await village.known();
  const id = await placeOrder(scene, buyer, [[fresh, 5_000]], 'transfer');
  const { total } = await database.db.order.findUniqueOrThrow({ where: { id } });
  const sent = await village.shop(async (s) =>
    s.proofs.send(buyer.person, id, await privatePhoto(database.db, clock)),
  );
  if (!sent.ok) throw new Error(sent.refusal.code);
  await village.shop((s) => s.preorders.picked(owner(), fresh, baseQuantity(2_500)));
  await village.shop((s) => s.proofs.answer(owner(), sent.proof.id, true));
  const refunds = await database.db.refund.findMany({ where: { orderId: id } });
  expect(refunds).toMatchObject([{ amount: total / 2, reason: 'unpicked' }]);
});

it('what a harvest left out of an order is not packed, counted or ordered again', async () => {
  const fresh = await village.product('鲜葡萄', 0);
  const dry = await village.product('葡萄干', 50_000);
  await village.shop((s) => s.preorders.expect(owner(), fresh, new Date('2026-12-20'), baseQuantity(10_000)));
  const buyer = await village.known();
  const id = await placeOrder(scene, buyer, [
    [fresh, 3_000],
    [dry, 1_000],
  ]);
  await village.shop((s) => s.preorders.picked(owner(), fresh, baseQuantity(0)));
  await village.shop((s) => s.orders.accept(owner(), id));
  const sheet = await village.shop((s) => s.packing.sheet(owner(), village.seller));
  expect(sheet?.totals.map(({ title }) => title)).not.toContain('鲜葡萄');
  const sold = await village.shop((s) => s.sales.of(owner(), village.seller, 'today'));
  expect(sold?.byProduct.map(({ title }) => title)).not.toContain('鲜葡萄');
  await village.shop((s) => s.orderRestore.again(buyer.person, id));
  const lines = await village.shop((s) => s.cart.lines(buyer.person));
  expect(lines.map((line) => line.product.title)).toEqual(['葡萄干']);
});

it.each(['delivery', 'transfer'] as const)(
  'what was weighed before its harvest still costs what the scale said, paid by %s',
  async (payBy) => {
    const fresh = await village.product('鲜枣', 0);
    await village.shop((s) =>
      s.preorders.expect(owner(), fresh, new Date('2026-12-20'), baseQuantity(10_000)),
    );
    const id = await placeOrder(scene, await village.known(), [[fresh, 2_000]], payBy);
    if (payBy === 'transfer') await village.shop((s) => s.orders.confirmPayment(owner(), id));
    await village.shop((s) => s.orders.accept(owner(), id));
    await village.shop((s) =>
      s.packing.weigh(owner(), { orderId: id, position: 0, packed: baseQuantity(500) }),
    );
    await village.shop((s) => s.preorders.picked(owner(), fresh, baseQuantity(1_000)));
    const { total, refunds } = await database.db.order.findUniqueOrThrow({
      where: { id },
      include: { refunds: true },
    });
    const back = refunds.reduce((sum, { amount }) => sum + amount, 0);
    expect(total - back).toBe(1_500);
  },
);

it.each(['delivery', 'transfer'] as const)(
  'a weight may be put right downwards after the harvest, to the fen, paid by %s',
  async (payBy) => {
    const fresh = await village.product('鲜枣', 0);
    const odd = { price: fen(7), priceQuantity: baseQuantity(2_000) };
    await database.db.product.update({ where: { id: fresh }, data: odd });
    await village.shop((s) =>
      s.preorders.expect(owner(), fresh, new Date('2026-12-20'), baseQuantity(10_000)),
    );
    const id = await placeOrder(scene, await village.known(), [[fresh, 2_000]], payBy);
    if (payBy === 'transfer') await village.shop((s) => s.orders.confirmPayment(owner(), id));
    await village.shop((s) => s.orders.accept(owner(), id));
    const weighs = (packed: number) =>
      village.shop((s) =>
        s.packing.weigh(owner(), { orderId: id, position: 0, packed: baseQuantity(packed) }),
      );
    const toPay = async () => {
      const { total, refunds } = await database.db.order.findUniqueOrThrow({
        where: { id },
        include: { refunds: true },
      });
      return total - refunds.reduce((sum, { amount }) => sum + amount, 0);
    };
    await weighs(700);
    expect(await toPay()).toBe(2);
    await village.shop((s) => s.preorders.picked(owner(), fresh, baseQuantity(1_000)));
    expect(await weighs(690)).toMatchObject({ ok: true });
    expect(await toPay()).toBe(2);
    expect(await weighs(200)).toMatchObject({ ok: true });
    expect(await toPay()).toBe(1);
  },
);

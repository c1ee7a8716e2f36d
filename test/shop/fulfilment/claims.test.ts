import { expect, it } from 'vitest';
import { fen } from '../../../src/shop/values/money.ts';
import { baseQuantity } from '../../../src/shop/values/quantity.ts';
import { openVillage } from '../../support/open-village.ts';
import { placeOrder } from '../../support/placing.ts';
import { privatePhoto } from '../../support/private-photo.ts';

const scene = openVillage();
const { database, clock, village } = scene;
const owner = () => village.owner.person;

it('a line that weighed less and then arrived rotten gives back no more than it cost', async () => {
  const walnuts = await village.product('核桃', 50_000);
  const honey = await village.product('蜂蜜', 50_000);
  const buyer = await village.known();
  const id = await placeOrder(
    scene,
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
  const mediaId = await privatePhoto(database.db, clock);
  const c = await village.shop((s) =>
    s.claims.open(buyer.person, {
      orderId: id,
      position: 0,
      quantity: baseQuantity(5_000),
      mediaId,
      words: '',
    }),
  );
  if (!c.ok) throw new Error(c.refusal.code);
  await village.shop((s) => s.claims.answer(owner(), c.claim.id, true));
  const { _sum } = await database.db.refund.aggregate({ where: { orderId: id }, _sum: { amount: true } });
  expect(_sum.amount).toBe(line.total);
});

it('the seller agrees to what is then owed', async () => {
  const walnuts = await village.product('核桃', 50_000);
  const buyer = await village.known();
  const id = await placeOrder(scene, buyer, [[walnuts, 5_000]], 'transfer');
  await village.shop((s) => s.orders.confirmPayment(owner(), id));
  await village.shop((s) => s.orders.accept(owner(), id));
  await village.shop((s) => s.orders.ship(owner(), id));
  await village.shop((s) => s.orders.deliver(owner(), id));
  const damage = {
    orderId: id,
    position: 0,
    quantity: baseQuantity(5_000),
    mediaId: await privatePhoto(database.db, clock),
    words: '',
  };
  const made = await village.shop((s) => s.claims.open(buyer.person, damage));
  if (!made.ok) throw new Error(made.refusal.code);
  await village.shop((s) => s.refunds.open(id, fen(10_000), 'asked', owner()));
  const end = await village.shop((s) => s.claims.answer(owner(), made.claim.id, true));
  const owed = await database.db.refund.findFirstOrThrow({ where: { orderId: id, reason: 'claim' } });
  expect(end?.claim.proposed).toBe(owed.amount);
});

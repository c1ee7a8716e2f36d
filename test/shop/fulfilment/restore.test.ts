import { expect, it } from 'vitest';
import { baseQuantity } from '../../../src/shop/values/quantity.ts';
import { openVillage } from '../../support/open-village.ts';
import { placeOrder } from '../../support/placing.ts';

const scene = openVillage();
const { database, village } = scene;
const owner = () => village.owner.person;
const product = (id: string) => database.db.product.findUniqueOrThrow({ where: { id } });

it('a restored order goes to nobody who is closed by the office', async () => {
  const walnuts = await village.product('核桃', 50_000);
  const buyer = await village.known();
  const id = await placeOrder(scene, buyer, [[walnuts, 2_500]]);
  await village.shop((s) => s.orders.cancel(buyer.person, id));
  await database.db.product.update({ where: { id: walnuts }, data: { status: 'archived' } });
  const end = await village.shop((s) => s.orderRestore.restore(buyer.person, id));
  expect(end.ok).toBe(false);
});

it('a person limit holds when a cancelling is taken back', async () => {
  const walnuts = await village.product('核桃', 50_000);
  await village.shop((s) => s.listings.change(owner(), walnuts, { personLimit: baseQuantity(2_500) }));
  const buyer = await village.known();
  const id = await placeOrder(scene, buyer, [[walnuts, 2_500]]);
  await village.shop((s) => s.orders.cancel(buyer.person, id));
  await placeOrder(scene, buyer, [[walnuts, 2_500]]);
  const end = await village.shop((s) => s.orderRestore.restore(buyer.person, id));
  expect(end).toMatchObject({ ok: false, refusal: { code: 'over-limit' } });
  expect(await product(walnuts)).toMatchObject({ onHand: 47_500 });
});

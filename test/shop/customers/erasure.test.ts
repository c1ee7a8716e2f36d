import { expect, it } from 'vitest';
import { openVillageForEach } from '../../support/open-village.ts';
import { placeOrder } from '../../support/placing.ts';

const scene = openVillageForEach();
const { database, clock, village } = scene;
const owner = () => village.owner.person;

it('forgetting takes the picture of the parcel slip, on which name and street stand', async () => {
  const walnuts = await village.product('核桃', 50_000);
  const buyer = await village.known();
  const id = await placeOrder(scene, buyer, [[walnuts, 2_500]]);
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
  const id = await placeOrder(scene, buyer, [[walnuts, 2_500]]);
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
    await placeOrder(scene, b, [[walnuts, 500]]);
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

it('being forgotten later can be taken back until it has happened', async () => {
  const walnuts = await village.product('核桃', 50_000);
  const buyer = await village.known();
  const id = await placeOrder(scene, buyer, [[walnuts, 500]]);
  await village.shop((s) => s.erasure.eraseLater(buyer.person));
  await village.shop((s) => s.erasure.stay(buyer.person));
  await village.shop((s) => s.orders.decline(owner(), id));
  clock.advance(61_000);
  await village.shop((s) => s.erasure.eraseDue());
  const row = await database.db.person.findUniqueOrThrow({ where: { id: buyer.person } });
  expect(row).toMatchObject({ erasedAt: null, forgetAskedAt: null });
});

import { expect, it } from 'vitest';
import { invite } from '../../../src/shop/sellers/invites.ts';
import { baseQuantity } from '../../../src/shop/values/quantity.ts';
import { openVillage } from '../../support/open-village.ts';
import { placeOrder } from '../../support/placing.ts';
import { privatePhoto } from '../../support/private-photo.ts';

const scene = openVillage();
const { database, clock, village } = scene;
const owner = () => village.owner.person;

it('a household cannot open a private photo of another by naming it as its own scale or slip', async () => {
  const walnuts = await village.product('核桃', 50_000);
  const [buyer, rival] = [await village.known(), await village.known()];
  const id = await placeOrder(scene, buyer, [[walnuts, 2_500]]);
  await village.shop((s) => s.orders.accept(owner(), id));
  const other = await database.db.seller.create({
    data: { villageId: village.id, name: '李家', createdAt: clock.now() },
  });
  const theirs = await placeOrder(scene, rival, [[walnuts, 500]], 'transfer');
  const picture = await privatePhoto(database.db, clock);
  await village.shop((s) => s.proofs.send(rival.person, theirs, picture));
  await database.db.order.update({ where: { id: theirs }, data: { sellerId: other.id } });
  const weighing = { orderId: id, position: 0, packed: baseQuantity(2_500), photoId: picture };
  expect((await village.shop((s) => s.packing.weigh(owner(), weighing))).ok).toBe(false);
  expect(await village.shop((s) => s.shipments.ship(owner(), id, { slipId: picture }))).toEqual({
    ok: false,
    refusal: 'photo-of-another',
  });
  expect(await village.shop((s) => s.privateMedia.maySee(owner(), picture))).toBe(false);
});

it('a helper who may only post sees no picture of a transfer', async () => {
  const walnuts = await village.product('核桃', 50_000);
  const buyer = await village.known();
  const helper = await village.person('telegram-seller');
  const token = await village.shop((_, context) => invite(context, village.seller, 'helper', ['post']));
  await village.shop((s) => s.invites.use(helper.person, token));
  const id = await placeOrder(scene, buyer, [[walnuts, 2_500]], 'transfer');
  const picture = await privatePhoto(database.db, clock);
  await village.shop((s) => s.proofs.send(buyer.person, id, picture));
  expect(await village.shop((s) => s.privateMedia.maySee(owner(), picture))).toBe(true);
  expect(await village.shop((s) => s.privateMedia.maySee(helper.person, picture))).toBe(false);
});

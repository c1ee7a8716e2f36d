import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OrderId } from '../../../src/db/ids.ts';
import { baseQuantity } from '../../../src/shop/values/quantity.ts';
import { testClock } from '../../support/clock.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';
import { granted, present } from '../../support/present.ts';
import { foundVillage, type Neighbour, type Village } from '../../support/village.ts';

let database: FreshDatabase;
let village: Village;

beforeAll(async () => {
  database = await freshDatabase();
  village = await foundVillage(database.db, testClock());
});
afterAll(() => database.drop());

const recipient = { name: '王芳', phone: '13800001234', address: '太原市迎泽区桃园路1号' };

async function bought({ person, chat }: Neighbour): Promise<OrderId> {
  const product = await village.product('核桃', 10_000);
  return village.shop(async ({ cart, checkout }) => {
    await cart.set(person, product, baseQuantity(500));
    const { card } = granted(
      await checkout.open(person, chat, { payBy: 'delivery', recipient }, await cart.lines(person)),
    );
    const placed = granted(await checkout.place(person, card.id));
    return present(placed.orders[0]?.id);
  });
}

it('says why an order is not rated: another’s, not there yet, or no such number of stars', async () => {
  const [buyer, stranger] = [await village.person(), await village.person()];
  const order = await bought(buyer);
  const rate = (stars: number, who = buyer) =>
    village.shop(({ ratings }) => ratings.rate(who.person, order, stars));
  expect(await rate(5)).toEqual({ ok: false, refusal: 'not-delivered' });
  await database.db.order.update({ where: { id: order }, data: { fulfilment: 'delivered' } });
  expect(await rate(5, stranger)).toEqual({ ok: false, refusal: 'not-yours' });
  expect(await rate(6)).toEqual({ ok: false, refusal: 'no-such-stars' });
  const words = (who: Neighbour) =>
    village.shop(({ ratings }) => ratings.describe(who.person, order, '好吃'));
  expect(await words(buyer)).toEqual({ ok: false, refusal: 'not-rated' });
  expect(await rate(5)).toMatchObject({ ok: true, stars: 5 });
  expect(await words(buyer)).toMatchObject({ ok: true, stars: 5, words: '好吃' });
});

import { expect, it } from 'vitest';
import { openVillage } from '../../support/open-village.ts';
import { placeOrder } from '../../support/placing.ts';
import type { Neighbour } from '../../support/village.ts';

const scene = openVillage();
const { database, village } = scene;

const bought = async (buyer: Neighbour) =>
  placeOrder(scene, buyer, [[await village.product('核桃', 10_000), 500]]);

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

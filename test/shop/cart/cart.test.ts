import { describe, expect, it } from 'vitest';
import { fen } from '../../../src/shop/values/money.ts';
import { openVillage } from '../../support/open-village.ts';
import { type Goods, openCard } from '../../support/placing.ts';
import { present } from '../../support/present.ts';
import type { Neighbour } from '../../support/village.ts';

const { database, clock, village } = openVillage();

const open = (buyer: Neighbour, goods: Goods) => village.shop((shop) => openCard(shop, buyer, goods));

describe('the cart', () => {
  it('remembers the price that its owner last saw', async () => {
    const product = await village.product('核桃', 5_000);
    const buyer = await village.person();
    await open(buyer, [[product, 500]]);
    await database.db.product.update({ where: { id: product }, data: { price: fen(1_600) } });
    const [line] = await village.shop((shop) => shop.cart.lines(buyer.person));
    expect(line).toMatchObject({ total: 1_600, was: { fen: 1_500, per: 500 } });
    clock.advance(1_000);
    await open(buyer, []);
    const [seen] = await village.shop((shop) => shop.cart.lines(buyer.person));
    expect(seen?.was).toBeUndefined();
  });

  it('comes back as it was after it was emptied, for its owner alone', async () => {
    const product = await village.product('核桃', 5_000);
    const [buyer, stranger] = [await village.person(), await village.person()];
    await open(buyer, [[product, 750]]);
    const kept = await village.shop((shop) => shop.cart.empty(buyer.person, buyer.chat));
    await village.shop((shop) => shop.cart.refill(stranger.person, present(kept)));
    await village.shop((shop) => shop.cart.refill(buyer.person, present(kept)));
    const lines = await village.shop(async (shop) => [
      await shop.cart.lines(buyer.person),
      await shop.cart.lines(stranger.person),
    ]);
    expect(lines.map((all) => all.map(({ quantity }) => quantity))).toEqual([[750], []]);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import type { ProductId, StreamId } from '../../../src/db/ids.ts';
import { fen } from '../../../src/shop/values/money.ts';
import { baseQuantity } from '../../../src/shop/values/quantity.ts';
import { openVillageForEach } from '../../support/open-village.ts';
import { granted, present } from '../../support/present.ts';
import type { Neighbour } from '../../support/village.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const { database, clock, village } = openVillageForEach();
let walnuts: ProductId;
let stream: StreamId;
let buyer: Neighbour;

beforeEach(async () => {
  walnuts = await village.product('核桃', 50_000);
  buyer = await village.person();
  const { person } = village.owner;
  const planned = await village.shop((shop) =>
    shop.streams.plan(person, village.seller, { plannedAt: new Date(clock.now().getTime() + HOUR) }),
  );
  stream = present(planned).id;
  await village.shop(async ({ streams }) => {
    await streams.addItem(person, stream, { productId: walnuts });
    const [item] = await streams.items(stream);
    await streams.changeItem(person, present(item).id, { price: fen(1_200), limit: baseQuantity(5_000) });
  });
});

const goLive = () => village.shop((shop) => shop.streams.goLive(village.owner.person, village.seller, {}));
const end = () => village.shop((shop) => shop.streams.end(village.owner.person, stream));
const price = async () => (await village.shop((shop) => shop.catalogue.byId(walnuts)))?.price;

const RECIPIENT = {
  name: 'Li Lei',
  phone: '13800001234',
  address: '12 Taoyuan Road, Yingze District, Taiyuan, Shanxi',
};

/** A card for so many grams. */
const card = (grams: number, who = buyer) =>
  village.shop(async (shop) => {
    await shop.cart.set(who.person, walnuts, baseQuantity(grams));
    const lines = await shop.cart.lines(who.person);
    const opened = await shop.checkout.open(
      who.person,
      who.chat,
      { payBy: 'delivery', recipient: RECIPIENT },
      lines,
    );
    return granted(opened).card;
  });
const place = (id: Awaited<ReturnType<typeof card>>['id'], who = buyer) =>
  village.shop((shop) => shop.checkout.place(who.person, id));

describe('a stream price', () => {
  it('holds from the start to the end, exactly', async () => {
    expect(await price()).toBe(1_500);
    await goLive();
    expect(await price()).toBe(1_200);
    await village.shop((shop) => shop.streams.interrupt(village.owner.person, stream));
    expect(await price()).toBe(1_200);
    await end();
    expect(await price()).toBe(1_500);
    await goLive();
    expect(await price()).toBe(1_200);
  });

  it('is not what the seller sees as the price of their product', async () => {
    await goLive();
    const own = await village.shop((shop) => shop.listings.own(village.owner.person, walnuts));
    expect(own?.price).toBe(1_500);
  });

  it('stays on a card for ten minutes after the end, and no longer', async () => {
    await goLive();
    const { id, lines } = await card(2_500);
    expect(lines).toMatchObject([{ total: 6_000, streamId: stream }]);
    await end();
    clock.advance(10 * MINUTE - 1);
    expect(await place(id)).toMatchObject({ ok: true });

    const other = await village.person();
    await goLive();
    const late = await card(2_500, other);
    await end();
    clock.advance(10 * MINUTE);
    expect(await place(late.id, other)).toMatchObject({
      ok: false,
      refusal: { code: 'changed', now: 7_500 },
    });
  });

  it('is not on a card that was opened after the end', async () => {
    await goLive();
    await end();
    const { lines } = await card(2_500);
    expect(lines).toMatchObject([{ total: 7_500, streamId: null }]);
  });

  it('stays on a card whose address is changed after the end', async () => {
    await goLive();
    const { id } = await card(2_500);
    await end();
    const changed = granted(
      await village.shop((shop) =>
        shop.checkout.change(buyer.person, id, { recipient: { ...RECIPIENT, name: 'Han' } }),
      ),
    );
    expect(await place(changed.card.id)).toMatchObject({ ok: true });
  });

  it('that the seller changes is asked about', async () => {
    await goLive();
    const { id } = await card(2_500);
    await village.shop(async ({ streams }) => {
      const [item] = await streams.items(stream);
      await streams.changeItem(village.owner.person, present(item).id, { price: fen(1_300) });
    });
    expect(await place(id)).toMatchObject({ ok: false, refusal: { code: 'changed' } });
    await end();
    expect(await place(id)).toMatchObject({ ok: false });
  });

  it('is limited for each person while the stream is on', async () => {
    await goLive();
    expect(await place((await card(4_000)).id)).toMatchObject({ ok: true });
    clock.advance(11 * MINUTE);
    expect(await place((await card(2_000)).id)).toMatchObject({
      ok: false,
      refusal: { code: 'over-limit', limit: 5_000 },
    });
    await end();
    expect(await place((await card(2_000)).id)).toMatchObject({ ok: true });
  });
});

describe('an order from a stream', () => {
  const order = async (who = buyer) => {
    const placed = granted(await place((await card(2_500, who)).id, who));
    const [one] = placed.orders;
    await village.shop((shop) => shop.streams.recordOrder(who.person, present(one)));
  };

  it('is a sign of life, and a line of the takings', async () => {
    await goLive();
    clock.advance(2 * HOUR);
    await order();
    expect(await database.db.stream.findUniqueOrThrow({ where: { id: stream } })).toMatchObject({
      lastSignAt: clock.now(),
    });
    expect(await village.shop((shop) => shop.streams.takings(stream))).toMatchObject({
      orders: 1,
      total: 6_000,
      sales: [{ orders: 1, quantity: 2_500, total: 6_000, title: '核桃' }],
    });
  });

  it('that is called off later is not counted', async () => {
    await goLive();
    await order();
    await database.db.order.updateMany({ data: { fulfilment: 'cancelled' } });
    expect(await village.shop((shop) => shop.streams.takings(stream))).toMatchObject({ orders: 0, total: 0 });
  });

  it('belongs to none where nothing is on', async () => {
    await order();
    expect(await database.db.streamOrder.count()).toBe(0);
  });
});

describe('the numbers of a stream', () => {
  it('close up before the start, and stay what they are after it', async () => {
    const { person } = village.owner;
    const dates = await village.product('红枣', 1_000);
    const pears = await village.product('梨', 1_000);
    const numbers = () =>
      village.shop(async ({ streams }) =>
        (await streams.items(stream)).map(({ number, product }) => `${number} ${product?.title}`),
      );
    await village.shop(async ({ streams }) => {
      await streams.addItem(person, stream, { productId: dates });
      await streams.addItem(person, stream, { productId: pears });
      const [first] = await streams.items(stream);
      await streams.removeItem(person, present(first).id);
    });
    expect(await numbers()).toEqual(['1 红枣', '2 梨']);
    await goLive();
    await village.shop(async ({ streams }) => {
      const [first] = await streams.items(stream);
      await streams.removeItem(person, present(first).id);
    });
    expect(await numbers()).toEqual(['2 梨']);
  });

  it('are changed by the household alone, and hold its own goods', async () => {
    const stranger = await village.person();
    const elsewhere = await database.db.seller.create({
      data: { villageId: village.id, name: '老李家', createdAt: clock.now() },
    });
    await village.shop(async ({ streams }) => {
      const [item] = await streams.items(stream);
      const id = present(item).id;
      expect(await streams.changeItem(stranger.person, id, { price: fen(1) })).toBe(false);
      expect(await streams.removeItem(stranger.person, id)).toBe(false);
      expect(await streams.showNow(stranger.person, id)).toBeUndefined();
      expect(await streams.addItem(stranger.person, stream, { title: 'x' })).toBeUndefined();
    });
    const theirs = await village.product('别家的', 1_000);
    await database.db.product.update({ where: { id: theirs }, data: { sellerId: elsewhere.id } });
    const added = await village.shop((shop) =>
      shop.streams.addItem(village.owner.person, stream, { productId: theirs }),
    );
    expect(added).toBeUndefined();
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import type { ProductId, SellerId } from '../../../src/db/ids.ts';
import type { Card } from '../../../src/shop/checkout/card.ts';
import type { Recipient } from '../../../src/shop/customers/addresses.ts';
import type { ShippingChange } from '../../../src/shop/shipping/settings.ts';
import { fen, MAX_FEN } from '../../../src/shop/values/money.ts';
import { baseQuantity } from '../../../src/shop/values/quantity.ts';
import { openVillage } from '../../support/open-village.ts';
import { type Goods, recipient as near, openCard } from '../../support/placing.ts';
import { granted, present } from '../../support/present.ts';
import type { Neighbour } from '../../support/village.ts';

const { database, clock, village } = openVillage();

beforeEach(async () => {
  await database.db.shippingMethod.deleteMany();
  await database.db.seller.updateMany({ data: { minimumOrder: fen(0), notShippedTo: [], closedOn: [] } });
});

const far: Recipient = { ...near, address: '新疆乌鲁木齐市天山区解放路2号' };

/** A card over these products, in the buyer's chat or another of theirs. */
const open = (buyer: Neighbour, goods: Goods, to = near, chat = buyer.chat): Promise<Card> =>
  village.shop((shop) => openCard(shop, { ...buyer, chat }, goods, { recipient: to }));

const place = (buyer: Neighbour, { id }: Card) =>
  village.shop((shop) => shop.checkout.place(buyer.person, id));

const wishes = (...all: ShippingChange[]) =>
  village.shop((shop) => shop.shippingSettings.apply(village.owner.person, village.seller, all));

/** Another household, with one product. */
async function neighbourWith(
  title: string,
  grams: number,
): Promise<{ seller: SellerId; product: ProductId }> {
  const { id: seller } = await database.db.seller.create({
    data: { villageId: village.id, name: '李家', createdAt: clock.now() },
  });
  const product = await village.product(title, grams);
  await database.db.product.update({ where: { id: product }, data: { sellerId: seller } });
  return { seller, product };
}

describe('a card over several sellers', () => {
  it('has a part of each with its own way and fee, and becomes an order of each', async () => {
    await wishes({ is: 'fee', way: 'express', fee: fen(800) }, { is: 'fee', way: 'courier', fee: fen(300) });
    const mine = await village.product('核桃', 5_000);
    const { seller, product } = await neighbourWith('小米', 5_000);
    const buyer = await village.person();
    const card = await open(buyer, [
      [mine, 500],
      [product, 1_000],
    ]);
    expect(card.sellerOrders).toMatchObject([
      { sellerId: village.seller, way: 'express', fee: 800, others: [{ way: 'courier', fee: 300 }] },
      { sellerId: seller, way: 'express', fee: 0, others: [] },
    ]);
    const changed = await village.shop((shop) =>
      shop.checkout.change(buyer.person, card.id, {
        ways: [{ sellerId: village.seller, way: 'courier' }],
        note: '放门口',
      }),
    );
    expect(granted(changed).card).toMatchObject({ total: 1_500 + 3_000 + 300, note: '放门口' });
    expect(await place(buyer, card)).toMatchObject({ ok: false, refusal: { code: 'stale' } });
    expect(await place(buyer, granted(changed).card)).toMatchObject({ ok: true });
    const orders = await database.db.order.findMany({ where: { personId: buyer.person } });
    expect(orders.map(({ way, fee, total, province }) => ({ way, fee, total, province }))).toEqual(
      expect.arrayContaining([
        { way: 'courier', fee: 300, total: 1_800, province: '山西' },
        { way: 'express', fee: 0, total: 3_000, province: '山西' },
      ]),
    );
    const seen = await village.shop((shop) =>
      shop.orders.sold(village.owner.person, present(orders.find((one) => one.way === 'courier')?.id)),
    );
    expect(seen?.note).toBe('放门口');
    const next = await open(buyer, [[mine, 500]]);
    expect(next.sellerOrders[0]?.way).toBe('courier');
  });
});

describe('a card is not placed', () => {
  it.each([
    ['not-shipped', [{ is: 'areas', provinces: ['新疆'], isShipped: false }]],
    ['below-minimum', [{ is: 'minimum', amount: fen(1_501) }]],
    ['fee-changed', [{ is: 'fee', way: 'express', fee: fen(1) }]],
    [
      'way-off',
      [
        { is: 'way', way: 'pickup', isOn: true },
        { is: 'way', way: 'express', isOn: false },
      ],
    ],
    ['closed', [{ is: 'days', days: ['TODAY'], isOff: true }]],
  ] as const)('once it is %s, and leaves nothing behind', async (code, changes) => {
    const product = await village.product('核桃', 5_000);
    const buyer = await village.person();
    const card = await open(buyer, [[product, 500]], far);
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(clock.now());
    await wishes(
      ...changes.map((wish): ShippingChange => (wish.is === 'days' ? { ...wish, days: [today] } : wish)),
    );
    expect(await place(buyer, card)).toMatchObject({ ok: false, refusal: { code } });
    const { onHand, held } = await database.db.product.findUniqueOrThrow({ where: { id: product } });
    expect({ onHand, held }).toEqual({ onHand: 5_000, held: 0 });
    expect(await database.db.order.count({ where: { personId: buyer.person } })).toBe(0);
    const problems = await village.shop((shop) => shop.checkout.problems(buyer.person, card));
    expect(problems.map((problem) => problem.code)).toContain(code);
  });

  it('of a household that the office has closed', async () => {
    const { seller, product } = await neighbourWith('小米', 5_000);
    const buyer = await village.person();
    const card = await open(buyer, [[product, 500]]);
    await database.db.seller.update({ where: { id: seller }, data: { state: 'closed' } });
    expect(await place(buyer, card)).toMatchObject({ refusal: { code: 'seller-closed' } });
  });

  it('without an address, unless everything is picked up', async () => {
    await wishes({ is: 'way', way: 'pickup', isOn: true });
    const buyer = await village.person();
    const contact = { ...near, address: '' };
    const card = await open(buyer, [[await village.product('核桃', 5_000), 500]], contact);
    expect(await place(buyer, card)).toMatchObject({ refusal: { code: 'no-address' } });
    const pickup = await village.shop((shop) =>
      shop.checkout.change(buyer.person, card.id, { ways: [{ sellerId: village.seller, way: 'pickup' }] }),
    );
    expect((await place(buyer, granted(pickup).card)).ok).toBe(true);
  });

  it('tells a seller no street of those who come themselves', async () => {
    await wishes({ is: 'way', way: 'pickup', isOn: true }, { is: 'way', way: 'express', isOn: false });
    const buyer = await village.person();
    const placed = await place(buyer, await open(buyer, [[await village.product('核桃', 5_000), 500]]));
    const id = present(placed.ok ? placed.orders[0]?.id : undefined);
    const order = await village.shop((shop) => shop.orders.sold(village.owner.person, id));
    expect(order?.recipient).toEqual({ name: '王芳', phone: '13800001234', address: '' });
  });
});

describe('what one person may have', () => {
  it('is not passed by confirming in several chats at once', async () => {
    const product = await village.product('核桃', 50_000);
    await database.db.product.update({ where: { id: product }, data: { personLimit: baseQuantity(1_000) } });
    const buyer = await village.person();
    const chats = await Promise.all(
      Array.from({ length: 4 }, async (_, i) => {
        const data = { personId: buyer.person, channel: 'web-buyer', address: `${buyer.person}-${i}` };
        return (await database.db.chat.create({ data: { ...data, createdAt: clock.now() } })).id;
      }),
    );
    const cards: Card[] = [];
    for (const chat of chats) cards.push(await open(buyer, [[product, 400 + cards.length]], near, chat));
    const ends = await Promise.all(cards.map((card) => place(buyer, card)));
    expect(ends.filter((end) => end.ok)).toHaveLength(2);
    expect(ends.filter((end) => !end.ok && end.refusal.code === 'over-limit')).toHaveLength(2);
  });

  it('counts orders that stand, not those called off, and starts anew with a new sale', async () => {
    const product = await village.product('核桃', 50_000);
    await database.db.product.update({ where: { id: product }, data: { personLimit: baseQuantity(1_000) } });
    const buyer = await village.person();
    const first = await place(buyer, await open(buyer, [[product, 1_000]]));
    expect(await place(buyer, await open(buyer, [[product, 500]]))).toMatchObject({
      refusal: { code: 'over-limit', left: 0 },
    });
    const id = present(first.ok ? first.orders[0]?.id : undefined);
    await village.shop((shop) => shop.orders.cancel(buyer.person, id));
    expect((await place(buyer, await open(buyer, [[product, 600]]))).ok).toBe(true);
    clock.advance(1_000);
    await database.db.product.update({ where: { id: product }, data: { publishedAt: clock.now() } });
    expect((await place(buyer, await open(buyer, [[product, 700]]))).ok).toBe(true);
  });
});

describe('what one order holds at least', () => {
  const least = async (product: ProductId, quantity: number) => {
    await database.db.product.update({
      where: { id: product },
      data: { minimumQuantity: baseQuantity(quantity) },
    });
  };

  it('is told on the card, and no less is placed', async () => {
    const product = await village.product('核桃', 50_000);
    await least(product, 1_500);
    const buyer = await village.person();
    const card = await open(buyer, [[product, 1_000]]);
    const problems = await village.shop((shop) => shop.checkout.problems(buyer.person, card));
    expect(problems).toMatchObject([{ code: 'below-quantity', minimum: 1_500 }]);
    expect(await place(buyer, card)).toMatchObject({
      refusal: { code: 'below-quantity', minimum: 1_500 },
    });
    expect((await place(buyer, await open(buyer, [[product, 1_500]]))).ok).toBe(true);
  });

  it('counts for a card that was open before it was set', async () => {
    const product = await village.product('核桃', 50_000);
    const buyer = await village.person();
    const card = await open(buyer, [[product, 1_000]]);
    await least(product, 2_000);
    expect(await place(buyer, card)).toMatchObject({ refusal: { code: 'below-quantity' } });
  });

  it('is all that is left, where that is less', async () => {
    const product = await village.product('核桃', 1_000);
    await least(product, 1_500);
    const buyer = await village.person();
    expect(await place(buyer, await open(buyer, [[product, 500]]))).toMatchObject({
      refusal: { code: 'below-quantity', minimum: 1_000 },
    });
    expect((await place(buyer, await open(buyer, [[product, 1_000]]))).ok).toBe(true);
  });

  it('is what one person may still have, where that is less', async () => {
    const product = await village.product('核桃', 50_000);
    await database.db.product.update({ where: { id: product }, data: { personLimit: baseQuantity(2_000) } });
    await least(product, 1_500);
    const buyer = await village.person();
    expect((await place(buyer, await open(buyer, [[product, 1_500]]))).ok).toBe(true);
    expect((await place(buyer, await open(buyer, [[product, 500]]))).ok).toBe(true);
  });
});

describe('a card that is renewed', () => {
  it('has the prices of now, no more than there is, and only what is sold; the cart follows', async () => {
    const [dear, scarce, gone] = [
      await village.product('核桃', 5_000),
      await village.product('小米', 5_000),
      await village.product('红枣', 5_000),
    ];
    const buyer = await village.person();
    const card = await open(buyer, [
      [dear, 500],
      [scarce, 5_000],
      [gone, 500],
    ]);
    await database.db.product.update({ where: { id: dear }, data: { price: fen(1_600) } });
    await village.shop((shop) =>
      shop.listings.moveStock(village.owner.person, scarce, { mode: 'set', quantity: baseQuantity(2_000) }),
    );
    await database.db.product.update({ where: { id: gone }, data: { status: 'paused' } });
    const problems = await village.shop((shop) => shop.checkout.problems(buyer.person, card));
    expect(problems.map(({ code }) => code)).toEqual(['changed', 'short', 'off-sale']);
    const renewed = await village.shop((shop) => shop.checkout.renew(buyer.person, card.id));
    expect(granted(renewed).card.lines.map(({ quantity, total }) => [quantity, total])).toEqual([
      [500, 1_600],
      [2_000, 6_000],
    ]);
    const cart = await village.shop((shop) => shop.cart.lines(buyer.person));
    expect(cart.map(({ quantity }) => quantity)).toEqual([500, 2_000]);
    expect((await place(buyer, granted(renewed).card)).ok).toBe(true);
  });
});

describe('a card that cannot be had otherwise', () => {
  const change = (buyer: Neighbour, { id }: Card) =>
    village.shop((shop) => shop.checkout.change(buyer.person, id, { note: '放门口' }));
  const renew = (buyer: Neighbour, { id }: Card) =>
    village.shop((shop) => shop.checkout.renew(buyer.person, id));

  it('says that it is no longer open', async () => {
    const buyer = await village.person();
    const card = await open(buyer, [[await village.product('核桃', 5_000), 500]]);
    expect((await place(buyer, card)).ok).toBe(true);
    expect(await change(buyer, card)).toEqual({ ok: false, refusal: 'gone' });
    expect(await renew(buyer, card)).toEqual({ ok: false, refusal: 'gone' });
  });

  it('says that nothing on it is left', async () => {
    const product = await village.product('核桃', 5_000);
    const buyer = await village.person();
    const card = await open(buyer, [[product, 500]]);
    await database.db.product.update({ where: { id: product }, data: { status: 'paused' } });
    expect(await renew(buyer, card)).toEqual({ ok: false, refusal: 'nothing-left' });
  });

  it('says that it would cost too much, and stays as it is', async () => {
    const product = await village.product('核桃', 5_000);
    await database.db.product.update({ where: { id: product }, data: { price: fen(MAX_FEN - 100) } });
    const buyer = await village.person();
    const card = await open(buyer, [[product, 500]]);
    await wishes({ is: 'fee', way: 'express', fee: fen(800) });
    expect(await change(buyer, card)).toEqual({ ok: false, refusal: 'too-large' });
    expect(await village.shop((shop) => shop.checkout.current(buyer.person, buyer.chat))).toMatchObject({
      id: card.id,
      total: MAX_FEN - 100,
    });
  });
});

it('a price of which nobody can pay the sum is shown, and no checkout takes it', async () => {
  const walnuts = await village.product('核桃', 500_000);
  await database.db.product.update({ where: { id: walnuts }, data: { price: fen(900_000_000) } });
  const buyer = await village.known();
  const card = await village.shop(async (shop) => {
    await shop.cart.set(buyer.person, walnuts, baseQuantity(50_000));
    const lines = await shop.cart.lines(buyer.person);
    return shop.checkout.open(buyer.person, buyer.chat, { payBy: 'delivery', recipient: near }, lines);
  });
  expect(card).toEqual({ ok: false, refusal: 'too-large' });
  expect(await village.shop((s) => s.cart.empty(buyer.person, buyer.chat))).toBeDefined();
});

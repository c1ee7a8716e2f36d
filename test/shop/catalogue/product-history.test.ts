import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ProductId } from '../../../src/db/ids.ts';
import type { Patch } from '../../../src/shop/catalogue/listings/product-fields.ts';
import { fen } from '../../../src/shop/values/money.ts';
import { baseQuantity, MAX_BASE } from '../../../src/shop/values/quantity.ts';
import { openVillageForEach } from '../../support/open-village.ts';
import { granted, present } from '../../support/present.ts';

const MINUTE = 60_000;

const { database, clock, village } = openVillageForEach();
let product: ProductId;

beforeEach(async () => {
  product = await village.product('核桃', 10_000);
});

const db = () => database.db;
const row = () => db().product.findUniqueOrThrow({ where: { id: product } });
const undo = (event: string, person = village.owner.person) =>
  village.shop((shop) => shop.listings.undo(person, event));
const tryToMove = (mode: 'set' | 'add' | 'sub', quantity: number, person = village.owner.person) =>
  village.shop((shop) =>
    shop.listings.moveStock(person, product, { mode, quantity: baseQuantity(quantity) }),
  );
const moveStock = async (mode: 'set' | 'add' | 'sub', quantity: number) => {
  const moved = await tryToMove(mode, quantity);
  return moved.ok ? moved : undefined;
};
const change = (patch: Patch) =>
  village.shop((shop) => shop.listings.change(village.owner.person, product, patch));
const setStatus = (status: 'on-sale' | 'paused') =>
  village.shop((shop) => shop.listings.setStatus(village.owner.person, product, status));

describe('a stock that cannot move', () => {
  it('says whether it is another’s, too little or too much', async () => {
    const stranger = await village.person();
    expect(await tryToMove('set', 1_000, stranger.person)).toEqual({ ok: false, refusal: 'not-yours' });
    expect(await tryToMove('sub', 10_001)).toEqual({ ok: false, refusal: 'not-so-much' });
    expect(await tryToMove('add', MAX_BASE)).toEqual({ ok: false, refusal: 'too-large' });
    expect((await row()).onHand).toBe(10_000);
  });
});

describe('the history of a product', () => {
  it('keeps who changed what, from what to what', async () => {
    await change({ price: fen(1_600) });
    await moveStock('sub', 4_000);
    const events = await db().productEvent.findMany({ orderBy: { id: 'asc' } });
    expect(
      events.map(({ change: what, before, after, personId }) => ({ what, before, after, personId })),
    ).toEqual([
      { what: 'price', before: { price: 1_500 }, after: { price: 1_600 }, personId: village.owner.person },
      {
        what: 'stock',
        before: { available: 10_000 },
        after: { available: 6_000 },
        personId: village.owner.person,
      },
    ]);
  });

  it('notes nothing where nothing has changed', async () => {
    expect(granted(await change({ price: fen(1_500) })).event).toBeUndefined();
    expect((await moveStock('set', 10_000))?.event).toBeUndefined();
    expect(await db().productEvent.count()).toBe(0);
  });

  it('is nobody’s to undo but theirs who may change the product', async () => {
    const event = present(granted(await change({ price: fen(1_600) })).event);
    const stranger = await village.person('telegram-seller');
    expect(await undo(event, stranger.person)).toEqual({ ok: false, refusal: 'unknown' });
    await db().member.create({
      data: {
        sellerId: village.seller,
        personId: stranger.person,
        role: 'helper',
        rights: ['pack', 'money'],
        createdAt: clock.now(),
      },
    });
    expect(await undo(event, stranger.person)).toEqual({ ok: false, refusal: 'unknown' });
    expect((await row()).price).toBe(1_600);
    await db().member.updateMany({ where: { personId: stranger.person }, data: { rights: ['post'] } });
    expect(await undo(event, stranger.person)).toMatchObject({ ok: true });
  });

  it('is undone once, however many try at once', async () => {
    const event = (await moveStock('add', 500))?.event ?? '';
    const ends = await Promise.all([undo(event), undo(event), undo(event)]);
    expect(ends.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await row()).onHand).toBe(10_000);
  });

  it('can be undone for five minutes, to the last of them', async () => {
    const event = present(granted(await change({ price: fen(1_600) })).event);
    clock.advance(5 * MINUTE);
    expect(await undo(event)).toEqual({ ok: false, refusal: 'too-late' });
    expect((await row()).price).toBe(1_600);
    const next = present(granted(await change({ price: fen(1_700) })).event);
    clock.advance(5 * MINUTE - 1);
    expect(await undo(next)).toMatchObject({ ok: true });
  });

  it('undoes one field without touching another, and not what was changed again since', async () => {
    const price = present(granted(await change({ price: fen(1_600) })).event);
    const title = present(granted(await change({ title: '薄皮核桃' })).event);
    expect(await undo(price)).toMatchObject({ ok: true });
    expect(await row()).toMatchObject({ price: 1_500, title: '薄皮核桃' });
    await change({ title: '新核桃' });
    expect(await undo(title)).toEqual({ ok: false, refusal: 'changed-since' });
    expect((await row()).title).toBe('新核桃');
  });

  it('makes a draft of what was published, but pauses what somebody has ordered meanwhile', async () => {
    await db().product.update({ where: { id: product }, data: { status: 'draft' } });
    const first = await setStatus('on-sale');
    expect(first.ok && (await undo(first.event ?? ''))).toMatchObject({ ok: true });
    expect((await row()).status).toBe('draft');

    const second = await setStatus('on-sale');
    const buyer = await village.person();
    const at = clock.now();
    const whose = { personId: buyer.person, chatId: buyer.chat };
    const checkout = await db().checkout.create({
      data: { ...whose, state: 'placed', payment: 'delivery', lines: [], total: fen(1_500), createdAt: at },
    });
    await db().order.create({
      data: {
        ...whose,
        number: 'A-0001',
        checkoutId: checkout.id,
        sellerId: village.seller,
        fulfilment: 'placed',
        payment: 'none',
        stock: 'taken',
        total: fen(1_500),
        placedAt: at,
        lines: {
          create: {
            position: 0,
            productId: product,
            title: '核桃',
            measure: 'MASS',
            quantity: baseQuantity(500),
            price: fen(1_500),
            priceQuantity: baseQuantity(500),
            total: fen(1_500),
          },
        },
      },
    });
    expect(second.ok && (await undo(second.event ?? ''))).toMatchObject({ ok: true });
    expect((await row()).status).toBe('paused');
  });

  it('never lets stock and its ledger part, whatever is changed and undone', async () => {
    const step = fc.record({
      mode: fc.constantFrom('set' as const, 'add' as const, 'sub' as const),
      quantity: fc.integer({ min: 0, max: 20_000 }),
      undoes: fc.option(fc.nat({ max: 9 }), { nil: undefined }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const events: string[] = [];
        for (const { mode, quantity, undoes } of steps) {
          const moved = await moveStock(mode, quantity);
          if (moved?.event) events.push(moved.event);
          const event = undoes === undefined ? undefined : events[undoes % Math.max(1, events.length)];
          if (event) await undo(event);
          const { onHand, held } = await row();
          const { _sum } = await db().stockEntry.aggregate({ _sum: { change: true } });
          expect(_sum.change).toBe(onHand);
          expect(onHand - held).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 15 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MediaId, OrderId, PersonId } from '../../../src/db/ids.ts';
import type { PaymentMethod } from '../../../src/shop/checkout/card.ts';
import { allottedTotal, amountDue } from '../../../src/shop/orders/amount-due.ts';
import { fen } from '../../../src/shop/values/money.ts';
import { baseQuantity } from '../../../src/shop/values/quantity.ts';
import { openVillage } from '../../support/open-village.ts';
import { placeOrder } from '../../support/placing.ts';
import { privatePhoto } from '../../support/private-photo.ts';

const scene = openVillage();
const { database, clock, village } = scene;

/** Ten 斤 of walnuts, accepted. */
async function accepted(payBy: PaymentMethod): Promise<{ buyer: PersonId; id: OrderId }> {
  const product = await village.product('核桃', 500_000);
  const buyer = await village.person();
  const id = await placeOrder(scene, buyer, [[product, 5_000]], payBy);
  if (payBy !== 'delivery')
    await village.shop((shop) => shop.orders.confirmPayment(village.owner.person, id));
  await village.shop((shop) => shop.orders.accept(village.owner.person, id));
  return { buyer: buyer.person, id };
}

const weigh = (id: OrderId, packed: number, photoId?: MediaId) =>
  village.shop((shop) =>
    shop.packing.weigh(village.owner.person, {
      orderId: id,
      position: 0,
      packed: baseQuantity(packed),
      photoId,
    }),
  );

describe('what a line costs by the scale', () => {
  it('is never more than was agreed, never below nothing, and no less for a heavier box', () => {
    const amount = fc.integer({ min: 1, max: 1_000_000 }).map(baseQuantity);
    const price = fc.integer({ min: 0, max: 100_000_000 }).map(fen);
    fc.assert(
      fc.property(amount, price, amount, amount, (quantity, total, one, other) => {
        const [light, heavy] = one < other ? [one, other] : [other, one];
        const less = amountDue({ quantity, total, packed: light });
        const more = amountDue({ quantity, total, packed: heavy });
        const unweighed = amountDue({ quantity, total, packed: null });
        return less >= 0 && less <= more && more <= total && unweighed === total;
      }),
    );
  });
});

describe('what a line costs by the scale when a harvest left less of it', () => {
  it('is never more than it was before, also where both are rounded', () => {
    const amount = fc.integer({ min: 1, max: 1_000 }).map(baseQuantity);
    const price = fc.integer({ min: 0, max: 2_000 }).map(fen);
    fc.assert(
      fc.property(amount, price, amount, amount, (ordered, total, packed, less) => {
        const got = less < ordered ? less : ordered;
        const line = { quantity: ordered, total, packed };
        const after = { quantity: got, total: allottedTotal(line, got), packed };
        const whole = allottedTotal({ ...line, packed: null }, got);
        return amountDue(after) <= amountDue(line) && after.total >= 0 && whole - after.total <= 1;
      }),
      { numRuns: 500 },
    );
  });
});

describe('two people at one scale', () => {
  it('give the difference back once', async () => {
    const { id } = await accepted('transfer');
    await Promise.all([weigh(id, 4_500), weigh(id, 4_500), weigh(id, 4_500)]);
    const refunds = await database.db.refund.findMany({ where: { orderId: id } });
    expect(refunds.map(({ amount }) => amount)).toEqual([1_500]);
  });

  it('may put a weight right at the door in both directions, and the total follows', async () => {
    const { id } = await accepted('delivery');
    for (const [packed, total] of [
      [4_500, 13_500],
      [4_900, 14_700],
      [5_200, 15_000],
    ] as const) {
      await weigh(id, packed);
      expect((await database.db.order.findUniqueOrThrow({ where: { id } })).total).toBe(total);
    }
    expect(await database.db.refund.count({ where: { orderId: id } })).toBe(0);
  });
});

describe('the photo of a scale', () => {
  it('may be seen by the buyer and the seller’s people, and by nobody else', async () => {
    const { buyer, id } = await accepted('delivery');
    const photo = await privatePhoto(database.db, clock);
    await weigh(id, 4_900, photo);
    const stranger = await village.person();
    const may = (person: PersonId) => village.shop((shop) => shop.privateMedia.maySee(person, photo));
    expect([await may(buyer), await may(village.owner.person), await may(stranger.person)]).toEqual([
      true,
      true,
      false,
    ]);
  });
});

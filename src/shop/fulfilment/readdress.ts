import { sealedAt } from '../../db/crypto/sealed-columns.ts';
import type { OrderId, PersonId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { type Recipient, recipientShape } from '../customers/addresses.ts';
import { findOrder, type Order } from '../orders/order.ts';
import { findShippingPolicies } from '../shipping/policy.ts';
import { detectProvince } from '../shipping/provinces.ts';
import { shippingFee, shippingGrams } from '../shipping/rates.ts';
import { sumFen } from '../values/money.ts';
import { sumQuantity } from '../values/quantity.ts';

/** Why an order cannot go elsewhere: it is on its way, the fee would be another, or nothing is sent there. */
export type NotReaddressed = 'unknown' | 'too-late' | 'other-fee' | 'never';

export type Readdressed =
  | { readonly ok: true; readonly order: Order }
  | { readonly ok: false; readonly refusal: NotReaddressed };

/** Sends an order that has not left yet to another recipient; its sum stays what it was. */
export async function readdress(
  context: TxContext,
  personId: PersonId,
  id: OrderId,
  said: Recipient,
): Promise<Readdressed> {
  const { tx, cipher, now } = context;
  const order = await findOrder(context, { id, personId });
  const recipient = recipientShape.safeParse(said).data;
  if (!order || !recipient) return { ok: false, refusal: 'unknown' };
  const refusal = await findRefusal(context, order, recipient);
  if (refusal) return { ok: false, refusal };
  const province = detectProvince(recipient.address) ?? '';
  const data = { recipient: cipher.encrypt(recipient, sealedAt('orders.recipient', id)), province };
  const moved = await tx.order.updateMany({
    where: { id, fulfilment: { in: ['placed', 'accepted'] } },
    data,
  });
  if (moved.count === 0) return { ok: false, refusal: 'too-late' };
  await tx.orderEvent.create({ data: { orderId: id, personId, change: 'readdressed', at: now } });
  return { ok: true, order: (await findOrder(context, { id })) ?? order };
}

async function findRefusal(
  context: TxContext,
  order: Order,
  { address }: Recipient,
): Promise<NotReaddressed | undefined> {
  if (order.fulfilment !== 'placed' && order.fulfilment !== 'accepted') return 'too-late';
  if (order.way === 'pickup') return undefined;
  const policy = (await findShippingPolicies(context, [order.sellerId])).get(order.sellerId);
  const rule = policy?.methods.find(({ way }) => way === order.way);
  const province = detectProvince(address);
  if (province && order.way === 'express' && policy?.notShippedTo.includes(province)) return 'never';
  if (!rule) return undefined;
  const goods = sumFen(order.lines.map((line) => line.total));
  const grams = sumQuantity(order.lines.map(({ measure, quantity }) => shippingGrams(measure, quantity)));
  return shippingFee(rule, { goods, grams, province }) === order.fee ? undefined : 'other-fee';
}

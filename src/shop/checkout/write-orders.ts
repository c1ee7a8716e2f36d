import { sealedAt } from '../../db/crypto/sealed-columns.ts';
import { newId, type OrderId, type SellerId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { insertOrder } from '../orders/insert-order.ts';
import { detectProvince } from '../shipping/provinces.ts';
import { plusFen } from '../values/money.ts';
import type { Card, SellerOrder } from './card.ts';
import { NEWCOMER_HOLD_MS, type NewcomerKeys } from './newcomers.ts';
import { sellerLines } from './parcels.ts';

/** Unpaid orders keep their goods for two hours. */
export const HOLD_MS = 2 * 3_600_000;

export interface PlacedOrder {
  readonly id: OrderId;
  readonly number: string;
  readonly sellerId: SellerId;
}

/** One order per seller, as the card says. A newcomer's is counted for `keys`. */
export async function writeOrders(
  context: TxContext,
  card: Card,
  keys: NewcomerKeys | undefined,
): Promise<PlacedOrder[]> {
  const { cipher, now } = context;
  const isPaidLater = card.payBy !== 'delivery';
  const holdMs = isPaidLater ? HOLD_MS : card.isHeld ? NEWCOMER_HOLD_MS : undefined;
  const placed: PlacedOrder[] = [];
  for (const part of [...card.sellerOrders].sort(bySeller)) {
    const { sellerId, way, fee } = part;
    const id = newId<OrderId>();
    const number = await insertOrder(context, {
      id,
      checkoutId: card.id,
      sellerId,
      payment: isPaidLater ? 'due' : 'none',
      stock: holdMs ? 'held' : 'taken',
      total: plusFen(part.goods, fee),
      way,
      fee,
      ...destination(id, card, part),
      note: card.note ? cipher.encrypt(card.note, sealedAt('orders.note', id)) : null,
      dueAt: holdMs ? new Date(now.getTime() + holdMs) : null,
      phoneKey: keys?.phoneKeys[0] ?? null,
      addressKey: keys?.addressKeys[0] ?? null,
      lines: sellerLines(card.lines, sellerId),
    });
    placed.push({ id, number, sellerId });
  }
  return placed;

  /** Who picks up gives the seller no street. */
  function destination(id: OrderId, { recipient }: Card, { way }: SellerOrder) {
    if (!recipient) return { recipient: null, province: '' };
    const { name, phone } = recipient;
    const at = sealedAt('orders.recipient', id);
    if (way === 'pickup')
      return { recipient: cipher.encrypt({ name, phone, address: '' }, at), province: '' };
    return { recipient: cipher.encrypt(recipient, at), province: detectProvince(recipient.address) ?? '' };
  }
}

const bySeller = (a: SellerOrder, b: SellerOrder): number => (a.sellerId < b.sellerId ? -1 : 1);

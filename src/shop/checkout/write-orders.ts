import type { OrderId, PersonId, SellerId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { nextOrderNumber } from '../orders/order-number.ts';
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
  personId: PersonId,
  card: Card,
  keys: NewcomerKeys | undefined,
): Promise<PlacedOrder[]> {
  const { tx, cipher, now } = context;
  const isPaidLater = card.payBy !== 'delivery';
  const holdMs = isPaidLater ? HOLD_MS : card.isHeld ? NEWCOMER_HOLD_MS : undefined;
  const { chatId } = await tx.checkout.findUniqueOrThrow({
    where: { id: card.id },
    select: { chatId: true },
  });
  const placed: PlacedOrder[] = [];
  for (const part of [...card.sellerOrders].sort(bySeller)) {
    const { sellerId, way, fee } = part;
    const lines = sellerLines(card.lines, sellerId);
    const number = await nextOrderNumber(context);
    const { id } = await tx.order.create({
      data: {
        number,
        checkoutId: card.id,
        sellerId,
        personId,
        chatId,
        fulfilment: 'placed',
        payment: isPaidLater ? 'due' : 'none',
        stock: holdMs ? 'held' : 'taken',
        total: plusFen(part.goods, fee),
        way,
        fee,
        ...destination(card, part),
        note: card.note ? cipher.encrypt(card.note) : null,
        dueAt: holdMs ? new Date(now.getTime() + holdMs) : null,
        ...(keys && { phoneKey: keys.phoneKey, addressKey: keys.addressKey }),
        placedAt: now,
        lines: {
          create: lines.map(({ sellerId: _, expectedOn: __, streamId: ___, ...line }, position) => ({
            ...line,
            position,
          })),
        },
        events: { create: { personId, change: 'placed', at: now } },
      },
      select: { id: true },
    });
    placed.push({ id, number, sellerId });
  }
  return placed;

  /** Who picks up gives the seller no street. */
  function destination({ recipient }: Card, { way }: SellerOrder) {
    if (!recipient) return { recipient: null, province: '' };
    const { name, phone } = recipient;
    if (way === 'pickup') return { recipient: cipher.encrypt({ name, phone, address: '' }), province: '' };
    return { recipient: cipher.encrypt(recipient), province: detectProvince(recipient.address) ?? '' };
  }
}

const bySeller = (a: SellerOrder, b: SellerOrder): number => (a.sellerId < b.sellerId ? -1 : 1);

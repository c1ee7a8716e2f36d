import { z } from 'zod';
import { sealedAt } from '../../db/crypto/sealed-columns.ts';
import type { Prisma } from '../../db/generated/client.ts';
import {
  type ChatId,
  type MediaId,
  type OrderId,
  type PersonId,
  type ProductId,
  parseId,
  type SellerId,
} from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { toSellingUnit } from '../catalogue/products/product-row.ts';
import { type Recipient, recipientShape } from '../customers/addresses.ts';
import { openTracking } from '../customers/tracking.ts';
import { type Right, requireMembership } from '../sellers/sellers.ts';
import type { ShippingMethod } from '../shipping/rates.ts';
import type { Fen } from '../values/money.ts';
import { type Page, pageRange } from '../values/pages.ts';
import type { BaseQuantity, Measure, SellingUnit } from '../values/quantity.ts';
import type { Fulfilment, Payment, StockState } from './lifecycle.ts';
import { orderById } from './order-row.ts';

export interface OrderLine {
  readonly productId: ProductId;
  readonly title: string;
  readonly titleEn: string | null;
  readonly measure: Measure;
  /** How its product is counted now. */
  readonly unit: SellingUnit | null;
  readonly quantity: BaseQuantity;
  readonly total: Fen;
  /** The weighed quantity; null until it is packed. */
  readonly packed: BaseQuantity | null;
  /** For a preorder without an allotment: the day from which it is picked, as `2026-09-20`. */
  readonly expectedOn: string | null;
  /** A picture of the product as it is now, where there is one. */
  readonly photo: MediaId | undefined;
  /** The harvest was too small for this line: it costs nothing and is not sent. */
  readonly isLeftOut: boolean;
}

/** An order as its buyer and its seller's members see it. */
export interface Order {
  readonly id: OrderId;
  readonly number: string;
  readonly sellerId: SellerId;
  readonly sellerName: string;
  readonly sellerNameEn: string | null;
  readonly personId: PersonId;
  /** The chat in which the buyer ordered, and gets notices. */
  readonly chatId: ChatId;
  readonly fulfilment: Fulfilment;
  readonly payment: Payment;
  readonly stock: StockState;
  readonly total: Fen;
  readonly placedAt: Date;
  readonly dueAt: Date | null;
  readonly trackingNumber: string | null;
  /** A code of src/shop/shipping/couriers.ts, where it is known who carries it. */
  readonly courier: string | null;
  readonly lines: readonly OrderLine[];
  readonly recipient: Recipient | undefined;
  readonly way: ShippingMethod;
  /** Where it is picked up, if that is the way. */
  readonly place: string;
  /** What the way costs, part of the total. */
  readonly fee: Fen;
  /** From the buyer to the seller. */
  readonly note: string | undefined;
  /** The photo of the waybill with which it was sent; only an order that was read by itself brings it. */
  readonly waybill?: MediaId | undefined;
}

const noteShape = z.string();

const PAGE_SIZE = 5;

const firstPhoto = {
  where: { media: { state: 'stored', isPrivate: false } },
  orderBy: { position: 'asc' },
  take: 1,
  select: { mediaId: true },
} as const satisfies Prisma.Product$photosArgs;

const withLines = {
  lines: {
    orderBy: { position: 'asc' },
    include: { product: { select: { expectedOn: true, unit: true, unitSize: true, photos: firstPhoto } } },
  },
  seller: { select: { name: true, nameEn: true, pickupPlace: true } },
} as const satisfies Prisma.OrderInclude;

type Row = Prisma.OrderGetPayload<{ include: typeof withLines }>;

/** States and measures come from columns whose CHECK constraints list exactly these words. */
function asOrder({ cipher }: TxContext, { seller, lines, recipient, note, ...row }: Row): Order {
  return {
    ...row,
    fulfilment: row.fulfilment as Fulfilment,
    payment: row.payment as Payment,
    stock: row.stock as StockState,
    way: row.way as ShippingMethod,
    place: row.way === 'pickup' ? seller.pickupPlace : '',
    note: note ? noteShape.parse(cipher.decrypt(note, sealedAt('orders.note', row.id))) : undefined,
    trackingNumber: openTracking(cipher, row),
    sellerName: seller.name,
    sellerNameEn: seller.nameEn,
    lines: lines.map(({ product, ...line }) => ({
      ...line,
      measure: line.measure as Measure,
      expectedOn: expectedDay(line, product),
      photo: product.photos[0]?.mediaId,
      unit: toSellingUnit(product),
      isLeftOut: line.allotted === 0,
    })),
    recipient: recipient
      ? recipientShape.parse(cipher.decrypt(recipient, sealedAt('orders.recipient', row.id)))
      : undefined,
  };
}

function expectedDay(
  { isPreorder, allotted }: { isPreorder: boolean; allotted: BaseQuantity | null },
  { expectedOn }: { expectedOn: Date | null },
): string | null {
  const isAwaited = isPreorder && allotted === null;
  return (isAwaited && expectedOn?.toISOString().slice(0, 10)) || null;
}

/** A newcomer's, to be paid on delivery: its goods are held until `dueAt`, for the seller to accept it by then. */
export const isHeldForSeller = ({ stock, payment }: Pick<Order, 'stock' | 'payment'>): boolean =>
  stock === 'held' && payment === 'none';

/** What is sent of an order, each with its place among all lines. */
export const linesSent = ({ lines }: Order): readonly (OrderLine & { readonly position: number })[] =>
  lines.map((line, position) => ({ ...line, position })).filter((line) => !line.isLeftOut);

export async function findOrder(
  context: TxContext,
  where: Prisma.OrderWhereInput,
): Promise<Order | undefined> {
  const row = await context.tx.order.findFirst({ where, include: withLines });
  return row ? asOrder(context, row) : undefined;
}

/** An order by its id; of this person alone, if one is named. */
export async function findOrderById(
  { tx, cipher }: TxContext,
  id: OrderId,
  personId?: PersonId,
): Promise<Order | undefined> {
  const [row] = await tx.$prepared(orderById, id, personId ?? null);
  if (!row) return undefined;
  const { pickupPlace, recipient, note, lines, shippedWith, sealedTracking: _sealed, ...rest } = row;
  return {
    ...rest,
    trackingNumber: openTracking(cipher, row),
    waybill: parseId<MediaId>(shippedWith ?? undefined),
    place: row.way === 'pickup' ? pickupPlace : '',
    note: note ? noteShape.parse(cipher.decrypt(note, sealedAt('orders.note', row.id))) : undefined,
    recipient: recipient
      ? recipientShape.parse(cipher.decrypt(recipient, sealedAt('orders.recipient', row.id)))
      : undefined,
    lines: lines.map(({ isPreorder, allotted, expectedOn, photo, unit, unitSize, ...line }) => ({
      ...line,
      unit: toSellingUnit({ unit, unitSize }),
      photo: photo ?? undefined,
      expectedOn: isPreorder && allotted === null ? expectedOn : null,
      isLeftOut: allotted === 0,
    })),
  };
}

/** An order, for those who act for its seller and have the `right`; without one named, either that concerns orders. */
export async function soldOrder(
  context: TxContext,
  personId: PersonId,
  where: { id: OrderId } | { number: string },
  right?: Right,
): Promise<Order | undefined> {
  const found = 'id' in where ? where : await context.tx.order.findUnique({ where, select: { id: true } });
  const order = found && (await findOrderById(context, found.id));
  if (!order) return undefined;
  const may = (one: Right) => requireMembership(context.tx, personId, order.sellerId, one);
  const isAllowed = right ? await may(right) : ((await may('pack')) ?? (await may('money')));
  return isAllowed ? order : undefined;
}

export async function orderPage(
  context: TxContext,
  where: Prisma.OrderWhereInput,
  wanted: number,
  order: 'asc' | 'desc',
): Promise<Page<Order>> {
  const { page, pages, skip } = pageRange(await context.tx.order.count({ where }), wanted, PAGE_SIZE);
  const rows = await context.tx.order.findMany({
    where,
    orderBy: [{ placedAt: order }, { id: order }],
    skip,
    take: PAGE_SIZE,
    include: withLines,
  });
  return { items: rows.map((row) => asOrder(context, row)), page, pages };
}

/** Reads the orders of these rows, in the same order. */
export async function findOrders(
  context: TxContext,
  rows: readonly { readonly id: OrderId }[],
): Promise<Order[]> {
  const orders: Order[] = [];
  for (const { id } of rows) {
    const order = await findOrder(context, { id });
    if (order) orders.push(order);
  }
  return orders;
}

/** Reads orders, the oldest first, at most `most`. */
export async function toOrders(
  context: TxContext,
  where: Prisma.OrderWhereInput,
  most: number,
): Promise<Order[]> {
  const rows = await context.tx.order.findMany({
    where,
    orderBy: [{ placedAt: 'asc' }, { id: 'asc' }],
    take: most,
    include: withLines,
  });
  return rows.map((row) => asOrder(context, row));
}

/** Only an open order has a deadline: what was cancelled or has expired is not to be paid by a time. */
export const awaitsMoney = ({ fulfilment, payment }: Pick<Order, 'fulfilment' | 'payment'>): boolean =>
  fulfilment === 'placed' && payment === 'due';

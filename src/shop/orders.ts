import { z } from 'zod';
import type { Tx } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import type { Work } from '../db/work.ts';
import { type Recipient, recipientShape } from './addresses.ts';
import type { Page } from './catalogue.ts';
import type { Way } from './delivery.ts';
import {
  type Fulfilment,
  mayBecome,
  nextFulfilment,
  nextPayment,
  type Payment,
  type StockState,
} from './lifecycle.ts';
import type { Measure } from './quantity.ts';
import { announceRestock } from './restock.ts';
import { actsFor } from './sellers.ts';
import { add, release, take, takeHeld } from './stock.ts';

export interface OrderLine {
  readonly productId: string;
  readonly title: string;
  readonly titleEn: string | null;
  readonly measure: Measure;
  readonly quantity: number;
  readonly total: number;
  /** What the scale said when it was packed, in base units; null until then. */
  readonly packed: number | null;
}

/** An order as those see it who may: its buyer and its seller's people. */
export interface Order {
  readonly id: string;
  readonly number: string;
  readonly sellerId: string;
  readonly sellerName: string;
  readonly sellerNameEn: string | null;
  readonly personId: string;
  /** The chat in which the buyer ordered and hears of it. */
  readonly chatId: string;
  readonly fulfilment: Fulfilment;
  readonly payment: Payment;
  readonly stock: StockState;
  readonly total: number;
  readonly placedAt: Date;
  readonly dueAt: Date | null;
  readonly trackingNumber: string | null;
  /** A code of src/shop/couriers.ts, where it is known who carries it. */
  readonly courier: string | null;
  readonly lines: readonly OrderLine[];
  readonly recipient: Recipient | undefined;
  readonly way: Way;
  /** What the way costs, part of the total. */
  readonly fee: number;
  /** From the buyer to the seller. */
  readonly note: string | undefined;
}

const noteShape = z.string();

const PAGE_SIZE = 5;

/** Somebody still has something to do. */
const OPEN: Fulfilment[] = ['placed', 'accepted', 'shipped'];

export const orders = (work: Work) => ({
  /** The buyer's own order. */
  bought: (personId: string, id: string) => findOne(work, { id, personId }),
  boughtByNumber: (personId: string, number: string) => findOne(work, { number, personId }),
  boughtPage: (personId: string, page: number) => pageOf(work, { personId }, page, 'desc'),

  /** An order of a seller's, for those who act for the seller. */
  sold: (personId: string, id: string) => sold(work, personId, { id }),
  soldByNumber: (personId: string, number: string) => sold(work, personId, { number }),
  /** Open ones, the oldest first; or those that are done with, the newest first. */
  soldPage: (sellerId: string, page: number, isOpen: boolean) =>
    pageOf(
      work,
      { sellerId, fulfilment: isOpen ? { in: OPEN } : { notIn: OPEN } },
      page,
      isOpen ? 'asc' : 'desc',
    ),

  /** Accepted and not sent yet, the oldest first: for the packing sheet, which asks who may see it. */
  toPack: (sellerId: string, most: number) => toPack(work, sellerId, most),

  accept: (personId: string, id: string) =>
    bySeller(work, personId, id, 'accepted', { payment: { in: ['none', 'paid'] } }),
  decline: (personId: string, id: string) => bySeller(work, personId, id, 'declined'),
  ship: (personId: string, id: string, trackingNumber?: string) => ship(work, personId, id, trackingNumber),
  deliver: (personId: string, id: string) => bySeller(work, personId, id, 'delivered'),
  confirmPayment: (personId: string, id: string) => confirmPayment(work, personId, id),

  /** The buyer's own: until the seller has accepted. */
  cancel: (personId: string, id: string) => cancel(work, personId, id),
  received: (personId: string, id: string) => received(work, personId, id),

  expireDue: () => expireDue(work),
});

const withLines = {
  lines: { orderBy: { position: 'asc' } },
  seller: { select: { name: true, nameEn: true } },
} as const satisfies Prisma.OrderInclude;

type Row = Prisma.OrderGetPayload<{ include: typeof withLines }>;

/** States and measures come from columns whose CHECK constraints list exactly these words. */
function asOrder({ seal }: Work, { seller, lines, recipient, note, ...row }: Row): Order {
  return {
    ...row,
    fulfilment: row.fulfilment as Fulfilment,
    payment: row.payment as Payment,
    stock: row.stock as StockState,
    way: row.way as Way,
    note: note ? noteShape.parse(seal.open(note)) : undefined,
    sellerName: seller.name,
    sellerNameEn: seller.nameEn,
    lines: lines.map((line) => ({ ...line, measure: line.measure as Measure })),
    recipient: recipient ? recipientShape.parse(seal.open(recipient)) : undefined,
  };
}

async function findOne(work: Work, where: Prisma.OrderWhereInput): Promise<Order | undefined> {
  const row = await work.tx.order.findFirst({ where, include: withLines });
  return row ? asOrder(work, row) : undefined;
}

async function sold(
  work: Work,
  personId: string,
  where: { id: string } | { number: string },
): Promise<Order | undefined> {
  const order = await findOne(work, where);
  return order && (await actsFor(work.tx, personId, order.sellerId)) ? order : undefined;
}

async function pageOf(
  work: Work,
  where: Prisma.OrderWhereInput,
  wanted: number,
  order: 'asc' | 'desc',
): Promise<Page<Order>> {
  const pages = Math.max(1, Math.ceil((await work.tx.order.count({ where })) / PAGE_SIZE));
  const page = Math.min(Math.max(0, wanted), pages - 1);
  const rows = await work.tx.order.findMany({
    where,
    orderBy: [{ placedAt: order }, { id: order }],
    skip: page * PAGE_SIZE,
    take: PAGE_SIZE,
    include: withLines,
  });
  return { items: rows.map((row) => asOrder(work, row)), page, pages };
}

async function toPack(work: Work, sellerId: string, most: number): Promise<Order[]> {
  const rows = await work.tx.order.findMany({
    where: { sellerId, fulfilment: 'accepted' },
    orderBy: [{ placedAt: 'asc' }, { id: 'asc' }],
    take: most,
    include: withLines,
  });
  return rows.map((row) => asOrder(work, row));
}

/** Moves the order if the lifecycle lets it, in one statement; false when somebody was faster or it may not. */
async function move(
  { tx, now }: Work,
  id: string,
  to: Fulfilment,
  personId: string | null,
  only: Prisma.OrderWhereInput = {},
): Promise<boolean> {
  const moved = await tx.order.updateMany({
    where: { id, fulfilment: { in: mayBecome(nextFulfilment, to) }, AND: only },
    data: { fulfilment: to },
  });
  if (moved.count === 0) return false;
  await tx.orderEvent.create({ data: { orderId: id, personId, change: to, at: now } });
  return true;
}

/** What came of an act on an order: the order as it now is, and whether the act changed it. */
export interface Acted {
  readonly order: Order;
  readonly isDone: boolean;
}

async function bySeller(
  work: Work,
  personId: string,
  id: string,
  to: Fulfilment,
  only?: Prisma.OrderWhereInput,
): Promise<Acted | undefined> {
  if (!(await sold(work, personId, { id }))) return undefined;
  const isDone = await move(work, id, to, personId, only);
  if (isDone && to === 'declined') await giveBack(work, id);
  return acted(work, id, isDone);
}

async function acted(work: Work, id: string, isDone: boolean): Promise<Acted | undefined> {
  const order = await findOne(work, { id });
  return order && { order, isDone };
}

async function ship(
  work: Work,
  personId: string,
  id: string,
  trackingNumber?: string,
): Promise<Acted | undefined> {
  const end = await bySeller(work, personId, id, 'shipped');
  if (!end?.isDone || !trackingNumber) return end;
  await work.tx.order.update({ where: { id }, data: { trackingNumber } });
  return acted(work, id, true);
}

async function cancel(work: Work, personId: string, id: string): Promise<Acted | undefined> {
  if (!(await findOne(work, { id, personId }))) return undefined;
  const isDone = await move(work, id, 'cancelled', personId, { fulfilment: 'placed' });
  if (isDone) await giveBack(work, id);
  return acted(work, id, isDone);
}

async function received(work: Work, personId: string, id: string): Promise<Acted | undefined> {
  if (!(await findOne(work, { id, personId }))) return undefined;
  return acted(work, id, await move(work, id, 'delivered', personId));
}

/** Returns an order's goods, once: whoever turns the order's stock state does it. */
async function giveBack(work: Work, orderId: string): Promise<void> {
  const { tx } = work;
  const wasHeld =
    (await tx.order.updateMany({ where: { id: orderId, stock: 'held' }, data: { stock: 'returned' } }))
      .count === 1;
  const wasTaken =
    (await tx.order.updateMany({ where: { id: orderId, stock: 'taken' }, data: { stock: 'returned' } }))
      .count === 1;
  if (!wasHeld && !wasTaken) return;
  for (const { productId, quantity } of await linesByProduct(tx, orderId)) {
    const moved = wasHeld
      ? await release(work, productId, quantity)
      : await add(work, productId, quantity, { reason: 'returned', orderId });
    if (moved && moved.before === 0 && moved.after > 0) await announceRestock(work, productId);
  }
}

/** Goods are always locked in this order, so that two orders with the same products never wait for each other. */
const linesByProduct = (tx: Tx, orderId: string) =>
  tx.orderLine.findMany({
    where: { orderId },
    orderBy: { productId: 'asc' },
    select: { productId: true, quantity: true },
  });

/**
 * The money came. A hold becomes taken; where the hold had lapsed the goods are taken again if they are still there,
 * else a refund is due.
 */
async function confirmPayment(work: Work, personId: string, id: string): Promise<Acted | undefined> {
  const order = await sold(work, personId, { id });
  if (!order) return undefined;
  const { tx, now } = work;
  const paid = await tx.order.updateMany({
    where: { id, payment: { in: mayBecome(nextPayment, 'paid') } },
    data: { payment: 'paid', dueAt: null },
  });
  if (paid.count === 0) return { order, isDone: false };
  await tx.orderEvent.create({ data: { orderId: id, personId, change: 'paid', at: now } });
  const held = await tx.order.updateMany({ where: { id, stock: 'held' }, data: { stock: 'taken' } });
  if (held.count === 1) {
    for (const line of await linesByProduct(tx, id))
      await takeHeld(work, line.productId, line.quantity, { reason: 'order', orderId: id });
  } else await takeAgain(work, id, personId);
  return acted(work, id, true);
}

/** After a lapsed hold: all of the order's goods again, or money back. */
async function takeAgain(work: Work, orderId: string, personId: string): Promise<void> {
  const { tx, now } = work;
  const taken: { productId: string; quantity: number }[] = [];
  for (const line of await linesByProduct(tx, orderId)) {
    if (await take(work, line.productId, line.quantity, { reason: 'order', orderId })) taken.push(line);
    else {
      for (const back of taken) await add(work, back.productId, back.quantity, { reason: 'undo', orderId });
      await tx.order.update({ where: { id: orderId }, data: { payment: 'refund-due' } });
      await tx.orderEvent.create({ data: { orderId, personId, change: 'refund-due', at: now } });
      return;
    }
  }
  await tx.order.update({ where: { id: orderId }, data: { stock: 'taken' } });
  await move(work, orderId, 'placed', personId);
}

/** At most so many overdue orders are let go in one transaction. */
const EXPIRE_BATCH = 50;

/** Lets go of orders whose deadline has passed; the caller tells their buyers. */
async function expireDue(work: Work): Promise<Order[]> {
  const { tx, now } = work;
  const due = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM orders WHERE stock = 'held' AND payment = 'due' AND due_at <= ${now}
    ORDER BY id LIMIT ${EXPIRE_BATCH} FOR UPDATE SKIP LOCKED`;
  const expired: Order[] = [];
  for (const { id } of due) {
    if (!(await move(work, id, 'expired', null))) continue;
    await giveBack(work, id);
    const order = await findOne(work, { id });
    if (order) expired.push(order);
  }
  return expired;
}

import { Prisma } from '../../db/generated/client.ts';
import type { ChatId, PersonId, SellerId } from '../../db/ids.ts';
import { enqueue } from '../../db/outbox/outbox.ts';
import type { TxContext } from '../../db/work.ts';
import { type Order, orders } from '../fulfilment/orders.ts';
import { requireMembership, sellers } from '../sellers/sellers.ts';
import { type Fen, fen, minusFen, NO_FEN } from '../values/money.ts';
import { type BaseQuantity, baseQuantity, type Measure } from '../values/quantity.ts';
import { type DateRange, daysRange, type Period, periodRange } from './period.ts';

/** Orders of a period that are not called off: without declined, cancelled and expired ones and unpaid transfers. */
export interface Figures {
  readonly orders: number;
  /** What the buyers pay, in fen; `fees` is the part of it for bringing the goods. */
  readonly total: Fen;
  readonly fees: Fen;
  /** Given back or to be given back. */
  readonly refunds: Fen;
  /** The total without refunds. */
  readonly earned: Fen;
  /** The part of `earned` that is still to come: pay on delivery of orders that have not arrived. */
  readonly toCome: Fen;
}

export interface ProductSales {
  readonly title: string;
  readonly titleEn: string | null;
  readonly measure: Measure;
  readonly quantity: BaseQuantity;
  readonly total: Fen;
}

export interface Sales extends Figures {
  readonly period: Period;
  readonly stretch: DateRange;
  /** Earned in each slot of the stretch. */
  readonly bySlot: readonly Fen[];
  /** The most earned first. */
  readonly byProduct: readonly ProductSales[];
}

/** One household's part of a statement. */
export interface SellerSales extends Figures {
  readonly sellerId: SellerId;
  readonly name: string;
  readonly nameEn: string | null;
}

export const sales = (context: TxContext) => ({
  /** For those who may see the seller's money. */
  of: (personId: PersonId, sellerId: SellerId, period: Period) =>
    findSales(context, personId, sellerId, period),
  /** Of any days, `2026-11-01`, the last one included. */
  ofDays: (personId: PersonId, sellerId: SellerId, days: readonly [string, string]) =>
    findSalesOfDays(context, personId, sellerId, days),
  /** Household by household, for those who sell for several. */
  households: (personId: PersonId, period: Period) => households(context, personId, period),
  /** Orders whose transfer is awaited or to be looked at, the oldest first. */
  toConfirm: (personId: PersonId, sellerId: SellerId, page: number) =>
    toConfirm(context, personId, sellerId, page),
  /** Has a picture of a period drawn, which comes into the chat. */
  draw: (personId: PersonId, sellerId: SellerId, chatId: ChatId, period: Period) =>
    enqueue(context, 'draw-sales', { person: personId, seller: sellerId, chat: chatId, period }),
  /** Who bought most in the season, the most first. */
  bestBuyers: (personId: PersonId, sellerId: SellerId) => findBestBuyers(context, personId, sellerId),
  /** Every order of a period, for a table. */
  orders: (personId: PersonId, sellerId: SellerId, period: Period) =>
    findSoldOrders(context, personId, sellerId, period),
});

/** Orders that are not called off and are paid or paid on delivery. */
const STANDS = Prisma.sql`o.fulfilment IN ('placed', 'accepted', 'shipped', 'delivered')
  AND o.payment NOT IN ('due', 'proof-sent')`;

/** The same of one order. */
const isEarned = ({ fulfilment, payment }: Order): boolean =>
  ['placed', 'accepted', 'shipped', 'delivered'].includes(fulfilment) &&
  payment !== 'due' &&
  payment !== 'proof-sent';

type Moments = Pick<DateRange, 'from' | 'until'>;
const inRange = ({ from, until }: Moments) => Prisma.sql`o.placed_at >= ${from} AND o.placed_at < ${until}`;

/** The refunds of an order, without those of payments that came twice, which are not part of its total. */
const REFUNDED = Prisma.sql`(SELECT coalesce(sum(amount), 0) FROM refund WHERE order_id = o.id AND reason <> 'late')`;

async function findSales(
  context: TxContext,
  personId: PersonId,
  sellerId: SellerId,
  period: Period,
): Promise<Sales | undefined> {
  if (!(await requireMembership(context.tx, personId, sellerId, 'money'))) return undefined;
  const timeZone = await sellers(context).timeZone();
  const stretch = await periodRange(context, period, timeZone);
  const [figures = none] = await findFigures(context, [sellerId], stretch);
  return {
    ...figures,
    period,
    stretch,
    bySlot: await findSlots(context, sellerId, stretch, timeZone),
    byProduct: await findProductSales(context, sellerId, stretch),
  };
}

/** What was sold on some days. */
export interface DaysSales extends Figures {
  readonly days: readonly [string, string];
  readonly byProduct: readonly ProductSales[];
}

async function findSalesOfDays(
  context: TxContext,
  personId: PersonId,
  sellerId: SellerId,
  days: readonly [string, string],
): Promise<DaysSales | undefined> {
  if (!(await requireMembership(context.tx, personId, sellerId, 'money'))) return undefined;
  const range = await daysRange(context, days, await sellers(context).timeZone());
  const [figures = none] = await findFigures(context, [sellerId], range);
  return { ...figures, days, byProduct: await findProductSales(context, sellerId, range) };
}

const none: Figures = {
  orders: 0,
  total: NO_FEN,
  fees: NO_FEN,
  refunds: NO_FEN,
  earned: NO_FEN,
  toCome: NO_FEN,
};

/** PostgreSQL sums integers into bigint. */
const sumFromRow = (sum: bigint): Fen => fen(Number(sum));

type FigureRow = { sellerId: SellerId } & Record<'orders' | 'total' | 'fees' | 'refunds' | 'toCome', bigint>;

async function findFigures({ tx }: TxContext, sellerIds: readonly SellerId[], stretch: Moments) {
  const rows = await tx.$queryRaw<FigureRow[]>`
    SELECT o.seller_id AS "sellerId", count(*) AS orders, sum(o.total)::bigint AS total, sum(o.fee)::bigint AS fees,
           sum(${REFUNDED})::bigint AS refunds,
           coalesce(sum(o.total) FILTER (WHERE o.payment = 'none' AND o.fulfilment <> 'delivered'), 0)::bigint AS "toCome"
    FROM orders o WHERE o.seller_id = ANY(${[...sellerIds]}::uuid[]) AND ${STANDS} AND ${inRange(stretch)}
    GROUP BY o.seller_id`;
  return rows.map(({ sellerId, ...row }) => {
    const total = sumFromRow(row.total);
    const refunds = sumFromRow(row.refunds);
    const counted = {
      orders: Number(row.orders),
      fees: sumFromRow(row.fees),
      toCome: sumFromRow(row.toCome),
    };
    return { sellerId, ...counted, total, refunds, earned: minusFen(total, refunds) };
  });
}

async function findSlots(
  { tx }: TxContext,
  sellerId: SellerId,
  stretch: DateRange,
  timeZone: string,
): Promise<Fen[]> {
  const rows = await tx.$queryRaw<{ slot: number; earned: bigint }[]>`
    SELECT width_bucket(o.placed_at AT TIME ZONE ${timeZone}, ${[...stretch.slots]}::timestamp[]) AS slot,
           sum(o.total - ${REFUNDED})::bigint AS earned
    FROM orders o WHERE o.seller_id = ${sellerId}::uuid AND ${STANDS} AND ${inRange(stretch)}
    GROUP BY slot`;
  const bySlot = new Map(rows.map(({ slot, earned }) => [slot, sumFromRow(earned)]));
  return stretch.slots.map((_, i) => bySlot.get(i + 1) ?? NO_FEN);
}

/** What a line costs by the scale, rounded as src/shop/values/money.ts does. */
const BY_SCALE = Prisma.sql`CASE WHEN l.packed < l.quantity
  THEN (l.total::bigint * l.packed * 2 + l.quantity) / (l.quantity::bigint * 2) ELSE l.total END`;

async function findProductSales(
  { tx }: TxContext,
  sellerId: SellerId,
  stretch: Moments,
): Promise<ProductSales[]> {
  const rows = await tx.$queryRaw<
    { title: string; titleEn: string | null; measure: string; quantity: bigint; total: bigint }[]
  >`
    SELECT p.title, p.title_en AS "titleEn", l.measure, sum(coalesce(l.packed, l.quantity))::bigint AS quantity,
           sum(${BY_SCALE})::bigint AS total
    FROM orders o JOIN order_line l ON l.order_id = o.id JOIN product p ON p.id = l.product_id
    WHERE o.seller_id = ${sellerId}::uuid AND ${STANDS} AND ${inRange(stretch)}
      AND coalesce(l.allotted, 1) > 0
    GROUP BY p.id, p.title, p.title_en, l.measure ORDER BY total DESC, p.title LIMIT 20`;
  return rows.map(({ measure, quantity, total, ...row }) => ({
    ...row,
    measure: measure as Measure,
    quantity: baseQuantity(Number(quantity)),
    total: sumFromRow(total),
  }));
}

async function households(context: TxContext, personId: PersonId, period: Period): Promise<SellerSales[]> {
  const { tx } = context;
  const members = await tx.member.findMany({
    where: { personId, OR: [{ role: 'owner' }, { rights: { has: 'money' } }] },
    select: { seller: { select: { id: true, name: true, nameEn: true } } },
    orderBy: { seller: { name: 'asc' } },
  });
  const stretch = await periodRange(context, period, await sellers(context).timeZone());
  const ids = members.map(({ seller }) => seller.id);
  const figures = new Map((await findFigures(context, ids, stretch)).map((one) => [one.sellerId, one]));
  return members.map(({ seller: { id, name, nameEn } }) => ({
    ...(figures.get(id) ?? none),
    sellerId: id,
    name,
    nameEn,
  }));
}

async function toConfirm(context: TxContext, personId: PersonId, sellerId: SellerId, page: number) {
  if (!(await requireMembership(context.tx, personId, sellerId, 'money'))) return undefined;
  return orders(context).unpaidPage(sellerId, page);
}

/** The most rows that Excel on a phone scrolls. */
const MOST_ROWS = 5_000;

/** An order with what went back of it. */
export interface SoldOrder {
  readonly order: Order;
  readonly refunds: Fen;
  /** Not called off, and paid or paid on delivery. */
  readonly isEarned: boolean;
}

async function findSoldOrders(
  context: TxContext,
  personId: PersonId,
  sellerId: SellerId,
  period: Period,
): Promise<SoldOrder[] | undefined> {
  const { tx } = context;
  if (!(await requireMembership(tx, personId, sellerId, 'money'))) return undefined;
  const stretch = await periodRange(context, period, await sellers(context).timeZone());
  const found = await orders(context).soldBetween(sellerId, stretch, MOST_ROWS);
  const refunds = await tx.refund.groupBy({
    by: ['orderId'],
    where: { orderId: { in: found.map(({ id }) => id) }, reason: { not: 'late' } },
    _sum: { amount: true },
  });
  const byOrder = new Map(refunds.map(({ orderId, _sum }) => [orderId, fen(_sum.amount ?? 0)]));
  return found.map((order) => ({
    order,
    refunds: byOrder.get(order.id) ?? NO_FEN,
    isEarned: isEarned(order),
  }));
}

/** A buyer as their newest order names them, and what they bought. */
export interface BestBuyer {
  readonly name: string;
  readonly orders: number;
  readonly total: Fen;
}

const MOST_BUYERS = 5;

async function findBestBuyers(
  context: TxContext,
  personId: PersonId,
  sellerId: SellerId,
): Promise<readonly BestBuyer[] | undefined> {
  const sold = await findSoldOrders(context, personId, sellerId, 'season');
  if (!sold) return undefined;
  const buyers = new Map<PersonId, BestBuyer>();
  for (const { order, refunds } of sold.filter(({ isEarned }) => isEarned)) {
    const {
      orders: count,
      total,
      name,
    } = buyers.get(order.personId) ?? { orders: 0, total: NO_FEN, name: '' };
    buyers.set(order.personId, {
      name: order.recipient?.name ?? name,
      orders: count + 1,
      total: fen(total + minusFen(order.total, refunds)),
    });
  }
  return [...buyers.values()].toSorted((one, other) => other.total - one.total).slice(0, MOST_BUYERS);
}

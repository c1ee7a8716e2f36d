import type { CheckoutId, OrderId, PersonId, SellerId } from '../../db/ids.ts';
import { inSavepoint, type Outcome, type TxContext } from '../../db/work.ts';
import { type CheckoutLine, parseLines } from '../cart/line.ts';
import { findOffer } from '../catalogue/catalogue.ts';
import { reserve, take } from '../inventory/stock.ts';
import { redeemOffer } from '../notifications/offers.ts';
import { nextOrderNumber } from '../orders/order-number.ts';
import { markPreorders } from '../orders/preorders.ts';
import { detectProvince } from '../shipping/provinces.ts';
import { plusFen } from '../values/money.ts';
import { NO_QUANTITY } from '../values/quantity.ts';
import { type Card, findOpenCard, hasDestination, type SellerOrder } from './card.ts';
import { sellerLines } from './parcels.ts';
import { overLimit, type Problem, priceProblem, sellerOrderProblems } from './problems.ts';

/** Unpaid orders keep their goods for two hours. */
export const HOLD_MS = 2 * 3_600_000;
/** The same order again within this time is asked about. */
export const DUPLICATE_MS = 10 * 60_000;

export interface PlacedOrder {
  readonly id: OrderId;
  readonly number: string;
  readonly sellerId: SellerId;
}

/** Why a card was not placed. */
export type Refusal =
  | { readonly code: 'stale' }
  | { readonly code: 'already'; readonly orders: readonly PlacedOrder[] }
  | { readonly code: 'no-address' }
  | { readonly code: 'twice'; readonly number: string }
  | Problem;

/** Places exactly what the card showed, or says why not and leaves nothing behind. */
export function place(
  outer: TxContext,
  personId: PersonId,
  checkoutId: CheckoutId,
  isMeantTwice: boolean,
): Promise<Outcome<{ readonly card: Card; readonly orders: readonly PlacedOrder[] }, Refusal>> {
  return inSavepoint(outer, async (context, refuse: (refusal: Refusal) => never) => {
    const card = await findOpenCard(context, personId, checkoutId);
    // Of two taps one changes the row; the other finds it changed.
    const turned = await context.tx.checkout.updateMany({
      where: { id: checkoutId, personId, state: 'open' },
      data: { state: 'placed', placedAt: context.now },
    });
    if (!card || turned.count === 0) return refuse(await whyClosed(context, personId, checkoutId));
    if (!hasDestination(card)) return refuse({ code: 'no-address' });
    const [problem] = await sellerOrderProblems(context, card);
    if (problem) return refuse(problem);
    const duplicate = isMeantTwice ? undefined : await findDuplicate(context, personId, card);
    if (duplicate) return refuse({ code: 'twice', number: duplicate });

    const orders = await writeOrders(context, personId, card);
    for (const line of [...card.lines].sort(byProduct))
      await secure(context, personId, card, orders, line, refuse);
    await markPreorders(
      context,
      orders.map(({ id }) => id),
    );
    await removeFromCart(context, personId, card);
    return { card, orders };
  });
}

const byProduct = (a: CheckoutLine, b: CheckoutLine): number => (a.productId < b.productId ? -1 : 1);

async function whyClosed({ tx }: TxContext, personId: PersonId, intent: string): Promise<Refusal> {
  const orders = await tx.order.findMany({
    where: { checkoutId: intent, personId },
    orderBy: { number: 'asc' },
    select: { id: true, number: true, sellerId: true },
  });
  return orders.length > 0 ? { code: 'already', orders } : { code: 'stale' };
}

/** The number of an order for the same goods to the same place, placed a moment ago. */
async function findDuplicate(
  { tx, cipher, now }: TxContext,
  personId: PersonId,
  card: Card,
): Promise<string | undefined> {
  const rows = await tx.checkout.findMany({
    where: {
      personId,
      state: 'placed',
      id: { not: card.id },
      placedAt: { gt: new Date(now.getTime() - DUPLICATE_MS) },
    },
    include: { orders: { select: { number: true }, take: 1, orderBy: { number: 'asc' } } },
  });
  const same = rows.find((row) => {
    const goods = parseLines(row.lines);
    const recipient = row.recipient && cipher.decrypt(row.recipient);
    return (
      orderGoods(goods) === orderGoods(card.lines) &&
      JSON.stringify(recipient) === JSON.stringify(card.recipient)
    );
  });
  return same?.orders[0]?.number;
}

const orderGoods = (lines: readonly CheckoutLine[]): string =>
  lines
    .map((line) => `${line.productId}:${line.quantity}`)
    .sort()
    .join();

/** One order per seller. */
async function writeOrders(context: TxContext, personId: PersonId, card: Card): Promise<PlacedOrder[]> {
  const { tx, cipher, now } = context;
  const isPaidLater = card.payBy !== 'delivery';
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
        stock: isPaidLater ? 'held' : 'taken',
        total: plusFen(part.goods, fee),
        way,
        fee,
        ...destination(card, part),
        note: card.note ? cipher.encrypt(card.note) : null,
        dueAt: isPaidLater ? new Date(now.getTime() + HOLD_MS) : null,
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

/** Takes or reserves a line's goods. That locks the product's row, so what is read after it is what was sold. */
async function secure(
  context: TxContext,
  personId: PersonId,
  card: Card,
  orders: readonly PlacedOrder[],
  line: CheckoutLine,
  refuse: (refusal: Refusal) => never,
): Promise<void> {
  const orderId = orders.find((order) => order.sellerId === line.sellerId)?.id;
  await redeemOffer(context, personId, line.productId);
  const isSecured =
    card.payBy !== 'delivery'
      ? await reserve(context, line.productId, line.quantity)
      : await take(context, line.productId, line.quantity, { reason: 'order', orderId });
  const product = await findOffer(context.tx, line.productId);
  if (product?.status !== 'on-sale') return refuse({ code: 'off-sale', line });
  if (!isSecured) return refuse({ code: 'short', line, available: product.available });
  // The order is written, so that its own line is among those counted.
  const problem =
    (await overLimit(context.tx, personId, line, NO_QUANTITY)) ??
    (await priceProblem(context, product, line));
  if (problem) return refuse(problem);
}

/** Removes the ordered lines from the cart; lines added after the card stay. */
async function removeFromCart({ tx }: TxContext, personId: PersonId, card: Card): Promise<void> {
  const productId = { in: card.lines.map((line) => line.productId) };
  await tx.cartLine.deleteMany({ where: { personId, productId } });
}

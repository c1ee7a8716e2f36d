import { bytes, json, nullable, statement, text, time, uuid } from '../../db/connection/statement.ts';
import { sealedAt } from '../../db/crypto/sealed-columns.ts';
import type { CheckoutId, OrderId, PersonId } from '../../db/ids.ts';
import { inSavepoint, type Outcome, type TxContext } from '../../db/work.ts';
import { type CheckoutLine, parseLines } from '../cart/line.ts';
import { findOffer, type Product } from '../catalogue/products/catalogue.ts';
import { reserve, take } from '../inventory/stock.ts';
import { redeemOffer } from '../notifications/waiting/offers.ts';
import { lockGoods } from '../orders/locking.ts';
import { markPreorders } from '../orders/preorders.ts';
import { callOff, takenBack } from '../orders/transitions.ts';
import { findSellerCaps } from '../sellers/newcomer-caps.ts';
import { NO_FEN } from '../values/money.ts';
import { NO_QUANTITY } from '../values/quantity.ts';
import {
  type Card,
  type ClosedCard,
  closeOpenCard,
  DUPLICATE_MS,
  hasDestination,
  type Replaced,
} from './card.ts';
import {
  amountProblem,
  type Holding,
  lockNewcomer,
  newcomerKeys,
  shareProblem,
  waitingFor,
} from './newcomers.ts';
import {
  belowQuantity,
  mayPayFirst,
  overLimit,
  type Problem,
  priceProblem,
  sellerOrderProblems,
} from './problems.ts';
import { type PlacedOrder, writeOrders } from './write-orders.ts';

/** Why a card was not placed. */
export type Refusal =
  | { readonly code: 'stale' }
  | { readonly code: 'already'; readonly orders: readonly PlacedOrder[] }
  | { readonly code: 'no-address' }
  | { readonly code: 'twice'; readonly number: string }
  /** The seller has accepted the order that the card changes. */
  | { readonly code: 'accepted-meanwhile'; readonly order: Replaced }
  | Problem;

/** What a card became: its orders, and the one whose place they take. */
interface Placed {
  readonly card: ClosedCard;
  readonly orders: readonly PlacedOrder[];
  readonly replaced: OrderId | undefined;
}

/** Places exactly what the card showed, or says why not and leaves nothing behind. */
export function place(
  outer: TxContext,
  personId: PersonId,
  checkoutId: CheckoutId,
  isMeantTwice: boolean,
): Promise<Outcome<Placed, Refusal>> {
  return inSavepoint(outer, async (context, refuse: (refusal: Refusal) => never) => {
    // Of two taps one closes the card; the other finds it closed.
    const card = await closeOpenCard(context, personId, checkoutId);
    if (!card) return refuse(await whyClosed(context, personId, checkoutId));
    if (!hasDestination(card)) return refuse({ code: 'no-address' });
    const replaced = await callOffReplaced(context, personId, card, refuse);
    const [problem] = await sellerOrderProblems(context, card);
    if (problem) return refuse(problem);
    const duplicate = isMeantTwice || !card.isSoon ? undefined : await findDuplicate(context, personId, card);
    if (duplicate) return refuse({ code: 'twice', number: duplicate });

    const holding = await beginHolding(context, personId, card);
    const orders = await writeOrders(context, card, holding?.keys);
    if (replaced) await returnReplaced(context, personId, replaced, orders);
    // The orders are written, so that they are among those counted.
    const tooMuch =
      holding && (await amountProblem(context.tx, holding, { total: card.total, more: NO_FEN }));
    if (tooMuch) return refuse({ ...tooMuch, canPayFirst: mayPayFirst(card) });
    let isAwaited = false;
    for (const line of [...card.lines].sort(byProduct)) {
      const { expectedOn } = await secure(context, personId, card, orders, line, holding, refuse);
      isAwaited ||= expectedOn !== null;
    }
    const ids = orders.map(({ id }) => id);
    if (isAwaited) await markPreorders(context, ids);
    return { card, orders, replaced };
  });
}

/**
 * Takes the order that the card changes out of the way; its goods go back once the new orders are written. One that was
 * called off meanwhile is in nobody's way, unless another card has taken its place already.
 */
async function callOffReplaced(
  context: TxContext,
  personId: PersonId,
  card: Card,
  refuse: (refusal: Refusal) => never,
): Promise<OrderId | undefined> {
  const { replaces } = card;
  if (!replaces) return undefined;
  if (await callOff(context, personId, replaces.id)) return replaces.id;
  const { fulfilment, replacedBy } = await context.tx.order.findUniqueOrThrow({
    where: { id: replaces.id },
    select: { fulfilment: true, replacedBy: { where: { state: 'placed', id: { not: card.id } }, take: 1 } },
  });
  if (replacedBy.length > 0) return refuse({ code: 'stale' });
  const isOver = ['cancelled', 'declined', 'expired'].includes(fulfilment);
  return isOver ? undefined : refuse({ code: 'accepted-meanwhile', order: replaces });
}

/** All goods are locked in one go, as everywhere: those of the order that goes, and those of the ones that come. */
async function returnReplaced(
  context: TxContext,
  personId: PersonId,
  replaced: OrderId,
  orders: readonly PlacedOrder[],
): Promise<void> {
  await lockGoods(context.tx, [replaced, ...orders.map(({ id }) => id)]);
  await takenBack(context, replaced, 'cancelled', personId);
}

/** What decides on a newcomer's card, locked until the end of the transaction; nothing for other cards. */
async function beginHolding(
  context: TxContext,
  personId: PersonId,
  card: Card,
): Promise<Holding | undefined> {
  const { isNewcomer, lines, recipient } = card;
  const [first] = lines;
  if (!isNewcomer || !first || !recipient) return undefined;
  const keys = newcomerKeys(context, personId, recipient);
  const caps = await findSellerCaps(context.tx, first.sellerId);
  // Where nothing is limited, nobody has to wait for another.
  if (caps.person !== null || caps.address !== null) await lockNewcomer(context.tx, keys);
  return { keys, caps, waitsFor: waitingFor(card) };
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

const recentOrders = statement(
  'recent-orders',
  [uuid<PersonId>(), uuid<CheckoutId>(), time()],
  { id: uuid<CheckoutId>(), lines: json(), recipient: nullable(bytes()), number: nullable(text()) },
  `SELECT id, lines, recipient, (
     SELECT min(number) FROM orders
     WHERE checkout_id = checkout.id AND fulfilment NOT IN ('cancelled', 'declined', 'expired')) AS number
   FROM checkout WHERE person_id = $1 AND state = 'placed' AND id <> $2 AND placed_at > $3`,
);

/** The number of an order for the same goods to the same place, placed a moment ago. */
async function findDuplicate(
  { tx, cipher, now }: TxContext,
  personId: PersonId,
  card: Card,
): Promise<string | undefined> {
  const since = new Date(now.getTime() - DUPLICATE_MS);
  const rows = await tx.$prepared(recentOrders, personId, card.id, since);
  const same = rows.find((row) => {
    const goods = parseLines(row.lines);
    const recipient = row.recipient && cipher.decrypt(row.recipient, sealedAt('checkout.recipient', row.id));
    return (
      orderGoods(goods) === orderGoods(card.lines) &&
      JSON.stringify(recipient) === JSON.stringify(card.recipient)
    );
  });
  return same?.number ?? undefined;
}

const orderGoods = (lines: readonly CheckoutLine[]): string =>
  lines
    .map((line) => `${line.productId}:${line.quantity}`)
    .sort()
    .join();

/** Takes or reserves a line's goods. That locks the product's row, so what is read after it is what was sold. */
async function secure(
  context: TxContext,
  personId: PersonId,
  card: ClosedCard,
  orders: readonly PlacedOrder[],
  line: CheckoutLine,
  holding: Holding | undefined,
  refuse: (refusal: Refusal) => never,
): Promise<Product> {
  const orderId = orders.find((order) => order.sellerId === line.sellerId)?.id;
  if (card.hasOffers) await redeemOffer(context, personId, line.productId);
  const isSecured =
    card.payBy !== 'delivery' || card.isHeld
      ? await reserve(context, line.productId, line.quantity)
      : await take(context, line.productId, line.quantity, { reason: 'order', orderId });
  const product = await findOffer(context.tx, line.productId);
  if (product?.status !== 'on-sale') return refuse({ code: 'off-sale', line });
  if (!isSecured) return refuse({ code: 'short', line, available: product.available });
  // The order is written, so that its own line is among those counted.
  const isLimited = product.personLimit !== null || product.onStream !== undefined;
  const over = isLimited ? await overLimit(context.tx, personId, line, NO_QUANTITY) : undefined;
  const below = await belowQuantity(context.tx, personId, line, product, {
    taken: line.quantity,
    share: holding,
  });
  const problem = over ?? below ?? (await priceProblem(context, product, line));
  if (problem) return refuse(problem);
  const tooMuch = holding && (await shareProblem(context.tx, line, holding, NO_QUANTITY));
  return tooMuch ? refuse({ ...tooMuch, canPayFirst: mayPayFirst(card) }) : product;
}

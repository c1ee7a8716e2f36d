import { z } from 'zod';
import { inSavepoint, type Outcome, type Work } from '../db/work.ts';
import { type Recipient, recipientShape } from './addresses.ts';
import { type CartLine, lineOf } from './cart.ts';
import { productById } from './catalogue.ts';
import { type Fen, MAX_FEN } from './money.ts';
import { nextOrderNumber } from './order-number.ts';
import { measures } from './quantity.ts';
import { hold, take } from './stock.ts';

/** Unpaid orders keep their goods for two hours. */
export const HOLD_MS = 2 * 3_600_000;
/** The same order again within ten minutes is asked about: was it meant twice? */
export const TWICE_MS = 10 * 60_000;

export type PayBy = 'delivery' | 'transfer';

const lineShape = z.object({
  productId: z.uuid(),
  sellerId: z.uuid(),
  title: z.string(),
  titleEn: z.string().nullable(),
  measure: z.enum(measures),
  quantity: z.number().int(),
  price: z.number().int(),
  priceQuantity: z.number().int(),
  total: z.number().int(),
});

/** A line as the card showed it; amounts in base units and fen. */
export type CheckoutLine = z.infer<typeof lineShape>;

/** What a confirmation card shows, exactly. Its id is the intent that the Confirm button carries. */
export interface Card {
  readonly id: string;
  readonly lines: readonly CheckoutLine[];
  readonly total: Fen;
  readonly payBy: PayBy;
  readonly recipient: Recipient | undefined;
}

export interface PlacedOrder {
  readonly id: string;
  readonly number: string;
  readonly sellerId: string;
}

/** Why a card was not placed. */
export type Refusal =
  | { readonly code: 'stale' }
  | { readonly code: 'already'; readonly orders: readonly PlacedOrder[] }
  | { readonly code: 'no-address' }
  | { readonly code: 'twice'; readonly number: string }
  | { readonly code: 'short'; readonly line: CheckoutLine; readonly available: number }
  | { readonly code: 'changed'; readonly line: CheckoutLine; readonly now: Fen }
  | { readonly code: 'off-sale'; readonly line: CheckoutLine };

export const checkout = (work: Work) => ({
  open: (
    personId: string,
    chatId: string,
    card: Pick<Card, 'payBy' | 'recipient'>,
    lines: readonly CartLine[],
  ) => open(work, personId, chatId, card, lines),
  change: (personId: string, intent: string, to: Partial<Pick<Card, 'payBy' | 'recipient'>>) =>
    change(work, personId, intent, to),
  byId: (personId: string, intent: string) => openCard(work, personId, intent),
  place: (personId: string, intent: string, isMeantTwice = false) =>
    place(work, personId, intent, isMeantTwice),
});

/** Opens a checkout with what the card will show. The chat's earlier card goes stale. `undefined` past the largest amount. */
async function open(
  { tx, seal, now }: Work,
  personId: string,
  chatId: string,
  { payBy, recipient }: Pick<Card, 'payBy' | 'recipient'>,
  from: readonly CartLine[],
): Promise<Card | undefined> {
  const lines = from.map(snapshot);
  const total = lines.reduce((sum, line) => sum + line.total, 0);
  if (total > MAX_FEN) return undefined;
  await tx.checkout.updateMany({ where: { chatId, state: 'open' }, data: { state: 'stale' } });
  const sealed = recipient ? seal.seal(recipient) : null;
  const data = {
    personId,
    chatId,
    state: 'open',
    payment: payBy,
    lines,
    total,
    recipient: sealed,
    createdAt: now,
  };
  const { id } = await tx.checkout.create({ data, select: { id: true } });
  return { id, lines, total, payBy, recipient };
}

const snapshot = ({ product, quantity, total }: CartLine): CheckoutLine => {
  const { id, sellerId, title, titleEn, measure, price, priceQuantity } = product;
  return { productId: id, sellerId, title, titleEn, measure, quantity, price, priceQuantity, total };
};

/** The person's open card. */
async function openCard({ tx, seal }: Work, personId: string, intent: string): Promise<Card | undefined> {
  const row = await tx.checkout.findFirst({ where: { id: intent, personId, state: 'open' } });
  if (!row) return undefined;
  const recipient = row.recipient ? recipientShape.parse(seal.open(row.recipient)) : undefined;
  const payBy = row.payment === 'transfer' ? 'transfer' : 'delivery';
  return { id: row.id, lines: z.array(lineShape).parse(row.lines), total: row.total, payBy, recipient };
}

/** Another address or way to pay on the same card. */
async function change(
  work: Work,
  personId: string,
  intent: string,
  { payBy, recipient }: Partial<Pick<Card, 'payBy' | 'recipient'>>,
): Promise<Card | undefined> {
  const { tx, seal } = work;
  await tx.checkout.updateMany({
    where: { id: intent, personId, state: 'open' },
    data: { ...(payBy && { payment: payBy }), ...(recipient && { recipient: seal.seal(recipient) }) },
  });
  return openCard(work, personId, intent);
}

/** Places exactly what the card showed, or says why not and leaves nothing behind. */
function place(
  outer: Work,
  personId: string,
  intent: string,
  isMeantTwice: boolean,
): Promise<Outcome<{ readonly card: Card; readonly orders: readonly PlacedOrder[] }, Refusal>> {
  return inSavepoint(outer, async (work, refuse: (refusal: Refusal) => never) => {
    const card = await openCard(work, personId, intent);
    // Of two taps one turns the row; the other finds it turned.
    const turned = await work.tx.checkout.updateMany({
      where: { id: intent, personId, state: 'open' },
      data: { state: 'placed', placedAt: work.now },
    });
    if (!card || turned.count === 0) return refuse(await whyClosed(work, personId, intent));
    if (!card.recipient) return refuse({ code: 'no-address' });
    const twin = isMeantTwice ? undefined : await twinOf(work, personId, card);
    if (twin) return refuse({ code: 'twice', number: twin });

    const orders = await writeOrders(work, personId, card);
    for (const line of [...card.lines].sort(byProduct)) await secure(work, card, orders, line, refuse);
    await leaveCart(work, personId, card);
    return { card, orders };
  });
}

const byProduct = (a: CheckoutLine, b: CheckoutLine): number => (a.productId < b.productId ? -1 : 1);

async function whyClosed({ tx }: Work, personId: string, intent: string): Promise<Refusal> {
  const orders = await tx.order.findMany({
    where: { checkoutId: intent, personId },
    orderBy: { number: 'asc' },
    select: { id: true, number: true, sellerId: true },
  });
  return orders.length > 0 ? { code: 'already', orders } : { code: 'stale' };
}

/** The number of an order for the same goods to the same place, placed a moment ago. */
async function twinOf({ tx, seal, now }: Work, personId: string, card: Card): Promise<string | undefined> {
  const rows = await tx.checkout.findMany({
    where: {
      personId,
      state: 'placed',
      id: { not: card.id },
      placedAt: { gt: new Date(now.getTime() - TWICE_MS) },
    },
    include: { orders: { select: { number: true }, take: 1, orderBy: { number: 'asc' } } },
  });
  const same = rows.find((row) => {
    const goods = z.array(lineShape).parse(row.lines);
    const recipient = row.recipient && seal.open(row.recipient);
    return (
      goodsOf(goods) === goodsOf(card.lines) && JSON.stringify(recipient) === JSON.stringify(card.recipient)
    );
  });
  return same?.orders[0]?.number;
}

const goodsOf = (lines: readonly CheckoutLine[]): string =>
  lines
    .map((line) => `${line.productId}:${line.quantity}`)
    .sort()
    .join();

/** One order per seller. */
async function writeOrders(work: Work, personId: string, card: Card): Promise<PlacedOrder[]> {
  const { tx, seal, now } = work;
  const isPaidLater = card.payBy === 'transfer';
  const { chatId } = await tx.checkout.findUniqueOrThrow({
    where: { id: card.id },
    select: { chatId: true },
  });
  const placed: PlacedOrder[] = [];
  for (const sellerId of [...new Set(card.lines.map((line) => line.sellerId))].sort()) {
    const lines = card.lines.filter((line) => line.sellerId === sellerId);
    const number = await nextOrderNumber(work);
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
        total: lines.reduce((sum, line) => sum + line.total, 0),
        recipient: seal.seal(card.recipient),
        dueAt: isPaidLater ? new Date(now.getTime() + HOLD_MS) : null,
        placedAt: now,
        lines: { create: lines.map(({ sellerId: _, ...line }, position) => ({ ...line, position })) },
        events: { create: { personId, change: 'placed', at: now } },
      },
      select: { id: true },
    });
    placed.push({ id, number, sellerId });
  }
  return placed;
}

/** Takes or holds a line's goods. The row is ours from then on, so what is read after it is what was sold. */
async function secure(
  work: Work,
  card: Card,
  orders: readonly PlacedOrder[],
  line: CheckoutLine,
  refuse: (refusal: Refusal) => never,
): Promise<void> {
  const orderId = orders.find((order) => order.sellerId === line.sellerId)?.id;
  const isSecured =
    card.payBy === 'transfer'
      ? await hold(work, line.productId, line.quantity)
      : await take(work, line.productId, line.quantity, { reason: 'order', orderId });
  const product = await productById(work.tx, line.productId);
  if (product?.status !== 'on-sale') return refuse({ code: 'off-sale', line });
  if (!isSecured) return refuse({ code: 'short', line, available: product.available });
  const { total } = lineOf(product, line.quantity);
  if (total !== line.total) return refuse({ code: 'changed', line, now: total });
}

/** What was ordered leaves the cart; what was added since the card stays. */
async function leaveCart({ tx }: Work, personId: string, card: Card): Promise<void> {
  const productId = { in: card.lines.map((line) => line.productId) };
  await tx.cartLine.deleteMany({ where: { personId, productId } });
}

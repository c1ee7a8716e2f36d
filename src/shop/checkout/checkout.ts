import { sealedAt } from '../../db/crypto/sealed-columns.ts';
import { type ChatId, type CheckoutId, newId, type PersonId, type SellerId } from '../../db/ids.ts';
import type { Outcome, TxContext } from '../../db/work.ts';
import { type CartLine, priceLine } from '../cart/cart.ts';
import { type CheckoutLine, toCheckoutLine } from '../cart/line.ts';
import { findOffer } from '../catalogue/products/catalogue.ts';
import { availableTo } from '../notifications/waiting/offers.ts';
import { MAX_FEN } from '../values/money.ts';
import { type BaseQuantity, minQuantity, NO_QUANTITY } from '../values/quantity.ts';
import {
  type Card,
  findLastPaymentMethod,
  findOpenCard,
  findPaymentMethods,
  holdingFor,
  type PaymentSettings,
  type Replaced,
  type SellerOrder,
} from './card.ts';
import { type Waiting, waitingFor } from './newcomers.ts';
import { createSellerOrders, sumTotal, type WantedMethods } from './parcels.ts';
import { place } from './place.ts';
import { findProblems, heldShareProblem, remainingLimit } from './problems.ts';
import { withoutReplaced } from './replacing.ts';

interface Opening extends Pick<Card, 'payBy' | 'recipient'> {
  readonly note?: string | undefined;
  /** Whose ways to travel are kept. */
  readonly sellerOrders?: readonly Travel[] | undefined;
  readonly replaces?: Replaced | undefined;
}

type Travel = Pick<SellerOrder, 'sellerId' | 'way'>;

/** What may be changed on an open card. */
export type Change = Partial<Pick<Card, 'payBy' | 'recipient' | 'note'>> & {
  /** How some sellers' parts are to travel. */
  readonly ways?: readonly Travel[];
};

/** A card is not opened whose total reaches the largest amount. */
type NotOpened = 'too-large';
/** … nor changed where it is no longer open: confirmed, or replaced by a newer one. */
type NotChanged = NotOpened | 'gone';
/** … nor renewed where nothing on it is to be had any more. */
type NotRenewed = NotChanged | 'nothing-left';

export const checkout = (context: TxContext, means: PaymentSettings = { invoices: false }) => ({
  open: (personId: PersonId, chatId: ChatId, card: Opening, lines: readonly CartLine[]) =>
    write(
      context,
      means,
      personId,
      chatId,
      card,
      lines.map(toCheckoutLine),
      wantedOn({ sellerOrders: card.sellerOrders ?? [] }),
    ),
  change: (personId: PersonId, checkoutId: CheckoutId, to: Change) =>
    change(context, means, personId, checkoutId, to),
  renew: (personId: PersonId, checkoutId: CheckoutId) => renew(context, means, personId, checkoutId, false),
  /** … and no more than a newcomer may have held. */
  fewer: (personId: PersonId, checkoutId: CheckoutId) => renew(context, means, personId, checkoutId, true),
  byId: (personId: PersonId, checkoutId: CheckoutId) => findOpenCard(context, personId, checkoutId, means),
  /** The card that can be confirmed in this chat. */
  current: (personId: PersonId, chatId: ChatId) => current(context, means, personId, chatId),
  /** The problems of the card, before it is confirmed. */
  problems: (personId: PersonId, card: Card) => findProblems(context, personId, card),
  /** How one can pay these sellers in this chat. */
  paymentMethods: (chatId: ChatId, sellerIds: readonly SellerId[]) =>
    findPaymentMethods(
      context,
      chatId,
      means,
      sellerIds.map((sellerId) => ({ sellerId })),
    ),
  /** Closes the card that changes an order, which stays as it is; answers that order. */
  endChange: (personId: PersonId, chatId: ChatId) => endChange(context, personId, chatId),
  lastPayBy: (personId: PersonId) => findLastPaymentMethod(context, personId),
  place: (personId: PersonId, checkoutId: CheckoutId, isMeantTwice = false) =>
    place(context, personId, checkoutId, isMeantTwice),
});

/**
 * Opens a checkout with what the card will show. The chat's earlier card is gone with the address on it, so that a
 * Confirm places what stands above it and nothing else.
 */
async function write(
  context: TxContext,
  means: PaymentSettings,
  personId: PersonId,
  chatId: ChatId,
  { payBy: wanted, recipient, note, replaces }: Omit<Opening, 'sellerOrders'>,
  lines: readonly CheckoutLine[],
  wantedMethods: WantedMethods,
): Promise<Outcome<{ readonly card: Card }, NotOpened>> {
  const { tx, cipher, now } = context;
  const payWays = await findPaymentMethods(context, chatId, means, lines);
  // What was paid by before may not be offered any more.
  const payBy = payWays.includes(wanted) ? wanted : 'delivery';
  const sellerOrders = await createSellerOrders(context, personId, lines, recipient, wantedMethods);
  const total = sumTotal(lines, sellerOrders);
  if (total >= MAX_FEN) return { ok: false, refusal: 'too-large' };
  await tx.checkout.deleteMany({ where: { chatId, state: 'open' } });
  const id = newId<CheckoutId>();
  const sealed = {
    recipient: recipient ? cipher.encrypt(recipient, sealedAt('checkout.recipient', id)) : null,
    note: note ? cipher.encrypt(note, sealedAt('checkout.note', id)) : null,
  };
  const kept = { id, personId, chatId, state: 'open', payment: payBy, total, createdAt: now, ...sealed };
  const replacesId = replaces?.id ?? null;
  await tx.checkout.create({ data: { ...kept, replacesId, lines: [...lines], sellerOrders } });
  const holding = await holdingFor(context, personId, payBy);
  const card = {
    id,
    lines,
    sellerOrders,
    total,
    payBy,
    paymentMethods: payWays,
    recipient,
    note,
    replaces,
    ...holding,
  };
  return { ok: true, card };
}

/**
 * The same goods with another address, way to travel or to pay, or with a note; the fees follow. It is a card of its
 * own.
 */
async function change(
  context: TxContext,
  means: PaymentSettings,
  personId: PersonId,
  checkoutId: CheckoutId,
  to: Change,
): Promise<Outcome<{ readonly card: Card; readonly before: Card }, NotChanged>> {
  const card = await findOpenCard(context, personId, checkoutId, means);
  if (!card) return { ok: false, refusal: 'gone' };
  const { ways = [], ...rest } = to;
  const chatId = await findChannel(context, checkoutId);
  const written = await write(
    context,
    means,
    personId,
    chatId,
    { ...card, ...rest },
    card.lines,
    wantedOn(card, ways),
  );
  return written.ok ? { ...written, before: card } : written;
}

const findChannel = async ({ tx }: TxContext, checkoutId: CheckoutId): Promise<ChatId> =>
  (await tx.checkout.findUniqueOrThrow({ where: { id: checkoutId }, select: { chatId: true } })).chatId;

/** What the card says of each seller, but for those that change. */
const wantedOn = (
  { sellerOrders }: { readonly sellerOrders: readonly Travel[] },
  changes: readonly Travel[] = [],
): WantedMethods =>
  new Map([
    ...sellerOrders.map((part) => [part.sellerId, part.way] as const),
    ...changes.map((part) => [part.sellerId, part.way] as const),
  ]);

/**
 * The card as it can be had now: prices and fees of now, no more than there is and than one may have. The cart follows.
 */
async function renew(
  context: TxContext,
  means: PaymentSettings,
  personId: PersonId,
  checkoutId: CheckoutId,
  isWithinCaps: boolean,
): Promise<Outcome<{ readonly card: Card }, NotRenewed>> {
  const card = await findOpenCard(context, personId, checkoutId, means);
  if (!card) return { ok: false, refusal: 'gone' };
  const waitsFor = isWithinCaps && card.isNewcomer ? waitingFor(card) : undefined;
  const now = await withoutReplaced(context, personId, card, (there) =>
    eachInTurn(card.lines, (line) => lineNow(there, personId, line, waitsFor)),
  );
  for (const [i, line] of card.lines.entries())
    await keepInCart(context, personId, line, now[i]?.quantity ?? NO_QUANTITY);
  const lines = now.filter((line) => line !== undefined);
  if (lines.length === 0) return { ok: false, refusal: 'nothing-left' };
  return write(context, means, personId, await findChannel(context, checkoutId), card, lines, wantedOn(card));
}

/** One statement after another: they share a transaction. */
async function eachInTurn<T, R>(all: readonly T[], act: (one: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (const one of all) done.push(await act(one));
  return done;
}

async function lineNow(
  context: TxContext,
  personId: PersonId,
  line: CheckoutLine,
  waitsFor: Waiting | undefined,
): Promise<CheckoutLine | undefined> {
  const product = await findOffer(context.tx, line.productId);
  if (product?.status !== 'on-sale') return undefined;
  const limit = await remainingLimit(context.tx, personId, line.productId);
  const held = waitsFor && (await heldShareProblem(context.tx, line, waitsFor));
  const available = await availableTo(context.tx, personId, product);
  const there = minQuantity(held?.left ?? line.quantity, available);
  const quantity = limit ? minQuantity(there, limit.left) : there;
  return quantity > 0 ? toCheckoutLine(priceLine(product, quantity)) : undefined;
}

/** Sets the cart's line to what is available. */
async function keepInCart(
  { tx }: TxContext,
  personId: PersonId,
  { productId }: CheckoutLine,
  quantity: BaseQuantity,
): Promise<void> {
  const where = { personId, productId };
  if (quantity === 0) await tx.cartLine.deleteMany({ where });
  else await tx.cartLine.updateMany({ where, data: { quantity } });
}

async function endChange(
  context: TxContext,
  personId: PersonId,
  chatId: ChatId,
): Promise<Replaced | undefined> {
  const row = await context.tx.checkout.findFirst({
    where: { personId, chatId, state: 'open', replacesId: { not: null } },
    select: { id: true, replaces: { select: { id: true, number: true } } },
  });
  if (row) await context.tx.checkout.delete({ where: { id: row.id } });
  return row?.replaces ?? undefined;
}

async function current(
  context: TxContext,
  means: PaymentSettings,
  personId: PersonId,
  chatId: ChatId,
): Promise<Card | undefined> {
  const row = await context.tx.checkout.findFirst({
    where: { personId, chatId, state: 'open' },
    select: { id: true },
  });
  return row ? findOpenCard(context, personId, row.id, means) : undefined;
}

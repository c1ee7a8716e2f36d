import type { Tx } from '../../db/client/client.ts';
import type { ChatId, CheckoutId, PersonId, ProductId, SellerId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { findOffers, type Product } from '../catalogue/products/catalogue.ts';
import { quantityPrice } from '../catalogue/products/pricing.ts';
import { availableTo, findOffersTo } from '../notifications/waiting/offers.ts';
import { type Fen, MAX_FEN, minFen, type Price, sumFen } from '../values/money.ts';
import { type BaseQuantity, isAmount, NO_QUANTITY, plusQuantity } from '../values/quantity.ts';
import { findBeingChanged } from './being-changed.ts';
import { parseLines, toCheckoutLine } from './line.ts';

export interface CartLine {
  readonly product: Product;
  readonly quantity: BaseQuantity;
  /** What this person can have of it, with what is kept for them. */
  readonly available: BaseQuantity;
  /** What the line costs now. */
  readonly total: Fen;
  /** The price on the last card that showed it, where that was another one. */
  readonly was?: Price | undefined;
}

/** A person's cart. It reserves nothing and fixes no price: the checkout does. */
export const cart = (context: TxContext) => ({
  lines: (personId: PersonId) => cartLines(context, personId),
  available: (personId: PersonId, product: Product) => available(context, personId, product),
  add: (personId: PersonId, productId: ProductId, quantity: BaseQuantity) =>
    add(context, personId, productId, quantity),
  set: (personId: PersonId, productId: ProductId, quantity: BaseQuantity) =>
    set(context, personId, productId, quantity),

  without: (personId: PersonId, sellerId: SellerId) =>
    context.tx.cartLine.deleteMany({ where: { personId, product: { sellerId } } }),

  empty: (personId: PersonId, chatId: ChatId) => empty(context, personId, chatId),
  refill: (personId: PersonId, kept: CheckoutId) => refill(context, personId, kept),
});

/** How much of it this person can have: also what is kept for them, and what an order holds that they are changing. */
async function available({ tx }: TxContext, personId: PersonId, product: Product): Promise<BaseQuantity> {
  const beingChanged = await findBeingChanged(tx, personId);
  return plusQuantity(await availableTo(tx, personId, product), beingChanged(product.id));
}

export async function cartLines({ tx }: TxContext, personId: PersonId): Promise<CartLine[]> {
  const rows = await tx.cartLine.findMany({
    where: { personId },
    orderBy: [{ addedAt: 'asc' }, { productId: 'asc' }],
  });
  const ids = rows.map(({ productId }) => productId);
  const products = new Map((await findOffers(tx, ids)).map((product) => [product.id, product]));
  const short = rows.filter(
    ({ productId, quantity }) => quantity > (products.get(productId)?.available ?? NO_QUANTITY),
  );
  const offers = await findOffersTo(
    tx,
    personId,
    short.map(({ productId }) => productId),
  );
  const beingChanged = short.length > 0 ? await findBeingChanged(tx, personId) : () => NO_QUANTITY;
  const lines: CartLine[] = [];
  for (const row of rows) {
    const product = products.get(row.productId);
    const kept = offers.get(row.productId) ?? NO_QUANTITY;
    if (product)
      lines.push({
        ...priceLine(product, row.quantity),
        available: plusQuantity(product.available, plusQuantity(kept, beingChanged(product.id))),
        was: await previousPrice(tx, personId, product, row.addedAt),
      });
  }
  return lines;
}

/** The price on the last card that showed the line since it came into the cart, if it is no longer that. */
async function previousPrice(
  tx: Tx,
  personId: PersonId,
  product: Product,
  addedAt: Date,
): Promise<Price | undefined> {
  const cards = await tx.checkout.findMany({
    where: { personId, createdAt: { gte: addedAt }, lines: { array_contains: [{ productId: product.id }] } },
    orderBy: { createdAt: 'desc' },
    take: 1,
    select: { lines: true },
  });
  const shown = parseLines(cards[0]?.lines ?? []).find((line) => line.productId === product.id);
  if (!shown || (shown.price === product.price && shown.priceQuantity === product.priceQuantity))
    return undefined;
  return { fen: shown.price, per: shown.priceQuantity };
}

/** An amount of a product with what it costs now. */
export function priceLine(
  product: Product,
  quantity: BaseQuantity,
): Pick<CartLine, 'product' | 'quantity' | 'total'> {
  const price = { fen: product.price, per: product.priceQuantity };
  return { product, quantity, total: quantityPrice(price, product.packs, quantity) };
}

/** Adds `quantity` to the line. False when the sum cannot be ordered. */
async function add(
  context: TxContext,
  personId: PersonId,
  productId: ProductId,
  quantity: BaseQuantity,
): Promise<boolean> {
  const line = await context.tx.cartLine.findUnique({
    where: { personId_productId: { personId, productId } },
  });
  return set(context, personId, productId, plusQuantity(line?.quantity ?? NO_QUANTITY, quantity));
}

/** Sets the line to `quantity`; zero removes it. */
async function set(
  { tx, now }: TxContext,
  personId: PersonId,
  productId: ProductId,
  quantity: BaseQuantity,
): Promise<boolean> {
  if (quantity === 0) {
    await tx.cartLine.deleteMany({ where: { personId, productId } });
    return true;
  }
  if (!isAmount(quantity)) return false;
  await tx.cartLine.upsert({
    where: { personId_productId: { personId, productId } },
    create: { personId, productId, quantity, addedAt: now },
    update: { quantity },
  });
  return true;
}

/** Empties the cart; returns an id under which its lines can be put back. */
async function empty(
  context: TxContext,
  personId: PersonId,
  chatId: ChatId,
): Promise<CheckoutId | undefined> {
  const { tx, now } = context;
  const lines = (await cartLines(context, personId)).map(toCheckoutLine);
  if (lines.length === 0) return undefined;
  await tx.cartLine.deleteMany({ where: { personId } });
  // Kept as a checkout that cannot be confirmed, so that it is erased with the person.
  const total = minFen(sumFen(lines.map((line) => line.total)), MAX_FEN);
  const kept = { personId, chatId, state: 'stale', payment: 'delivery', lines, total, createdAt: now };
  return (await tx.checkout.create({ data: kept, select: { id: true } })).id;
}

/** Puts the lines back; lines added since stay as they are. */
async function refill({ tx, now }: TxContext, personId: PersonId, kept: CheckoutId): Promise<void> {
  const row = await tx.checkout.findFirst({ where: { id: kept, personId, state: 'stale' } });
  const lines = parseLines(row?.lines ?? []).map(({ productId, quantity }) => ({ productId, quantity }));
  await tx.cartLine.createMany({
    data: lines.map((line) => ({ ...line, personId, addedAt: now })),
    skipDuplicates: true,
  });
}

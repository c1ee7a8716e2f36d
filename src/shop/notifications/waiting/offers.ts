import type { Tx } from '../../../db/client/client.ts';
import { type ChatId, newId, type OfferId, type PersonId, type ProductId } from '../../../db/ids.ts';
import { enqueue } from '../../../db/outbox/outbox.ts';
import type { TxContext } from '../../../db/work.ts';
import { type BaseQuantity, minusQuantity, NO_QUANTITY, plusQuantity } from '../../values/quantity.ts';

/** Goods are kept this long for somebody who waited. */
export const OFFER_MS = 30 * 60_000;

/** What became of an offer. `waits-on`: for all they want; `withdrawn`: the seller has less than was thought. */
export type OfferEnd = 'taken' | 'declined' | 'waits-on' | 'expired' | 'withdrawn';

/** Goods kept for somebody who waited for `wanted`. */
export interface Offer {
  readonly id: OfferId;
  readonly productId: ProductId;
  readonly personId: PersonId;
  readonly chatId: ChatId;
  readonly quantity: BaseQuantity;
  readonly wanted: BaseQuantity;
  readonly waitingSince: Date;
  readonly expiresAt: Date;
}

/** Locks a product for whoever offers or ends offers; answers what is available, nothing where it is not on sale. */
export async function lockProduct(
  { tx }: TxContext,
  productId: ProductId,
): Promise<{ readonly available: BaseQuantity; readonly unit: BaseQuantity } | undefined> {
  const [row] = await tx.$queryRaw<{ available: BaseQuantity; unit: BaseQuantity; status: string }[]>`
    SELECT on_hand - held AS available, price_quantity AS unit, status FROM product
    WHERE id = ${productId}::uuid FOR UPDATE`;
  return row?.status === 'on-sale' ? row : undefined;
}

export interface NewOffer extends Omit<Offer, 'id' | 'productId' | 'expiresAt'> {
  readonly subscriptionId: string;
}

/** Keeps goods for somebody, who leaves the queue. The product is locked, and so much is available. */
export async function makeOffer(
  { tx, now }: TxContext,
  productId: ProductId,
  { subscriptionId, ...offered }: NewOffer,
): Promise<Offer> {
  const offer = {
    id: newId<OfferId>(),
    productId,
    ...offered,
    expiresAt: new Date(now.getTime() + OFFER_MS),
  };
  await tx.$executeRaw`UPDATE product SET held = held + ${offer.quantity} WHERE id = ${productId}::uuid`;
  await tx.stockOffer.create({ data: { ...offer, state: 'open', createdAt: now } });
  await tx.subscription.deleteMany({ where: { id: subscriptionId } });
  return offer;
}

/**
 * Ends open offers of a locked product and releases their goods. Those who wait on or lost it to the seller's count are
 * back at their place in the queue.
 */
export async function endOffers(
  context: TxContext,
  productId: ProductId,
  ids: readonly OfferId[],
  end: OfferEnd,
): Promise<readonly Offer[]> {
  const { tx } = context;
  const where = { id: { in: [...ids] }, productId, state: 'open' };
  const offers = await tx.stockOffer.findMany({ where, orderBy: { waitingSince: 'asc' } });
  if (offers.length === 0) return [];
  await tx.stockOffer.updateMany({ where, data: { state: end } });
  const freed = offers.reduce((sum, { quantity }) => plusQuantity(sum, quantity), NO_QUANTITY);
  await tx.$executeRaw`UPDATE product SET held = held - ${freed} WHERE id = ${productId}::uuid`;
  if (end === 'waits-on' || end === 'withdrawn')
    for (const offer of offers) await backInQueue(context, offer, end === 'waits-on');
  return offers;
}

/** Whoever is back has been told of it. */
async function backInQueue(
  { tx, now }: TxContext,
  { personId, chatId, productId, wanted, waitingSince }: Offer,
  wantsAll: boolean,
): Promise<void> {
  const place = { chatId, quantity: wanted, createdAt: waitingSince, wantsAll, toldAt: now };
  await tx.subscription.upsert({
    where: { personId_kind_targetId: { personId, kind: 'product', targetId: productId } },
    create: { personId, kind: 'product', targetId: productId, ...place },
    update: place,
  });
}

/** A person's own open offer. */
export async function findOwnOffer(
  { tx, now }: TxContext,
  personId: PersonId,
  id: OfferId,
): Promise<Offer | undefined> {
  const open = { id, personId, state: 'open', expiresAt: { gt: now } };
  return (await tx.stockOffer.findFirst({ where: open })) ?? undefined;
}

/** How much of a product is kept for this person. */
export async function offeredTo(tx: Tx, personId: PersonId, productId: ProductId): Promise<BaseQuantity> {
  const offer = await tx.stockOffer.findFirst({
    where: { personId, productId, state: 'open' },
    select: { quantity: true },
  });
  return offer?.quantity ?? NO_QUANTITY;
}

/** How much of a product this person can have: what is available, and what is kept for them. */
export const availableTo = async (
  tx: Tx,
  personId: PersonId,
  product: { readonly id: ProductId; readonly available: BaseQuantity },
): Promise<BaseQuantity> => plusQuantity(product.available, await offeredTo(tx, personId, product.id));

/** How much of each of these products is kept for this person; those of which nothing is kept are not in it. */
export async function findOffersTo(
  tx: Tx,
  personId: PersonId,
  productIds: readonly ProductId[],
): Promise<ReadonlyMap<ProductId, BaseQuantity>> {
  if (productIds.length === 0) return new Map();
  const offers = await tx.stockOffer.findMany({
    where: { personId, productId: { in: [...productIds] }, state: 'open' },
    select: { productId: true, quantity: true },
  });
  return new Map(offers.map(({ productId, quantity }) => [productId, quantity]));
}

/** A person's answer to an offer; false for one that is over. Whatever it frees goes to the next in the queue. */
export async function answerOffer(
  context: TxContext,
  personId: PersonId,
  id: OfferId,
  answer: 'declined' | 'waits-on',
): Promise<Offer | undefined> {
  const offer = await findOwnOffer(context, personId, id);
  if (!offer) return undefined;
  await lockProduct(context, offer.productId);
  const [ended] = await endOffers(context, offer.productId, [id], answer);
  if (ended) await enqueue(context, 'serve-waiting', { product: offer.productId });
  return ended;
}

/** The person orders the product: what was kept for them is theirs to take, and what is left over goes on. */
export async function redeemOffer(
  context: TxContext,
  personId: PersonId,
  productId: ProductId,
): Promise<void> {
  const offer = await context.tx.stockOffer.findFirst({ where: { personId, productId, state: 'open' } });
  if (!offer) return;
  await lockProduct(context, productId);
  const ended = await endOffers(context, productId, [offer.id], 'taken');
  if (ended.length > 0) await enqueue(context, 'serve-waiting', { product: productId });
}

/**
 * The seller counted: so much is there for buyers, what is offered included. Withdraws the latest offers until the rest
 * fits; answers what is left beside them.
 */
export async function fitOffers(
  context: TxContext,
  productId: ProductId,
  counted: BaseQuantity,
): Promise<BaseQuantity> {
  await lockProduct(context, productId);
  const open = await context.tx.stockOffer.findMany({
    where: { productId, state: 'open' },
    orderBy: [{ waitingSince: 'desc' }, { id: 'desc' }],
  });
  const withdrawn: OfferId[] = [];
  let offered = open.reduce((sum, { quantity }) => plusQuantity(sum, quantity), NO_QUANTITY);
  for (const { id, quantity } of open) {
    if (offered <= counted) break;
    withdrawn.push(id);
    offered = minusQuantity(offered, quantity);
  }
  if (withdrawn.length > 0) {
    await endOffers(context, productId, withdrawn, 'withdrawn');
    await enqueue(context, 'serve-waiting', { product: productId });
  }
  return minusQuantity(counted, offered);
}

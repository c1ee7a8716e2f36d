import type { Tx } from '../../db/client/client.ts';
import type { PersonId, ProductId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { priceLine } from '../cart/cart.ts';
import type { CheckoutLine } from '../cart/line.ts';
import { findOffer, type Product } from '../catalogue/products/catalogue.ts';
import { availableTo } from '../notifications/waiting/offers.ts';
import { findSellerCaps } from '../sellers/newcomer-caps.ts';
import { findShippingPolicies, type ShippingPolicy } from '../shipping/policy.ts';
import { detectProvince, type Province } from '../shipping/provinces.ts';
import { needsProvince, type ShippingRule } from '../shipping/rates.ts';
import type { Fen } from '../values/money.ts';
import {
  type BaseQuantity,
  maxQuantity,
  minusQuantity,
  NO_QUANTITY,
  plusQuantity,
} from '../values/quantity.ts';
import { type Card, hasDestination, type SellerOrder } from './card.ts';
import { findLeast } from './minimum-quantity.ts';
import {
  amountProblem,
  type Holding,
  type NewcomerProblem,
  type NewcomerShareProblem,
  newcomerKeys,
  newcomersLeft,
  shareProblem,
  type Waiting,
  waitingFor,
} from './newcomers.ts';
import { currentFee, findShippingRule, sellerLines } from './parcels.ts';
import { type PersonLimit, sumOrdered } from './person-limit.ts';
import { withoutReplaced } from './replacing.ts';
import { keepsStreamPrice, remainingOnStream } from './stream-price.ts';

/** Why a seller order cannot be shipped as the card says. */
export type SellerOrderProblem =
  | { readonly code: 'no-province'; readonly part: SellerOrder }
  | { readonly code: 'not-shipped'; readonly part: SellerOrder; readonly province: Province }
  | { readonly code: 'below-minimum'; readonly part: SellerOrder; readonly minimum: Fen }
  | { readonly code: 'fee-changed'; readonly part: SellerOrder; readonly now: Fen }
  | { readonly code: 'way-off'; readonly part: SellerOrder }
  | { readonly code: 'seller-closed'; readonly part: SellerOrder }
  | { readonly code: 'closed'; readonly part: SellerOrder; readonly until: string };

/** Why a line cannot be sold as the card says. */
export type LineProblem =
  | { readonly code: 'short'; readonly line: CheckoutLine; readonly available: BaseQuantity }
  | { readonly code: 'changed'; readonly line: CheckoutLine; readonly now: Fen }
  | { readonly code: 'off-sale'; readonly line: CheckoutLine }
  /** `left` is what this person may still order. */
  | {
      readonly code: 'over-limit';
      readonly line: CheckoutLine;
      readonly limit: BaseQuantity;
      readonly left: BaseQuantity;
    }
  | { readonly code: 'below-quantity'; readonly line: CheckoutLine; readonly minimum: BaseQuantity };

export type Problem = SellerOrderProblem | LineProblem | NewcomerProblem;

/** Finds all problems of a card, so that they are shown before Confirm. */
export const findProblems = (context: TxContext, personId: PersonId, card: Card): Promise<Problem[]> =>
  withoutReplaced(context, personId, card, (there) => problemsNow(there, personId, card));

async function problemsNow(context: TxContext, personId: PersonId, card: Card): Promise<Problem[]> {
  const ofLines: Problem[] = [];
  for (const line of card.lines) {
    const problem = await lineProblem(context, personId, card, line);
    if (problem) ofLines.push(problem);
  }
  const ofNewcomers =
    card.isNewcomer && ofLines.length === 0 ? await newcomerProblems(context, personId, card) : [];
  return [...ofLines, ...ofNewcomers, ...(await sellerOrderProblems(context, card))];
}

/** What of a newcomer's card is more than may be held, by now. */
async function newcomerProblems(
  context: TxContext,
  personId: PersonId,
  card: Card,
): Promise<NewcomerProblem[]> {
  const { lines, total, recipient } = card;
  const [first] = lines;
  if (!first || !recipient) return [];
  const caps = await findSellerCaps(context.tx, first.sellerId);
  const keys = newcomerKeys(context, personId, recipient);
  const holding = { keys, caps, waitsFor: waitingFor(card) };
  const canPayFirst = mayPayFirst(card);
  const ofShares: NewcomerProblem[] = [];
  for (const line of lines) {
    const problem = await shareProblem(context.tx, line, holding, line.quantity);
    if (problem) ofShares.push({ ...problem, canPayFirst });
  }
  const ofAmount = await amountProblem(context.tx, holding, { total, more: total });
  return ofAmount ? [...ofShares, { ...ofAmount, canPayFirst }] : ofShares;
}

/** Whether more of a newcomer's card may be had by paying first: it is to be paid on delivery, and there is another way. */
export const mayPayFirst = ({ isHeld, paymentMethods }: Card): boolean => isHeld && paymentMethods.length > 1;

/** What of a line on a newcomer's card passes the newcomers' share. */
export async function heldShareProblem(
  tx: Tx,
  line: CheckoutLine,
  waitsFor: Waiting,
): Promise<NewcomerShareProblem | undefined> {
  const caps = await findSellerCaps(tx, line.sellerId);
  return shareProblem(tx, line, { caps, waitsFor }, line.quantity);
}

async function lineProblem(
  context: TxContext,
  personId: PersonId,
  card: Card,
  line: CheckoutLine,
): Promise<LineProblem | undefined> {
  const product = await findOffer(context.tx, line.productId);
  if (product?.status !== 'on-sale') return { code: 'off-sale', line };
  if (product.available < line.quantity) {
    const available = await availableTo(context.tx, personId, product);
    if (available < line.quantity) return { code: 'short', line, available };
  }
  const isLimited = product.personLimit !== null || product.onStream !== undefined;
  const over = isLimited ? await overLimit(context.tx, personId, line, line.quantity) : undefined;
  const share = card.isNewcomer
    ? { caps: await findSellerCaps(context.tx, line.sellerId), waitsFor: waitingFor(card) }
    : undefined;
  const below = await belowQuantity(context.tx, personId, line, product, { taken: NO_QUANTITY, share });
  return over ?? below ?? priceProblem(context, product, line);
}

type Share = Pick<Holding, 'caps' | 'waitsFor'>;

/**
 * Whether a line is less than the least that is sold in one order. `taken`: what of it is taken already, where the order
 * is written and its product locked; `share`: how a newcomer's would wait, who may not have all there is.
 */
export async function belowQuantity(
  tx: Tx,
  personId: PersonId,
  line: CheckoutLine,
  product: Product,
  { taken, share }: { readonly taken: BaseQuantity; readonly share: Share | undefined },
): Promise<LineProblem | undefined> {
  if (product.minimumQuantity === null || line.quantity >= product.minimumQuantity) return undefined;
  const available = await availableTo(tx, personId, product);
  const limit = await remainingLimit(tx, personId, line.productId);
  const ofShare = share && (await newcomersLeft(tx, line.productId, share));
  const most = [available, ...(limit ? [limit.left] : []), ...(ofShare === undefined ? [] : [ofShare])];
  const mayHave = most.map((one) => plusQuantity(one, taken));
  const minimum = findLeast(product, ...mayHave);
  return minimum === undefined || line.quantity >= minimum
    ? undefined
    : { code: 'below-quantity', line, minimum };
}

/** What a line costs now, where that is not what the card says. A stream's price holds a little longer than the stream. */
export async function priceProblem(
  context: TxContext,
  product: Product,
  line: CheckoutLine,
): Promise<LineProblem | undefined> {
  const { total } = priceLine(product, line.quantity);
  if (total === line.total || (await keepsStreamPrice(context, line))) return undefined;
  return { code: 'changed', line, now: total };
}

/**
 * Whether `more` would pass the limit per person, with what they have ordered. Exact only while the product's row is
 * locked, as when a card is placed.
 */
export async function overLimit(
  tx: Tx,
  personId: PersonId,
  line: CheckoutLine,
  more: BaseQuantity,
): Promise<LineProblem | undefined> {
  const found = await remainingLimit(tx, personId, line.productId);
  if (!found || found.left >= more) return undefined;
  const left = maxQuantity(NO_QUANTITY, plusQuantity(minusQuantity(found.left, more), line.quantity));
  return { code: 'over-limit', line, limit: found.limit, left };
}

/**
 * What one person may have of a product, and what is left of it after all they have ordered: since it went on sale, and
 * since the stream began that it is shown on.
 */
export async function remainingLimit(
  tx: Tx,
  personId: PersonId,
  productId: ProductId,
): Promise<PersonLimit | undefined> {
  const own = await remainingOfProduct(tx, personId, productId);
  const onStream = await remainingOnStream(tx, personId, productId);
  return own && onStream ? (own.left < onStream.left ? own : onStream) : (own ?? onStream);
}

async function remainingOfProduct(
  tx: Tx,
  personId: PersonId,
  productId: ProductId,
): Promise<PersonLimit | undefined> {
  const product = await tx.product.findUnique({
    where: { id: productId },
    select: { personLimit: true, publishedAt: true },
  });
  if (!product?.personLimit) return undefined;
  const { personLimit: limit, publishedAt } = product;
  const ordered = await sumOrdered(tx, personId, productId, publishedAt);
  return { limit, left: minusQuantity(limit, ordered) };
}

/** The first of these lines that is more than the person may still have; exact while the products are locked. */
export async function findPastLimit<
  Line extends { readonly productId: ProductId; readonly quantity: BaseQuantity },
>(tx: Tx, personId: PersonId, lines: readonly Line[]): Promise<Line | undefined> {
  for (const line of lines) {
    const limit = await remainingLimit(tx, personId, line.productId);
    if (limit && limit.left < line.quantity) return line;
  }
  return undefined;
}

/** The problems of the seller orders by the current rules. */
export async function sellerOrderProblems(context: TxContext, card: Card): Promise<SellerOrderProblem[]> {
  const rules = await findShippingPolicies(
    context,
    card.sellerOrders.map((part) => part.sellerId),
  );
  return card.sellerOrders.flatMap((part) => {
    const here = rules.get(part.sellerId);
    const problem = here && partProblem(here, card, part);
    return problem ? [problem] : [];
  });
}

function partProblem(rules: ShippingPolicy, card: Card, part: SellerOrder): SellerOrderProblem | undefined {
  if (!rules.isOpen) return { code: 'seller-closed', part };
  const rule = findShippingRule(rules, part);
  if (!rule) return { code: 'way-off', part };
  if (part.goods < rules.minimumOrder) return { code: 'below-minimum', part, minimum: rules.minimumOrder };
  const area = areaProblem(rules, rule, card, part);
  if (area) return area;
  const now = currentFee(rule, sellerLines(card.lines, part.sellerId), card.recipient);
  if (now !== part.fee) return { code: 'fee-changed', part, now };
  const isNews = rules.packsAgain !== undefined && rules.packsAgain !== part.packsAgain;
  return isNews ? { code: 'closed', part, until: rules.packsAgain } : undefined;
}

/** Picking up has no area; neither has a card whose place is still to be asked. */
function areaProblem(
  { notShippedTo }: ShippingPolicy,
  rule: ShippingRule,
  card: Card,
  part: SellerOrder,
): SellerOrderProblem | undefined {
  if (part.way === 'pickup' || !card.recipient || !hasDestination(card)) return undefined;
  const province = detectProvince(card.recipient.address);
  if (province) return notShippedTo.includes(province) ? { code: 'not-shipped', part, province } : undefined;
  return notShippedTo.length > 0 || needsProvince(rule) ? { code: 'no-province', part } : undefined;
}

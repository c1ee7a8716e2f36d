import type { PersonId, SellerId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import type { CheckoutLine } from '../cart/line.ts';
import type { Recipient } from '../customers/addresses.ts';
import {
  findLastShippingMethod,
  findShippingPolicies,
  reachingMethods,
  type ShippingPolicy,
} from '../shipping/policy.ts';
import { detectProvince } from '../shipping/provinces.ts';
import {
  type Load,
  type ShippingMethod,
  type ShippingRule,
  shippingFee,
  shippingGrams,
} from '../shipping/rates.ts';
import { type Fen, plusFen, sumFen } from '../values/money.ts';
import { sumQuantity } from '../values/quantity.ts';
import type { SellerOrder } from './card.ts';

/** The way wanted from each seller, by the seller's id. */
export type WantedMethods = ReadonlyMap<string, ShippingMethod>;

/**
 * One part per seller in the order of the lines, by the rules of now. Where nothing is wanted, or what is wanted is not
 * offered, the way is the one last used with that seller, else the seller's first.
 */
export async function createSellerOrders(
  context: TxContext,
  personId: PersonId,
  lines: readonly CheckoutLine[],
  recipient: Recipient | undefined,
  wanted: WantedMethods,
): Promise<SellerOrder[]> {
  const sellerIds = [...new Set(lines.map((line) => line.sellerId))];
  const rules = await findShippingPolicies(context, sellerIds);
  const sellerOrders: SellerOrder[] = [];
  for (const sellerId of sellerIds) {
    const here = rules.get(sellerId);
    if (!here) continue;
    const way = wanted.get(sellerId) ?? (await findLastShippingMethod(context.tx, personId, sellerId));
    sellerOrders.push(createSellerOrder(here, sellerLines(lines, sellerId), recipient, way));
  }
  return sellerOrders;
}

export const sellerLines = (lines: readonly CheckoutLine[], sellerId: SellerId): CheckoutLine[] =>
  lines.filter((line) => line.sellerId === sellerId);

function createSellerOrder(
  rules: ShippingPolicy,
  lines: readonly CheckoutLine[],
  recipient: Recipient | undefined,
  wanted: ShippingMethod | undefined,
): SellerOrder {
  const load = createLoad(lines, recipient);
  const priced = rules.methods.map((rule) => ({ way: rule.way, fee: shippingFee(rule, load) }));
  const methods = reachingMethods(rules, load.province);
  const reaching = priced.filter(({ way }) => methods.some((rule) => rule.way === way));
  const chosen = priced.find(({ way }) => way === wanted) ?? reaching[0];
  if (!chosen) throw new Error('a seller offers at least one way');
  return {
    sellerId: rules.sellerId,
    sellerName: rules.sellerName,
    sellerNameEn: rules.sellerNameEn,
    ...chosen,
    goods: load.goods,
    place: chosen.way === 'pickup' ? rules.pickupPlace : '',
    packsAgain: rules.packsAgain ?? null,
    others: reaching.filter((one) => one !== chosen),
  };
}

const createLoad = (lines: readonly CheckoutLine[], recipient: Recipient | undefined): Load => ({
  goods: sumFen(lines.map(({ total }) => total)),
  grams: sumQuantity(lines.map(({ measure, quantity }) => shippingGrams(measure, quantity))),
  province: recipient && detectProvince(recipient.address),
});

/** The rule behind a part, while it still stands. */
export const findShippingRule = (
  { methods }: ShippingPolicy,
  { way }: SellerOrder,
): ShippingRule | undefined => methods.find((rule) => rule.way === way);

/** What the part costs to bring by `rule`. */
export const currentFee = (
  rule: ShippingRule,
  lines: readonly CheckoutLine[],
  recipient: Recipient | undefined,
) => shippingFee(rule, createLoad(lines, recipient));

export const sumTotal = (lines: readonly CheckoutLine[], sellerOrders: readonly SellerOrder[]): Fen =>
  plusFen(sumFen(lines.map(({ total }) => total)), sumFen(sellerOrders.map(({ fee }) => fee)));

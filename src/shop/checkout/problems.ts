import type { Tx } from '../../db/client.ts';
import type { Work } from '../../db/work.ts';
import { lineOf } from '../cart/cart.ts';
import type { CheckoutLine } from '../cart/line.ts';
import { type Product, productById } from '../catalogue/catalogue.ts';
import { type DeliveryRules, rulesOf } from '../shipping/policy.ts';
import { type Province, provinceOf } from '../shipping/provinces.ts';
import { needsProvince, type WayRule } from '../shipping/rates.ts';
import type { Fen } from '../values/money.ts';
import { type Card, knowsWhere, type Part } from './card.ts';
import { feeNow, linesOf, ruleOf } from './parcels.ts';

/** Why a part cannot be brought as the card says. */
export type PartProblem =
  | { readonly code: 'no-province'; readonly part: Part }
  | { readonly code: 'not-shipped'; readonly part: Part; readonly province: Province }
  | { readonly code: 'below-minimum'; readonly part: Part; readonly minimum: Fen }
  | { readonly code: 'fee-changed'; readonly part: Part; readonly now: Fen }
  | { readonly code: 'way-off'; readonly part: Part }
  | { readonly code: 'seller-closed'; readonly part: Part }
  | { readonly code: 'closed'; readonly part: Part; readonly until: string };

/** Why a line cannot be had as the card says. */
export type LineProblem =
  | { readonly code: 'short'; readonly line: CheckoutLine; readonly available: number }
  | { readonly code: 'changed'; readonly line: CheckoutLine; readonly now: Fen }
  | { readonly code: 'off-sale'; readonly line: CheckoutLine }
  /** `left` is what this person may still order. */
  | {
      readonly code: 'over-limit';
      readonly line: CheckoutLine;
      readonly limit: number;
      readonly left: number;
    };

export type Problem = PartProblem | LineProblem;

/** Everything that stands against a card now, so that it is said before Confirm and not after. */
export async function problemsOf(work: Work, personId: string, card: Card): Promise<Problem[]> {
  const ofLines: Problem[] = [];
  for (const line of card.lines) {
    const problem = await lineProblem(work, personId, line);
    if (problem) ofLines.push(problem);
  }
  return [...ofLines, ...(await partProblems(work, card))];
}

async function lineProblem(
  work: Work,
  personId: string,
  line: CheckoutLine,
): Promise<LineProblem | undefined> {
  const product = await productById(work.tx, line.productId);
  if (product?.status !== 'on-sale') return { code: 'off-sale', line };
  if (product.available < line.quantity) return { code: 'short', line, available: product.available };
  return (await overLimit(work.tx, personId, line, line.quantity)) ?? priceProblem(product, line);
}

export function priceProblem(product: Product, line: CheckoutLine): LineProblem | undefined {
  const { total } = lineOf(product, line.quantity);
  return total === line.total ? undefined : { code: 'changed', line, now: total };
}

const CALLED_OFF = ['declined', 'cancelled', 'expired'];

/**
 * Whether the person would have more than one may, with `more` on top of what they have ordered. Sure only while the
 * product's row is locked, as it is when a card is placed.
 */
export async function overLimit(
  tx: Tx,
  personId: string,
  line: CheckoutLine,
  more: number,
): Promise<LineProblem | undefined> {
  const found = await limitFor(tx, personId, line.productId);
  if (!found || found.left >= more) return undefined;
  const left = Math.max(0, found.left - more + line.quantity);
  return { code: 'over-limit', line, limit: found.limit, left };
}

/** What one person may have of a product, and what is left of it after all they have ordered since it went on sale. */
export async function limitFor(
  tx: Tx,
  personId: string,
  productId: string,
): Promise<{ limit: number; left: number } | undefined> {
  const product = await tx.product.findUnique({
    where: { id: productId },
    select: { personLimit: true, publishedAt: true },
  });
  if (!product?.personLimit) return undefined;
  const { personLimit: limit, publishedAt } = product;
  const since = publishedAt ? { placedAt: { gte: publishedAt } } : {};
  const ordered = await tx.orderLine.aggregate({
    where: { productId, order: { personId, fulfilment: { notIn: CALLED_OFF }, ...since } },
    _sum: { quantity: true },
  });
  return { limit, left: limit - (ordered._sum.quantity ?? 0) };
}

/** What stands against the parts by the rules of now. */
export async function partProblems(work: Work, card: Card): Promise<PartProblem[]> {
  const rules = await rulesOf(
    work,
    card.parts.map((part) => part.sellerId),
  );
  return card.parts.flatMap((part) => {
    const here = rules.get(part.sellerId);
    const problem = here && partProblem(here, card, part);
    return problem ? [problem] : [];
  });
}

function partProblem(rules: DeliveryRules, card: Card, part: Part): PartProblem | undefined {
  if (!rules.isOpen) return { code: 'seller-closed', part };
  const rule = ruleOf(rules, part);
  if (!rule) return { code: 'way-off', part };
  if (part.goods < rules.minimumOrder) return { code: 'below-minimum', part, minimum: rules.minimumOrder };
  const area = areaProblem(rules, rule, card, part);
  if (area) return area;
  const now = feeNow(rule, linesOf(card.lines, part.sellerId), card.recipient);
  if (now !== part.fee) return { code: 'fee-changed', part, now };
  const isNews = rules.packsAgain !== undefined && rules.packsAgain !== part.packsAgain;
  return isNews ? { code: 'closed', part, until: rules.packsAgain } : undefined;
}

/** Picking up has no area; neither has a card whose place is still to be asked. */
function areaProblem(
  { notShippedTo }: DeliveryRules,
  rule: WayRule,
  card: Card,
  part: Part,
): PartProblem | undefined {
  if (part.way === 'pickup' || !card.recipient || !knowsWhere(card)) return undefined;
  const province = provinceOf(card.recipient.address);
  if (province) return notShippedTo.includes(province) ? { code: 'not-shipped', part, province } : undefined;
  return notShippedTo.length > 0 || needsProvince(rule) ? { code: 'no-province', part } : undefined;
}

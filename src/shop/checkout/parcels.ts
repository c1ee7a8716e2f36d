import type { Work } from '../../db/work.ts';
import type { CheckoutLine } from '../cart/line.ts';
import type { Recipient } from '../customers/addresses.ts';
import { type DeliveryRules, lastWay, rulesOf } from '../shipping/policy.ts';
import { provinceOf } from '../shipping/provinces.ts';
import { feeOf, gramsOf, type Load, type Way, type WayRule } from '../shipping/rates.ts';
import type { Part } from './card.ts';

/** The way wanted from each seller, by the seller's id. */
export type Wanted = ReadonlyMap<string, Way>;

/**
 * One part per seller in the order of the lines, by the rules of now. Where nothing is wanted, or what is wanted is not
 * offered, the way is the one last used with that seller, else the seller's first.
 */
export async function partsFor(
  work: Work,
  personId: string,
  lines: readonly CheckoutLine[],
  recipient: Recipient | undefined,
  wanted: Wanted,
): Promise<Part[]> {
  const sellerIds = [...new Set(lines.map((line) => line.sellerId))];
  const rules = await rulesOf(work, sellerIds);
  const parts: Part[] = [];
  for (const sellerId of sellerIds) {
    const here = rules.get(sellerId);
    if (!here) continue;
    const way = wanted.get(sellerId) ?? (await lastWay(work.tx, personId, sellerId));
    parts.push(partOf(here, linesOf(lines, sellerId), recipient, way));
  }
  return parts;
}

export const linesOf = (lines: readonly CheckoutLine[], sellerId: string): CheckoutLine[] =>
  lines.filter((line) => line.sellerId === sellerId);

function partOf(
  rules: DeliveryRules,
  lines: readonly CheckoutLine[],
  recipient: Recipient | undefined,
  wanted: Way | undefined,
): Part {
  const load = loadOf(lines, recipient);
  const priced = rules.ways.map((rule) => ({ way: rule.way, fee: feeOf(rule, load) }));
  const [first] = priced;
  const chosen = priced.find(({ way }) => way === wanted) ?? first;
  if (!chosen) throw new Error('a seller offers at least one way');
  return {
    sellerId: rules.sellerId,
    sellerName: rules.sellerName,
    sellerNameEn: rules.sellerNameEn,
    ...chosen,
    goods: load.goods,
    place: chosen.way === 'pickup' ? rules.pickupPlace : '',
    packsAgain: rules.packsAgain ?? null,
    others: priced.filter((one) => one !== chosen),
  };
}

const loadOf = (lines: readonly CheckoutLine[], recipient: Recipient | undefined): Load => ({
  goods: lines.reduce((sum, line) => sum + line.total, 0),
  grams: lines.reduce((sum, { measure, quantity }) => sum + gramsOf(measure, quantity), 0),
  province: recipient && provinceOf(recipient.address),
});

/** The rule behind a part, while it still stands. */
export const ruleOf = ({ ways }: DeliveryRules, { way }: Part): WayRule | undefined =>
  ways.find((rule) => rule.way === way);

/** What the part costs to bring by `rule`. */
export const feeNow = (rule: WayRule, lines: readonly CheckoutLine[], recipient: Recipient | undefined) =>
  feeOf(rule, loadOf(lines, recipient));

export const totalOf = (lines: readonly CheckoutLine[], parts: readonly Part[]): number =>
  lines.reduce((sum, line) => sum + line.total, 0) + parts.reduce((sum, part) => sum + part.fee, 0);

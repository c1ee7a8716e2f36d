import { readFact } from '../../../nlu/acts/seller/fact-act.ts';
import { findOrderNumber, readOrderActs } from '../../../nlu/acts/seller/orders/order-act.ts';
import { readRefund } from '../../../nlu/acts/seller/orders/refund-act.ts';
import { readLeast } from '../../../nlu/acts/seller/settings/least-act.ts';
import { readSeller } from '../../../nlu/read.ts';
import { parseTracking } from '../../../shop/shipping/couriers.ts';
import { parseChangeRequest } from '../listings/changes/change-request.ts';
import { isFeeClause, isRuleClause } from '../shipping/setting-clauses.ts';
import { isShippingClause } from '../shipping/shipping.ts';

// What each clause of a message is about: an order, a setting, an offer.

/** 一单收5块，58以上包邮: neighbours that set the same thing are one card. */
export function joinSettings(clauses: readonly string[]): string[] {
  const joined: string[] = [];
  for (const clause of clauses) {
    const last = joined.at(-1);
    const isMore = last !== undefined && [last, clause].every((one) => detectSubject(one) === 'setting');
    if (isMore || (last !== undefined && isItsParcel(last, clause)))
      joined[joined.length - 1] = `${last}，${clause}`;
    else joined.push(clause);
  }
  return joined;
}

/** A-0317寄了，中通的单号ZT…: of the order before it. */
const isItsParcel = (last: string, clause: string): boolean =>
  detectSubject(last) === 'order' &&
  !parseTracking(last.replace(findOrderNumber(last) ?? '', '')) &&
  findOrderNumber(clause) === undefined &&
  parseTracking(clause) !== undefined;

type Subject = 'order' | 'shipping' | 'setting' | 'rule' | 'least' | 'fact' | 'offer';

/** What a clause is about, from its words alone; nothing where it is part of what stands beside it. */
function detectSubject(clause: string): Subject | undefined {
  if (readRefund(clause)) return 'order';
  if (readOrderActs(clause).some(({ numbers }) => numbers.length > 0)) return 'order';
  if (isShippingClause(clause)) return 'shipping';
  if (isFeeClause(clause)) return 'setting';
  if (isRuleClause(clause)) return 'rule';
  if (readLeast(clause).length > 0) return 'least';
  const fact = readFact(clause);
  if (fact) return fact === 'storage' ? undefined : 'fact';
  const { kind, title } = readSeller(clause);
  return kind === 'other' || title === null ? undefined : 'offer';
}

/** 核桃有几个坏的，退她10块; A-0317接不了，豆皮淋了雨: beside those, goods without a figure are only the reason. */
export function areMixed(clauses: readonly string[]): boolean {
  const hasReason = clauses.some((clause) => readRefund(clause) || isRefused(clause));
  const telling = hasReason
    ? clauses.filter((clause) => readRefund(clause) || isRefused(clause) || !isReason(clause))
    : clauses;
  return clauses.length > 1 && new Set(telling.flatMap((one) => detectSubject(one) ?? [])).size > 1;
}

export const isRefused = (clause: string): boolean =>
  readOrderActs(clause).some(({ does }) => does === 'decline');

/** 豆皮淋了雨: of goods, and nothing of theirs changes. */
function isReason(clause: string): boolean {
  const reading = readSeller(clause);
  const isOfGoods = reading.kind === 'stock' || reading.kind === 'status';
  return isOfGoods && reading.price === null && parseChangeRequest(clause, reading) === undefined;
}

/** Whether a clause sets something of the whole shop. */
export const setsShop = (clause: string): boolean =>
  ['setting', 'rule'].includes(detectSubject(clause) ?? '');

/** Whether a clause with a figure is of goods that were just named, and of nothing else: 价格25, and neither 运费8元 nor 杏仁32一斤. */
export function isOfWhatIsNamed(clause: string, names: readonly string[]): boolean {
  const subject = detectSubject(clause);
  if (subject === undefined) return true;
  const title = readSeller(clause).title?.toLowerCase();
  return subject === 'offer' && names.some((name) => name !== '' && name.toLowerCase() === title);
}

import type { SellerCandidate } from '../../candidates/propose-seller.ts';
import { findCues } from '../../clauses/cues.ts';
import { offerWords } from '../../clauses/offer-words.ts';
import type { Lexed } from '../../lexer/tokens.ts';
import type { Mark } from '../../model/goods.ts';
import { findNames } from '../../tagger/tags.ts';

const STOCKS = new Set(['SET', 'ADD', 'SUB']);

/** 装了5箱零3瓶, one dozen plus five: a part of what there is was said with it, and was not understood. */
export function leavesPart({ text, tokens }: Lexed, { tags }: SellerCandidate): boolean {
  return tokens.some((token, i) => {
    const next = tokens.findIndex((one, j) => j > i && (one.is === 'amount' || one.is === 'number'));
    const between = text.plain.slice(token.end, tokens[next]?.start);
    return STOCKS.has(tags[i] ?? '') && next > i && tags[next] === 'X' && offerWords.joins.test(between);
  });
}

/** 一个人别超过2斤, nobody gets more than 2 kg: how much somebody may have is no goods that came or went. */
export function isBound({ text, tokens }: Lexed, { tags, reading }: SellerCandidate): boolean {
  if (reading.stock === null || reading.stock.mode === 'set') return false;
  const counted = tokens[tags.findIndex((tag) => STOCKS.has(tag))];
  return counted !== undefined && offerWords.bounds.test(text.plain.slice(0, counted.start));
}

/** 核桃卖了5斤，红枣卖了3斤: amounts of several goods make no sum. */
export function sumsOthers(
  lexed: Lexed,
  marks: readonly Mark[],
  { tags, reading }: SellerCandidate,
): boolean {
  const places = tags.flatMap((tag, i) => (STOCKS.has(tag) ? [i] : []));
  const first = places[0] ?? 0;
  const isOther = (i: number): boolean =>
    (marks[i] === 'B' || marks[i] === 'S') &&
    tags[i] === 'O' &&
    !isOwn(nameAt(lexed, marks, i), reading.title);
  return places.length > 1 && (findNames(tags).length > 1 || tags.some((_, i) => i > first && isOther(i)));
}

/** The known name that begins at a place. */
function nameAt({ text, tokens }: Lexed, marks: readonly Mark[], i: number): string {
  let last = i;
  while (marks[last + 1] === 'I' || marks[last + 1] === 'E') last += 1;
  return text.plain.slice(tokens[i]?.start, tokens[last]?.end);
}

function isOwn(name: string, title: string | null): boolean {
  const own = title?.toLowerCase() ?? '';
  return own.includes(name) || name.includes(own);
}

/**
 * 上午卖了10斤，下午卖了25斤: of two amounts that went only one was counted. The sum of those that are left is no such one.
 * Nor is one counted as more beside another that went: 卖了5斤，又送人2斤.
 */
export function leavesLoss(lexed: Lexed, { tags, reading }: SellerCandidate): boolean {
  const { tokens } = lexed;
  if (reading.kind !== 'stock' || reading.stock?.mode === 'set') return false;
  const cues = findCues(lexed);
  const at = tags.findIndex((tag) => STOCKS.has(tag));
  const counted = tokens[at];
  const isMore = reading.stock?.mode === 'add';
  if (counted?.is !== 'amount' || !(isMore || isLess(cues[at] ?? []))) return false;
  const left = tokens.flatMap((token, i) =>
    tags[i] === 'X' &&
    token.is === 'amount' &&
    !token.amount.isOne &&
    token.amount.unit.word === counted.amount.unit.word &&
    isLess(cues[i] ?? [])
      ? [token.amount.base ?? 0]
      : [],
  );
  return left.length > 0 && (isMore || left.reduce((sum, one) => sum + one, 0) !== counted.amount.base);
}

const isLess = (cues: readonly string[]): boolean =>
  (cues.includes('less<') || cues.includes('less>')) &&
  !cues.includes('negated<') &&
  !cues.includes('total<') &&
  !cues.includes('corrected<');

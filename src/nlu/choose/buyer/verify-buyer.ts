import type { BuyerCandidate } from '../../candidates/propose-buyer.ts';
import { findCues } from '../../clauses/cues.ts';
import { detectModality } from '../../clauses/modality.ts';
import { isQuantity, type Lexed } from '../../lexer/tokens.ts';
import { findNames, type Name } from '../../tagger/tags.ts';

/** What speaks against a way to take a message, and how much (in logarithms of shares). */
export interface Problem {
  readonly rule: string;
  readonly weight: number;
  /** Place of the token that nothing explains, where it is one. */
  readonly place?: number;
}

/** What is wrong with an order as it was taken: every amount must be explained once, every line must have its own. */
export function problemsInOrder(lexed: Lexed, { lines, tags }: BuyerCandidate): Problem[] {
  const problems: Problem[] = [];
  const counted = lines.filter(({ quantity }) => quantity !== null);
  const isDoubled = new Set(counted.map(({ product }) => product)).size < counted.length;
  const hasBare = lines.some(({ quantity, measure }) => quantity === null && measure === null);
  if (isDoubled) problems.push({ rule: 'doubled', weight: hasBare ? 5 : 2 });
  else if (hasBare && counted.length > 0) problems.push({ rule: 'bare', weight: 1.5 });
  if (lines.length > 1 && lines.some(({ product }) => product === ''))
    problems.push({ rule: 'unnamed', weight: 2 });
  if (counted.some(({ quantity }) => (quantity ?? 0) <= 0 || (quantity ?? 0) > MOST))
    problems.push({ rule: 'magnitude', weight: 9 });
  return [...problems, ...denied(lexed, tags), ...replaced(lexed, tags), ...unexplained(lexed, tags)];
}

/** Goods and amounts that are said not to be wanted. */
function denied(lexed: Lexed, tags: readonly string[]): Problem[] {
  const { isNegated } = detectModality(lexed);
  const amounts = tags.flatMap((tag, i) => (ORDERING.has(tag) ? [{ first: i, last: i }] : []));
  const names = findNames(tags);
  const again = names.flatMap((name) => repeats(lexed, name));
  const wrong = [...names, ...again, ...amounts].filter(({ first, last }) => isNegated(first, last));
  return wrong.map(({ first }) => ({ rule: 'denied', weight: 8, place: first }));
}

/** Where the same goods are named once more. */
function repeats({ tokens }: Lexed, { first, last }: Name): Name[] {
  const words = tokens.slice(first, last + 1).map(({ text }) => text);
  return tokens.flatMap((_, i) =>
    i !== first && words.every((word, n) => tokens[i + n]?.text === word)
      ? [{ first: i, last: i + last - first }]
      : [],
  );
}

/** 5斤，不对，8斤: an amount that stands on both sides of a correction. */
function replaced(lexed: Lexed, tags: readonly string[]): Problem[] {
  const { isCorrected } = detectModality(lexed);
  const amounts = tags.flatMap((tag, i) => (ORDERING.has(tag) ? [i] : []));
  const wrong = amounts.slice(1).filter((place, n) => isCorrected((amounts[n] ?? 0) + 1, place));
  return wrong.map((place) => ({ rule: 'replaced', weight: 5, place }));
}

const ORDERING = new Set(['QL', 'QR', 'EL', 'ER']);

const MOST = 1_000_000_000;

/** Amounts that order nothing, where nothing beside them says why. */
function unexplained(lexed: Lexed, tags: readonly string[]): Problem[] {
  const cues = findCues(lexed);
  return lexed.tokens.flatMap((token, place) => {
    if (tags[place] !== 'X' || !isQuantity(token) || token.is === 'money' || token.is === 'number') return [];
    const isExplained =
      (cues[place] ?? []).some((cue) => EXPLAINING.has(cue.slice(0, -1))) || hasMoneyBeside(lexed, place);
    return isExplained ? [] : [{ rule: 'unexplained', weight: 1, place }];
  });
}

const EXPLAINING = new Set([
  'past',
  'corrected',
  'total',
  'negated',
  'asked',
  'condition',
  'share',
  'hearsay',
]);

const hasMoneyBeside = ({ tokens }: Lexed, place: number): boolean =>
  [tokens[place - 1], tokens[place + 1]].some((token) => token?.is === 'money' || token?.is === 'number');

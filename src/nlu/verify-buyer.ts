import { cuesIn } from './cues.ts';
import type { BuyerCandidate } from './propose-buyer.ts';
import { isQuantity, type Lexed } from './tokens.ts';

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
  const names = counted.map(({ product }) => product);
  const isDoubled = new Set(names).size < names.length;
  const hasBare = lines.some(({ quantity, measure }) => quantity === null && measure === null);
  if (isDoubled && hasBare) problems.push({ rule: 'uneven', weight: 5 });
  else if (isDoubled) problems.push({ rule: 'doubled', weight: 2 });
  if (hasBare && counted.some(({ product }) => product === '')) problems.push({ rule: 'unnamed', weight: 3 });
  if (lines.some(({ quantity }) => quantity !== null && (quantity <= 0 || quantity > MOST))) problems.push({ rule: 'magnitude', weight: 9 });
  return [...problems, ...unexplained(lexed, tags)];
}

const MOST = 1_000_000_000;

/** Amounts that order nothing, where nothing beside them says why. */
function unexplained(lexed: Lexed, tags: readonly string[]): Problem[] {
  const cues = cuesIn(lexed);
  return lexed.tokens.flatMap((token, place) => {
    if (tags[place] !== 'X' || !isQuantity(token) || token.is === 'money' || token.is === 'number') return [];
    const isExplained = (cues[place] ?? []).some((cue) => EXPLAINING.has(cue.slice(0, -1))) || hasMoneyBeside(lexed, place);
    return isExplained ? [] : [{ rule: 'unexplained', weight: 1, place }];
  });
}

const EXPLAINING = new Set(['past', 'corrected', 'total', 'negated', 'asked', 'condition', 'share', 'hearsay']);

const hasMoneyBeside = ({ tokens }: Lexed, place: number): boolean =>
  [tokens[place - 1], tokens[place + 1]].some((token) => token?.is === 'money' || token?.is === 'number');

import type { SellerCandidate } from '../../candidates/propose-seller.ts';
import { findCues } from '../../clauses/cues.ts';
import { isQuantity, type Lexed } from '../../lexer/tokens.ts';
import type { Problem } from '../buyer/verify-buyer.ts';

const STOCKS = new Set(['SET', 'ADD', 'SUB']);
const EXPLAINING = new Set([
  'past',
  'corrected',
  'negated',
  'asked',
  'condition',
  'hearsay',
  'daily',
  'wish',
  'total',
]);

/** What speaks against a way to take a seller's message. */
export function problemsInOffer(lexed: Lexed, { reading, tags }: SellerCandidate): Problem[] {
  if (reading.kind === 'other' || reading.kind === 'stream' || reading.kind === 'status') return [];
  const cues = findCues(lexed);
  return lexed.tokens.flatMap((token, place) => {
    const tag = tags[place] ?? 'O';
    const some = cues[place] ?? [];
    if (STOCKS.has(tag)) return stockProblems(tag, some, place);
    if (tag === 'PR' && has(some, 'hearsay', '<')) return [{ rule: 'hearsay', weight: 2, place }];
    const isLeftOver =
      tag === 'X' &&
      isQuantity(token) &&
      token.is !== 'money' &&
      token.is !== 'number' &&
      token.is !== 'unit';
    const isExplained = some.some((cue) => EXPLAINING.has(cue.slice(0, -1)));
    return isLeftOver && !isExplained ? [{ rule: 'unexplained', weight: 1, place }] : [];
  });
}

const has = (cues: readonly string[], name: string, side: string): boolean => cues.includes(`${name}${side}`);

/** 卖了 before an amount that is said to have come, 还剩 before one that is said to have gone. */
function stockProblems(tag: string, cues: readonly string[], place: number): Problem[] {
  const [left, more, less] = [has(cues, 'left', '<'), has(cues, 'more', '<'), has(cues, 'less', '<')];
  const isAgainst =
    (tag === 'ADD' && less && !more) ||
    (tag === 'SUB' && (more || left) && !less) ||
    (tag === 'SET' && (more || less) && !left);
  const daily = has(cues, 'daily', '<') || has(cues, 'daily', '>');
  return [
    ...(isAgainst ? [{ rule: 'mode', weight: tag === 'SET' ? 0.5 : 2, place }] : []),
    ...(has(cues, 'each', '<') ? [{ rule: 'each', weight: 0, place }] : []),
    ...(daily ? [{ rule: 'daily', weight: 2, place }] : []),
  ];
}

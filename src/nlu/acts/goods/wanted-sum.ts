import { readDataFile } from '../../../shop/values/data-file.ts';
import type { Token } from '../../lexer/tokens.ts';
import { courtesy } from '../act-patterns.ts';
import { lexicon, phrases } from '../lexicon.ts';
import { phrasePattern, plainWords } from '../phrases.ts';

// 给我来五十块钱的苹果: a wish, a sum and goods, with nothing left over.

export const list = readDataFile('lexicon/for-money.yaml', {
  ...{ want: phrases, costs: phrases, of: phrases, worth: phrases, bound: phrases },
  ...{
    other: phrases,
    not: phrases,
    undone: phrases,
    joint: phrases,
    soft: phrases,
    tail: phrases,
    why: phrases,
    packed: phrases,
  },
});

export interface WantedSum {
  /** What stands where the goods are named; empty where nothing does. */
  readonly goods: string;
  readonly isWanted: boolean;
}

const WANT = phrasePattern(list.want);
const run = (words: readonly string[]): string =>
  `(?:${phrasePattern(words).source}|${courtesy.source}|\\s)*`;
// 给我妈买五十块的小米: for whom it is says nothing of what.
const ASKED = run([...list.want, ...list.soft, ...lexicon.part.bringsFor]);
const BEFORE = new RegExp(`^(${ASKED})(.*?)(${ASKED})$`, 'u');
const BEHIND = new RegExp(`^\\s*(?:(?:some|the)\\s)?(.*?)${run(list.tail)}$`, 'u');
const WHY = new RegExp(`(?:${phrasePattern(list.why).source})$`, 'u');
const PACKED = phrasePattern(list.packed);
const SAID_ALONE = new RegExp(`^${run([...list.soft, ...list.tail])}$`, 'u');
const MOBILE = /(?<!\d)1\d{10}(?!\d)/u;

/** What is wished by the words on both sides of a sum; nothing where both name something: 老公要买五十块的苹果. */
export function readWantedSum(before: string, behind: string): WantedSum | undefined {
  const [, lead = '', first = '', verb = ''] = BEFORE.exec(plainWords(before)) ?? [];
  const [, second = ''] = BEHIND.exec(plainWords(behind)) ?? [];
  if (first !== '' && second !== '') return undefined;
  return { goods: first || second, isWanted: WANT.test(lead) || WANT.test(verb) };
}

/** What stands beside a sum that is to be spent. */
export type SumRest = 'nothing' | 'others' | 'unknown';

/** Other goods by their amount, and a person with a phone, are others; politeness or a reason is nothing. */
export function restOfSum(
  plain: string,
  tokens: readonly Token[],
  piece: { readonly start: number; readonly end: number },
  edges: RegExp,
): SumRest {
  const isSent = MOBILE.test(plain.slice(piece.end));
  const pieces = cut(plain, edges).filter(({ start, end }) => end <= piece.start || start >= piece.end);
  const found = pieces.map(({ start, end }): SumRest => {
    const words = plainWords(plain.slice(start, end));
    const isReason = start < piece.start && WHY.test(words);
    const isCounted = tokens.some(({ is, ...at }) => ORDERED.has(is) && at.start >= start && at.end <= end);
    if (SAID_ALONE.test(words) || isReason) return 'nothing';
    return (isCounted && !PACKED.test(words)) || (isSent && start >= piece.end) ? 'others' : 'unknown';
  });
  return (['unknown', 'others'] as const).find((one) => found.includes(one)) ?? 'nothing';
}

const ORDERED: ReadonlySet<string> = new Set(['amount', 'money']);

function cut(plain: string, edges: RegExp): { start: number; end: number }[] {
  const signs = [...plain.matchAll(edges)];
  const starts = [0, ...signs.map(({ index, 0: sign }) => index + sign.length)];
  return starts.map((start, i) => ({ start, end: signs[i]?.index ?? plain.length }));
}

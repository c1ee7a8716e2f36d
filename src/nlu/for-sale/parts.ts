import type { Lexed, Quantity, Token } from '../lexer/tokens.ts';
import { isQuantity } from '../lexer/tokens.ts';
import type { Known } from '../model/goods.ts';
import { isSum, type Said } from './figures.ts';
import { findName, type NameFound } from './names.ts';
import { saleLexicon } from './words.ts';

/** What is said of one thing. */
export interface Part {
  name: NameFound | undefined;
  start: number;
  end: number;
  readonly figures: Said[];
}

interface Run {
  readonly start: number;
  readonly end: number;
  readonly token?: Quantity;
}

/** Runs of words, and the figures between them. */
function runsOf({ text, tokens }: Lexed): Run[] {
  const runs: { start: number; end: number; token?: Quantity }[] = [];
  let isOpen = false;
  const said = phraseSpans(text.plain);
  for (const [i, token] of tokens.entries()) {
    const last = runs.at(-1);
    const isWord =
      isWordLike(token, text.plain) ||
      said.some((one) => isWithin(token, one)) ||
      countsNothing(token, tokens[i + 1]);
    if (isQuantity(token) && !isWord) runs.push({ start: token.start, end: token.end, token });
    else if (isWord) {
      if (isOpen && last && !last.token) last.end = token.end;
      else runs.push({ start: token.start, end: token.end });
      isOpen = true;
      continue;
    }
    isOpen = false;
  }
  return runs;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** 挂一挂, put one up: what says that something is for sale counts nothing. */
const phraseSpans = (plain: string): Span[] =>
  [...plain.matchAll(saleLexicon.sale)].map(({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
  }));

const isWithin = (token: Span, span: Span): boolean => token.start >= span.start && token.end <= span.end;

/** `one should take`, 俩货. */
const countsNothing = (token: Token, next: Token | undefined): boolean =>
  token.is === 'number' && /^(?:one|俩|仨)$/u.test(token.text) && next?.is === 'word';

/** Words, years of age (十年陈皮), and a dash within a word. */
const isWordLike = (token: Token, plain: string): boolean =>
  token.is === 'word' ||
  token.is === 'code' ||
  (token.is === 'aside' && /^[\d一二三四五六七八九十]{1,3}年$/u.test(token.text)) ||
  (token.is === 'sign' && /^[-'’]$/u.test(token.text) && /[a-z]/u.test(plain[token.end] ?? ''));

/** The parts of a message that are about one thing each: a name, and the figures behind it. */
export function splitParts(lexed: Lexed, known: Known): Part[] {
  const { plain } = lexed.text;
  const runs = runsOf(lexed);
  const parts: Part[] = [];
  let current: Part | undefined;
  for (const [i, run] of runs.entries()) {
    const next = runs[i + 1];
    if (run.token) {
      current ??= { name: undefined, start: run.start, end: run.end, figures: [] };
      if (!parts.includes(current)) parts.push(current);
      current.figures.push({
        token: run.token,
        before: plain.slice(
          runs[i - 1]?.token ? (runs[i - 1]?.end ?? run.start) : wordsStart(runs, i),
          run.start,
        ),
        behind: plain.slice(run.end, next && !next.token ? next.end : run.end),
      });
      current.end = run.end;
      continue;
    }
    const name = findName(plain, run.start, run.end, known);
    if (!name) continue;
    if (!current || (current.figures.length > 0 && isNext(current, name, next, plain))) {
      current = { name, start: run.start, end: run.end, figures: [] };
      parts.push(current);
    } else if (isBetter(name, current, next) || isHeld(runs[i - 1], plain.slice(run.start)))
      current.name = name;
  }
  return withoutHeadings(parts);
}

const wordsStart = (runs: readonly Run[], i: number): number => runs[i - 1]?.start ?? runs[i]?.start ?? 0;

/** Another name right before a figure, behind what was said of the first. */
function isNext(part: Part, name: NameFound, next: Run | undefined, plain: string): boolean {
  const said = plain.slice(name.start, name.end);
  const before = part.name ? plain.slice(part.name.start, part.name.end) : '';
  if (before === '' || before.includes(said) || said.includes(before)) return false;
  const isPriced = part.figures.some(({ token }) => isSum(token));
  const isHeading = !isPriced && part.figures.every(({ token }) => countsFew(token));
  if (!isPriced && !isHeading) return false;
  if (next?.token && isPrice(next.token)) return name.likeness > 0;
  return isPriced && name.likeness > 3;
}

const isPrice = (token: Quantity): boolean =>
  isSum(token) || token.is === 'unit' || (token.is === 'amount' && token.amount.isOne);

/** Of what stands before the figures the likeliest name; what stands behind them only where none did. */
function isBetter(name: NameFound, { name: old, figures }: Part, next: Run | undefined): boolean {
  if (figures.length > 0) return !old && name.likeness > 2;
  if (!old) return name.likeness >= 0;
  return name.likeness + (next?.token ? 1 : 0) > old.likeness + (old.isHeading ? -4 : 0);
}

/** 40 jars of pickled radish: what there is so much of. */
const isHeld = (before: Run | undefined, words: string): boolean =>
  before?.token?.is === 'amount' && words.startsWith('of ');

/** 單叢有兩隻，鴨屎香180一斤: what only says how many follow. */
function withoutHeadings(parts: readonly Part[]): Part[] {
  const priced = parts.filter(({ figures }) => figures.some(({ token }) => isSum(token)));
  const [first] = parts;
  const isHeading =
    first &&
    priced.length > 1 &&
    !priced.includes(first) &&
    first.figures.every(({ token }) => countsFew(token));
  return parts.filter((part) => (part === first ? !isHeading : true) && part.figures.length > 0);
}

const countsFew = (token: Quantity): boolean =>
  token.is === 'amount' && token.amount.unit.measure === 'COUNT' && (token.amount.base ?? 0) < 10;

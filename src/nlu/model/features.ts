import { findCueClasses, findCues } from '../clauses/cues.ts';
import { THOUSAND } from '../lexer/numbers.ts';
import { isQuantity, type Lexed, type Token } from '../lexer/tokens.ts';
import { isFirstSign, isLastSign, type Mark } from './goods.ts';
import { hashText } from './hash.ts';

/** What a token looks like to the models: itself, or what kind of amount it is. */
export function tokenShape(token: Token): string {
  switch (token.is) {
    case 'amount':
      return `#${token.amount.unit.isContainer ? 'BOX' : token.amount.unit.measure}`;
    case 'unit':
      return `#/${token.amount.unit.isContainer ? 'BOX' : token.amount.unit.measure}`;
    case 'money':
      return token.pieces ? '#$K' : '#$';
    case 'number':
      return token.isTimes ? '#x' : '#n';
    case 'code':
      return '#code';
    case 'aside':
      return '#aside';
    default:
      return token.text;
  }
}

export const EDGE = '^';

/** Hashes of everything that speaks for or against a tag of each token. */
export function tokenFeatures(lexed: Lexed, marks: readonly Mark[]): number[][] {
  const shapes = lexed.tokens.map(tokenShape);
  const cues = findCues(lexed);
  const classes = findCueClasses(lexed).map((name, i) => name || tokenKind(lexed.tokens[i], marks[i]));
  const amounts = lexed.tokens.flatMap((token, i) => (isQuantity(token) ? [i] : []));
  return lexed.tokens.map((token, i) => {
    const names = [...wordFeatures(lexed, shapes, marks, i), ...classFeatures(classes, i)];
    if (isQuantity(token)) names.push(...amountFeatures(lexed, shapes, marks, amounts, i));
    for (const cue of cues[i] ?? []) names.push(`q${cue}`, `q${cue}${isQuantity(token) ? shapes[i] : ''}`);
    return names.map(hashText);
  });
}

function wordFeatures(
  { tokens }: Lexed,
  shapes: readonly string[],
  marks: readonly Mark[],
  i: number,
): string[] {
  const at = (n: number): string => shapes[i + n] ?? EDGE;
  const mark = (n: number): string => marks[i + n] || '-';
  const token = tokens[i];
  const edge = (n: number): string => edgeOf(tokens[i + n]);
  const hasSpace = token !== undefined && i > 0 && tokens[i - 1]?.end !== token.start;
  const [c, l, r, ll, rr] = [at(0), at(-1), at(1), at(-2), at(2)];
  return [
    '1',
    `0${c}`,
    `-1${l}`,
    `+1${r}`,
    `-2${ll}`,
    `+2${rr}`,
    `-01${l}|${c}`,
    `0+1${c}|${r}`,
    `-21${ll}|${l}`,
    `+12${r}|${rr}`,
    `-1+1${l}|${r}`,
    `-210${ll}|${l}|${c}`,
    `0+12${c}|${r}|${rr}`,
    `-3${at(-3)}|${ll}|${l}`,
    `+3${r}|${rr}|${at(3)}`,
    `m${mark(0)}`,
    `m-${mark(-1)}|${mark(0)}`,
    `m+${mark(0)}|${mark(1)}`,
    `mc${mark(0)}${c}`,
    `ml${l}|${mark(0)}`,
    `mr${mark(0)}|${r}`,
    `ml1${mark(-1)}${c}`,
    `mr1${mark(1)}${c}`,
    `s${hasSpace}${mark(0)}`,
    `sc${hasSpace}${c}`,
    `t${token?.is}`,
    `t3${tokens[i - 1]?.is}${token?.is}${tokens[i + 1]?.is}`,
    `p${i === 0}${i === tokens.length - 1}${mark(0)}`,
    `g${edge(0)}${mark(0)}`,
    `g-${edge(-1)}${edge(0)}`,
    `g+${edge(0)}${edge(1)}`,
    `g3${edge(-1)}${edge(0)}${edge(1)}${edge(2)}`,
    `gc${c}${edge(1)}`,
    `gr${edge(0)}${edge(1)}${tokens[i + 1]?.is}${tokens[i + 2]?.is}`,
  ];
}

/** Whether known names of goods begin or end with a sign. */
function edgeOf(token: Token | undefined): string {
  if (token?.is !== 'word') return token ? '.' : EDGE;
  return `${isFirstSign(token.text) ? '(' : ''}${isLastSign(token.text) ? ')' : ''}`;
}

/** What stands for a word that belongs to no class. */
export function tokenKind(token: Token | undefined, mark: Mark | undefined): string {
  if (token?.is === 'word') return mark ? 'G' : '*';
  return token ? tokenShape(token) : EDGE;
}

/** The same as the words, with classes instead: what was learned of one word holds for its like. */
function classFeatures(classes: readonly string[], i: number): string[] {
  const at = (n: number): string => classes[i + n] ?? EDGE;
  const [c, l, r, ll, rr] = [at(0), at(-1), at(1), at(-2), at(2)];
  return [
    `c0${c}`,
    `c-1${l}|${c}`,
    `c+1${c}|${r}`,
    `c-2${ll}|${l}|${c}`,
    `c+2${c}|${r}|${rr}`,
    `c-1+1${l}|${c}|${r}`,
    `c5${ll}|${l}|${c}|${r}|${rr}`,
    `c-3${at(-3)}|${ll}|${l}|${c}`,
    `c+3${c}|${r}|${rr}|${at(3)}`,
  ];
}

function amountFeatures(
  { tokens }: Lexed,
  shapes: readonly string[],
  marks: readonly Mark[],
  amounts: readonly number[],
  i: number,
): string[] {
  const n = amounts.indexOf(i);
  const [before, after] = [amounts[n - 1], amounts[n + 1]];
  const c = shapes[i] ?? '';
  const kind = `${c}${sizeOf(tokens[i])}`;
  const left = gap(shapes, marks, before ?? -1, i);
  const right = gap(shapes, marks, i, after ?? shapes.length);
  const [pre, next] = [
    before === undefined ? EDGE : shapes[before],
    after === undefined ? '$' : shapes[after],
  ];
  const same = sameUnit(tokens, amounts, n);
  return [
    `a${kind}`,
    `aL${left}`,
    `aR${right}`,
    `aLc${c}${left}`,
    `aRc${c}${right}`,
    `aP${pre}${c}`,
    `aN${c}${next}`,
    `aPN${pre}${c}${next}`,
    `aPL${pre}${left}${c}`,
    `aNR${c}${right}${next}`,
    `a#${Math.min(n, 4)}${c}`,
    `a#-${Math.min(amounts.length - n, 4)}${c}`,
    `aw${shapes[i - 1]}|${kind}|${shapes[i + 1]}`,
    `a=${same}${c}`,
    `a=P${same}${pre}${left}`,
    `aS${amounts
      .map((j) => shapes[j])
      .join('')
      .slice(0, 40)}|${n}`,
    `ak${kind}${shapes[i - 1]}`,
    `ar${kind}${shapes[i + 1]}`,
    `all${shapes.length === 1 + i}${i === 0}${c}`,
  ];
}

/** The words between two amounts, names of goods as one sign; of long gaps the ends. */
function gap(shapes: readonly string[], marks: readonly Mark[], from: number, to: number): string {
  const words: string[] = [];
  for (let i = from + 1; i < to; i += 1) {
    const mark = marks[i];
    if (mark === 'B' || mark === 'S') words.push('G');
    else if (!mark) words.push(shapes[i] ?? '');
  }
  return words.length <= 6 ? words.join('_') : `${words.slice(0, 2).join('_')}..${words.slice(-3).join('_')}`;
}

/** Whether amounts before or behind count in the same unit. */
function sameUnit(tokens: readonly Token[], amounts: readonly number[], n: number): string {
  const unit = wordOf(tokens[amounts[n] ?? -1]);
  const isSame = (j: number): boolean => unit !== '' && wordOf(tokens[amounts[j] ?? -1]) === unit;
  return `${isSame(n - 1) ? 1 : 0}${isSame(n + 1) ? 1 : 0}`;
}

const wordOf = (token: Token | undefined): string =>
  token && 'amount' in token ? token.amount.unit.word : '';

function sizeOf(token: Token | undefined): string {
  if (token?.is === 'amount')
    return token.amount.base === undefined ? '?' : token.amount.isOne ? '1' : token.amount.each ? 'x' : '';
  if (token?.is === 'money') return token.fen === undefined ? '?' : '';
  if (token?.is !== 'number') return '';
  if (token.value === undefined) return '?';
  const isWhole = token.value % THOUSAND === 0;
  return !isWhole ? '.' : token.value < 13 * THOUSAND ? 's' : token.value < 100 * THOUSAND ? 'm' : 'l';
}

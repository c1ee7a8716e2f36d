import { findCueClasses } from '../clauses/cues.ts';
import type { Lexed } from '../lexer/tokens.ts';
import { isFirstSign, isLastSign, type Mark } from '../model/goods.ts';
import type { Name } from '../tagger/tags.ts';

/** What speaks for and against the names of a tagging. */
export interface NameFacts {
  /** Names that the lexicon or the catalogue does not hold as they are. */
  readonly unknown: number;
  /** Words of a class (来, 我, 大姐, 吧) inside of names. */
  readonly classed: number;
  /** Known names of which a part is left outside. */
  readonly cut: number;
  /** Names that begin a clause, or stand behind a word that wants something. */
  readonly placed: number;
  /** Known names that the tagging leaves out. */
  readonly left: number;
  readonly long: number;
  /** Names that end, or begin, as no known name does. */
  readonly oddEnds: number;
  /** Names that hold a known name and more. */
  readonly grown: number;
  /** Names that say one thing twice: 粉条粉条. */
  readonly twice: number;
}

const LONG = 6;
const TASTE = new Set(['', '+', 'taste']);

export function findNameFacts(
  lexed: Lexed,
  marks: readonly Mark[],
  names: readonly Name[],
  tags: readonly string[],
): NameFacts {
  const classes = findCueClasses(lexed);
  const { tokens } = lexed;
  const places = (test: (name: Name) => boolean): number => names.filter(test).length;
  const isKnown = ({ first, last }: Name): boolean =>
    tokens[first]?.is === 'code' ||
    (first === last ? marks[first] === 'S' : marks[first] === 'B' && marks[last] === 'E');
  const text = (i: number): string => tokens[i]?.text ?? '';
  return {
    unknown: places((name) => !isKnown(name)),
    classed: places(({ first, last }) =>
      classes.slice(first, last + 1).some((name, i) => !TASTE.has(name) && !marks[first + i]),
    ),
    cut: places(
      ({ first, last }) =>
        marks[first] === 'I' || marks[first] === 'E' || marks[last] === 'B' || marks[last] === 'I',
    ),
    placed: places(
      ({ first }) =>
        first === 0 ||
        tokens[first - 1]?.is === 'sign' ||
        classes[first - 1] === 'give' ||
        tags[first - 1] === 'QR',
    ),
    left: tokens.filter((_, i) => (marks[i] === 'B' || marks[i] === 'S') && tags[i] === 'O').length,
    long: places(({ first, last }) => last - first >= LONG),
    oddEnds: places(
      (name) => !isKnown(name) && (!isLastSign(text(name.last)) || !isFirstSign(text(name.first))),
    ),
    grown: places(
      ({ first, last }) =>
        (marks[first] !== 'B' && marks[first] !== 'S' && hasMark(marks, first + 1, last)) ||
        (marks[last] !== 'E' && marks[last] !== 'S' && hasMark(marks, first, last - 1)),
    ),
    twice: places(({ first, last }) => isTwice(tokens.slice(first, last + 1).map((one) => one.text))),
  };
}

const hasMark = (marks: readonly Mark[], first: number, last: number): boolean =>
  marks.slice(first, last + 1).some((mark) => mark === 'B' || mark === 'S');

const isTwice = (words: readonly string[]): boolean =>
  words.length >= 4 &&
  words.length % 2 === 0 &&
  words.every((word, i) => word === words[(i + words.length / 2) % words.length]);

/** How many amounts of some tags stand right beside a name, and how many in another clause than any name. */
export function distanceFacts(
  { tokens }: Lexed,
  names: readonly Name[],
  tags: readonly string[],
  wanted: ReadonlySet<string>,
): { beside: number; apart: number } {
  const places = tags.flatMap((tag, i) => (wanted.has(tag) ? [i] : []));
  const isBeside = (i: number): boolean => names.some(({ first, last }) => i === last + 1 || i === first - 1);
  const clauseOf = (i: number): number =>
    tokens.slice(0, i).filter(({ is, text }) => is === 'sign' && /[,;!?.]/.test(text)).length;
  const isApart = (i: number): boolean => !names.some(({ first }) => clauseOf(first) === clauseOf(i));
  return {
    beside: places.filter(isBeside).length,
    apart: names.length === 0 ? 0 : places.filter(isApart).length,
  };
}

import { readFileSync } from 'node:fs';
import { unsupportedClaims } from '../../src/writer/claims/check.ts';

/** One text of the corpus of what facts support. */
interface ClaimsLine {
  readonly kind: 'claims';
  readonly part: string;
  readonly facts: readonly string[];
  readonly text: string;
  /** The pieces that no fact supports. */
  readonly unsupported: readonly string[];
}

export interface ClaimsScore {
  readonly texts: number;
  /** Share of the unsupported pieces that no objection touches. */
  readonly letThrough: number;
  /** Share of the supported clauses that an objection touches. */
  readonly dropped: number;
  readonly misses: readonly {
    readonly text: string;
    readonly open: readonly string[];
    readonly dropped: readonly string[];
  }[];
}

/** The harvests of the corpus are of this year. */
const YEAR = 2026;

/** How well texts of `corpus` are told to be supported by their facts or not. */
export function claimsScoreOf(corpus: URL): ClaimsScore {
  const rows = linesIn(corpus).map(judged);
  const sum = (count: (row: ReturnType<typeof judged>) => number): number =>
    rows.reduce((all, row) => all + count(row), 0);
  return {
    texts: rows.length,
    letThrough: sum(({ open }) => open.length) / sum(({ unsupported }) => unsupported.length),
    dropped: sum(({ dropped }) => dropped.length) / sum(({ supported }) => supported.length),
    misses: rows.filter(({ open, dropped }) => open.length + dropped.length > 0),
  };
}

interface Span {
  readonly from: number;
  readonly to: number;
}

function judged({ facts, text, unsupported }: ClaimsLine) {
  const said = unsupportedClaims(text, facts, YEAR).map((piece) => spanOf(text, piece));
  const invented = unsupported.map((piece) => spanOf(text, piece));
  const touches = (one: Span, others: readonly Span[]): boolean =>
    others.some((other) => one.from < other.to && other.from < one.to);
  const supported = toClauses(text).filter((clause) => !touches(clause, invented));
  const words = ({ from, to }: Span): string => text.slice(from, to);
  return {
    text,
    unsupported,
    supported,
    open: invented.filter((span) => !touches(span, said)).map(words),
    dropped: supported.filter((clause) => touches(clause, said)).map(words),
  };
}

function spanOf(text: string, piece: string): Span {
  const from = text.indexOf(piece);
  return { from, to: from + piece.length };
}

function toClauses(text: string): Span[] {
  return [...text.matchAll(/(?:[^,。!?;，；！？\n、.]|(?<=\d)[,.](?=\d))+/gu)]
    .map((match) => ({ from: match.index, to: match.index + match[0].length }))
    .filter(({ from, to }) => /[\p{L}\p{N}]/u.test(text.slice(from, to)));
}

function linesIn(corpus: URL): ClaimsLine[] {
  const lines = readFileSync(corpus, 'utf8').split('\n').filter(Boolean);
  return lines.map((line): ClaimsLine => JSON.parse(line)).filter(({ kind }) => kind === 'claims');
}

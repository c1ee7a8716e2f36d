import { lex } from '../lexer/lexer.ts';
import { isQuantity } from '../lexer/tokens.ts';
import { normalizeText } from '../text/text.ts';
import {
  askWords,
  elsewhereWords,
  type MendField,
  type MendWord,
  mendWords,
  rightWords,
} from './mend-words.ts';

// A message taken apart into the phrases that put something right, and what stands between them.

export type Piece =
  | { readonly is: Exclude<MendWord['is'], 'field'> | 'stop' }
  | { readonly is: 'field'; readonly field: MendField }
  /** Goods, an amount, a sum: as it was typed. */
  | { readonly is: 'content'; readonly text: string };

export interface Pieces {
  readonly pieces: readonly Piece[];
  readonly isAsked: boolean;
  /** 没错: nothing was wrong. */
  readonly isRight: boolean;
  /** It is of another time or of somebody else, or hangs on something. */
  readonly isElsewhere: boolean;
}

type Found = Piece & { readonly start: number; readonly end: number };

/** Names of goods and whole amounts are never taken apart: 哈密瓜. */
export function splitPieces(message: string, names: readonly string[]): Pieces {
  const { said, plain } = normalizeText(message);
  const figures = new Set(
    lex(message)
      .tokens.filter(isQuantity)
      .map(({ start }) => start),
  );
  const isFigure = (at: number): boolean => figures.has(at);
  const whole = wholesIn(message, names.map((name) => normalizeText(name).plain).filter(Boolean));
  const found: Found[] = [];
  const flags = { isAsked: false, isRight: false, isElsewhere: false };
  for (let at = 0; at < plain.length; ) {
    const end = whole(at);
    const next = end === undefined ? pieceAt(plain, at) : { is: 'content', text: '', end };
    if (typeof next.is !== 'string') flags[next.is.flag] = true;
    else found.push({ ...(next as Piece), start: at, end: next.end });
    if (isFigure(at) && isOffBy(plain, found.at(-2), at)) flags.isElsewhere = true;
    at = next.end;
  }
  return { pieces: joinContents(found, said), ...flags };
}

/** 错了一斤: off by so much, and nothing that is right. */
const isOffBy = (plain: string, before: Found | undefined, at: number): boolean =>
  before?.is === 'wrong' && before.end === at && OFF.test(plain.slice(before.start, at));

const OFF = /错[了啦咯咗咧]?$/u;

type Flag = 'isAsked' | 'isRight' | 'isElsewhere';

function pieceAt(plain: string, at: number): { is: Piece['is'] | { flag: Flag }; end: number } {
  const sign = plain[at] ?? '';
  if (sign === '?') return { is: { flag: 'isAsked' }, end: at + 1 };
  if (STOPS.has(sign)) return { is: 'stop', end: at + 1 };
  const isInWord = LATIN.test(sign) && LATIN.test(plain[at - 1] ?? '');
  if (isInWord) return { is: 'content', end: at + 1 };
  const flagged = (
    [
      [rightWords, 'isRight'],
      [askWords, 'isAsked'],
      [elsewhereWords, 'isElsewhere'],
    ] as const
  ).map(([words, flag]) => ({ is: { flag }, length: words.at(plain, at)?.word.length ?? 0 }));
  const role = mendWords.at(plain, at);
  const best = flagged.reduce((one, other) => (other.length > one.length ? other : one));
  if (role && role.word.length >= best.length) return { ...role.value, end: at + role.word.length };
  return best.length > 0 ? { is: best.is, end: at + best.length } : { is: 'content', end: at + 1 };
}

const STOPS = new Set([',', '.', ';', ':', '!', '~', '…', '(', ')', '"', '“', '”', '「', '」', '-']);
const LATIN = /[a-z']/;

/** Where the name or the amount that begins at a place ends. */
function wholesIn(message: string, names: readonly string[]): (at: number) => number | undefined {
  const { text, tokens } = lex(message);
  const ends = new Map(
    tokens.filter((token) => isQuantity(token) || token.is === 'aside').map(({ start, end }) => [start, end]),
  );
  return (at) => {
    const named = names.filter((name) => text.plain.startsWith(name, at)).map((name) => at + name.length);
    const longest = Math.max(0, ends.get(at) ?? 0, ...named);
    return longest > 0 ? longest : undefined;
  };
}

/** What stands between two phrases is one, with whatever has no meaning of its own within it. */
function joinContents(found: readonly Found[], said: string): Piece[] {
  const pieces: Piece[] = [];
  let open: { start: number; end: number } | undefined;
  for (const { start, end, ...piece } of found) {
    if (piece.is === 'content') open = { start: open?.start ?? start, end };
    else if (piece.is !== 'filler' && piece.is !== 'soft') {
      if (open) pieces.push(contentOf(said, open));
      open = undefined;
      pieces.push(piece);
    } else if (!open) pieces.push(piece);
  }
  if (open) pieces.push(contentOf(said, open));
  return pieces.filter((piece) => piece.is !== 'content' || piece.text !== '');
}

const contentOf = (said: string, { start, end }: { start: number; end: number }): Piece => ({
  is: 'content',
  text: said.slice(start, end).trim(),
});

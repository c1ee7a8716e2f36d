import { lex } from '../../lexer/lexer.ts';
import { isQuantity } from '../../lexer/tokens.ts';
import type { Known } from '../../model/goods.ts';
import { knownGoodsFor, type ReadContext, readSeller } from '../../read.ts';
import type { SellerReading } from '../../reading.ts';

// The clauses of a message about several goods, brought together by what they are about.

/** What is said of one of them, as one text. */
export interface Piece {
  text: string;
  readonly reading: SellerReading;
  /** What it is about, where its own words do not name it. */
  readonly title?: string;
}

/** Joins what belongs to one thing; nothing where a clause with an amount says nothing for sure. */
export function groupPieces(
  pieces: readonly string[],
  head: string,
  context: ReadContext,
): { parts: Piece[]; unused: string[] } | undefined {
  const parts: Piece[] = [];
  const unused: string[] = [];
  const known = knownGoodsFor(context);
  let opening = head;
  let alone = '';
  for (const [i, said] of pieces.entries()) {
    const piece = alone === '' ? said : joined(alone, said);
    const next = pieces[i + 1] ?? '';
    alone = '';
    const last = parts.at(-1);
    // barley tea, only 18 kg left: a name, and behind the comma what is said of it.
    if (isNameAlone(piece, known) && (last || !hasName(next, known))) {
      alone = piece;
      continue;
    }
    if (last && isOfferedNext(piece, next, context)) {
      alone = `${piece}，`;
      continue;
    }
    const reading = readPiece(`${last ? head : opening}${piece}`, context, known, parts);
    if (reading.kind === 'other') {
      const isAmount = lex(piece).tokens.some(isQuantity);
      // An amount in a clause that states nothing: hearsay, a question, a story. Then nothing is taken for sure.
      if (isAmount && !(last && takeAmount(parts, last, piece, context))) return undefined;
      if (!isAmount && last) unused.push(piece);
      if (!isAmount && !last) opening = `${opening}${piece}，`;
      continue;
    }
    const of = reading.title === null ? last : findThing(parts, reading);
    if (of && !isOtherDeed(of.reading, reading, context)) of.text = `${of.text}，${piece}`;
    else {
      const title = reading.title ?? last?.reading.title;
      if (!title) return undefined;
      const isCarried = reading.title === null;
      const named = isCarried ? withName(title, piece) : piece;
      parts.push({
        text: `${opening}${named}`,
        reading: { ...reading, title },
        ...(isCarried && { title }),
      });
    }
    opening = head;
  }
  if (alone !== '') unused.push(alone);
  return { parts, unused };
}

const THAT =
  /(?<=\b(?:make|set|put|price|mark|raise|lower|change|drop|move|bring|have|sell|sold) )(?:it|them|these|those|that|this)\b|^(?:and )?(?:it|they|these|those)\b|它|这个|那个/iu;

/** `make them 33 yuan`: a pronoun, or one sign that names nothing, is no name. */
function readPiece(
  piece: string,
  context: ReadContext,
  known: Known,
  parts: readonly Piece[],
): SellerReading {
  const reading = readSeller(piece, context);
  const { title } = reading;
  // 核桃仁40一斤，仁有50斤: one sign of a name that was said.
  const isShort = title !== null && parts.some((part) => part.reading.title?.endsWith(title));
  const isSign = title?.length === 1 && !isShort && !known.at(title, 0);
  const isNone = title !== null && (isPronoun(title) || isSign);
  return isNone ? { ...reading, title: null } : reading;
}

const PRONOUNS = new Set([
  ...['she', 'he', 'we', 'you', 'i'],
  'it',
  'this',
  'that',
  'them',
  'these',
  'those',
  'they',
  '它',
  '这个',
  '那个',
  '这',
  '那',
  '佢',
]);

/** Whether it means what was just spoken of. */
export const isPronoun = (title: string): boolean => PRONOUNS.has(title.toLowerCase());

const withName = (title: string, piece: string): string =>
  THAT.test(piece) ? piece.replace(THAT, title) : joined(title, piece);

/** Han signs stand side by side, Latin words apart. */
const joined = (name: string, rest: string): string =>
  /[a-z\d]$/iu.test(name) && /^[a-z\d]/iu.test(rest) ? `${name} ${rest}` : `${name}${rest}`;

function isNameAlone(piece: string, known: Known): boolean {
  const plain = piece.toLowerCase().trim();
  return known.at(plain, 0)?.word.length === plain.length;
}

/** 苦荞面，9块一斤: a name that nobody has learned, and its price behind the comma. */
function isOfferedNext(piece: string, next: string, context: ReadContext): boolean {
  const [first] = lex(next).tokens;
  const isFigure = first && isQuantity(first) && !lex(piece).tokens.some(isQuantity);
  if (!isFigure || !/^(?:\p{Script=Han}{2,8}|[a-z][a-z' -]{2,30})$/iu.test(piece)) return false;
  const { kind, title, price } = readSeller(`${piece}，${next}`, context);
  return kind === 'product' && price !== null && title !== null && piece.includes(title);
}

function hasName(piece: string, known: Known): boolean {
  const { text, tokens } = lex(piece);
  return tokens.some(({ is, start }) => is === 'word' && known.at(text.plain, start) !== undefined);
}

/** 昨天卖了30斤, 100: said of what was named before; false where that says nothing either. */
function takeAmount(parts: Piece[], last: Piece, piece: string, context: ReadContext): boolean {
  const title = last.reading.title ?? '';
  const named = joined(title, piece);
  const alone = readSeller(named, context);
  if (alone.kind !== 'other' && alone.title !== null && isOtherDeed(last.reading, alone, context)) {
    parts.push({ text: named, reading: { ...alone, title } });
    return true;
  }
  const longer = `${last.text}，${piece}`;
  const reading = readSeller(longer, context);
  if (reading.kind === 'other' || !isSameTitle(reading.title, title)) return false;
  last.text = longer;
  return true;
}

/** What is called just so, before what has a longer name. */
const findThing = (parts: readonly Piece[], reading: SellerReading): Piece | undefined =>
  parts.find((one) => one.reading.title === reading.title) ??
  parts.find((one) => isOneThing(one.reading, reading));

/** 核桃仁45一斤，核桃18一斤: each with a price of its own, and no longer name for the other. */
const isOneThing = (one: SellerReading, other: SellerReading): boolean =>
  one.title === other.title ||
  (isSameTitle(one.title, other.title) && (one.price === null || other.price === null));

export const isSameTitle = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && (one === other || one.includes(other) || other.includes(one));

/** A new price, and what was sold: two things done with one product. What is not on sale yet is offered with both. */
const isOtherDeed = (one: SellerReading, other: SellerReading, { titles }: ReadContext): boolean =>
  one.kind !== 'product' &&
  other.kind !== 'product' &&
  (one.kind !== other.kind || movesOtherwise(one, other)) &&
  (titles === undefined ||
    titles.some((title) => isSameTitle(title.toLowerCase(), one.title?.toLowerCase() ?? null)));

/** 卖了三十斤又补了五十斤. */
const movesOtherwise = ({ stock: one }: SellerReading, { stock: other }: SellerReading): boolean =>
  one !== null && other !== null && one.mode !== other.mode && one.mode !== 'set' && other.mode !== 'set';

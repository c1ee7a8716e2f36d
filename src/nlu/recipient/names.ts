import { addressEvidence, firstPlace, isEnglishPlace, isLatin } from './evidence.ts';
import { alternation, lexicon } from './lexicon.ts';
import type { Piece } from './pieces/piece.ts';
import { isPlace, isShortPlace } from './places.ts';

const HAN = '\\p{Script=Han}';
const COMPOUND = alternation(lexicon.compoundSurnames);
const TITLE = alternation(lexicon.titles);
const SURNAME = `[${lexicon.surnames}]`;
const FULL = new RegExp(`^(?:${COMPOUND}${HAN}{1,2}|${SURNAME}${HAN}{1,2}|${SURNAME}${TITLE})$`, 'u');
const TITLED = new RegExp(`^.{1,6}${TITLE}$`, 'u');
const NATION = new RegExp(`^${HAN}{1,8}·${HAN}{1,8}$`, 'u');
const ENGLISH =
  /^(?:(?:Mrs?|Ms|Miss|Dr)\.? )?\p{Lu}[\p{Script=Latin}'’-]*(?: \p{Lu}[\p{Script=Latin}'’-]*\.?){0,3}$/u;
const MIXED = /^[\p{Script=Han}\p{Script=Latin}\d·.'’@&_\s()-]{1,14}$/u;
/** 皮薄的, 安排吧. */
const PARTICLE = /[的了吗呢吧啊呀么]$/u;
const GOODS = new RegExp(`^${alternation(lexicon.notNames)}`, 'u');

/** A name that was written wide: 黄 河 is 黄河. */
export const closed = (words: string): string => (WIDE.test(words) ? words.replace(/ /g, '') : words);

const WIDE = new RegExp(`^${HAN}(?: +${HAN}){1,3}$`, 'u');

export const looksLikeFullName = (words: string): boolean =>
  FULL.test(closed(words)) && !GOODS.test(words) && !PARTICLE.test(words);

/** Nobody takes it for talk, whatever signs it has: 阿迪力·买买提. */
export const isNameForCertain = (words: string): boolean => looksLikeFullName(words) || NATION.test(words);

/** What speaks for a piece being the name, besides where it stands. Below 0 it is none. */
export function nameLikeness(piece: Piece): number {
  const { said } = piece;
  // 张伟(Wei Zhang) is 张伟.
  const plain = closed(piece.plain.replace(/(?<=.)\([^()]*\)$/, ''));
  if (isLatin(plain)) return latinLikeness(said, plain, piece.evidence);
  if (!MIXED.test(plain) || /^\d+$/.test(plain) || plain.length > 12) return -9;
  if (isPlace(plain) && plain.length > 2) return -9;
  const isFull = looksLikeFullName(plain);
  const isTitled = TITLED.test(plain);
  return (
    (piece.isLed ? 5 : 0) +
    (isTitled ? 4 : 0) +
    (isFull ? 3 : 0) +
    (NATION.test(plain) ? 4 : 0) +
    (plain.length > 6 ? -1 : 0) +
    (isShortPlace(plain) ? -1 : 0) +
    (/\d/.test(plain) ? -1 : 0) -
    (isFull && plain.length <= 3 ? Math.min(piece.evidence, 2) : piece.evidence * 2)
  );
}

function latinLikeness(said: string, plain: string, evidence: number): number {
  if (evidence > 0 || isEnglishPlace(plain) || /\d/.test(plain)) return -9;
  if (ENGLISH.test(said)) return said.includes(' ') ? 3 : 1;
  return /^[\p{Script=Latin}'’.-]+$/u.test(said) ? 0 : -1;
}

/** A name glued to the address: 建国路88号张三, 李军新疆石河子市. Where it is in `plain`. */
export function gluedName(plain: string, isAtEnd: boolean): { start: number; end: number } | undefined {
  if (!isAtEnd) {
    const [latin = ''] = LATIN_BEFORE_NUMBER.exec(plain) ?? [];
    if (latin !== '' && isLatin(plain))
      return addressEvidence(latin) === 0 ? { start: 0, end: latin.length } : undefined;
    const place = firstPlace(plain);
    const before = plain.slice(0, place?.at ?? 0);
    return place && looksLikeFullName(before) ? { start: 0, end: before.length } : undefined;
  }
  for (const length of [4, 3, 2]) {
    const name = plain.slice(-length);
    const isEnd = ADDRESS_END.test(plain.slice(0, -length));
    if (
      isEnd &&
      name.length === length &&
      addressEvidence(name) === 0 &&
      (looksLikeFullName(name) || TITLED.test(name))
    )
      return { start: plain.length - length, end: plain.length };
  }
  return undefined;
}

/** Maria González 28 Renmin Road. */
const LATIN_BEFORE_NUMBER = /^\p{Script=Latin}[\p{Script=Latin}'-]+(?: [\p{Script=Latin}'-]+){1,2}(?= \d)/u;

const ADDRESS_END = new RegExp(`(?:[${lexicon.marks.map((mark) => mark.at(-1)).join('')})]|\\d|[a-z])$`, 'u');

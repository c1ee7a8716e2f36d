import { toSimplified } from '../../shop/values/simplified.ts';

/** Normalised text, and the position of each of its characters in the original. */
export interface PlainText {
  readonly text: string;
  /** `at[i]` is the position in the original of character i of `text`; one more entry for its end. */
  readonly at: readonly number[];
}

/** Characters that are put between the letters of a word to hide it from a search. */
const HIDING = /[\p{Cf}\p{Mn}\p{Zs}\t*·•^|~_\\/\-.…]/u;
const HAN = /\p{Script=Han}/u;

/**
 * Makes full-width letters half-width, capitals small, traditional characters simplified, and removes invisible characters
 * and those that hide a word.
 */
export function plainText(original: string): PlainText {
  const signs: { sign: string; at: number }[] = [];
  const simple = simplifiedSigns(original);
  let at = 0;
  for (const letter of original) {
    const said = simple.get(letter) ?? letter;
    const plain = /\p{Cf}/u.test(letter) ? '' : said.normalize('NFKC').toLowerCase().replace(/[’‘]/g, "'");
    for (const sign of plain) signs.push({ sign, at });
    at += letter.length;
  }
  const isHiding = (i: number): boolean => isBetweenHan(signs, i) || isWithinSpelling(signs, i);
  const kept = signs.filter(({ sign }, i) => !(HIDING.test(sign) && isHiding(i)));
  const places = kept.flatMap(({ sign, at: place }) => Array.from({ length: sign.length }, () => place));
  return { text: kept.map(({ sign }) => sign).join(''), at: [...places, original.length] };
}

/** What has been converted, since the same few thousand characters come again in every text. */
const converted = new Map<string, string>();

/** Each Chinese character of a text in its simplified form: sign by sign, so that places stay what they are. */
function simplifiedSigns(text: string): ReadonlyMap<string, string> {
  const signs = [...new Set(text)].filter((sign) => HAN.test(sign) && !converted.has(sign));
  if (signs.length === 0) return converted;
  const simple = toSimplified(signs.join('\n')).split('\n');
  for (const [i, sign] of signs.entries()) converted.set(sign, simple[i] ?? sign);
  return converted;
}

/** A text in simplified characters, each of them at its place. */
export function toSimplifiedSigns(text: string): string {
  const simple = simplifiedSigns(text);
  return text.replace(TRADITIONAL, (sign) => {
    const one = simple.get(sign) ?? sign;
    return one.length === sign.length ? one : sign;
  });
}

const TRADITIONAL = /\p{Script=Han}/gu;

function isBetweenHan(signs: readonly { sign: string }[], place: number): boolean {
  let before = place;
  let after = place;
  while (before >= 0 && HIDING.test(signs[before]?.sign ?? '')) before -= 1;
  while (after < signs.length && HIDING.test(signs[after]?.sign ?? '')) after += 1;
  return HAN.test(signs[before]?.sign ?? '') && HAN.test(signs[after]?.sign ?? '');
}

const LATIN = /^[a-z]$/;

/** B.E.S.T, b-e-s-t: a sign between single letters, at least three of them. */
function isWithinSpelling(signs: readonly { sign: string }[], place: number): boolean {
  const letter = (at: number): boolean => LATIN.test(signs[at]?.sign ?? '');
  const isSingle = (at: number): boolean => letter(at) && !letter(at - 1) && !letter(at + 1);
  const isSame = (at: number): boolean => signs[at]?.sign === signs[place]?.sign;
  if (!isSingle(place - 1) || !isSingle(place + 1)) return false;
  return (isSame(place - 2) && isSingle(place - 3)) || (isSame(place + 2) && isSingle(place + 3));
}

/** The part of the original that a range of the plain text came from. */
export function sliceOriginal({ at }: PlainText, original: string, from: number, to: number): string {
  const start = at[from] ?? 0;
  const last = at[to - 1] ?? start;
  const end = last + String.fromCodePoint(original.codePointAt(last) ?? 32).length;
  return original.slice(start, end);
}

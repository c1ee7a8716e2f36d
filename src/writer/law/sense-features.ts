import { hashText } from '../../nlu/model/hash.ts';
import { readNumber, THOUSAND } from '../../nlu/rules/lexer/numbers.ts';
import { toStem } from '../claims/english.ts';
import { LONGEST_EN, LONGEST_ZH, lawWords } from './law-words.ts';

/** A piece of a text as the learned check sees it: a sign or a word, and what it does in an advertisement. */
interface Piece {
  readonly form: string;
  readonly classes: readonly string[];
  /** A number as it is written. */
  readonly value?: string;
}

const GOODS = 'goods';

/** Hashes of everything that speaks for or against a sense of a text; the text is plain, as `plainText` makes it. */
export const senseFeatures = (text: string): number[] => [...new Set(featureNames(text).map(hashText))];

/** Signs and words, alone and beside each other, as they stand and by their classes, and which classes meet. */
function featureNames(text: string): string[] {
  const parts = splitPieces(text);
  const forms = ['^', ...parts.flatMap(signsOf), '$'];
  const seen = ['^', ...parts.map(({ form, classes }) => classes[0] ?? form), '$'];
  return [
    ...grams(forms, 3).map((gram) => `f${gram}`),
    ...grams(seen, 3).map((gram) => `c${gram}`),
    ...skips(seen).map((gram) => `k${gram}`),
    ...meetings(parts).map((pair) => `m${pair}`),
    ...sums(parts).map((sum) => `n${sum}`),
  ];
}

/** How many numbers there are, and how far the largest is from the smallest: 原价三百今天三十. */
function sums(parts: readonly Piece[]): string[] {
  const values = parts
    .flatMap(({ value }) => (value === undefined ? [] : [(readNumber(value) ?? 0) / THOUSAND]))
    .filter((value) => value >= 5);
  if (values.length < 2) return [];
  const share = Math.max(...values) / Math.min(...values);
  return [
    `${Math.min(values.length, 4)}`,
    share >= 8 ? 'far' : share >= 4 ? 'wide' : share > 1 ? 'near' : 'same',
  ];
}

/** Classes of words that only name what there is, where, and how it tastes and is kept. */
const NAMING = [GOODS, 'place', 'tip', 'crop', 'family', 'taste', 'notice', 'among'];

/** A text of so many signs, an English word counting as two, says something whatever its words. */
const MANY_SIGNS = 12;

/** Whether a text says more than names: a word that could praise, heal, promise or run down, or many words. */
export function isTelling(text: string): boolean {
  const said = splitPieces(text).filter(({ form, classes }) => form !== END && !classes.includes(GOODS));
  const signs = said.reduce((sum, { form }) => sum + (HAN.test(form) ? form.length : 2), 0);
  return signs >= MANY_SIGNS || said.some(({ classes }) => classes.some((name) => !NAMING.includes(name)));
}

const HAN = /\p{Script=Han}/u;

/** Of Chinese every sign, since a word that is not known is mostly made of signs that are; names of goods are one. */
const signsOf = ({ form, classes }: Piece): string[] =>
  classes.includes(GOODS) ? [GOODS] : HAN.test(form) ? [...form] : [form];

function grams(signs: readonly string[], longest: number): string[] {
  return signs.flatMap((_, i) =>
    Array.from({ length: Math.min(longest, signs.length - i) }, (__, n) =>
      signs.slice(i, i + n + 1).join('|'),
    ),
  );
}

/** Two with one between them. */
const skips = (signs: readonly string[]): string[] => signs.slice(2).map((sign, i) => `${signs[i]}|${sign}`);

/** Which classes stand in the text, and which stand before which, in one clause or in several. */
function meetings(parts: readonly Piece[]): string[] {
  let clause = 0;
  const placed = parts.flatMap(({ form, classes }) => {
    if (form === ',') clause += 1;
    return classes.map((name) => ({ name, clause }));
  });
  const pairs = placed.flatMap((one, i) =>
    placed.slice(i + 1).map((other) => `${one.name}<${other.name}${one.clause === other.clause ? '' : ','}`),
  );
  return [...placed.map(({ name }) => name), ...pairs];
}

/** Cuts a text into the longest known words, and signs and words that are not known. Numbers are one sign. */
function splitPieces(text: string): Piece[] {
  const found: Piece[] = [];
  for (let at = 0; at < text.length; ) {
    const next = HAN.test(text[at] ?? '') ? chineseAt(text, at) : (englishAt(text, at) ?? endAt(text, at));
    if (next.form !== '' && !(next.form === END && found.at(-1)?.form === END)) found.push(next);
    at += next.length;
  }
  return found;
}

type Cut = Piece & { readonly length: number };

function chineseAt(text: string, at: number): Cut {
  const { zh } = lawWords();
  for (let length = Math.min(LONGEST_ZH, text.length - at); length >= 1; length -= 1) {
    const form = text.slice(at, at + length);
    const classes = zh.get(form);
    if (classes) return { form, classes, length };
  }
  const number = matchAt(NUMERAL, text, at);
  return number ? numberOf(number) : { form: text[at] ?? '', classes: [], length: 1 };
}

/** 一百八: what it is does not matter. */
const NUMERAL = /[零〇一二三四五六七八九十百千万亿两半几]+/y;

const numberOf = (said: string): Cut => ({ form: NUMBER, classes: [], length: said.length, value: said });

const END = ',';
const NUMBER = '#';

/** The end of a clause; other signs say nothing. */
const endAt = (text: string, at: number): Cut => ({
  form: /[,.;:、。!?\n]/.test(text[at] ?? '') ? END : '',
  classes: [],
  length: 1,
});

const WORD = /(?:no\. ?|#)?[a-z0-9](?:[a-z0-9']|\.(?=[a-z0-9]))*%?/y;
const GAP = /[ \t-]*/y;

/** The longest known English phrase, or one word. */
function englishAt(text: string, start: number): Cut | undefined {
  const { en } = lawWords();
  const words: { word: string; end: number }[] = [];
  for (let at = start; words.length < LONGEST_EN; ) {
    const word = matchAt(WORD, text, at);
    if (!word) break;
    words.push({ word, end: at + word.length });
    at += word.length + (matchAt(GAP, text, at + word.length)?.length ?? 0);
  }
  const stems = words.map(({ word }) => (/^[\d.]+%?$/.test(word) ? NUMBER : toStem(word)));
  for (let count = words.length; count >= 1; count -= 1) {
    const form = stems.slice(0, count).join(' ');
    const classes = en.get(form) ?? [];
    const [first] = words;
    if (count === 1 && first && form === NUMBER) return numberOf(first.word);
    if (count === 1 || classes.length > 0)
      return { form, classes, length: (words[count - 1]?.end ?? start) - start };
  }
  return undefined;
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

import { pinyin } from 'pinyin-pro';
import { toSimplified } from '../values/simplified.ts';
import { synonymGroups } from './synonyms.ts';

// Products carry in `search` every term under which they are found: single characters and pairs of their titles, pinyin
// and initials of every stretch of them, Latin words without plural, and the same of all words for the same thing.

/** Longer stretches of a title are not typed as one word of pinyin. */
const MAX_SYLLABLES = 6;
/** The most syllables for which a typing error is corrected. */
const SLIP_SYLLABLES = 3;

const HAN = /\p{Script=Han}+/gu;
const LATIN = /[a-z]+/g;

/** One form for whatever way of writing: narrow, lower case, simplified characters. */
export const plainWords = (text: string): string => toSimplified(text.normalize('NFKC').toLowerCase());

/**
 * The terms that a searcher's words must all be found under: Chinese in pairs of characters, Latin words without
 * plural.
 */
export function searchTerms(words: string): string[] {
  const text = plainWords(words);
  const han = hanCharacters(text).flatMap((run) => (run.length === 1 ? [run] : pairs(run)));
  return [...new Set([...han, ...latinText(words)])];
}

/** The pinyin of the Chinese words, to find wrong characters of the right sound: 和桃 → `hetao`. */
export function soundTerms(text: string): string[] {
  return hanCharacters(plainWords(text)).map((run) => splitSyllables(run).join(''));
}

/** The Latin words of what a searcher says, without plural. */
export const latinText = (text: string): string[] => (plainWords(text).match(LATIN) ?? []).map(singular);

type Titles = readonly (string | null | undefined)[];

/** A product's search columns: the terms it is found under, and the Latin words for typing errors. */
export function searchColumns(
  title: string,
  titleEn: string | null | undefined,
  sellerName: string | null | undefined,
): { search: string[]; latin: string } {
  const own = toPlain([title, titleEn]);
  const called = [...own, ...meantBy(own)];
  const search = [...called, ...toPlain([sellerName])].flatMap(toTerms);
  const sounds = own
    .flatMap(hanCharacters)
    .flatMap((run) => stretches(splitSyllables(run), 2, SLIP_SYLLABLES));
  const latin = [...called.flatMap(latinText), ...sounds.map((part) => part.join(''))];
  return { search: [...new Set(search)], latin: [...new Set(latin)].join(' ') };
}

/**
 * True where `words` are what people call the product, not a thing it is made of: 核桃 and `walnuts` name 薄皮核桃, and
 * neither 核桃仁 nor `walnut oil`. The name stands last, in both languages.
 */
export function areNamed(text: string, ...titles: Titles): boolean {
  const said = plainWords(text).trim();
  const names = [said, ...(groupsByName.get(nameKey(said)) ?? []).flat()];
  const parts = toPlain(titles).flatMap((title) => title.split(ASIDE));
  return parts.some((part) => names.some((name) => endsIn(part, name)));
}

/** Where a title goes on with what only describes: `walnuts, thin-shelled`, 红枣（干）, `honey from the hill`. */
const ASIDE = /[^\p{Script=Han}a-z'’-]*[,，、()（）[\]·|/:：;；]+|\b(?:from|of|in|with|for)\b/u;

/** One form for a name, whatever its number: `walnuts` and `Walnut` are one. Chinese stays as it is. */
const nameKey = (word: string): string => (isLatin(word) ? latinText(word).join(' ') : word);

function endsIn(part: string, name: string): boolean {
  if (!isLatin(name)) return name !== '' && hanCharacters(part).some((run) => run.endsWith(name));
  const [of, wanted] = [latinText(part), latinText(name)];
  return wanted.length > 0 && wanted.every((word, i) => of[of.length - wanted.length + i] === word);
}

const isLatin = (word: string): boolean => /^[a-z' -]+$/.test(word);

const toPlain = (texts: Titles): string[] =>
  texts.filter((text) => typeof text === 'string').map((text) => plainWords(text));

/** All words for the things that the texts name. A word within a longer one counts for nothing: 胡萝卜 is no 萝卜. */
function meantBy(texts: readonly string[]): string[] {
  const latin = texts.map((text) => new Set(latinText(text)));
  const isSaid = ({ word, latinWords }: Synonym): boolean =>
    latinWords
      ? latin.some((said) => latinWords.every((one) => said.has(one)))
      : texts.some((text) => text.includes(word));
  const known = synonyms.filter(isSaid);
  const isPartOfOther = ({ word }: Synonym): boolean =>
    known.some((other) => other.word !== word && other.word.includes(word));
  const groups = new Set(known.filter((one) => !isPartOfOther(one)).flatMap(({ group }) => [group]));
  return [...groups].flat();
}

const hanCharacters = (text: string): string[] => text.match(HAN) ?? [];

function toTerms(text: string): string[] {
  const han = hanCharacters(text).flatMap((run) => [...run, ...pairs(run), ...sounds(run)]);
  return [...han, ...latinText(text)];
}

const splitSyllables = (run: string): string[] => pinyin(run, { toneType: 'none', type: 'array', v: true });

/** Pinyin and initials of every stretch of characters, so that `hetao` or `ht` finds a part of the title. */
const sounds = (run: string): string[] =>
  stretches(splitSyllables(run), 1, MAX_SYLLABLES)
    .flatMap((part) => [part.join(''), part.map((syllable) => syllable[0] ?? '').join('')])
    .filter((term) => term.length > 1);

function stretches(all: readonly string[], least: number, most: number): string[][] {
  return all.flatMap((_, from) =>
    all
      .slice(from, from + most)
      .map((_, more) => all.slice(from, from + more + 1))
      .filter((part) => part.length >= least),
  );
}

const pairs = (run: string): string[] => {
  const signs = [...run];
  return signs.slice(1).map((sign, i) => `${signs[i]}${sign}`);
};

/** The same for one and many, on both sides of a search; it need not be a word. */
function singular(word: string): string {
  if (word.length > 4 && /(?:o|x|ch|sh|ss)es$/.test(word)) return word.slice(0, -2);
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

interface Synonym {
  readonly word: string;
  /** Its Latin words without plural; nothing where it is Chinese. */
  readonly latinWords: readonly string[] | undefined;
  readonly group: readonly string[];
}

/** Prepared once: every search and every new title asks for them. */
const synonyms: readonly Synonym[] = synonymGroups.flatMap((group) =>
  group.map((word) => ({ word, latinWords: isLatin(word) ? latinText(word) : undefined, group })),
);

const groupsByName = new Map<string, (readonly string[])[]>();
for (const { word, group } of synonyms) {
  const key = nameKey(word);
  groupsByName.set(key, [...(groupsByName.get(key) ?? []), group]);
}

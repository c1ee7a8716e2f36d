import { type EnglishToken, toStem } from './english.ts';
import type { Polarity } from './marks.ts';
import { endsRemoved } from './negation/negated-chinese.ts';
import { negation } from './negation/negation.ts';
import { findInnerPhrases, type Phrase, type Span } from './phrases.ts';
import { isNegative, type Reading } from './reading.ts';
import { stemmed, vocabulary } from './vocabulary.ts';

/** What a text names in one place, and whether it states or denies it. */
export interface Entry extends Span {
  /** A meaning of the glossary, an English stem, or a Chinese word of one character. */
  readonly what: number | string;
  readonly polarity: Polarity;
  /** Whether the word claims nothing by itself. */
  readonly isNeutral: boolean;
  /** Whether it is what the word says that there is not: 壳 of 去壳. */
  readonly isContrary?: boolean;
  /** Whether the word denies by itself: 不辣. */
  readonly isNegative: boolean;
}

/** All that a text names: meanings with what they imply, stems, single characters. */
export function findEntries(reading: Reading): Entry[] {
  const all = [...phraseEntries(reading), ...chineseEntries(reading), ...englishEntries(reading)];
  const taken = all.filter(({ isContrary }) => isContrary);
  return taken.length === 0
    ? all
    : all.filter((one) => one.isContrary || !taken.some((whole) => isTaken(one, whole)));
}

/** 涩 of 脱涩, which says that none is left. */
const isTaken = (one: Entry, whole: Entry): boolean =>
  one.polarity !== whole.polarity &&
  whole.from <= one.from &&
  whole.to >= one.to &&
  (one.what === whole.what ||
    (typeof one.what === 'string' &&
      typeof whole.what === 'number' &&
      (vocabulary().meanings.get(one.what)?.has(whole.what) ?? false)));

const polarityAt = ({ polarities }: Reading, at: number): Polarity => polarities.at[at] ?? 'said';

/** 核已去 begins with what there is not, and says itself that it is so. */
const polarityOf = (reading: Reading, { from, to }: Span): Polarity =>
  polarityAt(reading, endsRemoved(reading.text.slice(from, to)) ? to - 1 : from);

const entry = (reading: Reading, { from, to }: Span, what: Entry['what']): Entry => ({
  ...{ from, to, what, polarity: polarityOf(reading, { from, to }) },
  isNegative: isNegative(reading.text.slice(from, to)),
  isNeutral: vocabulary().neutral.has(stemmed(reading.text.slice(from, to))),
});

function meant(reading: Reading, place: Span, found: ReadonlySet<number> | undefined): Entry[] {
  const { implied, contrary } = vocabulary();
  return [...(found ?? [])].flatMap((one) => [
    ...[one, ...(implied.get(one) ?? [])].map((what) => entry(reading, place, what)),
    ...[...(contrary.get(one) ?? [])].map((what) => ({
      ...turned(entry(reading, place, what)),
      isContrary: true,
    })),
  ]);
}

/** `dried in the sun` of `dried in the sun on the roof`. */
const shorterPhrases = (reading: Reading): Phrase[] =>
  reading.phrases
    .filter(({ from, to }) => !/\p{Script=Han}/u.test(reading.text.slice(from, to)))
    .flatMap((whole) => findInnerPhrases(reading.text, reading.english, whole))
    .filter(({ from, to }) => !reading.isInner(from) && !reading.isInner(to));

/** `stems removed` denies the stems, and states that they are removed. */
const phraseEntries = (reading: Reading): Entry[] =>
  [...reading.phrases, ...shorterPhrases(reading)].flatMap((phrase) =>
    meant(reading, phrase, phrase.meanings).map((one) =>
      /(?:removed|off|out)$/i.test(reading.text.slice(phrase.from, phrase.to))
        ? { ...one, polarity: polarityAt(reading, phrase.to - 1) }
        : one,
    ),
  );

function chineseEntries(reading: Reading): Entry[] {
  const all = vocabulary().meanings;
  const signs = reading.chinese.flatMap(({ word, from }) =>
    [...word].flatMap((sign, i): Entry[] => {
      const at = from + i;
      if (reading.isInner(at) || reading.isInner(at + 1) || !counts(word, i)) return [];
      const place = { from: at, to: at + 1 };
      return [
        ...(word.length === 1 || !all.has(word) ? [entry(reading, place, sign)] : []),
        ...meant(reading, place, all.get(sign)),
      ];
    }),
  );
  const pieces = [...reading.text.matchAll(/\p{Script=Han}+/gu)].flatMap(({ index, 0: run }) =>
    piecesOf(run)
      .map(({ from, words }) => ({ from: index + from, to: index + from + words.length, words }))
      .filter(({ from, to }) => !reading.isInner(from) && !reading.isInner(to))
      .flatMap(({ words, ...place }) => meant(reading, place, all.get(words))),
  );
  return [...signs, ...pieces];
}

/** All substrings of two to six characters. */
const piecesOf = (run: string): { from: number; words: string }[] =>
  [...run].flatMap((_, from) =>
    [2, 3, 4, 5, 6]
      .filter((length) => from + length <= run.length)
      .map((length) => ({ from, words: run.slice(from, from + length) })),
  );

/** Whether character `i` of a Chinese word has a meaning of its own: 煮 in 煮粥, 小 in 小鱼, but not 大 in 大米. */
function counts(word: string, i: number): boolean {
  const { meanings } = vocabulary();
  const sign = word[i] ?? '';
  if (word.length === 1 || isRemoved(word, i)) return true;
  if (isGraded(sign)) return i === 0 && !meanings.has(word) && meanings.has(word.slice(1));
  return i === word.length - 1 || !meanings.has(word);
}

/** 皮 of 削皮. */
const isRemoved = (word: string, i: number): boolean => {
  const { remove, removed } = negation().zh;
  return i === word.length - 1 && removed.includes(word[i] ?? '') && remove.includes(word.slice(0, i));
};

/** 大 in 大米 is no size: characters of degree or colour mean nothing within a word. */
const isGraded = (sign: string): boolean =>
  [...(vocabulary().meanings.get(sign) ?? [])].some((one) => vocabulary().graded.has(one));

function englishEntries(reading: Reading): Entry[] {
  return reading.english.flatMap((token): Entry[] => {
    const { stem, from, to } = token;
    if (reading.isInner(from + 1) && !isWholePhrase(reading, from, to)) return [];
    const base = deniedWithin(token);
    const denied = base ? [base, ...baseMeanings(token.word, base)] : [];
    return [
      entry(reading, token, stem),
      ...meant(reading, token, vocabulary().meanings.get(stem)),
      ...denied.map((what) => turned(entry(reading, token, what))),
    ];
  });
}

/** Unpeeled denies the peeling, and not the peel. */
const baseMeanings = (word: string, base: string): number[] =>
  [...(vocabulary().meanings.get(base) ?? [])].filter(
    (one) => !/ed$/i.test(word) || vocabulary().topics[one] !== 'parts',
  );

const isWholePhrase = ({ phrases }: Reading, from: number, to: number): boolean =>
  phrases.some((phrase) => phrase.from === from && phrase.to === to);

const turned = (one: Entry): Entry => ({ ...one, polarity: opposite(one.polarity) });

export const opposite = (polarity: Polarity): Polarity =>
  polarity === 'said' ? 'denied' : polarity === 'denied' ? 'said' : 'doubtful';

/** The stem of what a word denies by its own form: unwaxed, nonalcoholic, seedless. */
export function deniedWithin({ word }: EnglishToken): string | undefined {
  const [, base] = /^(?:un|non)(.{4,})$/i.exec(word) ?? /^(.{3,})less$/i.exec(word) ?? [];
  return base && toStem(base);
}

import { pinyin } from 'pinyin-pro';
import { findGivenQuantities, type Quantity } from './quantities.ts';
import { type Reading, readText, withWeekdays } from './reading.ts';
import { vocabulary } from './vocabulary.ts';

/** What a set of facts supports: words, meanings and names, each stated or denied. */
export interface Given {
  readonly facts: readonly Reading[];
  readonly quantities: readonly Quantity[];
  hasMeaning(meanings: ReadonlySet<number> | undefined, isDenied: boolean): boolean;
  hasStem(stem: string, isDenied: boolean): boolean;
  /** A Chinese word of one character. */
  hasSign(sign: string, isDenied: boolean): boolean;
  /** Chinese of two characters or more, as a fact has it. */
  hasChinese(words: string, isDenied: boolean): boolean;
  /** The pinyin of a Chinese name in a fact: Yongshou. */
  hasSound(latin: string): boolean;
  /** A Chinese name whose pinyin is in a fact: 攸县. */
  soundsLikeName(chinese: string): boolean;
}

/** The most syllables of a pinyin name that is written as one word. */
const MOST_SYLLABLES = 6;

const kept = new Map<string, Given>();
const MOST_KEPT = 50;

/** Cached, because the sentences of one text are checked one by one against the same facts. */
export function readFacts(facts: readonly string[], year: number): Given {
  const key = `${year}\n${facts.join('\n')}`;
  const known = kept.get(key);
  if (known) return known;
  const given = readGiven(facts, year);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, given);
  return given;
}

function readGiven(facts: readonly string[], year: number): Given {
  const readings = facts.flatMap((fact) => [...new Set([fact, withWeekdays(fact)])].map(readText));
  const quantities = facts.flatMap((fact) => findGivenQuantities(fact.normalize('NFKC')));
  const meanings = new Said<number>();
  const stems = new Said<string>();
  const signs = new Said<string>();
  for (const reading of readings) collect(reading, meanings, stems, signs);
  if (quantities.some(({ dimension, value }) => dimension === 'date' && value >= year))
    for (const one of vocabulary().meanings.get('今年') ?? []) meanings.add(one, false);
  const sounds = new Set(readings.flatMap(({ text }) => soundsIn(text)));
  const names = namesIn(readings);
  return {
    ...{ facts: readings, quantities },
    hasMeaning: (wanted, isDenied) => [...(wanted ?? [])].some((one) => meanings.has(one, isDenied)),
    hasStem: (stem, isDenied) => stems.has(stem, isDenied),
    hasSign: (sign, isDenied) => signs.has(sign, isDenied),
    hasChinese: (words, isDenied) => readings.some((reading) => stands(words, reading, isDenied)),
    hasSound: (latin) => sounds.has(latin.toLowerCase().replaceAll(/['’]s?$|['’]/g, '')),
    soundsLikeName: (chinese) => names.has(syllablesOf(chinese).join('')),
  };
}

/** What the facts state, and what they deny. */
class Said<T> {
  readonly #said = new Map<T, Set<boolean>>();
  add(what: T, isDenied: boolean): void {
    this.#said.set(what, (this.#said.get(what) ?? new Set()).add(isDenied));
  }
  has(what: T, isDenied: boolean): boolean {
    return this.#said.get(what)?.has(isDenied) ?? false;
  }
}

function collect(reading: Reading, meanings: Said<number>, stems: Said<string>, signs: Said<string>): void {
  const { text, chinese, english, phrases, negated } = reading;
  const all = vocabulary().meanings;
  const addAll = (found: ReadonlySet<number> | undefined, at: number): void => {
    for (const one of found ?? [])
      for (const also of [one, ...(vocabulary().implied.get(one) ?? [])])
        meanings.add(also, negated[at] ?? false);
  };
  for (const { from, meanings: found } of phrases) addAll(found, from);
  for (const { word, from } of chinese)
    for (const [i, sign] of [...word].entries()) {
      if (reading.isInner(from + i) || reading.isInner(from + i + 1) || !counts(word, i)) continue;
      if (word.length === 1 || !all.has(word)) signs.add(sign, negated[from + i] ?? false);
      addAll(all.get(sign), from + i);
    }
  for (const { index, 0: run } of text.matchAll(/\p{Script=Han}+/gu))
    for (const { from, words } of piecesOf(run))
      if (!reading.isInner(index + from) && !reading.isInner(index + from + words.length))
        addAll(all.get(words), index + from);
  for (const { stem, from, to } of english) {
    if (reading.isInner(from + 1) && !isWholePhrase(reading, from, to)) continue;
    stems.add(stem, negated[from] ?? false);
    addAll(all.get(stem), from);
  }
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
  if (word.length === 1) return true;
  if (isGraded(sign)) return i === 0 && !meanings.has(word) && meanings.has(word.slice(1));
  return i === word.length - 1 || !meanings.has(word);
}

/** 大 in 大米 is no size: characters of degree or colour mean nothing within a word. */
const isGraded = (sign: string): boolean =>
  [...(vocabulary().meanings.get(sign) ?? [])].some((one) => vocabulary().graded.has(one));

const isWholePhrase = ({ phrases }: Reading, from: number, to: number): boolean =>
  phrases.some((phrase) => phrase.from === from && phrase.to === to);

function stands(words: string, { text, negated, isInner }: Reading, isDenied: boolean): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    if ((negated[at] ?? false) === isDenied && !isInner(at) && !isInner(at + words.length)) return true;
  return false;
}

const syllablesOf = (chinese: string): string[] =>
  pinyin(chinese, { toneType: 'none', type: 'array', v: true });

function soundsIn(text: string): string[] {
  return [...text.matchAll(/\p{Script=Han}+/gu)].flatMap(([run]) => {
    const syllables = syllablesOf(run);
    return syllables.flatMap((_, from) =>
      Array.from({ length: MOST_SYLLABLES }, (__, more) => syllables.slice(from, from + 1 + more).join('')),
    );
  });
}

/** Latin words of the facts, one or two joined. */
function namesIn(readings: readonly Reading[]): ReadonlySet<string> {
  return new Set(
    readings.flatMap(({ english }) =>
      english.flatMap(({ word }, i) => {
        const one = word.toLowerCase().replaceAll(/['’]/g, '');
        return [one, one + (english[i + 1]?.word.toLowerCase() ?? '')];
      }),
    ),
  );
}

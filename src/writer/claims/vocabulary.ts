import { z } from 'zod';
import { readData, readDataFile } from '../../shop/values/data-file.ts';
import { toStem } from './english.ts';

/** Words by what they mean. A meaning is a line of data/glossary.yaml. */
export interface Vocabulary {
  /** Chinese words, and English phrases as their stems with single spaces. */
  readonly meanings: ReadonlyMap<string, ReadonlySet<number>>;
  /** In these topics a longer phrase hides the shorter: 微甜 is not 甜. */
  readonly degrees: ReadonlySet<number>;
  /** Single characters of these mean nothing within a longer word: 红 in 红薯. */
  readonly graded: ReadonlySet<number>;
  /** How things are, how they are made and sold; the others are things, people, places and times. */
  readonly qualities: ReadonlySet<number>;
  /** What is done to the goods. */
  readonly deeds: ReadonlySet<number>;
  readonly neutral: ReadonlySet<string>;
  /** Turns of phrase that claim nothing: `想要的话`, `just so you know` as its stems. */
  readonly plain: ReadonlySet<string>;
  /** The topic of each meaning: goods, taste, process … */
  readonly topics: readonly string[];
  /** The meanings of an English word, whatever its form. */
  meaningsOf(word: string): ReadonlySet<number>;
  /** Names of goods. */
  readonly goods: ReadonlySet<number>;
  /** The first English word for a Chinese one. */
  readonly english: ReadonlyMap<string, string>;
  /** For each meaning, those that it implies: 糯米 implies 米. */
  readonly implied: ReadonlyMap<number, ReadonlySet<number>>;
  /** For each meaning, those that it denies: 休息 denies 发货. */
  readonly contrary: ReadonlyMap<number, ReadonlySet<number>>;
}

/** Topics in which a longer phrase weakens the shorter one. */
const DEGREES = ['taste', 'texture', 'size', 'amount'];
/** Topics whose single characters are often parts of a name: 红 in 红薯. */
const GRADED = [...DEGREES, 'quality', 'colour', 'time', 'places'];
const QUALITIES = [...DEGREES, 'quality', 'colour', 'process', 'sell', 'grow'];
const DEEDS = ['process', 'grow', 'animals', 'sell', 'eat', 'more', 'further'];
/** In each language. */
const MOST_NEUTRAL = 600;

const words = z
  .string()
  .transform((text) => text.split(/\s+/).filter(Boolean))
  .pipe(z.array(z.string()).max(MOST_NEUTRAL));
const neutralShape = z.strictObject({ zh: words, en: words });
const plainShape = {
  zh: z
    .string()
    .transform((text) => text.split(/\s+/).filter(Boolean))
    .pipe(z.array(z.string().min(2))),
  en: z.array(z.string()),
};
const line = z.string().regex(/^[^|>]*[|>][^|>]*$/);
const glossaryShape = z.object({ implied: z.array(line), contrary: z.array(line) }).catchall(z.array(line));

let loaded: Vocabulary | undefined;

export function vocabulary(): Vocabulary {
  loaded ??= readVocabulary();
  return loaded;
}

/**
 * Forgets words until it is called again without them: what the check does with words that it does not know is learned
 * from texts whose words it does know.
 */
export function forgetWords(isForgotten?: IsForgotten): void {
  loaded = isForgotten && readVocabulary(isForgotten);
}

/** Asked of each line of the glossary with its topic, and of each neutral word. */
type IsForgotten = (words: string, topic: string) => boolean;

function readVocabulary(isForgotten: IsForgotten = () => false): Vocabulary {
  const { zh, en } = readData('neutral-words.yaml', neutralShape);
  const { implied, contrary, ...topics } = readData('glossary.yaml', glossaryShape);
  const meanings = new Map<string, Set<number>>();
  const degrees = new Set<number>();
  const graded = new Set<number>();
  const qualities = new Set<number>();
  const deeds = new Set<number>();
  const goods = new Set<number>();
  const english = new Map<string, string>();
  const topicOfMeaning: string[] = [];
  let meaning = 0;
  for (const [topic, lines] of Object.entries(topics))
    for (const line of lines) {
      for (const [chinese, first] of translationsIn(line))
        if (!english.has(chinese)) english.set(chinese, first);
      for (const word of isForgotten(line, topic) ? [] : wordsOf(line))
        meanings.set(word, (meanings.get(word) ?? new Set()).add(meaning));
      if (DEGREES.includes(topic)) degrees.add(meaning);
      if (GRADED.includes(topic)) graded.add(meaning);
      if (QUALITIES.includes(topic)) qualities.add(meaning);
      if (DEEDS.includes(topic)) deeds.add(meaning);
      if (topic === 'goods') goods.add(meaning);
      topicOfMeaning.push(topic);
      meaning += 1;
    }
  const harmless = [...zh, ...en.map((word) => stemmed(word.replaceAll('_', ' ')))];
  const neutral = new Set(harmless.filter((word) => !isForgotten(word, 'neutral')));
  const phrases = readDataFile('plain-phrases.yaml', plainShape);
  const plain = new Set(
    [...phrases.zh, ...phrases.en.map(stemmed)].filter((phrase) => !isForgotten(phrase, 'plain')),
  );
  return {
    plain,
    ...{ meanings, degrees, graded, qualities, deeds, goods, english, neutral, topics: topicOfMeaning },
    implied: impliedBy(implied, meanings),
    contrary: impliedBy(contrary, meanings),
    meaningsOf: (word) => meanings.get(toStem(word)) ?? new Set(),
  };
}

/** For each meaning, the meanings that it implies. */
function impliedBy(
  lines: readonly string[],
  meanings: Vocabulary['meanings'],
): ReadonlyMap<number, ReadonlySet<number>> {
  const found = new Map<number, Set<number>>();
  for (const one of lines) {
    const [left = '', right = ''] = one.split('>');
    const more = listed(right).flatMap((word) => [...(meanings.get(word) ?? [])]);
    for (const word of listed(left))
      for (const meaning of meanings.get(word) ?? [])
        found.set(meaning, new Set([...(found.get(meaning) ?? []), ...more]));
  }
  return found;
}

const listed = (words: string): string[] => words.split(',').map((word) => stemmed(word.trim()));

function translationsIn(line: string): [string, string][] {
  const [chinese = '', english = ''] = line.split('|');
  const first = english.split(',')[0]?.trim() ?? '';
  return chinese
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => [word, first]);
}

function wordsOf(line: string): string[] {
  const [chinese = '', english = ''] = line.split('|');
  const phrases = english.split(',').map((phrase) => stemmed(phrase.trim()));
  return [...chinese.split(/\s+/), ...phrases].filter((word) => word !== '');
}

/** An English phrase as the glossary knows it. */
export const stemmed = (phrase: string): string =>
  phrase
    .split(/[\s-]+/)
    .filter(Boolean)
    .map(toStem)
    .join(' ');

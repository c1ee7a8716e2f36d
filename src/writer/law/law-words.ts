import { z } from 'zod';
import { readData } from '../../shop/values/data-file.ts';
import { toStem } from '../claims/english.ts';
import { vocabulary } from '../claims/vocabulary.ts';

/** Words by what they do in an advertisement, as data/law-words.yaml lists them. */
export interface LawWords {
  /** The classes of a Chinese word; goods are the class `goods`. */
  readonly zh: ReadonlyMap<string, readonly string[]>;
  /** The same of English words and phrases: their stems with single spaces. */
  readonly en: ReadonlyMap<string, readonly string[]>;
}

export const LONGEST_ZH = 8;
/** In words. */
export const LONGEST_EN = 4;

const words = z.string().transform((text) => text.split(/\s+/).filter(Boolean));
const shape = z.strictObject({ zh: z.record(z.string(), words), en: z.record(z.string(), words) });

let loaded: LawWords | undefined;

export function lawWords(): LawWords {
  loaded ??= read();
  return loaded;
}

/** The words of each class as the file lists them, `_` between the words of an English phrase. */
export const listedLawWords = () => readData('law-words.yaml', shape);

function read(): LawWords {
  const { zh, en } = listedLawWords();
  const { meanings, goods } = vocabulary();
  const names = [...meanings].filter(([, found]) => [...found].some((one) => goods.has(one)));
  const named = { goods: names.map(([word]) => word).filter((word) => word.length > 1) };
  return {
    zh: byWord({ ...named, ...zh }, (word) => word),
    en: byWord({ ...named, ...en }, stemmedPhrase),
  };
}

const stemmedPhrase = (phrase: string): string =>
  phrase.replaceAll('_', ' ').split(' ').map(toStem).join(' ');

function byWord(
  classes: Readonly<Record<string, readonly string[]>>,
  key: (word: string) => string,
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [name, all] of Object.entries(classes))
    for (const word of new Set(all.map(key))) found.set(word, [...(found.get(word) ?? []), name]);
  return found;
}

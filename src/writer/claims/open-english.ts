import { cues } from './cues.ts';
import type { EnglishToken } from './english.ts';
import { deniedWithin, opposite } from './entries.ts';
import type { Given } from './given.ts';
import { containerNamed } from './numbers/packaging.ts';
import { MONTHS } from './numbers/quantities.ts';
import { longestEnglish } from './phrases.ts';
import type { Reading } from './reading.ts';
import { vocabulary } from './vocabulary.ts';

/** `This spring` that no fact gives, though one gives spring; `this May` of a fact that gives another year's. */
function isOtherSeason(text: string, { word, to }: EnglishToken, given: Given): boolean {
  if (!cues()['this or last'].includes(word.toLowerCase())) return false;
  const next = /^ ([a-z]+)/i.exec(text.slice(to))?.[1]?.toLowerCase() ?? '';
  const isThisYear = given.hasMeaning(vocabulary().meanings.get('今年'), 'said');
  return cues().seasons.includes(next) || (/^this$/i.test(word) && MONTHS.includes(next) && !isThisYear);
}

/** The Lius, of a seller named Liu. */
const isFamily = (text: string, { from, word }: EnglishToken, given: Given): boolean =>
  /^\p{Lu}\p{L}+s$/u.test(word) && /\bthe $/i.test(text.slice(0, from)) && given.hasName(word.slice(0, -1));

/**
 * `every day` claims something though neither of its words does; `to a box` claims nothing, nor does a phrase whose
 * words the facts have one by one.
 */
function isClaimOfNeutral(words: readonly EnglishToken[], isSaid: (stem: string) => boolean): boolean {
  const { neutral } = vocabulary();
  const content = words.filter(({ word }) => !LIGHT_ENGLISH.test(word));
  const isOfPack = content.length === 1 && content.every(({ word }) => isPackOrUnit(word));
  return (
    words.every(({ stem }) => neutral.has(stem)) && !isOfPack && !content.every(({ stem }) => isSaid(stem))
  );
}

const isPackOrUnit = (word: string): boolean =>
  containerNamed(word) !== undefined ||
  /^(?:pieces?|jin|liang|kilos?|kg|gram(?:me)?s?|lit(?:re|er)s?)$/i.test(word);

/** Words that stand before what they belong to. */
const LIGHT_ENGLISH = /^(?:an?|the|to|in|of|for|per|with|by|it|its|this|that|is|are|holds?)$/i;

/** How many English words from `first` on form one phrase, and whether it is supported. */
export function englishAt(
  reading: Reading,
  given: Given,
  words: Reading['english'],
  first: number,
): { taken: number; isFine: boolean } {
  const word = words[first];
  if (!word) return { taken: 1, isFine: true };
  const { neutral } = vocabulary();
  const as = reading.polarities.at[word.from] ?? 'said';
  const phrase = longestEnglish(reading.text, words, first, 1, (meanings) => given.hasMeaning(meanings, as));
  if (phrase) return { taken: phrase.words, isFine: true };
  if (neutral.has(`${word.stem} ${words[first + 1]?.stem ?? ''}`)) return { taken: 2, isFine: true };
  // `every` and `day` are neutral, `every day` is not.
  const known = longestEnglish(reading.text, words, first, 2);
  if (known && isClaimOfNeutral(words.slice(first, first + known.words), (stem) => given.hasStem(stem, as)))
    return { taken: known.words, isFine: false };
  if (reading.polarities.cues.some((cue) => cue.from <= word.from && cue.to >= word.to))
    return { taken: 1, isFine: true };
  if (isFamily(reading.text, word, given)) return { taken: 1, isFine: true };
  if (isOtherSeason(reading.text, word, given)) return { taken: 1, isFine: false };
  const base = deniedWithin(word);
  if (
    base &&
    (given.hasStem(base, opposite(as)) || given.hasMeaning(vocabulary().meanings.get(base), opposite(as)))
  )
    return { taken: 1, isFine: true };
  // Soak them first.
  if (word.stem === 'first' && /^[,.;!?]|^$/.test(reading.text.slice(word.to).trim()))
    return { taken: 1, isFine: true };
  const isName = /^\p{Lu}/u.test(word.word) || word.word.length >= 6;
  const isFine =
    neutral.has(word.stem) || given.hasStem(word.stem, as) || (isName && given.hasSound(word.word));
  return { taken: 1, isFine };
}

import { findGlosses, wordsWithin } from './dictionary.ts';
import type { Word } from './words.ts';

/** Words that others are looked for among: those of facts, or of what is left of them. */
export interface View {
  readonly stems: ReadonlySet<string>;
  /** The glosses of their Chinese words, each as its stems with single spaces. */
  readonly glosses: ReadonlySet<string>;
  readonly stemsOfGlosses: ReadonlySet<string>;
}

export function toView(words: readonly Word[]): View {
  const chinese = words.filter(({ isChinese }) => isChinese).flatMap(({ form }) => wordsWithin(form));
  const glosses = [...new Set(chinese)].flatMap(findGlosses);
  return {
    stems: new Set(words.filter(({ isChinese }) => !isChinese).map(({ form }) => form)),
    glosses: new Set(glosses.map((gloss) => gloss.join(' '))),
    stemsOfGlosses: new Set(glosses.flat()),
  };
}

/** How the dictionary joins a word to others, the closest first: it is one of their glosses or has one of theirs. */
export type Link = 'means' | 'partly' | 'likewise' | 'unknown' | 'none';

export const findLink = (word: Word, view: View): Link =>
  word.isChinese ? chineseLink(word, view) : englishLink(word, view);

function chineseLink({ form }: Word, { stems, glosses }: View): Link {
  const own = findGlosses(form);
  if (own.length === 0) return 'unknown';
  if (own.some((gloss) => gloss.every((stem) => stems.has(stem)))) return 'means';
  if (own.some((gloss) => glosses.has(gloss.join(' ')))) return 'likewise';
  return own.some((gloss) => gloss.some((stem) => stems.has(stem))) ? 'partly' : 'none';
}

function englishLink({ form }: Word, { glosses, stemsOfGlosses }: View): Link {
  if (glosses.has(form)) return 'means';
  return stemsOfGlosses.has(form) ? 'partly' : 'none';
}

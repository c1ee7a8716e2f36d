import { courtesy, pattern } from '../act-patterns.ts';
import { lexicon } from '../lexicon.ts';
import { phrasePattern } from '../phrases.ts';

const slips = phrasePattern(lexicon.part.slips, 'g');
const filler = phrasePattern(lexicon.part.filler, 'g');

/** 哎呀按错了: a slip alone, which nothing tells of. */
export const isMistap = (said: string): boolean =>
  pattern.slips.test(said) &&
  [slips, filler, courtesy].reduce((rest, words) => rest.replace(words, ' '), said).trim() === '';

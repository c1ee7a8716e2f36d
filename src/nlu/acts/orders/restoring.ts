import { courtesy, pattern } from '../act-patterns.ts';
import { lexicon } from '../lexicon.ts';
import { phrasePattern } from '../phrases.ts';

const slips = phrasePattern(lexicon.part.slips, 'g');
const filler = phrasePattern(lexicon.part.filler, 'g');

/** 哎呀按错了: a slip alone, which nothing tells of. */
export const isMistap = (said: string): boolean =>
  pattern.slips.test(said) &&
  [slips, filler, courtesy].reduce((rest, words) => rest.replace(words, ' '), said).trim() === '';

/** 怎么取消了，帮我恢复一下: what is asked is how it came, and it is to come back. `said` in plain words. */
export const asksHowCome = (said: string): boolean => /(?:怎么|咋)[^ ]{0,6}取消|\bhow come\b/u.test(said);

/** 怎么还不恢复, how do I restore it: that it has not come back, or how it is done. */
export const asksBack = (said: string): boolean => ASKS_BACK.test(said);
const ASKS_BACK =
  /还[不没]|(?:怎么|怎样|咋|如何)(?:样|才|能|可以|把|去)*(?:恢复|弄回|找回|撤回)|\bhow (?:do|can|to|would|could)\b/u;

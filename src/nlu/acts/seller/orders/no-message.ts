import { lex } from '../../../lexer/lexer.ts';
import { phrasePattern, phrasePatterns } from '../../phrases.ts';
import { sellerLexicon } from '../seller-lexicon.ts';

// What looks like words for somebody, and is none.

const { spoken, back, wanted, thought, nobody } = phrasePatterns(sellerLexicon.tell);
const named = phrasePattern(sellerLexicon.tell.person).source;

/** 告诉她了, 告诉过她 */
const BEFORE = new RegExp(`^(?:了(?!解)|[过啦咗](?:了|$|[\\s,，。]|${named})|没(?:有)?$)`, 'u');
const ENDS = '(?:[了啦吧呗去]*(?:$|[\\s,，。!！]))';
/** 跟她说明一下, 跟她说话; and not 跟她说明天发. */
const SPOKEN = new RegExp(`^(?:${spoken.source}|明(?![天早晚年儿日后前春夏秋冬])|好[,，]|话${ENDS})`, 'u');
const SPEAKS = /[说讲]$/u;
const BACK = new RegExp(`^[了过去一个条封下通句几的]{0,4}${back.source}${ENDS}`, 'u');
const ANSWERS = /回(?:\p{Script=Han}{0,3})$/u;
const WANTED = new RegExp(`^[要讨借][一个点下回到]{0,2}${wanted.source}${ENDS}`, 'u');
const ASKS = /^(?:再)?问/u;
const THOUGHT = new RegExp(`^\\s*${thought.source}`, 'u');

/** 跟她说好了, 跟她说不通, 回她电话了, 问她要钱: with what stands behind `cue` nobody is told anything. */
export const isNoMessage = (cue: string, rest: string): boolean =>
  BEFORE.test(rest) ||
  (SPEAKS.test(cue) && SPOKEN.test(rest)) ||
  (ANSWERS.test(cue) && BACK.test(rest)) ||
  (ASKS.test(cue) && WANTED.test(rest));

/** 对客人来说辣椒太贵: what is thought of them. */
export const isThought = (message: string): boolean => THOUGHT.test(message);

/** 给核桃加个说明: nobody stands between 给 and 说. */
export const isNobody = (whom: string): boolean => nobody.test(whom);

/** 回她20块: paid, where nothing was asked. */
export function isOnlySum(words: string): boolean {
  const [only, ...others] = lex(words).tokens;
  return only?.is === 'money' && others.length === 0 && only.text.length === words.trim().length;
}

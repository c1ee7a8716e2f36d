import { readDataFile } from '../../../shop/values/data-file.ts';
import { pattern as acts } from '../act-patterns.ts';
import { splitClauses } from '../clauses.ts';
import { phrases } from '../lexicon.ts';
import { saidForList } from '../otherwise.ts';
import { phrasePattern, phrasePatterns, plainWords } from '../phrases.ts';
import { asksSomething, namesAmount } from '../question-topic.ts';

const { harm, harmAmount, unharmed, none, harmless } = readDataFile('lexicon/harm.yaml', {
  harm: phrases,
  harmAmount: phrases,
  unharmed: phrases,
  none: phrases,
  harmless: phrases,
});
const pattern = phrasePatterns({ harm, harmAmount, unharmed, none, harmless: [...none, ...harmless] });
const unharmedWords = phrasePattern(unharmed, 'g');

/**
 * Whether a clause tells that goods are broken, spoilt or short: 提手断了, the bag had split, 差我三两. Only of somebody to whom
 * goods have just come does it say what to do.
 */
export const tellsLoss = (message: string): boolean => splitClauses(message).some(isLoss);

/** 一个没碎, nothing was broken: and nothing else is, nor is money wanted back. */
export function deniesLoss(message: string): boolean {
  const said = plainWords(message);
  const none = pattern.none.exec(said);
  const isNone = none !== null && pattern.harm.test(said.slice(none.index + none[0].length));
  return (pattern.unharmed.test(said) || isNone) && !tellsLoss(message) && !acts.moneyBack.test(said);
}

function isLoss(clause: string): boolean {
  // 没碎但是发霉了: what is well stands beside what is not.
  const said = saidForList('buyer', 'refund', plainWords(clause)).replace(unharmedWords, ' ');
  // 差我三两呢 only seems to ask.
  if (asksSomething(clause.replace(/呢$/u, '')) || pattern.harmless.test(said)) return false;
  return pattern.harm.test(said) || (namesAmount(clause) && pattern.harmAmount.test(said));
}

import { readDataFile } from '../../../shop/values/data-file.ts';
import { splitClauses } from '../clauses.ts';
import { phrases } from '../lexicon.ts';
import { saidForList } from '../otherwise.ts';
import { phrasePatterns, plainWords } from '../phrases.ts';
import { asksSomething, namesAmount } from '../question-topic.ts';

const { harm, harmAmount, unharmed, harmless } = readDataFile('lexicon/harm.yaml', {
  harm: phrases,
  harmAmount: phrases,
  unharmed: phrases,
  harmless: phrases,
});
const pattern = phrasePatterns({ harm, harmAmount, unharmed, harmless: [...unharmed, ...harmless] });

/**
 * Whether a clause tells that goods are broken, spoilt or short: 提手断了, the bag had split, 差我三两. Only of somebody to whom
 * goods have just come does it say what to do.
 */
export const tellsLoss = (message: string): boolean => splitClauses(message).some(isLoss);

/** 一个没碎, nothing was broken: and nothing else is. */
export const deniesLoss = (message: string): boolean =>
  pattern.unharmed.test(plainWords(message)) && !tellsLoss(message);

function isLoss(clause: string): boolean {
  const said = saidForList('buyer', 'refund', plainWords(clause));
  // 差我三两呢 only seems to ask.
  if (asksSomething(clause.replace(/呢$/u, '')) || pattern.harmless.test(said)) return false;
  return pattern.harm.test(said) || (namesAmount(clause) && pattern.harmAmount.test(said));
}

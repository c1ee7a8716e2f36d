import { readDataFile } from '../../shop/values/data-file.ts';
import { phrases } from '../acts/lexicon.ts';
import { phrasePattern } from '../acts/phrases.ts';

const lists = readDataFile('lexicon/for-sale.yaml', {
  ...{ sale: phrases, leads: phrases, tails: phrases, between: phrases, together: phrases },
  ...{ leastBefore: phrases, leastBehind: phrases, mostBefore: phrases, mostBehind: phrases },
  ...{ elsewhere: phrases, denied: phrases, pastLead: phrases },
});

const isHan = (phrase: string): boolean => /\p{Script=Han}/u.test(phrase);

/** The phrase at the beginning, or at the end, of some words. */
const first = (list: readonly string[]): RegExp => new RegExp(`^${phrasePattern(list).source}(?!['’-])`, 'u');
const last = (list: readonly string[]): RegExp => new RegExp(`${phrasePattern(list).source}\\s*$`, 'u');

/** What sellers say around goods, prices and amounts that they put on sale. */
export const saleLexicon = {
  sale: phrasePattern(lists.sale, 'g'),
  lead: first([...lists.leads, ...lists.sale]),
  tail: phrasePattern([...lists.tails, ...lists.sale], 'g'),
  /** The names on both sides of one of these stand beside each other. */
  together: new RegExp(
    `\\p{Script=Han}{2}(?:${lists.together.filter(isHan).join('|')})\\p{Script=Han}{2}`,
    'u',
  ),
  between: phrasePattern(lists.between, 'g'),
  leastBefore: last(lists.leastBefore),
  leastBehind: first(lists.leastBehind),
  mostBefore: last(lists.mostBefore),
  mostBehind: first(lists.mostBehind),
  elsewhere: phrasePattern(lists.elsewhere),
  denied: phrasePattern(lists.denied),
  /** 去年山药: told of another year. */
  pastLead: first(lists.pastLead),
};

import { z } from 'zod';
import { readDataFile } from '../../shop/values/data-file.ts';
import { phrases } from './lexicon.ts';
import { phrasePattern } from './phrases.ts';

// 忙坏了 breaks nothing: phrases that hold a word of a list and say something else.

const byList = z.record(z.string(), phrases);
const {
  source: _source,
  date: _date,
  ...sides
} = readDataFile('lexicon/otherwise.yaml', {
  ...{ buyer: byList, commands: byList, topics: byList, seller: byList },
});

const patterns = new Map(
  Object.entries(sides).flatMap(([side, lists]) =>
    Object.entries(lists).map(([list, said]) => [`${side}/${list}`, phrasePattern(said, 'g')] as const),
  ),
);

/** What is left of `said`, in plain words, where the words of a list may be looked for. */
export const saidForList = (side: keyof typeof sides, list: string, said: string): string => {
  const otherwise = patterns.get(`${side}/${list}`);
  return otherwise ? said.replace(otherwise, ' ') : said;
};

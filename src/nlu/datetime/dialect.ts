import { z } from 'zod';
import { readDataFile } from '../../shop/values/data-file.ts';
import { phrases } from '../acts/lexicon.ts';

const { times } = readDataFile('lexicon/dialect-times.yaml', { times: z.record(z.string(), phrases) });

const plainFor = new Map(Object.entries(times).flatMap(([plain, said]) => said.map((one) => [one, plain])));
const DIALECT = new RegExp(
  [...plainFor.keys()].toSorted((one, other) => other.length - one.length).join('|'),
  'gu',
);

/** 听晚九点, 明儿个后晌: times of a dialect in the words that are read. */
export const withoutDialect = (words: string): string =>
  words.replace(DIALECT, (said) => plainFor.get(said) ?? said);

import { z } from 'zod';
import { readDataFile } from '../../shop/values/data-file.ts';
import { normalizeText } from '../text/text.ts';
import { phrases } from './lexicon.ts';
import { phrasePattern } from './phrases.ts';

const { words } = readDataFile('lexicon/dialects.yaml', { words: z.record(z.string(), phrases) });

const standardFor = new Map(
  Object.entries(words).flatMap(([standard, said]) => said.map((one) => [one, standard])),
);
const DIALECT = phrasePattern([...standardFor.keys()], 'g');

/** 有冇人喺度, whn is it back: in the words of everybody. Only to tell what is wanted: names and amounts may be changed. */
export const inStandardWords = (message: string): string =>
  normalizeText(message)
    .plain.replace(/['’]/g, '')
    .replace(DIALECT, (said) => standardFor.get(said) ?? said);

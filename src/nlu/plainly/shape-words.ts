import { z } from 'zod';
import { readDataFile } from '../../shop/values/data-file.ts';
import { phrases } from '../acts/lexicon.ts';
import { phrasePattern } from '../acts/phrases.ts';
import { splitWords, type Words } from '../text/words.ts';

// The words that shapes are told by.

const file = readDataFile('lexicon/shapes.yaml', {
  ...{ times: phrases, timeJoints: phrases, beforeHour: phrases, idle: phrases, old: phrases },
  ...{ and: phrases, hearsay: phrases },
  places: z.record(z.string(), phrases),
});

const wordsOf = (list: readonly string[]): Words<true> => splitWords(list.map((one) => [one, true] as const));

/** Tomorrow, 下周, 元旦. */
export const timeWords = wordsOf(file.times);
/** 一单, per order: what looks like an amount of something. */
export const idleWords = wordsOf(file.idle);
/** 内蒙 for 内蒙古; 江浙沪 for three. */
export const placeAliases = splitWords(Object.entries(file.places));

const endsWithOne = (list: readonly string[]) => {
  const longest = Math.max(...list.map((one) => one.length));
  return (words: string): boolean => {
    const last = words.slice(-longest - 2).trimEnd();
    return list.some(
      (one) => last.endsWith(one) && (!/[a-z]/.test(one) || !/[a-z]/.test(last.at(-one.length - 1) ?? '')),
    );
  };
};

/** Whether these words end with one behind which a figure is what was before: 从, instead of. */
export const leadsToOld = endsWithOne(file.old);
/** … with one behind which a bare number is an hour: at, morning. */
export const leadsToHour = endsWithOne(file.beforeHour);

const joints = new Set(['', ...file.timeJoints]);
/** Whether what stands between two words of time holds them together. */
export const joinsTimes = (between: string): boolean => joints.has(between.trim());

const together = new Set(['', ...file.and]);
/** Whether what stands between two days or places only lists them. */
export const isList = (between: string): boolean => together.has(between.trim()) || between.trim() === ',';

const told = phrasePattern(file.hearsay);
/** Whether a sentence says what somebody heard, once did, or thinks of doing. */
export const isHearsay = (plain: string): boolean => told.test(plain);

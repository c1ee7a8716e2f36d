import { pattern } from '../act-patterns.ts';
import { lexicon } from '../lexicon.ts';
import { phrasePattern, plainWords } from '../phrases.ts';

// 两种蜂蜜差在哪里: what makes several goods different is asked.

const all = phrasePattern(lexicon.part.compares, 'g');

export const isComparing = (message: string): boolean => pattern.compares.test(plainWords(message));

/** 跟核桃比哪个甜: what is on the table is held against what is named. */
export const isComparedWith = (message: string): boolean => pattern.comparedWith.test(plainWords(message));

export const withoutComparing = (message: string): string => plainWords(message).replace(all, ' ').trim();

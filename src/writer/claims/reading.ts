import { toSimplifiedSigns } from '../text/plain-text.ts';
import { cutChinese } from '../text/segment.ts';
import { type EnglishToken, tokenizeEnglish } from './english.ts';
import type { Polarities } from './marks.ts';
import { findNegator, negation } from './negation/negation.ts';
import { readPolarities } from './negation/polarity.ts';
import { findPhrases, findPlain, type Phrase, type Span } from './phrases.ts';
import { vocabulary } from './vocabulary.ts';

/** A parsed text: its words, the phrases in them, and what is denied. */
export interface Reading {
  readonly text: string;
  readonly chinese: readonly (Span & { readonly word: string })[];
  readonly english: readonly EnglishToken[];
  readonly phrases: readonly Phrase[];
  /** Turns of phrase that claim nothing. */
  readonly plain: readonly Span[];
  readonly polarities: Polarities;
  /** Whether the character lies within a phrase that must not be divided: 微甜 contains no 甜. */
  isInner(at: number): boolean;
}

const HAN = /\p{Script=Han}/u;

/** Normalises `text`; its characters are simplified, each at its place. */
export function readText(written: string): Reading {
  const text = withYears(toSimplifiedSigns(written.normalize('NFKC')).replace(/[’‘]/g, "'"));
  const chinese = chineseWords(text);
  const english = tokenizeEnglish(text);
  const phrases = findPhrases(text, english);
  const plain = findPlain(text, chinese, english);
  const whole = [...plain, ...phrases].filter(({ from, to }) => isWholeDenial(text.slice(from, to)));
  const uncut = phrases.filter(
    ({ from, to, meanings }) =>
      !findNegator(text.slice(from, to)) && [...meanings].some((one) => vocabulary().degrees.has(one)),
  );
  return {
    ...{ text, chinese, english, phrases, plain },
    polarities: readPolarities(text, chinese, english, whole),
    isInner: (at) => uncut.some(({ from, to }) => at > from && at < to),
  };
}

const DIGITS = '〇一二三四五六七八九';

/** 二〇二六年 is 2026年. */
const withYears = (text: string): string =>
  text.replace(/[〇零一二三四五六七八九]{4}(?=年)/gu, (year) =>
    [...year].map((sign) => Math.max(0, DIGITS.indexOf(sign))).join(''),
  );

/** 每周二四六 names three days: what facts list in one word, a text may say in several. */
export const withWeekdays = (fact: string): string =>
  fact.replace(/周([一二三四五六日天](?:[、和]?[一二三四五六日天])+)/gu, (_, days: string) =>
    [...days.replaceAll(/[、和]/gu, '')].map((day) => `周${day}`).join('、'),
  );

/** 不用 denies by itself, but what it denies is still to come. */
const isWholeDenial = (phrase: string): boolean => {
  const { zh, en } = negation();
  return isNegative(phrase) && !zh.no.includes(phrase) && !en.no.includes(phrase.toLowerCase());
};

/** Whether a phrase denies by itself. */
export const isNegative = (phrase: string): boolean =>
  /[不没未无非免别莫甭]|\b(?:not|no|nothing|without|never)\b/i.test(phrase);

function chineseWords(text: string): (Span & { word: string })[] {
  let at = 0;
  return cutChinese(text)
    .map((word) => {
      const from = at;
      at += word.length;
      return { word, from, to: at };
    })
    .filter(({ word }) => HAN.test(word));
}

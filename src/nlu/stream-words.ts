import { z } from 'zod';
import { readDataFile } from '../shop/values/data-file.ts';
import { NUM, parseNumeral } from './datetime/numerals.ts';
import { parseDateTime, parseDay } from './datetime.ts';
import { plainText as toPlain } from './recipient/text.ts';

// What is said around a live stream beside orders: what is shown now, wishes to be called, and a plan's title and goods.

const phrases = z.string().transform((text) =>
  text
    .split(/\s*,\s*/)
    .map((phrase) => phrase.replaceAll("'", ''))
    .filter(Boolean),
);

const lexicon = readDataFile('lexicon/streams.yaml', {
  showing: phrases,
  itemWords: phrases,
  itemWordsBefore: phrases,
  callMe: phrases,
  callWhenShown: phrases,
  callWhenShownEnglish: phrases,
  showsEnglish: phrases,
  planActs: phrases,
  planFillers: phrases,
});

/** The longest first, so that 号链接 is not read as 号. */
const anyOf = (list: readonly string[]): string => [...list].sort((a, b) => b.length - a.length).join('|');

const AFTER = `(?:${anyOf(lexicon.itemWords)})?`;
const BEFORE = `(?:(?:${anyOf(lexicon.itemWordsBefore)})\\.?\\s*)?`;
const SHOWING = new RegExp(
  `^(?:${anyOf(lexicon.showing)})\\s*${BEFORE}(?<number>${NUM})\\s*${AFTER}(?:了|啦)?[.!。！]?$`,
);

const plainText = (text: string): string => toPlain(text).plain.trim();

/** 讲3号, now showing 3: the number that is shown now. */
export function readShowing(text: string): number | undefined {
  const found = SHOWING.exec(plainText(text))?.groups?.number;
  return found === undefined ? undefined : parseNumeral(found);
}

/** 现在核桃15 is about its price. */
const OF_NUMBERS_ALONE = ['现在', '现在是'];
const SHOWN_WORDS = new RegExp(
  `^(?:${anyOf(lexicon.showing.filter((word) => word.length > 1 && !OF_NUMBERS_ALONE.includes(word)))})\\s*(?<what>.{2,20})$`,
);

/** 现在讲核桃, now showing the walnuts: the words of what is shown now. */
export const readShowingWords = (text: string): string | undefined =>
  SHOWN_WORDS.exec(plainText(text))
    ?.groups?.what?.replace(/^the /, '')
    .replace(/(?:了|啦|吧|[.!。！])+$/u, '')
    .trim();

const CALL = new RegExp(
  `^(?:${anyOf(lexicon.callWhenShown)})(?<what>.{1,20}?)(?:的时候|时|了)?(?:就|请|记得)?(?:${anyOf(lexicon.callMe)})[.!。！]?$`,
);
const CALL_ENGLISH = new RegExp(
  `^(?:please )?(?:${anyOf(lexicon.callWhenShownEnglish)}) (?:(?:she|he|they|you) shows? (?:the )?(?<shown>.{1,40}?)|(?:the )?(?<what>.{1,40}?) (?:${anyOf(lexicon.showsEnglish)}))[.!]?$`,
);

/** 讲到核桃叫我, ping me when she shows the walnuts: what somebody wants to be called for. */
export function readCallRequest(text: string): string | undefined {
  const plain = plainText(text);
  const chinese = CALL.exec(plain)?.groups?.what;
  const english = CALL_ENGLISH.exec(plain)?.groups;
  return (chinese ?? english?.shown ?? english?.what)?.trim();
}

const ACT = new RegExp(
  [...lexicon.planActs]
    .sort((a, b) => b.length - a.length)
    .map((act) => (/^[a-z]/.test(act) ? `\\b${act}\\b` : act))
    .join('|'),
  'gi',
);
const BETWEEN = /[\s,，、。;；:：!！?？]+/;

/** What a plan names beside its time: the words of its title, one for each thing that may be for sale. */
export function readPlanWords(text: string, when: { now: Date; timeZone: string }): string[] {
  const isTime = (word: string): boolean =>
    parseDateTime(word, when).at !== null || parseDay(word, when) !== undefined || CLOCK.test(word);
  const fillers = new Set(lexicon.planFillers);
  return text
    .replace(/https?:\/\/\S+/gi, ' ')
    .normalize('NFKC')
    .replace(ACT, ' ')
    .split(BETWEEN)
    .map((word) => word.replace(OPENING, ''))
    .filter((word) => word !== '' && !isTime(word) && !fillers.has(word.toLowerCase().replace(/['’]/g, '')));
}

/** 给大家看看新晒的柿子: what is shown. */
const OPENING =
  /^(?:(?:给|带|跟|让)(?:大家|家人们|老铁们|你们))?(?:看一?看|瞧瞧|说说|聊聊|介绍|卖|讲|有|和)?(?=\p{Script=Han}{2,})/u;

/** Words of time that name no moment alone: 今晚, 7点半, at 8, tonight. */
const CLOCK =
  /^(?:[今明后大下这本上周礼拜星期一二两三四五六七八九十日天早晚午中下夜傍半刻点时分号月\d]+|\d{1,2}(?::\d{2})?(?:am|pm)?|tonight|tomorrow|today|noon|midnight|evening|morning|afternoon|(?:mon|tues|wednes|thurs|fri|satur|sun)day|next|hours?|minutes?|half|an?|o'?clock)$/i;

const BARE = new RegExp(`^${BEFORE}${NUM}\\s*${AFTER}$`);

/** 3号, number 3, #3: a number and nothing that names goods. */
export const isBareNumber = (words: string): boolean => BARE.test(plainText(words));

import { readDataFile } from '../../shop/values/data-file.ts';
import { splitClauses } from '../acts/clauses.ts';
import { phrases } from '../acts/lexicon.ts';
import { withoutSupposed } from '../acts/offers/supposed.ts';
import { phrasePattern, plainWords } from '../acts/phrases.ts';

// 核桃没下架, 客人说不包邮了, 限购10斤，算了: an act that is named and not to be done now.

const lists = readDataFile('lexicon/act-moods.yaml', {
  ...{ innocent: phrases, denies: phrases, forbids: phrases, between: phrases, fails: phrases },
  ...{ asksLast: phrases, asks: phrases, asksFirst: phrases, heard: phrases, supposed: phrases },
  ...{ behindSupposed: phrases, others: phrases, later: phrases, until: phrases },
  ...{ takesBack: phrases, takesBackAlone: phrases, leads: phrases, tails: phrases },
});

/** Why an act that a sentence names is not to be done now. */
export type ActMood = 'denied' | 'asked' | 'heard' | 'supposed' | 'others' | 'later' | 'taken-back';

const one = (list: readonly string[]): string => phrasePattern(list).source;
const between = `(?:\\s*${one(lists.between)})*\\s*`;
const leads = `^(?:${one(lists.leads)}\\s*)*`;
const pattern = (...ways: readonly string[]): RegExp => new RegExp(ways.join('|'), 'u');

const later = pattern(`(?<!${one(lists.until)}\\s*)${one(lists.later)}`);
const innocent = phrasePattern(lists.innocent, 'g');
/** In each `§` stands for the act. */
const moods: readonly (readonly [ActMood, RegExp])[] = [
  [
    'denied',
    pattern(
      `${one(lists.denies)}${between}(?:[把将]\\p{Script=Han}{1,6})?§`,
      `${one(lists.forbids)}${between}(?:(?:\\s*\\p{Script=Han}){0,5}|(?: [a-z]+){0,3})\\s*§`,
      `§\\s*(?:[\\d.]+\\s*\\p{L}{0,3}?)?[了咗啦的过]?\\s*${one(lists.fails)}`,
    ),
  ],
  [
    'asked',
    pattern(
      one(lists.asks),
      `${one(lists.asksLast)}[啊呀哦哈嘛的]?\\s*$`,
      `${leads}${one(lists.asksFirst)}`,
      '§[不没]§',
    ),
  ],
  ['heard', pattern(one(lists.heard))],
  [
    'supposed',
    pattern(
      one(lists.supposed),
      `§[了咗啦]?(?:\\s*就)?\\s*${one(lists.behindSupposed)}`,
      '§[了咗]?\\s*(?:以后|之后|后)?[再才就]\\s*§',
    ),
  ],
  ['others', pattern(one(lists.others))],
  // 明天下架; 卖光了明天再做 is so today. In English a day stands behind its act.
  ['later', pattern(`${later.source}[^§]*§`, `§.*\\b${later.source}\\b`)],
];

const takesBack = pattern(`${leads}${one(lists.takesBack)}`);
const takesBackAlone = pattern(`${leads}${one(lists.takesBackAlone)}(?:\\s*${one(lists.tails)})*$`);
const givenUp = /[吧啊呀了嘛]\s*(?:还是)?算[了啦][吧]?$/u;

/** Why nothing of what the message says of an act is to be done now; nothing where some of it is, or the act is not named. */
export function findActMood(message: string, act: RegExp): ActMood | undefined {
  const found = findActs(message, act);
  if (found.some(({ mood }) => mood === undefined)) return undefined;
  return found[0]?.mood ?? (act.test(plainWords(message)) ? 'supposed' : undefined);
}

/** Whether nobody need be asked: what is supposed, or of another day, may be meant. */
export const isUnmeant = (mood: ActMood | undefined): boolean =>
  mood !== undefined && mood !== 'supposed' && mood !== 'later';

/** The message without the clauses that name an act which is not to be done now. */
export function withoutUnmeant(message: string, act: RegExp): string {
  const unmeant = new Set(findActs(message, act).flatMap(({ at, mood }) => (mood ? [at] : [])));
  const certain = withoutSupposed(message);
  if (unmeant.size === 0) return certain;
  return clausesOf(certain)
    .filter((_, at) => !unmeant.has(at))
    .join('，');
}

/** 从明天起, ends on Friday: whether a day to come is named on which something begins. */
export const namesLaterDay = (message: string): boolean => later.test(plainWords(message));

/** 算了, 当我没说, `just kidding`: whether a clause takes back what stands before it. */
export const isTakingBack = (clause: string): boolean => {
  const words = plainWords(clause);
  return takesBackAlone.test(words) || (takesBack.test(words) && !FIGURE.test(words));
};

/** Where a figure follows, something else is meant in its place: 不对，是5斤. */
const FIGURE = /\d|[一二两三四五六七八九十百][斤块元个袋箱瓶]/u;

interface NamedAct {
  /** Which of the clauses names it. */
  readonly at: number;
  readonly mood: ActMood | undefined;
}

const clausesOf = (message: string): string[] => splitClauses(message.replace(/[?？]+/gu, '$&，'));

function findActs(message: string, act: RegExp): NamedAct[] {
  const clauses = clausesOf(withoutSupposed(message));
  const every = new RegExp(act.source, 'gu');
  const masked = clauses.map((clause) => plainWords(clause).replace(every, '§').replace(innocent, ' '));
  const isBack = clauses.map(
    (clause, i) =>
      !masked[i]?.includes('§') && isTakingBack(clause) && !FIGURE.test(plainWords(clauses[i + 1] ?? '')),
  );
  return masked.flatMap((words, at) => {
    if (!words.includes('§')) return [];
    const isGone = givenUp.test(words) || isBack.slice(at + 1).includes(true);
    const isOpen = /[?？]/u.test(clauses[at] ?? '');
    const mood = isGone ? 'taken-back' : isOpen ? 'asked' : moods.find(([, form]) => form.test(words))?.[0];
    return [{ at, mood }];
  });
}

import { lex } from '../../../lexer/lexer.ts';
import { isQuantity } from '../../../lexer/tokens.ts';
import { normalizeText } from '../../../text/text.ts';
import { splitClauses } from '../../clauses.ts';
import { phrasePattern, phrasePatterns, plainWords } from '../../phrases.ts';
import { settingWords } from './setting-lexicon.ts';

const said = phrasePatterns(settingWords.weekly);
const dayOff = phrasePattern(settingWords.days.off);
const asked = phrasePattern(settingWords.asked);

/** Longer than that is a story. */
const MAX_LENGTH = 80;
const ALL = [1, 2, 3, 4, 5, 6, 7] as const;

/** 我只有礼拜一跟礼拜四去寄, 每周日不发货: on which days of the week things are sent, from 1 for Monday; nothing where none is set. */
export function readWeekly(message: string): readonly number[] | undefined {
  const plain = plainWords(message);
  if (message.length > MAX_LENGTH || /[?？]/u.test(message) || asked.test(plain)) return undefined;
  if (said.once.test(plain) || lex(message).tokens.some((one) => isQuantity(one) && one.is === 'money'))
    return undefined;
  if (said.daily.test(plain) && said.ship.test(plain) && !dayOff.test(plain)) return ALL;
  const clauses = splitClauses(message).map((clause) => {
    const isOff = dayOff.test(plainWords(clause));
    const isRest = said.others.test(plainWords(clause));
    return { days: findWeekdays(clause), isOff, isRest, isOn: !isOff && said.ship.test(plainWords(clause)) };
  });
  // 周五周六俩闺女回门，都不寄了: the days stand before what is said of them.
  const isOfOthers = clauses.some(({ isOff, isRest, days }) => isOff && isRest && days.length === 0);
  if (isOfOthers && !clauses.some(({ isOn }) => isOn)) return undefined;
  const off = clauses.filter(({ isOff }) => isOff).flatMap(({ days }) => days);
  const on = clauses.filter(({ isOff }) => !isOff).flatMap(({ days }) => days);
  const isEvery = said.every.test(plain) || ENGLISH_PLURAL.test(plain) || WEEKEND.test(plain);
  if (on.length === 0 && off.length > 0) return isEvery ? ALL.filter((day) => !off.includes(day)) : undefined;
  const isSent = on.length > 0 && clauses.some(({ isOn }) => isOn);
  const isRule = isEvery || said.only.test(plain) || off.length > 0 || isOfOthers;
  return isSent && isRule ? on.filter((day) => !off.includes(day)) : undefined;
}

/** 周二不发货: the one day of the week that is named, which may be meant of every week. */
export function readOneWeekday(message: string): number | undefined {
  const [day, ...others] = said.once.test(plainWords(message)) ? [] : findWeekdays(message);
  return others.length === 0 ? day : undefined;
}

const HAN = '一二三四五六日';
const ENGLISH = ['mon', 'tues?', 'wed(?:nes)?', 'thu(?:rs)?', 'fri', 'sat(?:ur)?', 'sun'].map(
  (name) => `${name}(?:day)?s?`,
);
const WEEKEND = /周末|週末|礼拜天都|weekends/u;
const ENGLISH_PLURAL = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)days\b/u;
const DAY = `[一二三四五六日天1-7]`;
const HAN_DAYS = new RegExp(
  `(?:周|星期|礼拜)(${DAY})(?:\\s*(到|至|-|~)\\s*(?:周|星期|礼拜)?(${DAY})|((?:\\s*(?:[、,，和跟及/与]|同埋|同)?\\s*(?!周|星期|礼拜)${DAY}(?![月号日点斤个单天]))*))`,
  'gu',
);
const ENGLISH_DAY = new RegExp(`\\b(?:${ENGLISH.map((name) => `(${name})`).join('|')})\\b`, 'gu');
const ENGLISH_RANGE = new RegExp(
  `\\b(${ENGLISH.join('|')})\\b\\s*(?:to|through|till|until|-)\\s*\\b(${ENGLISH.join('|')})\\b`,
  'u',
);

const han = (sign: string): number =>
  sign === '天' ? 7 : /\d/u.test(sign) ? Number(sign) : HAN.indexOf(sign) + 1;

const english = (name: string): number =>
  ENGLISH.findIndex((one) => new RegExp(`^${one}$`, 'u').test(name)) + 1;

/** Monday to Friday; Friday to Monday goes on past the week's end. */
const between = (from: number, to: number): number[] =>
  ALL.map((_, i) => ((from - 1 + i) % 7) + 1).slice(0, ((to - from + 7) % 7) + 1);

/** All that are named, each once. */
function findWeekdays(message: string): readonly number[] {
  const { plain } = normalizeText(message);
  const found = [...plain.matchAll(HAN_DAYS)].flatMap(([, first = '', range, last = '', more = '']) =>
    range ? between(han(first), han(last)) : [han(first), ...[...more].filter(isDay).map(han)],
  );
  const [, from, to] = ENGLISH_RANGE.exec(plain) ?? [];
  const names = [...plain.matchAll(ENGLISH_DAY)].map(([name]) => english(name));
  const latin = from && to ? between(english(from), english(to)) : names;
  const weekend = /周末|週末|\bweekends?\b/u.test(plain) ? [6, 7] : [];
  return [...new Set([...found, ...latin, ...weekend])].sort();
}

const isDay = (sign: string): boolean => /[一二三四五六日天1-7]/u.test(sign);

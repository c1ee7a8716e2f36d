import { NUMBER, readNumber, THOUSAND } from '../../../nlu/rules/lexer/numbers.ts';
import type { Quantity } from './quantity.ts';

const HOUR = 60;
const HALF_DAY = 12;

/** Parts of a day after noon. */
const LATE = /中午|下午|午后|傍晚|晚|夜|^p/iu;
const EARLY = /凌晨|清早|清晨|早|上午|^a/iu;

const CHINESE = new RegExp(
  `(?<part>凌晨|清早|清晨|大早|今早|早上|早晨|上午|中午|下午|午后|傍晚|晚上|夜里|当晚|今晚)?` +
    `(?<hour>${NUMBER})点(?:(?<half>半)|(?<minutes>${NUMBER})分|钟|整)?(?<end>[前之以到后至左右开发截下就才]|(?=[,。;、!?\\s]|$))?`,
  'gu',
);
const ENGLISH =
  /\b(?<hour>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?::(?<minutes>\d\d))? ?(?:(?<part>[ap])\.?m\b\.?|(?<clock>o'clock)(?: in the (?<day>morning|afternoon|evening))?|in the (?<other>morning|afternoon|evening))|\b(?<written>\d{1,2}:\d\d)(?!\d)/giu;

/** Times of day in minutes; `am or pm` where the text does not say which: 三点. */
export function findClocks(text: string): Quantity[] {
  return [...chineseClocks(text), ...englishClocks(text)];
}

function chineseClocks(text: string): Quantity[] {
  return [...text.matchAll(CHINESE)].flatMap(({ index, 0: words, groups = {} }) => {
    const { part, hour = '', half, minutes, end = '' } = groups;
    const value = hourOf(hour);
    const isTold = part !== undefined || half !== undefined || /点[钟整]/.test(words) || end !== '';
    // 有一点碎, 两点说明.
    const isBare =
      /[一两半]/.test(hour) && part === undefined && !/点[钟整半]/u.test(words) && !/[前到至]/u.test(end);
    if (value === undefined || value > 24 || !(isTold || value > 4) || isBare) return [];
    const rest = half ? HOUR / 2 : (hourOf(minutes ?? '') ?? 0);
    return [clock(index, index + words.length - end.length, value, rest, part)];
  });
}

function englishClocks(text: string): Quantity[] {
  return [...text.matchAll(ENGLISH)].flatMap(({ index, 0: words, groups = {} }) => {
    const [written, rest] = (groups.written ?? '').split(':');
    const value = hourOf((written || groups.hour)?.toLowerCase() ?? '');
    if (value === undefined || value > 24) return [];
    const day = (groups.day ?? groups.other)?.toLowerCase();
    const part = groups.part ?? (day && (day === 'morning' ? 'a' : 'p'));
    return [clock(index, index + words.length, value, Number(groups.minutes ?? rest ?? 0), part)];
  });
}

const hourOf = (words: string): number | undefined => {
  const value = readNumber(words);
  return value === undefined ? undefined : value / THOUSAND;
};

function clock(from: number, to: number, hour: number, minutes: number, part: string | undefined): Quantity {
  const isLate = part !== undefined && LATE.test(part) && !EARLY.test(part);
  const value =
    (isLate && hour < HALF_DAY && !(part === '中午' && hour > 9) ? hour + HALF_DAY : hour) * HOUR + minutes;
  const isKnown = part !== undefined || hour > HALF_DAY;
  return { from, to, dimension: isKnown ? 'clock' : 'half clock', value, isLoose: false };
}

/** 下午三点 is 15:00; 三点 may be either. */
export const isSameClock = (one: Quantity, other: Quantity): boolean =>
  isClock(one) &&
  isClock(other) &&
  (one.value === other.value ||
    (one.dimension !== other.dimension && Math.abs(one.value - other.value) === HALF_DAY * HOUR));

const isClock = ({ dimension }: Quantity): boolean => dimension === 'clock' || dimension === 'half clock';

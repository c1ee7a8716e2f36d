import { ENGLISH_NUM, NUM, parseNumeral } from './numerals.ts';

export type DayPart = 'dawn' | 'morning' | 'noon' | 'afternoon' | 'dusk' | 'evening' | 'night';

/** A time of day as it was said. */
export interface Clock {
  readonly hour: number;
  readonly minute: number;
  /** am and pm say it all; so does 零点. */
  readonly meridiem?: 'am' | 'pm';
  /** Said by that word: of which day, nobody knows. */
  readonly isMidnight?: true;
}

/** Of two figures, or with 分 behind it: 八点一起来 is eight sharp. What counts something is no minute: 8点20个名额. */
const TWO_FIGURES = '(?:[0-5]\\d|[零〇][一二三四五六七八九]|[一二三四五]?十[一二三四五六七八九]?)';
const COUNTED =
  '(?!\\s*(?:斤|块|元|号|个|月|折|%|名|位|人|款|场|种|家|单|份|箱|件|袋|盒|瓶|年|岁|度|多|几|包|只|枚|克|天|万|毛|起))';
const MINUTES = `(?<minutes>半|整|正|钟(?!头)|(?<quarters>[一二三1-3])刻|${NUM}(?=\\s*分(?!之))|${TWO_FIGURES}${COUNTED})?`;
const CHINESE = new RegExp(
  `(?:差\\s*(?<less>${NUM}分|[一二三1-3]刻)钟?\\s*(?:到|就)?\\s*)?(?<hour>${NUM})\\s*(?:点|时(?!间|候))\\s*${MINUTES}分?(?:差\\s*(?<short>${NUM}分|[一二三1-3]刻))?`,
  'g',
);
const COLON =
  /(?<![\d.:])(?<hour>\d{1,2})(?<sign>[:.])(?<minutes>[0-5]\d)(?::\d{2})?(?![\d.]|\s*(?:元|块|斤|yuan|kg))\s*(?<half>[ap]\.?m\.?\b)?/g;
const PAST = `(?:(?<past>half|quarter|${ENGLISH_NUM}(?: minutes)?) (?<way>past|to|after) )?`;
const ENGLISH_MINUTES = '(?:[ :](?<minutes>thirty|fifteen|forty-?five|twenty|forty|ten|\\d{2}))?';
const HALF = "[ap]\\.?m\\.?(?![a-z])|o'? ?clock|in the (?:morning|afternoon|evening)|at night";
const ENGLISH = new RegExp(
  `${PAST}\\b(?<hour>${ENGLISH_NUM})${ENGLISH_MINUTES}(?:\\s*(?<half>${HALF})|(?=\\s*$|[\\s,.;]))`,
  'g',
);
/** At 8, tonight 8, 8 tonight: the hour without its half. */
const AT = /\b(?:at|tonight)\s+(?<hour>\d{1,2})(?![\d:.]|\s*[ap]\.?m)/g;
/** Tomorrow evening at eight. */
const AT_WORD =
  /\bat\s+(?<hour>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?=\s*(?:$|[,.;]|sharp\b|on\b))/g;
/** 7 tomorrow evening, once the day is taken out; Saturday morning 10. */
const OF_PART = /\b(?<hour>\d{1,2})\s+(?=morning|afternoon|evening|night)/g;
const BEHIND_PART =
  /(?<=\b(?:morning|afternoon|evening)\s+)(?<hour>\d{1,2})(?![\d:.]|\s*(?:[ap]\.?m|kg|yuan))/g;
const PREFIXED = /\b(?<half>[ap]m)\s*(?<hour>\d{1,2})(?::(?<minutes>\d{2}))?(?!\d)/g;

/** Every time of day in the words, each once. */
export function findClocks(words: string): Clock[] {
  const found: Clock[] = [];
  let rest = words;
  const take = (pattern: RegExp, read: (groups: Groups) => Clock | undefined): void => {
    rest = rest.replace(pattern, (all, ...more) => {
      const clock = read(more.at(-1));
      if (!clock) return all;
      if (!found.some((one) => isSame(one, clock))) found.push(clock);
      return ' '.repeat(all.length);
    });
  };
  take(PREFIXED, withHalf);
  take(COLON, colon);
  take(CHINESE, chinese);
  take(/零点/g, () => ({ hour: 0, minute: 0, meridiem: 'am' }));
  take(/子夜|\bmidnight\b/g, () => ({ hour: 0, minute: 0, meridiem: 'am', isMidnight: true }));
  take(ENGLISH, english);
  take(AT, withHalf);
  take(AT_WORD, withHalf);
  take(OF_PART, withHalf);
  take(BEHIND_PART, withHalf);
  // 正午12点 is one time.
  if (found.length === 0) take(/正午|\bnoon\b/g, () => ({ hour: 12, minute: 0, meridiem: 'pm' }));
  return found;
}

type Groups = Readonly<Record<string, string | undefined>>;

const isSame = (a: Clock, b: Clock): boolean =>
  a.hour === b.hour && a.minute === b.minute && a.meridiem === b.meridiem;

const withHalf = ({ hour = '', minutes = '0', half = '' }: Groups): Clock => ({
  hour: parseNumeral(hour),
  minute: parseNumeral(minutes),
  ...meridiemIn(half),
});

/** 12.30 is a number, 7.30pm is a time. */
const colon = (groups: Groups): Clock | undefined =>
  groups.sign === '.' && !groups.half ? undefined : withHalf(groups);

function chinese({ hour = '', minutes = '', quarters, less, short }: Groups): Clock | undefined {
  const early = less ?? short;
  const minute =
    minutes === '半'
      ? 30
      : quarters
        ? parseNumeral(quarters) * 15
        : /^[整正钟]?$/.test(minutes)
          ? 0
          : parseNumeral(minutes);
  const said = { hour: parseNumeral(hour), minute };
  if (!early) return said;
  const before = /刻/.test(early)
    ? parseNumeral(early.slice(0, 1)) * 15
    : parseNumeral(early.replace('分', ''));
  return { hour: said.hour - 1, minute: 60 - before };
}

function english({ past, way, hour = '', minutes, half = '' }: Groups): Clock | undefined {
  const isTime = past !== undefined || half !== '' || (minutes !== undefined && !/^\d+$/.test(hour));
  if (!isTime) return undefined;
  const minute = past
    ? minutesOf(past)
    : minutes
      ? parseNumeral(minutes.replace(/-?five$/, '')) + (/five$/.test(minutes) ? 5 : 0)
      : 0;
  const said = { hour: parseNumeral(hour), ...meridiemIn(half) };
  return way === 'to' ? { ...said, hour: said.hour - 1, minute: 60 - minute } : { ...said, minute };
}

/** am, in the evening. */
const meridiemIn = (half: string): Pick<Clock, 'meridiem'> =>
  /^a\.?m|morning/.test(half)
    ? { meridiem: 'am' }
    : /^p\.?m|afternoon|evening|night/.test(half)
      ? { meridiem: 'pm' }
      : {};

const minutesOf = (words: string): number =>
  words === 'half' ? 30 : words === 'quarter' ? 15 : parseNumeral(words.replace(/ minutes$/, ''));

const PARTS: readonly [DayPart, RegExp][] = [
  ['dawn', /凌晨|后半夜/],
  ['night', /半夜|深夜|夜里|夜间/],
  ['dusk', /傍晚|黄昏|擦黑/],
  ['noon', /中午|晌午|正午|\bnoon\b/],
  ['afternoon', /下午|午后|\bafternoon\b/],
  [
    'evening',
    /晚上|晚间|今晚|明晚|后晚|今夜|夜晚|(?<![早傍])晚(?=\s*[\d一二两三四五六七八九十零])|\btonight\b|\bevening\b|\bnight\b|(?<=[天日一二三四五六号])晚/,
  ],
  [
    'morning',
    /早上|早晨|清晨|清早|大早|上午|早起|今早|明早|(?<![明])早(?=\s*[\d一二两三四五六七八九十])|(?<=[天日一二三四五六号])早|\bmorning\b/,
  ],
];

/** The parts of the day that are named. */
export const findDayParts = (words: string): DayPart[] =>
  PARTS.filter(([, pattern]) => pattern.test(words)).map(([part]) => part);

/** The hours that a part of the day has as they are said, and how many to add to them. */
const HOURS: Readonly<Record<DayPart, readonly (readonly [from: number, to: number, add: number])[]>> = {
  dawn: [[0, 6, 0]],
  morning: [[4, 11, 0]],
  noon: [
    [11, 12, 0],
    [1, 2, 12],
  ],
  afternoon: [
    [1, 7, 12],
    [12, 12, 0],
  ],
  dusk: [[4, 8, 12]],
  evening: [
    [5, 11, 12],
    [12, 12, 12],
    [0, 0, 24],
  ],
  night: [
    [8, 11, 12],
    [12, 12, 12],
    [0, 0, 24],
  ],
};

/** The hour of the day, 0 to 24; `undefined` where it could be two or none. */
export function clockHour({ hour, meridiem }: Clock, part: DayPart | undefined): number | undefined {
  if (hour > 24) return undefined;
  if (meridiem === 'am' && hour <= 12) return part === 'evening' && hour % 12 === 0 ? 24 : hour % 12;
  if (meridiem === 'pm' && hour <= 12) return (hour % 12) + 12;
  if (hour > 12) return !part || fitsLate(hour, part) ? hour : undefined;
  if (!part) return hour === 0 ? 0 : undefined;
  const fits = HOURS[part].find(([from, to]) => hour >= from && hour <= to);
  return fits ? hour + fits[2] : undefined;
}

const LATE: Readonly<Record<DayPart, readonly [from: number, to: number]>> = {
  dawn: [24, 24],
  morning: [25, 25],
  noon: [13, 14],
  afternoon: [13, 18],
  dusk: [16, 20],
  evening: [17, 24],
  night: [20, 24],
};

const fitsLate = (hour: number, part: DayPart): boolean => hour >= LATE[part][0] && hour <= LATE[part][1];

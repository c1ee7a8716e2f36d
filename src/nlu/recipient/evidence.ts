import { alternation, lexicon } from './lexicon.ts';
import { isPlace, isShortPlace, placeAt } from './places.ts';

const MARK = alternation(lexicon.marks);
const ENDS = new RegExp(`${MARK}(?:\\([^()]*\\))?$`);
const INSIDE =
  /(?:[省市区县旗镇乡村屯庄路街巷弄道]|大道|街道|小区|花园|广场|大厦|公寓|对面|旁边|隔壁|附近|楼下).{2,}/u;
const NUMERAL = '[一二三四五六七八九十百]';
const NUMBERED = new RegExp(
  `(?:\\d+|${NUMERAL}+|[a-z])\\s?-?(?:号|栋|幢|座|楼|层|室|弄|组|队|社|单元|期|排|段|院|#)|\\d+[-#]\\d+|\\d+\\/f|[a-z]\\d{2,}`,
);
const ROOM =
  /^(?:[a-z]{0,2}\d[\da-z#-]*|[\d#][\da-z#-]*|[甲乙丙丁]\d*)(?:[\s-]+[a-z]?\d[\da-z#-]*)*(?:室|房|号|楼|层)?$/;
const LATIN = /^[\p{Script=Latin}\d\s.,'#/()&-]+$/u;
const ENGLISH = new RegExp(`\\b${alternation(lexicon.english.marks)}\\b|\\d`);
const ENGLISH_PLACE = new RegExp(
  `^${alternation(lexicon.english.places)}(?: ${alternation(lexicon.english.places)})*$`,
);

export const isLatin = (words: string): boolean => LATIN.test(words) && /[a-z]/i.test(words);

/** How much speaks for an address: 0 nothing, 1 a little, 2 and more it is one unless it is very short. */
export function addressEvidence(words: string): number {
  if (words === '') return 0;
  if (isLatin(words)) return latinEvidence(words);
  if (ROOM.test(words)) return 1;
  const place = firstPlace(words);
  const isBegun = place?.at === 0 && place.end < words.length;
  return (
    (place?.isFull ? 3 : isBegun ? 2 : 0) +
    (NUMBERED.test(words) ? 2 : 0) +
    (ENDS.test(words) ? (words.length > 3 ? 2 : 1) : 0) +
    (INSIDE.test(words) ? 1 : 0)
  );
}

function latinEvidence(words: string): number {
  if (ENGLISH_PLACE.test(words)) return 2;
  return ENGLISH.test(words) ? 3 : 0;
}

/** Where the first province, city or county of a text stands. Without its ending a county does not count. */
export function firstPlace(words: string): { at: number; end: number; isFull: boolean } | undefined {
  for (let at = 0; at < words.length; at += 1) {
    const named = placeAt(words, at);
    if (!named) continue;
    const isFull = named.isFull && isPlace(words.slice(at, named.end));
    const isShort = !named.isFull && isShortPlace(words.slice(at, named.end));
    if (isFull || (isShort && (at === 0 || goesOn(words, named.end)))) return { at, end: named.end, isFull };
  }
  return undefined;
}

/** 新疆石河子市: a short name is a place for certain where another place follows. */
const goesOn = (words: string, end: number): boolean => placeAt(words, end) !== undefined;

/** Enough to be an address where nobody and no phone is named; 我知道三号是什么 has neither street nor market. */
const CERTAIN =
  /(?:省|市(?!场)|县|区|镇|乡|村(?!里)|路(?!上)|街(?!坊)|(?<![知味])道|巷|小区|苑|花园).*\d|(?<![知味])(?:路|街|巷|道|村|小区|苑|花园)[一二三四五六七八九十百]{1,6}号|.(?:省|市|县|区).*(?:路|街|镇|乡|村|小区|区)/u;
/** 14 Elm Street; in "40 mm of rain, and the dog won't leave the house" no house has a number. */
const ENGLISH_CERTAIN = new RegExp(
  `\\d[^\\s,]*(?:[\\s,]+[^\\s,]+){0,7}?(?<!\\b(?:the|my|your|our|this|a))[\\s,]+${alternation(lexicon.english.marks)}\\b`,
);

/** No address is longer. */
const LONGEST = 200;

export const isCertain = (words: string): boolean =>
  words.length <= LONGEST &&
  (isLatin(words) ? ENGLISH_CERTAIN.test(words) : CERTAIN.test(words) && addressEvidence(words) >= 2);

export const isEnglishPlace = (words: string): boolean => ENGLISH_PLACE.test(words);

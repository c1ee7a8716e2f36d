import { z } from 'zod';
import { measures } from '../../shop/values/quantity.ts';

/** Words in one string with spaces between them. */
export const words = z.string().transform((text) => text.split(/\s+/).filter(Boolean));
/** Phrases, which may hold spaces, with commas between them. */
const phrases = z.string().transform((text) => text.split(/\s*,\s*/).filter(Boolean));
const source = { source: z.string().min(1), date: z.iso.date() };
const counts = z.record(z.string(), z.int().nonnegative());

export const unitsFile = z.strictObject({
  ...source,
  units: z.array(
    z.strictObject({
      measure: z.enum(measures),
      base: z.number().positive().optional(),
      container: z.literal(true).optional(),
      portion: z.literal(true).optional(),
      words,
    }),
  ),
  borders: words,
});
export const moneyFile = z.strictObject({
  ...source,
  yuan: words,
  before: words,
  tenths: words,
  hundredths: words,
  pieces: words,
  foreign: words,
  borders: words,
});
export const numeralsFile = z.strictObject({
  ...source,
  digits: counts,
  powers: counts,
  joined: z.record(z.string(), z.string()),
  pieces: counts,
  half: z.string(),
  some: words,
  more: words,
  english: counts,
  englishPowers: counts,
  englishSome: z.string(),
  between: words,
});
export const asidesFile = z.strictObject({
  ...source,
  spans: words,
  weekdays: words,
  codes: words,
  englishCodes: words,
  borders: words,
  wholeWithS: words,
});
export const itemsFile = z.strictObject({
  ...source,
  before: words,
  several: words,
  between: words,
  from: words,
  each: words,
  notGoods: words,
  notGoodsBehind: words,
  notGoodsEnglish: words,
  notGoodsEnglishBefore: words,
});
export const moodsFile = z.strictObject({
  ...source,
  shows: phrases,
  fee: phrases,
  asks: phrases,
  price: phrases,
  content: phrases,
  vague: phrases,
  endsAsking: phrases,
  askWords: phrases,
  opensAsking: phrases,
  polite: phrases,
  wants: phrases,
  wantsNow: phrases,
  wantsNot: phrases,
  delivers: phrases,
  fillers: phrases,
  fear: phrases,
  told: phrases,
  past: phrases,
  otherTime: phrases,
  before: phrases,
  verdict: phrases,
  amiss: phrases,
  unsent: phrases,
});
export const goodsFile = z.strictObject({
  ...source,
  zh: words,
  en: z.string(),
  laterZh: words,
  laterEn: z.string(),
});
export const cuesFile = z.strictObject({ ...source, cues: z.record(z.string(), words) });

export const listsFile = z.strictObject({
  ...source,
  between: words,
  each: words,
  same: words,
  unless: words,
  courtesy: words,
  mend: phrases,
  wrong: phrases,
  right: phrases,
  drop: phrases,
});

export const offersFile = z.strictObject({
  ...source,
  leastBefore: phrases,
  tierBehind: phrases,
  takenBefore: phrases,
  takenBehind: phrases,
  packBehind: phrases,
  packedBehind: phrases,
  packOf: phrases,
  moved: phrases,
  movedMaybe: phrases,
  feeBefore: phrases,
  otherCosts: phrases,
  supposedBefore: phrases,
  toldBefore: phrases,
  judgedBehind: phrases,
  moreCame: phrases,
  bounds: phrases,
  joins: phrases,
  noGoods: phrases,
  persons: phrases,
  theirs: phrases,
  sentOff: phrases,
  came: phrases,
  went: phrases,
  there: phrases,
  takenOff: phrases,
  remain: phrases,
});

export const orderWordsFile = z.strictObject({
  ...source,
  suppose: words,
  able: words,
  below: phrases,
  otherwise: phrases,
  total: phrases,
  kinds: words,
  ends: words,
  beside: words,
  making: words,
  uses: words,
  having: words,
  halves: phrases,
  seek: words,
  giveUp: phrases,
  reasons: words,
  eachOfRow: words,
  inRow: words,
  beforeRow: words,
  orElse: phrases,
  noName: phrases,
  denies: phrases,
  afterAll: phrases,
  enough: phrases,
  adds: phrases,
  bought: phrases,
  elsewise: phrases,
});

export const classesFile = z.strictObject({ ...source, classes: z.record(z.string(), words) });

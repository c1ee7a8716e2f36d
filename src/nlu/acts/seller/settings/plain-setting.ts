import { lex } from '../../../lexer/lexer.ts';
import { isQuantity } from '../../../lexer/tokens.ts';
import { readPriceMove } from '../../../rules/price-move.ts';
import { readDescribed } from '../../offers/described.ts';
import { phrasePattern, plainWords } from '../../phrases.ts';
import { settingWords } from './setting-lexicon.ts';

const { fee, areas, days, terms, plain } = settingWords;
/** 客人说, 隔壁, 偏远: beside them it is another thing, and they explain nothing. */
const against: ReadonlySet<string> = new Set(['aside', 'notFreePart', 'limitNot']);
const known = phrasePattern(
  [
    ...[fee, areas, days, terms].flatMap((lists) =>
      Object.entries<readonly string[]>(lists).flatMap(([name, list]) => (against.has(name) ? [] : list)),
    ),
    ...plain.filler,
    ...plain.days,
  ].filter((phrase) => !phrase.includes('…')),
  'g',
);
const unsure = phrasePattern(plain.unsure);

const none = new Set(settingWords.none);
/** The answer that something is not to be set: 不要, none. */
export const isPlainNo = (message: string): boolean => none.has(plainWords(message));

const sending = phrasePattern(
  [...fee.named, ...fee.free, ...fee.allFree, ...fee.courier].filter((one) => one.length > 1),
);
const SENDS = /[寄邮送]|快递|发货|包裹|\b(?:ship|send|post|parcel|mail|deliver)/u;

const neverFree = phrasePattern(plain.neverFree);

/** oh wait, 9; 便宜的涨两块: a bare figure, or a price that moves, sets no fee where nobody speaks of sending. 满多少都不包: nothing is free. */
export function maySetFee(message: string): boolean {
  const words = plainWords(message);
  if (neverFree.test(words)) return false;
  if (sending.test(words) || SENDS.test(words)) return true;
  const isOfGoods = readPriceMove(message) !== undefined || readDescribed(message) !== undefined;
  return lex(message).tokens.some(({ is }) => is === 'money') && !isOfGoods;
}

const later = phrasePattern(plain.later);
/** 下午三点以后发货: from then on, and not within. */
export const maySetWithin = (message: string): boolean => !later.test(plainWords(message));

const resumed = phrasePattern(days.resumed);
/** 下雨不发货，周五再寄: the day on which things are sent again is none to rest on. */
export const restsAllDays = (message: string): boolean => !resumed.test(plainWords(message));

/**
 * Whether every word of a setting is explained: by what is set, by a sum, a day or a filler. `places` are names that the
 * shop knows. What is left over makes it a matter to be shown first.
 */
export function isPlainSetting(message: string, places: readonly string[]): boolean {
  if (/[?？]/u.test(message) || unsure.test(plainWords(message))) return false;
  const sums = lex(message).tokens.filter((token) => isQuantity(token) || token.is === 'aside');
  const withoutSums = sums
    .toReversed()
    .reduce((text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`, lex(message).text.said);
  const withoutPlaces = places.reduce((text, name) => text.replaceAll(name, ' '), withoutSums.toLowerCase());
  return (
    plainWords(withoutPlaces)
      .replace(known, ' ')
      .replace(/[\d\s:.¥$]+/gu, '') === ''
  );
}

import { NUMBER, readNumber, THOUSAND } from '../../../nlu/rules/lexer/numbers.ts';
import type { Quantity } from './quantity.ts';

/** 18块8, 十八块八毛, 七毛五. */
export function findPrices(text: string): Quantity[] {
  const small = [...text.matchAll(SMALL_PRICE)].map(({ index, groups = {}, 0: words }) => ({
    ...{ from: index, to: index + words.length, dimension: 'yuan', isLoose: false },
    value: (digitIn(groups.jiao) * TENTHS + digitIn(groups.fen)) / HUNDRED,
  }));
  const large = [...text.matchAll(PRICE)].map(({ index, groups = {}, 0: words }) => ({
    ...{ from: index, to: index + words.length, dimension: 'yuan', isLoose: false },
    value:
      ((readNumber(groups.yuan ?? '') ?? 0) +
        (readNumber(groups.jiao ?? groups.tenths ?? '') ?? 0) / TENTHS) /
      THOUSAND,
  }));
  return [...small, ...large];
}

const digitIn = (sign = ''): number => (readNumber(sign) ?? 0) / THOUSAND;

const SMALL_PRICE =
  /(?<![块元\d一二三四五六七八九])(?<jiao>[\d一二两三四五六七八九])[毛角](?<fen>[\d二三四五六七八九]|一(?!\p{Script=Han}))(?!\d)/gu;
const PRICE = new RegExp(
  `(?<yuan>${NUMBER})块(?:(?<jiao>\\d)(?!\\d)|(?<tenths>[一二三四五六七八九])(?:毛|(?=[,。;!?\\s]|$)))`,
  'gu',
);
const TENTHS = 10;
const HUNDRED = 100;

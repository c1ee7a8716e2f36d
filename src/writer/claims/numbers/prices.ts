import { NUMBER, readNumber, THOUSAND } from '../../../nlu/rules/lexer/numbers.ts';
import type { Quantity } from './quantity.ts';

/** 18块8, 十八块八毛, 七毛五, 四十九 of 四十九一两. */
export function findPrices(text: string): Quantity[] {
  const small = [...text.matchAll(SMALL_PRICE)].map(({ index, groups = {}, 0: words }) => ({
    ...{ from: index, to: index + words.length, dimension: 'yuan', isLoose: false },
    value: (digitIn(groups.jiao) * TENTHS + digitIn(groups.fen)) / HUNDRED,
  }));
  const large = [...text.matchAll(PRICE), ...text.matchAll(BARE)].map(({ index, groups = {}, 0: words }) => ({
    ...{ from: index, to: index + words.length, dimension: 'yuan', isLoose: false },
    value:
      ((readNumber(groups.yuan ?? '') ?? 0) +
        (readNumber(groups.jiao ?? groups.tenths ?? '') ?? 0) / TENTHS +
        (readNumber(groups.hundredths ?? '') ?? 0) / HUNDRED) /
      THOUSAND,
  }));
  return [...small, ...large];
}

const digitIn = (sign = ''): number => (readNumber(sign) ?? 0) / THOUSAND;

const SMALL_PRICE =
  /(?<![块蚊元\d一二三四五六七八九])(?<jiao>[\d一二两三四五六七八九])[毛角](?<fen>[\d二三四五六七八九]|一(?!\p{Script=Han}))(?!\d)/gu;
/** One of what things are sold by: 一斤 of 五块八一斤. */
const ONE =
  '一(?:斤|两|公斤|千克|钱|克|公克|升|毫升|台斤|[个只枚颗粒头棵箱袋瓶罐盒包桶筐捆把件份朵条张根坛串提穗节枝尾杯碗组套刀双对支块片板托])';
const PRICE = new RegExp(
  `(?<yuan>${NUMBER})[块蚊](?:(?<jiao>\\d)(?!\\d)|(?<tenths>[一二三四五六七八九])(?:[毛角](?<hundredths>[一二三四五六七八九](?=[,。;!?\\s]|$|${ONE}))?|(?=[,。;!?\\s]|$|的|左右|上下|出头|${ONE})))`,
  'gu',
);
/** 四十九一两: the numeral of a price that is said without its unit, right before what it is for. 三十一斤 is none. */
const BARE = new RegExp(
  `(?<![\\d零一二三四五六七八九十百千点块])(?<yuan>[一二三四五六七八九]?十[一二三四五六七八九])(?=${ONE})`,
  'gu',
);
const TENTHS = 10;
const HUNDRED = 100;

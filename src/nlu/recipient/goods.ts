import { alternation, lexicon } from './lexicon.ts';
import type { Span } from './text.ts';

const NUMBER = '(?:\\d+(?:\\.\\d+)?|[一二两三四五六七八九十百千廿半几]+)';
const STRONG = alternation(lexicon.sale.strong);
const WEAK = alternation(lexicon.sale.weak);
const BEHIND = '(?:半(?![a-z\\u4e00-\\u9fff]{2}路))?(?:装|的)?';
/** 两瓶山核桃油 are goods, 三箱山路 is no amount. */
const STREET = '(?![河江湖路街巷村镇乡庄屯桥里楼号栋座元]|山(?![核药楂茶]))';
const strong = `${NUMBER}\\s?${STRONG}(?![a-z])${STREET}${BEHIND}`;
const weak = `${NUMBER}\\s?${WEAK}(?![a-z])${STREET}${BEHIND}`;
const counted = '(?:[x*+]\\s?\\d{1,3}|(?<!\\d)\\d{1,3}\\s?[x*])(?=$|[\\s,;])';
const link = '\\d{1,3}号(?:链接|连接|品|款)';
const ENGLISH_COUNTS = 'a|an|one|two|three|four|five|six|seven|eight|nine|ten|half(?: an?)?';
const ENGLISH_WEIGHTS = 'kgs?|kilos?|kilograms?|g|grams?|jin|lbs?|pounds?|litres?|liters?|ml';
const ENGLISH_PIECES =
  'dozens?|bottles?|box(?:es)?|jars?|bags?|packs?|packets?|cans?|tins?|pcs|pieces?|cartons?|crates?|bunch(?:es)?|eggs?|hams?';
const english = `\\b(?:\\d+(?:\\.\\d+)?|${ENGLISH_COUNTS})\\s?(?:${ENGLISH_WEIGHTS}|${ENGLISH_PIECES})\\b`;

const anyAmount = new RegExp(`${strong}|${weak}|${counted}|${link}|${english}`, 'g');
const sureAmount = new RegExp(`${strong}|${link}|${english}`, 'g');

/** Where amounts of goods stand. In an address only those count that no address has: 5斤, not 十条. */
export function findAmounts(words: string, isAddress: boolean): Span[] {
  return [...words.matchAll(isAddress ? sureAmount : anyAmount)].map(({ index, 0: all }) => ({
    start: index,
    end: index + all.length,
  }));
}

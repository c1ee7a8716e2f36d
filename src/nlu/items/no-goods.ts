import { itemWords } from './item-words.ts';

// 12号楼, 5号电池, 95号汽油, no. 4 Garden Lane: what has a number of its own and is no goods of a stream.

const BEHIND = new RegExp(`(?:${itemWords.notGoods})(?!的?子)`, 'y');
const BEFORE = new RegExp(`(?:${itemWords.notGoodsBehind})在?$`);
const ENGLISH = new RegExp(`(?: [a-z'.]+){0,2}? (?:${itemWords.notGoodsEnglish})`, 'y');
const ENGLISH_BEFORE = new RegExp(`(?:${itemWords.notGoodsEnglishBefore}) (?:(?:is|a) )?$`);
/** Longer words stand before no number. */
const REACH = 12;
/** 92号, 95号油: of petrol. */
const PETROL = /(?:油|加满|涨|跌|降)/y;
const isPetrol = (item: number | undefined): boolean =>
  item === 0 || (item !== undefined && item > 88 && item < 99);

const isAt = (pattern: RegExp, plain: string, at: number): boolean => {
  pattern.lastIndex = at;
  return pattern.test(plain);
};

const before = (plain: string, start: number): string => plain.slice(Math.max(0, start - REACH), start);

/** Whether what a number with 号 counts, from `start` to `end`, is a place or a thing that is never for sale. */
export const isNoItem = (plain: string, start: number, end: number, item: number | undefined): boolean =>
  isAt(BEHIND, plain, end) ||
  BEFORE.test(before(plain, start)) ||
  (isPetrol(item) && isAt(PETROL, plain, end));

/** The same of `no. 4`, `number 7`. */
export const isNoEnglishItem = (plain: string, start: number, end: number): boolean =>
  isAt(ENGLISH, plain, end) || ENGLISH_BEFORE.test(before(plain, start));

import { readData } from '../../shop/values/data-file.ts';
import { itemsFile } from '../text/lexicon.ts';

const file = readData('lexicon/items.yaml', itemsFile);

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\~-]/g, '\\$&');

/** Any of some words, the longest first; Latin ones as whole words. */
const anyOf = (list: readonly string[]): string =>
  [...list]
    .sort((one, other) => other.length - one.length)
    .map((word) => (/^[a-z]/.test(word) ? `\\b${word}\\b` : escaped(word)))
    .join('|');

/** The words around numbers of goods, each as a part of a pattern. */
export const itemWords = {
  before: anyOf(file.before),
  several: anyOf(file.several),
  between: anyOf(file.between),
  from: anyOf(file.from),
  each: anyOf(file.each),
  notGoods: anyOf(file.notGoods),
  notGoodsBehind: anyOf(file.notGoodsBehind),
  notGoodsEnglish: anyOf(file.notGoodsEnglish),
  notGoodsEnglishBefore: anyOf(file.notGoodsEnglishBefore),
} as const;

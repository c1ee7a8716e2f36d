import { z } from 'zod';
import { readData, readDataFile } from '../shop/values/data-file.ts';
import { NUM, parseNumeral } from './datetime/numerals.ts';
import { plainText as toPlain } from './recipient/text.ts';

// 核桃降到12块告诉我, let me know when walnuts are 12 yuan or less: a price somebody waits for.

const phrases = z.string().transform((text) => text.split(/\s*,\s*/).filter(Boolean));

const lexicon = readDataFile('lexicon/price-watch.yaml', {
  fallsTo: phrases,
  orLess: phrases,
  ifWords: phrases,
  fallsEnglish: phrases,
  tellEnglish: phrases,
  unnamed: phrases,
});
const { callMe } = readData('lexicon/streams.yaml', z.looseObject({ callMe: phrases }));

const anyOf = (list: readonly string[]): string => [...list].sort((a, b) => b.length - a.length).join('|');

const MONEY = `(?<price>\\d+(?:\\.\\d{1,2})?|${NUM})\\s*(?:块钱|块|元)(?:(?<tenths>[一二三四五六七八九\\d])(?!\\s*(?:公斤|千克|kg|斤|两|个|枚)))?`;
const PER = '公斤|千克|kg|斤|两|个|枚';
const UNIT = `(?:\\s*(?:一|每|/|1)?\\s*(?<unit>${PER}))?`;
/** A price in Chinese words or digits, and what it is the price of. */
export const PRICE = `${MONEY}${UNIT}`;
/** The same beside a word that says that it is a price: 70一斤, and 70 where nothing is counted. */
export const BARE_PRICE = `(?<bare>\\d+(?:\\.\\d{1,2})?|${NUM})(?:\\s*(?:一|每|/|1)\\s*(?<bareUnit>${PER})|(?=\\s*(?:以|之|的|嘅|就|我就|那就|[,，]|$)))`;
const TELL = `(?:${anyOf(lexicon.orLess)}|[，,\\s])*(?:请|记得|麻烦)?(?:${anyOf(callMe)})(?:我|一下|哦|啊)?[.!。！]?$`;
const IF = `^(?:${anyOf(lexicon.ifWords)})?`;

const CHINESE = [
  new RegExp(`${IF}(?<what>.{1,20}?)(?:${anyOf(lexicon.fallsTo)})\\s*${PRICE}${TELL}`),
  new RegExp(`${IF}(?<what>.{1,20}?)\\s*${PRICE}(?:以下|以内)${TELL}`),
];
const ENGLISH = new RegExp(
  `^(?:please )?(?:${anyOf(lexicon.tellEnglish)}) (?:the )?(?<what>.{1,40}?) (?:${anyOf(lexicon.fallsEnglish)}) ` +
    '(?:¥|rmb )?(?<price>\\d+(?:\\.\\d{1,2})?) ?(?:yuan|rmb|kuai|¥)?' +
    '(?: ?(?:a|an|per|/) ?(?<unit>jin|kilo|kg|piece|egg))?(?: or (?:less|below|under))?[.!]?$',
);

/** A unit by its name, in base units. */
const units: Readonly<Record<string, number>> = {
  ...{ 公斤: 1_000, 千克: 1_000, kg: 1_000, kilo: 1_000, 斤: 500, jin: 500, 两: 50 },
  ...{ 个: 1, 枚: 1, piece: 1, egg: 1 },
};

const unnamed = new Set(lexicon.unnamed);

/** What is waited for, or nothing where it is not named; for how many fen, and of how many base units where that was said. */
export interface SaidPriceWatch {
  readonly what?: string;
  readonly fen: number;
  readonly per?: number | undefined;
}

export function readPriceWatch(text: string): SaidPriceWatch | undefined {
  const plain = toPlain(text).plain.trim();
  const found = [...CHINESE, ENGLISH].map((one) => one.exec(plain)?.groups).find(Boolean);
  const what = found?.what?.trim();
  const price = found && readPrice(found);
  return what && price ? { ...(!unnamed.has(what) && { what }), ...price } : undefined;
}

/** The price of a match of `PRICE` or `BARE_PRICE`, and of how many base units it is. */
export function readPrice(
  groups: Readonly<Record<string, string | undefined>>,
): Pick<SaidPriceWatch, 'fen' | 'per'> | undefined {
  const said = groups.price ?? groups.bare;
  const unit = groups.unit ?? groups.bareUnit;
  const yuan = said === undefined ? undefined : toYuan(said, groups.tenths);
  if (yuan === undefined || yuan <= 0) return undefined;
  return { fen: Math.round(yuan * 100), per: unit ? units[unit] : undefined };
}

/** 12, 12.5, 十二, and 12块5. */
function toYuan(price: string, tenths: string | undefined): number | undefined {
  const whole = /^[\d.]+$/.test(price) ? Number(price) : parseNumeral(price);
  const part = tenths === undefined ? 0 : parseNumeral(tenths) / 10;
  return Number.isFinite(whole + part) ? whole + part : undefined;
}

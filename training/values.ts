import type { Random } from './random.ts';

/** Numbers, units and sums of money as people write them, for the slots of frames. */
export type Language = 'zh' | 'en';

const HAN = '零一二三四五六七八九十';
const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

const weights = {
  zh: ['斤', '斤', '斤', '斤', '公斤', '两', 'kg', '克', 'g', '吨'],
  en: ['kg', 'jin', 'kilos', 'kilo', 'g', 'grams', 'jin', 'kg', 'tons', 'catties'],
};
const containers = {
  zh: [
    '箱',
    '袋',
    '盒',
    '瓶',
    '包',
    '罐',
    '桶',
    '筐',
    '份',
    '件',
    '礼盒',
    '板',
    '捆',
    '坛',
    '提',
    '篮',
    '壶',
    '盘',
    '串',
  ],
  en: [
    'box',
    'bag',
    'jar',
    'bottle',
    'pack',
    'tin',
    'sack',
    'crate',
    'tray',
    'case',
    'basket',
    'tub',
    'packet',
    'carton',
  ],
};
const pieces = {
  zh: ['个', '个', '只', '枚', '颗', '根', '条', '头', '棵', '双', '朵', '把', '张', '支', '对'],
  en: ['', '', '', 'pieces', 'pcs', 'heads', 'pairs'],
};

export const containerFor = (random: Random, language: Language): string =>
  pick(random, containers[language]);

/** 1–12 mostly; tens and hundreds for stocks. */
export function count(random: Random, isLarge: boolean): number {
  const roll = random();
  if (isLarge)
    return roll < 0.3
      ? 10 + Math.floor(random() * 90)
      : roll < 0.9
        ? 10 * (1 + Math.floor(random() * 60))
        : 100 * (1 + Math.floor(random() * 40));
  return roll < 0.85 ? 1 + Math.floor(random() * 12) : 5 * (1 + Math.floor(random() * 20));
}

export function numeral(random: Random, n: number, language: Language, isBeforeUnit = true): string {
  if (language === 'en') return random() < 0.3 && n <= 12 ? english(n) : `${n}`;
  if (random() < 0.5) return `${n}`;
  return han(n, isBeforeUnit);
}

const ENGLISH = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const english = (n: number): string => ENGLISH[n] ?? `${n}`;

/** 12 → 十二, 120 → 一百二十, 2 → 两. */
export function han(n: number, isBeforeUnit = true): string {
  if (n === 2 && isBeforeUnit) return '两';
  if (n <= 10) return HAN[n] ?? '';
  if (n < 20) return `十${HAN[n - 10]}`;
  if (n < 100) return `${HAN[Math.floor(n / 10)]}十${n % 10 ? HAN[n % 10] : ''}`;
  if (n < 1_000) return `${n < 300 && n >= 200 ? '两' : HAN[Math.floor(n / 100)]}百${hanTail(n % 100)}`;
  return n < 10_000
    ? `${n < 3_000 && n >= 2_000 ? '两' : HAN[Math.floor(n / 1_000)]}千${n % 1_000 ? han(n % 1_000) : ''}`
    : `${n}`;
}

const hanTail = (n: number): string =>
  n === 0 ? '' : n < 10 ? `零${HAN[n]}` : n < 20 ? `一${han(n)}` : han(n);

const plural = (word: string, n: number): string =>
  n === 1 ? word : /(?:x|s)$/.test(word) ? `${word}es` : `${word}s`;
const space = (random: Random, language: Language): string =>
  language === 'en' && random() < 0.75 ? ' ' : '';

export interface Scene {
  readonly random: Random;
  readonly language: Language;
  /** The container that this message speaks of. */
  readonly container: string;
  readonly isLarge: boolean;
}

export function weight({ random, language, isLarge }: Scene): string {
  const roll = random();
  if (language === 'zh' && roll < 0.06)
    return pick(random, ['半斤', '一斤半', '两斤半', '三斤半', '斤半', '二斤', '半公斤']);
  if (language === 'en' && roll < 0.06)
    return pick(random, [
      'half a kilo',
      'half a jin',
      'a kilo',
      '2.5 kg',
      'one and a half kilos',
      'a jin',
      '1.5kg',
    ]);
  const unit = pick(random, weights[language]);
  const n = /^(?:g|克|grams)$/.test(unit)
    ? 50 * (1 + Math.floor(random() * 20))
    : /吨|ton/.test(unit)
      ? 1 + Math.floor(random() * 3)
      : count(random, isLarge);
  if (roll > 0.96) return `${n}.5${language === 'en' ? ' ' : ''}${unit}`;
  const said = language === 'en' && n === 1 ? unit.replace(/s$/, '') : unit;
  return `${numeral(random, n, language)}${/^(?:kg|g)$/.test(said) && random() < 0.5 ? '' : space(random, language)}${said}`;
}

export function boxes({ random, language, container, isLarge }: Scene): string {
  const n = count(random, isLarge);
  if (language === 'zh') return `${numeral(random, n, language)}${container}`;
  return n === 1 && random() < 0.7
    ? `a ${container}`
    : `${numeral(random, n, language)} ${plural(container, n)}`;
}

export function piecesOf({ random, language, isLarge }: Scene): string {
  const n = count(random, isLarge);
  const unit = pick(random, pieces[language]);
  if (language === 'zh') return `${numeral(random, n, language)}${unit}`;
  if (random() < 0.12) return pick(random, ['a dozen', 'two dozen', 'half a dozen', '3 dozen']);
  return `${numeral(random, n, language)}${unit === '' ? '' : ` ${n === 1 ? unit.replace(/s$/, '') : unit}`}`;
}

export function volume({ random, language }: Scene): string {
  return language === 'zh'
    ? pick(random, ['500ml', '500毫升', '1升', '五百毫升', '2.5L', '750ml', '5升', '一升', '250毫升', '5L'])
    : pick(random, ['500ml', '750 ml', '1 litre', '5L', '2 litres', '1L', '500 ml', '5 litre']);
}

export function vague({ random, language, container }: Scene, type: string): string {
  const unit =
    language === 'en'
      ? pick(random, ['kilos', 'jin', 'bags', 'boxes', 'kg', 'jars'])
      : type === 'N'
        ? pick(random, ['个', '只', '枚', '颗', '头'])
        : pick(random, ['斤', '斤', '公斤', container, '个', '两']);
  if (language === 'en')
    return `${pick(random, ['a few', 'several', '2-3', 'a couple of', '3 or 4', 'two or three', 'some', 'twenty something', '30-odd'])} ${unit}`;
  return `${pick(random, ['几', '十几', '三五', '两三', '十来', '三四', '五六', '几十', '七八', '一百多', '二十来', '5-6', '两百来', '三四十', '好几'])}${unit}`;
}

/** A sum of money with its unit. */
export function money({ random, language }: Scene): string {
  const n = amountOfMoney(random);
  if (language === 'en')
    return pick(random, [`${n} yuan`, `${n} yuan`, `¥${n}`, `${n} RMB`, `${n}yuan`, `${n} kuai`]);
  const whole = Math.floor(n);
  const half = pick(random, ['', '', '五', '8', '5', '二', '毛']);
  const roll = random();
  if (roll < 0.1 && n < 10)
    return pick(random, ['八毛', '5毛', '九毛', '一块二', '两块五', '块八', '3毛5', '两毛', '6角']);
  if (roll < 0.45) return `${n}${pick(random, ['元', '块', '块钱', '元', '块'])}`;
  if (roll < 0.7) return `${han(whole)}块${half === '毛' ? '钱' : half}`;
  if (roll < 0.85) return `${whole}块${half === '毛' ? '' : half}`;
  return `${pick(random, ['¥', '￥'])}${n}`;
}

function amountOfMoney(random: Random): number {
  const roll = random();
  if (roll < 0.35) return 1 + Math.floor(random() * 20);
  if (roll < 0.55) return (10 + Math.floor(random() * 190)) / 10;
  if (roll < 0.9) return 5 + Math.floor(random() * 150);
  return pick(random, [9.9, 19.9, 39.9, 29.8, 168, 258, 128, 299]);
}

/** A price as a bare number. */
export function bareMoney({ random, language }: Scene): string {
  const n = amountOfMoney(random);
  if (language === 'zh' && random() < 0.15) return han(11 + Math.floor(random() * 180), false);
  return `${n}`;
}

export const unitOfWeight = ({ random, language }: Scene): string =>
  language === 'zh'
    ? pick(random, ['斤', '斤', '斤', '公斤', 'kg', '两', '千克'])
    : pick(random, ['kg', 'jin', 'kilo', 'catty', 'kg']);

export const unitOfPieces = ({ random, language }: Scene): string =>
  language === 'zh'
    ? pick(random, ['个', '只', '枚', '条', '根', '头', '把', '颗', '双', '棵'])
    : pick(random, ['piece', 'pc', 'head', 'pair', 'dozen']);

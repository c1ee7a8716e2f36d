import { NUMBER, readNumber, THOUSAND } from '../reader/numbers.ts';
import { GRAMS, type Measure } from '../shop/values/quantity.ts';
import type { Draft, Facts } from './facts.ts';
import { findUnlawful } from './law.ts';

/** What may not stay in a draft: words the law forbids, prices (they change, and stand beside it), numbers nobody gave. */
export function findObjections({ zh, en }: Draft, facts: Facts): string[] {
  const text = [zh.title, zh.blurb, en.title, en.blurb].join('\n');
  return [...findForbidden(text, facts), ...inventedNumbers(text, facts)];
}

/** A village may be called 长寿村, and its people may say so. */
export function findForbidden(text: string, facts: Facts): string[] {
  const names = namesIn(facts)
    .map((name) => name.trim())
    .filter((name) => name.length > 1);
  const rest = names.reduce((left, name) => left.replaceAll(name, ' '), text);
  return [...findUnlawful(rest), ...(rest.match(PRICE) ?? [])];
}

function namesIn({ seller, sellerEn, village }: Facts): string[] {
  const places = [village.name, village.nameEn, village.county, village.countyEn];
  return [seller, sellerEn, ...places, village.province, village.provinceEn].filter((name) => name != null);
}

const PRICE =
  /[¥￥$€]|(?:\d[\d.,]*|[零一二三四五六七八九十百千万两半]+)\s*(?:元|块钱|毛钱|角)|\b(?:yuan|rmb|cny)\b/giu;

function inventedNumbers(text: string, facts: Facts): string[] {
  const given = new Set([...numbersIn(factualWords(facts)).values(), ...packsOf(facts)]);
  return [...numbersIn(text)]
    .filter(([said, value]) => isStated(said, text) && !given.has(value))
    .map(([said]) => said);
}

/** Price and packs are left out: `1500` fen are no figure that anybody said. */
const factualWords = (facts: Facts): string =>
  [facts.title, facts.titleEn, facts.harvestedOn, facts.story, facts.words, ...namesIn(facts)].join('\n');

/** Each number in `text` as it is said there, with its value in thousandths (as said, where it has no certain one). */
function numbersIn(text: string): Map<string, number | string> {
  const said = text.normalize('NFKC').toLowerCase().match(new RegExp(NUMBER, 'g')) ?? [];
  return new Map(said.map((number) => [number, readNumber(number) ?? number]));
}

/** What Chinese counts with; without one of these after it a numeral is mostly part of a word (十分, 百合, 五谷). */
const COUNTED =
  '多?余?来?(?:年|代|天|个?月|日|岁|亩|棵|株|米|公里|斤|两|克|公斤|千克|吨|升|箱|袋|户|家|人|次|道|种|度|小时|分钟|倍|成|世纪|海拔)';

/** 一家人, one by one, half: said without counting. */
const UNCOUNTED: readonly unknown[] = [THOUSAND, THOUSAND / 2];

function isStated(said: string, text: string): boolean {
  if (/^\d/.test(said)) return true;
  if (UNCOUNTED.includes(readNumber(said))) return false;
  return /^[a-z]/.test(said) || new RegExp(said + COUNTED, 'u').test(text);
}

/** The packs in every unit that people name them in, in thousandths. */
const packsOf = ({ measure, packs }: Facts): number[] =>
  packs.flatMap((base) => unitsFor(measure, base).map((unit) => (base * THOUSAND) / unit));

/** Nobody calls 5 kg a hundred 两. */
function unitsFor(measure: Measure, base: number): readonly number[] {
  if (measure === 'COUNT') return [1];
  if (measure === 'VOLUME') return [1, 1_000];
  return base < GRAMS.jin ? [1, GRAMS.liang] : [1, GRAMS.jin, GRAMS.kilogram];
}

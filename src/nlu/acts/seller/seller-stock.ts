import type { Measure } from '../../../shop/values/quantity.ts';
import { lex } from '../../lexer/lexer.ts';
import { type Amount, isQuantity } from '../../lexer/tokens.ts';
import { readSeller } from '../../read.ts';
import { readNumber } from '../../rules/lexer/numbers.ts';
import { splitClauses } from '../clauses.ts';
import { phrasePatterns, plainWords } from '../phrases.ts';
import { sellerLexicon } from './seller-lexicon.ts';
import { saleWords } from './settings/sale-lexicon.ts';

// What sellers say of stock and prices without a figure that could be taken as it stands.

const { half, few, lost, picked, remains, allGoods, notAll, allElse, allAsked, noChange } = phrasePatterns(
  sellerLexicon.part,
);

/** 还剩一半, 二十来斤: so much is a guess, and is asked about. */
export type VagueStock =
  | { readonly is: 'half' }
  /** 剩三分之一: such a part of what there was remains. */
  | { readonly is: 'part'; readonly part: number }
  | { readonly is: 'about'; readonly amount: Amount & { readonly base: number } }
  /** 七八十斤: one or the other, or what lies between. */
  | { readonly is: 'between'; readonly low: number; readonly high: number; readonly unit: Amount['unit'] };

const ABOUT = /(?<=[\d十百千])[来多几](?=\p{L})|大概|大约|差不多|左右|上下|约/gu;

export function readVagueStock(message: string): VagueStock | undefined {
  const words = plainWords(message);
  const part = readPart(words);
  if (part !== undefined) return { is: 'part', part };
  const isPlain = !lex(message).tokens.some(({ is }) => is === 'money' || is === 'number');
  const amounts = lex(message).tokens.filter((token) => token.is === 'amount');
  if (half.test(words) && isPlain && amounts.every(({ amount }) => amount.base === undefined))
    return { is: 'half' };
  const [vague, ...more] = amounts.filter(({ amount }) => amount.base === undefined);
  const range = vague && more.length === 0 && isPlain ? readRange(vague.text, vague.amount.unit) : undefined;
  if (range) return range;
  if (!few.test(words) && !ABOUT.test(message)) return undefined;
  const told = lex(message.replace(ABOUT, '')).tokens.filter((token) => token.is === 'amount');
  const [only, ...others] = told;
  const base = only?.amount.base;
  return only && base !== undefined && others.length === 0
    ? { is: 'about', amount: { ...only.amount, base } }
    : undefined;
}

const DIGIT = '[一二两三四五六七八九]';
/** 七八十, 十五六, 两三百. */
const PAIR = new RegExp(`^(.*?)(${DIGIT})(${DIGIT})([十百千万]*)$`, 'u');
/** 70-80, 七十到八十, 10 to 12. */
const FROM_TO = /^(.+?)\s*(?:-|~|到|至|或者?|to|or|and)\s*(.+)$/u;

/** What an amount lies between: of 七八十斤, 70 and 80. */
function readRange(text: string, unit: Amount['unit']): VagueStock | undefined {
  const said = text.slice(0, text.length - unit.word.length).trim();
  const [, before = '', one = '', other = '', powers = ''] = PAIR.exec(said) ?? [];
  const [, from = '', to = ''] = FROM_TO.exec(said.replace(unit.word, '')) ?? [];
  // 十斤八斤.
  const [first = from, second = to] =
    unit.word !== '' && said.includes(unit.word) ? said.split(unit.word) : [];
  const some = [
    readNumber(one === '' ? first : `${before}${one}${powers}`),
    readNumber(one === '' ? second : `${before}${other}${powers}`),
  ];
  const [low = Number.NaN, high = Number.NaN] = some.sort((a = 0, b = 0) => a - b);
  if (unit.base === undefined || !(low < high)) return undefined;
  return { is: 'between', low: (low * unit.base) / 1_000, high: (high * unit.base) / 1_000, unit };
}

/** Whether so much is left, came, or was sold: 卖了五六斤. */
export function readVagueMode(message: string): 'set' | 'add' | 'sub' {
  const { text, tokens } = lex(message);
  const vague = tokens.find((token) => token.is === 'amount' && token.amount.base === undefined);
  if (vague?.is !== 'amount') return readSeller(message.replace(ABOUT, '')).stock?.mode ?? 'set';
  const one = `${text.said.slice(0, vague.start)}3${vague.amount.unit.word}${text.said.slice(vague.end)}`;
  return readSeller(one).stock?.mode ?? 'set';
}

/** 还剩70斤: so much is left, whatever was asked. */
export const saysRest = (message: string): boolean => remains.test(plainWords(message));

/** Longer than that answers nothing. */
const MOST_SIGNS = 24;

/** 就按75斤算吧, 75: the one amount that is said; nothing where it came, was sold, or costs so much. */
export function readSettled(message: string, measure: Measure, unit: number): number | undefined {
  const [only, ...others] = lex(message).tokens.filter(isQuantity);
  const { kind, stock } = readSeller(message);
  const isOther = kind === 'price' || kind === 'product' || (stock !== null && stock.mode !== 'set');
  if (!only || others.length > 0 || isOther || message.length > MOST_SIGNS) return undefined;
  if (only.is === 'number') return only.value === undefined ? undefined : (only.value * unit) / 1_000;
  return only.is === 'amount' && only.amount.unit.measure === measure ? only.amount.base : undefined;
}

const fractions = Object.entries(phrasePatterns(sellerLexicon.fractions));

/** 就剩三分之一了, 卖了三成: the part that remains; nothing where figures are said too. */
function readPart(words: string): number | undefined {
  const [found, ...others] = fractions.filter(([, pattern]) => pattern.test(words));
  if (!found || others.length > 0) return undefined;
  const [fraction, pattern] = found;
  if (lex(words.replace(pattern, ' ')).tokens.some(isQuantity)) return undefined;
  const [above, below] = fraction.split('/').map(Number);
  const part = (above ?? 0) / (below ?? 1);
  return remains.test(words) ? part : 1 - part;
}

/** 老鼠糟蹋了3斤: less by so much, though nobody bought it. */
export const isLost = (message: string): boolean => lost.test(plainWords(message));

/** 红枣采了600斤: what was sold before its harvest is shared out. */
export const isPicked = (message: string): boolean => picked.test(plainWords(message));

/** 又来了两筐: how many containers, and what they are called. */
export function readContainers(
  message: string,
): { readonly count: number; readonly name: string } | undefined {
  const [only, ...others] = lex(message).tokens.filter((token) => token.is === 'amount');
  if (!only || others.length > 0 || !only.amount.unit.isContainer || only.amount.base === undefined)
    return undefined;
  return { count: only.amount.base, name: only.text.replace(/^[\d.\s零一二两俩三四五六七八九十百半]+/u, '') };
}

/** 卖了2瓶: what the one amount is counted in. */
export function readUnitWord(message: string): string | undefined {
  const [only, ...others] = lex(message).tokens.filter((token) => token.is === 'amount');
  return others.length === 0 ? only?.amount.unit.word : undefined;
}

/** 一筐30斤: what one of them holds. */
export function readContentAmount(message: string): Amount | undefined {
  const amounts = lex(message).tokens.filter((token) => token.is === 'amount');
  const [only, ...others] = amounts.filter(({ amount }) => !amount.unit.isContainer || !amount.isOne);
  return others.length === 0 ? only?.amount : undefined;
}

/** 前天卖3斤昨天卖4斤今天卖5斤: sales, one by one, as one amount. */
export function readSoldSum(message: string): Amount | undefined {
  const { text, tokens } = lex(message);
  // 来了个收货的: a unit alone counts nothing.
  const amounts = tokens.filter((token) => token.is === 'amount').filter(({ text: said }) => said.length > 1);
  const [first] = amounts;
  const isSold = amounts.every(({ start }) => SOLD.test(text.plain.slice(0, start)));
  const isOne = amounts.every(({ amount }) => amount.unit.measure === first?.amount.unit.measure);
  if (!first || amounts.length < 2 || !isSold || !isOne || tokens.some(({ is }) => is === 'money'))
    return undefined;
  const base = amounts.reduce((sum, { amount }) => sum + (amount.base ?? Number.NaN), 0);
  return Number.isSafeInteger(base) ? { ...first.amount, base } : undefined;
}

/** 提走15斤，又拿走2斤 is gone like what was sold. */
const SOLD = /(?:(?:卖出?|[提拿拉买领称背整扛拎送]走)了?|sold|took)\s*$/u;

/** 打九折, 八五折, 半价, 10% off: thousandths of the price that remain. */
export function readDiscount(message: string): number | undefined {
  // 猴头菇到周五别打九折, 一百斤以上打九折: not what one of them costs.
  const words = plainWords(message);
  if (saleWords.denied.test(words) || saleWords.notOn.test(words) || isDeniedOrPast(message))
    return undefined;
  // 到周五九折: the day is none of it.
  const plain = lex(message).text.plain.replace(WEEKDAY, ' ');
  const [, tens = ''] = /([\d.]{1,3}|[一二三四五六七八九]{1,2})\s*折/u.exec(plain) ?? [];
  if (tens !== '') return shareOf(tens);
  const [, off] = /(\d{1,2})\s*(?:%|percent)\s*off/u.exec(plain) ?? [];
  if (off) return 1_000 - Number(off) * 10;
  return /半价|half price/u.test(plain) ? 500 : undefined;
}

const WEEKDAY = /(?:周|星期|礼拜)[一二三四五六日天1-6]/gu;

/** 全场不打九折了, 昨天全店九折: nothing is to be changed. */
export const isDeniedOrPast = (message: string): boolean => noChange.test(plainWords(message));

/** 全场, 所有的东西: all that is sold is spoken of. */
export const isOfAll = (message: string): boolean =>
  !notAll.test(plainWords(message)) &&
  (ALL_GOODS.test(lex(message).text.plain) || allGoods.test(plainWords(message)));

/** 所有的东西都涨一块: said of everything that is sold. */
export const saysAllGoods = (message: string): boolean =>
  isOfAll(message) && !isDeniedOrPast(message) && !allAsked.test(plainWords(message)) && !isOfOthers(message);

/** 超市全场九折; and not 为了感谢客人，全场九折. */
function isOfOthers(message: string): boolean {
  const clauses = splitClauses(message).filter(isOfAll);
  return (clauses.length > 0 ? clauses : [message]).some((clause) => allElse.test(plainWords(clause)));
}

/** 全场不涨价, 超市全场九折: nothing of anything changes. */
export const isNoChangeOfAll = (message: string): boolean => isOfAll(message) && !saysAllGoods(message);

/** 店里的东西上次卖完了，核桃补货20斤: without the clauses in which nothing changes; nothing where none is left. */
export function withoutUnchanged(message: string): string | undefined {
  const clauses = splitClauses(message);
  const left = clauses.filter((clause) => !isNoChangeOfAll(clause));
  return left.length > 0 && left.length < clauses.length ? left.join('，') : undefined;
}

/** 两个都涨, both of them: all that was just asked about. */
export const saysAllOfThem = (message: string): boolean => ALL_OF_THEM.test(lex(message).text.plain.trim());

const ALL_OF_THEM =
  /^(?:(?:[两三四几2-9]|这[两三几])[个样件种])?(?:都|全都|全部|全)(?:是|要|改|涨|降|卖完|一样|算|补)?(?:了|吧|的)?[。.!！]?$|^(?:both|all)(?: of (?:them|these))?(?: please)?[.!]?$/u;

const ALL_GOODS =
  /^(?:把)?(?:所有|全部|全场|全店|统统|每样|样样|店里)(?:的)?(?:东西|商品|货|产品|价格|价钱|价)?|\b(?:everything|all (?:my |the )?(?:products|goods|prices|items))\b/u;

function shareOf(text: string): number | undefined {
  const digits = [...text].map((sign) => '一二三四五六七八九'.indexOf(sign) + 1);
  const value = digits.every((digit) => digit > 0) ? Number(digits.join('')) : Number(text);
  const share = value < 10 ? value * 100 : value * 10;
  return share > 0 && share < 1_000 ? Math.round(share) : undefined;
}

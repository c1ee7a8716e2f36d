import { lex } from '../../lexer/lexer.ts';
import { type Amount, isQuantity, type Quantity } from '../../lexer/tokens.ts';
import { isHearsay } from '../../plainly/shape-words.ts';
import { splitClauses } from '../clauses.ts';
import { tableWords } from '../offers/table-lexicon.ts';
import { phrasePattern, plainWords } from '../phrases.ts';
import { packLists } from './pack-act.ts';

// So much bought at once costs less: 一次拿两瓶按70, 20 kg and above at 12 yuan per kg.

const bulk = phrasePattern(packLists.bulk);
const stock = phrasePattern(packLists.stock);
const each = phrasePattern(packLists.each);
const bought = phrasePattern(packLists.bought);
const denied = phrasePattern(packLists.notBulk);
const otherPrices = phrasePattern(tableWords.otherPrices);
const upwards = new RegExp(`^\\s*(?:${phrasePattern(packLists.upwards).source})`, 'u');
const forSum = /^[^,;.]{0,30}\bfor\s*$/u;

/** Before `two jars for 28` stand the goods, or a word of selling. */
const BEGINS = /^\s*(?:[\p{L}']+[\s:,]+){0,3}$/u;

export interface BulkPrice {
  readonly amount: Amount & { readonly base: number };
  readonly fen: number;
  /** What it is for, where that was said; `open` where it may be for one or for all. */
  readonly of: 'each' | 'open';
  /** From so much on, and not for so much alone. */
  readonly isTier: boolean;
  /** 零买还是9块: what less of it costs, where that was said too. */
  readonly loose?: number;
}

/** Longer than that tells more than one price. */
const MAX_LENGTH = 110;

/** What so much costs that is bought at once, and what less of it; nothing where any other figure is said. */
export function readBulk(message: string): BulkPrice | undefined {
  const clauses = splitClauses(message);
  const small = clauses.filter((clause) => loosely.test(plainWords(clause)));
  const [only, ...others] = small;
  if (!only || clauses.length < 2) return readBulkAlone(message);
  const rest = readBulkAlone(clauses.filter((clause) => clause !== only).join('，'));
  const loose = looseSum(only);
  if (!rest || others.length > 0 || loose === undefined) return undefined;
  return loose === 'as-before' ? rest : { ...rest, loose };
}

/** 零买还是9块: the one sum of it; 零买不变 has none. */
function looseSum(clause: string): number | 'as-before' | undefined {
  const figures = lex(clause).tokens.filter(isQuantity);
  const sums = figures.filter((one) => one.is === 'money' || one.is === 'number');
  const [sum, ...others] = sums;
  if (!sum) return unchanged.test(plainWords(clause)) ? 'as-before' : undefined;
  return others.length > 0 || denied.test(plainWords(clause)) ? undefined : sumOf(sum);
}

const loosely = phrasePattern(packLists.loose);
const unchanged = phrasePattern(packLists.unchanged);

function readBulkAlone(message: string): BulkPrice | undefined {
  const words = plainWords(message);
  const isNone =
    [stock, bought, denied, otherPrices].some((pattern) => pattern.test(words)) ||
    words.replace(WHETHER, ' ').includes('不') ||
    isHearsay(words) ||
    /[?？]|[吗么]\s*$/u.test(message);
  if (message.length > MAX_LENGTH || isNone) return undefined;
  const { text, tokens } = lex(message);
  const said = tokens.filter(isQuantity).filter((one) => !isFiller(one));
  const amounts = said.filter((one) => one.is === 'amount' && !one.amount.isOne);
  const prices = said.filter((one) => one.is === 'money' || one.is === 'number');
  const [size, price] = [amounts[0], prices[0]];
  const isOther =
    amounts.length !== 1 || prices.length !== 1 || amounts.length + prices.length + ones(said) < said.length;
  if (isOther || size?.is !== 'amount' || !price) return undefined;
  if (size.start > price.start) return priceFirst(text.plain, size, price);
  const fen = sumOf(price);
  const { base } = size.amount;
  const isTier = upwards.test(text.plain.slice(size.end));
  const isFor =
    BEGINS.test(text.plain.slice(0, size.start)) && forSum.test(text.plain.slice(size.end, price.start));
  if (fen === undefined || base === undefined || !(isTier || isFor || bulk.test(words))) return undefined;
  const isEach = ones(said) > 0 || each.test(plainWords(text.plain.slice(size.end)));
  return { amount: { ...size.amount, base }, fen, of: isEach && !isFor ? 'each' : 'open', isTier };
}

/** 8 yuan a jin from 10 jin; 8块一斤，10斤起. */
function priceFirst(
  plain: string,
  size: Extract<Quantity, { is: 'amount' }>,
  price: Quantity,
): BulkPrice | undefined {
  const [fen, { base }] = [sumOf(price), size.amount];
  const between = plain.slice(price.end, size.start);
  const behind = plain.slice(size.end);
  const isTier = fromHere.test(between) || isFromThere(behind);
  // 50斤以上包邮, 有10斤以上, from 3 jin bags: something else is said of so much.
  if (!NOTHING_MORE.test(behind.replace(upwards, '')) || there.test(between)) return undefined;
  const isEach = /一斤|每斤|\b(?:an?|per|each)\b|\//u.test(between);
  return fen !== undefined && base !== undefined && isTier && isEach
    ? { amount: { ...size.amount, base }, fen, of: 'each', isTier }
    : undefined;
}

const NOTHING_MORE = /^[\s,;.!的都算卖价吧了啊哈呀哦嘛呢]*$/u;
const there = phrasePattern(packLists.there);

/** 10斤起批, 10斤以上; and not 10斤起卖, the least that is sold. */
const isFromThere = (behind: string): boolean =>
  upwards.test(behind) && /^\s*\p{Script=Han}/u.test(behind) && !/^\s*起(?!批)/u.test(behind);

const fromHere = new RegExp(`${phrasePattern(packLists.fromHere).source}\\s*$`, 'u');

/** 中不中: denies nothing. */
const WHETHER = /(\p{Script=Han})不\1/gu;

/** 一次, 一下 count nothing. */
const isFiller = ({ text }: Quantity): boolean => /^[一1]?\s*[次下回起趟个]$/u.test(text);

const ones = (said: readonly Quantity[]): number =>
  said.filter((one) => one.is === 'unit' || (one.is === 'amount' && one.amount.isOne)).length;

function sumOf(price: Quantity): number | undefined {
  const fen = price.is === 'money' ? price.fen : price.is === 'number' ? (price.value ?? 0) / 10 : undefined;
  return fen !== undefined && Number.isInteger(fen) && fen > 0 ? fen : undefined;
}

import { readData } from '../../shop/values/data-file.ts';
import { numeralsFile } from '../text/lexicon.ts';
import { splitWords } from '../text/words.ts';
import { numberAt, type SaidNumber, THOUSAND } from './numbers.ts';
import { moneyAt } from './sums.ts';
import type { Amount, Found } from './tokens.ts';
import { PIECE, type Unit, unitAt } from './units.ts';

const file = readData('lexicon/numerals.yaml', numeralsFile);
const between = splitWords(file.between.map((word) => [word, true] as const));

const TIMES = /(?:[x*+]|qty:?)\s?(\d{1,4})(?![\d.])|(\d{1,4})\s?x(?![a-z])/y;
const TIMES_BEHIND = /\s?[x*]\s?(\d{1,3})(?![\d.])/y;
const TIMES_BEFORE = /(\d{1,3})\s?[x*]\s?(?=\d)/y;
/** Thirty yuan the dozen. */
const PER = /(?:每一?|\/\s?|per |every |each |(?<=(?:yuan|rmb|kuai|bucks|\d),? )the )/y;
const BEHIND_MONEY = /(?<=[\d一二三四五六七八九十百](?:蚊|元|块|块钱))(?=\p{Script=Han}(?:$|[\s,;.!]))/uy;
const EACH = /(?:each|apiece|a piece|each one)(?![a-z])/y;
const AND_HALF = /半|\s?(?:and|n|&) a half/y;
const ARTICLE = /(?:(half) (?:an? )?|(?:an?|one|another) (half (?:an? )?)?)(?=[a-z])/y;
const ABOUT_ONE = /[斤个]把(?=[\u4e00-\u9fff])(?![握关把子])/y;
const BARE_ONE = /(?:[来要买拿称整留拍订搞弄捎]|给我|加)$/;

const matchAt = (pattern: RegExp, plain: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(plain);
};

/** The amount, sum of money or bare number that begins at a place, if one does. */
export function quantityAt(plain: string, at: number): Found | undefined {
  if (/[a-z]/.test(plain[at - 1] ?? '') && /[a-z]/.test(plain[at] ?? '')) return undefined;
  return (
    moneyAt(plain, at) ??
    packsAt(plain, at) ??
    amountAt(plain, at) ??
    perAt(plain, at) ??
    articleAt(plain, at) ??
    bareUnitAt(plain, at) ??
    timesAt(plain, at) ??
    bareNumberAt(plain, at)
  );
}

const skipSpace = (plain: string, at: number): number =>
  plain[at] === ' ' || (plain[at] === '-' && /[a-z]/.test(plain[at + 1] ?? '')) ? at + 1 : at;

/** 3斤, 两箱, 2 big boxes, 一斤半, 2 dozen eggs. */
function amountAt(plain: string, at: number): Found | undefined {
  const number = numberAt(plain, at);
  if (!number) return undefined;
  const start = unitStart(plain, number);
  const unit = unitAt(plain, start);
  if (!unit || isOneOrTwo(plain, number, unit)) return vagueLiang(plain, number);
  const end = start + unit.word.length;
  const dozen = unit.word.startsWith('doz') ? dozensOf(plain, end, number) : undefined;
  return dozen ?? finish(plain, number, unit, end);
}

/** Where a number's unit may begin: behind a space, an adjective, 整. */
function unitStart(plain: string, { end }: SaidNumber): number {
  let at = skipSpace(plain, end);
  if (plain[at] === '整' || (plain[at] === '大' && unitAt(plain, at + 1))) return at + 1;
  for (let i = 0; i < 2; i += 1) {
    const word = between.at(plain, at);
    if (word && plain[at + word.word.length] === ' ' && hasUnitSoon(plain, at + word.word.length + 1))
      at += word.word.length + 1;
  }
  return at;
}

const hasUnitSoon = (plain: string, at: number): boolean => {
  const word = between.at(plain, at);
  return (
    unitAt(plain, at) !== undefined ||
    (word !== undefined && unitAt(plain, at + word.word.length + 1) !== undefined)
  );
};

/** 两 behind a number is a unit only where no other unit follows: 一两箱 are one or two boxes, 三两斤 two or three 斤. */
const isOneOrTwo = (plain: string, number: SaidNumber, unit: Unit): boolean =>
  unit.word === '两' &&
  number.isHan &&
  /[一三]/.test(plain[number.end - 1] ?? '') &&
  unitAt(plain, number.end + 1) !== undefined;

function vagueLiang(plain: string, number: SaidNumber): Found | undefined {
  const unit = plain[number.end] === '两' ? unitAt(plain, number.end + 1) : undefined;
  return unit && amount(number.end + 1 + unit.word.length, { base: undefined, unit, isOne: false });
}

const amount = (end: number, said: Amount): Found => ({ is: 'amount', amount: said, end });

function finish(plain: string, number: SaidNumber, unit: Unit, end: number): Found {
  const half = matchAt(AND_HALF, plain, end);
  const behindHalf = end + (half?.[0].length ?? 0);
  const isHalf = half !== null && !unitAt(plain, behindHalf) && number.value !== undefined;
  const isMore = plain[end] === '多' && !/[少来谢久送给大要买加放]/.test(plain[end + 1] ?? '');
  const value = isMore || number.value === undefined ? undefined : number.value + (isHalf ? THOUSAND / 2 : 0);
  const near = wholeBase(number.near ?? (isMore && !isHalf ? number.value : undefined), unit);
  const said = {
    base: wholeBase(value, unit),
    unit,
    isOne: value === THOUSAND,
    ...(near !== undefined && { near }),
  };
  const last = isHalf ? behindHalf : isMore ? end + 1 : end;
  return packsBehind(plain, said, last) ?? amount(last, said);
}

/** 500g*4 */
function packsBehind(plain: string, said: Amount, end: number): Found | undefined {
  const times = matchAt(TIMES_BEHIND, plain, end);
  if (!times || said.base === undefined || said.unit.measure === 'COUNT') return undefined;
  const behind = end + times[0].length;
  const unit = unitAt(plain, behind);
  const isCount = unit?.measure === 'COUNT';
  return amount(isCount ? behind + unit.word.length : behind, {
    ...said,
    base: said.base * Number(times[1]),
    isOne: false,
    each: said.base,
  });
}

/** 4x500g */
function packsAt(plain: string, at: number): Found | undefined {
  const times = matchAt(TIMES_BEFORE, plain, at);
  const found = times && amountAt(plain, at + times[0].length);
  if (
    !times ||
    found?.is !== 'amount' ||
    found.amount.base === undefined ||
    found.amount.unit.measure === 'COUNT'
  )
    return undefined;
  const { amount: one, end } = found;
  return amount(end, { ...one, base: (one.base ?? 0) * Number(times[1]), isOne: false, each: one.base ?? 0 });
}

/** Two dozen boxes; a dozen alone counts pieces. */
function dozensOf(plain: string, end: number, number: SaidNumber): Found {
  const start = plain.startsWith(' of ', end) ? end + 4 : end + 1;
  const unit = unitAt(plain, start);
  const half = matchAt(AND_HALF, plain, end);
  const value = number.value === undefined ? undefined : (number.value + (half ? THOUSAND / 2 : 0)) * 12;
  if (half)
    return amount(end + half[0].length, {
      base: wholeBase(value, PIECE),
      unit: { ...PIECE, word: 'dozen' },
      isOne: false,
    });
  if (unit?.measure !== 'COUNT')
    return amount(end, { base: wholeBase(value, PIECE), unit: { ...PIECE, word: 'dozen' }, isOne: false });
  return amount(start + unit.word.length, { base: wholeBase(value, unit), unit, isOne: false });
}

/** /斤, 每袋, per kg, 38蚊斤, a kilo, each: what one of them is. */
function perAt(plain: string, at: number): Found | undefined {
  const per = matchAt(PER, plain, at) ?? matchAt(BEHIND_MONEY, plain, at);
  const start = at + (per?.[0].length ?? 0);
  const unit = per && unitAt(plain, start);
  if (unit)
    return {
      is: 'unit',
      amount: { base: wholeBase(THOUSAND, unit), unit, isOne: true },
      end: start + unit.word.length,
    };
  const each = matchAt(EACH, plain, at);
  return each
    ? { is: 'unit', amount: { base: 1, unit: PIECE, isOne: true }, end: at + each[0].length }
    : undefined;
}

/** a bag, one jar, half a kilo, a dozen. */
function articleAt(plain: string, at: number): Found | undefined {
  const article = matchAt(ARTICLE, plain, at);
  if (!article) return undefined;
  const number = {
    end: at + article[0].length,
    value: article[1] || article[2] ? THOUSAND / 2 : THOUSAND,
    isHan: false,
  };
  const start = unitStart(plain, { ...number, end: number.end });
  const unit = unitAt(plain, start);
  if (!unit) return undefined;
  const end = start + unit.word.length;
  return unit.word.startsWith('doz') ? dozensOf(plain, end, number) : finish(plain, number, unit, end);
}

/** 来袋面粉, 斤半: one of them; 斤把茶叶: about one. */
function bareUnitAt(plain: string, at: number): Found | undefined {
  const about = matchAt(ABOUT_ONE, plain, at);
  const some = about && unitAt(plain, at);
  if (some) return amount(at + about[0].length, { base: undefined, unit: some, isOne: false });
  const pound = poundAndMore(plain, at);
  if (pound) return pound;
  if (!BARE_ONE.test(plain.slice(0, at))) return undefined;
  const unit = unitAt(plain, at);
  const next = unit && plain[at + unit.word.length];
  if (
    !unit ||
    !/[\u4e00-\u9fff]/.test(unit.word) ||
    !next ||
    !/[\u4e00-\u9fff]/.test(next) ||
    numberAt(plain, at + unit.word.length)
  )
    return undefined;
  return /[两单把条片节张口头对双]/.test(unit.word)
    ? undefined
    : amount(at + unit.word.length, { base: wholeBase(THOUSAND, unit), unit, isOne: true });
}

/** 斤半, 斤二两: one 斤 and some. */
function poundAndMore(plain: string, at: number): Found | undefined {
  const unit = unitAt(plain, at);
  if (unit?.word !== '斤' || numberAt(plain, at - 1)) return undefined;
  const small = plain[at + 1] === file.half ? { base: 250, end: at + 2 } : liangAt(plain, at + 1);
  return small && amount(small.end, { base: 500 + small.base, unit, isOne: false });
}

function liangAt(plain: string, at: number): { base: number; end: number } | undefined {
  const number = numberAt(plain, at);
  const unit = number?.isHan && number.value !== undefined ? unitAt(plain, number.end) : undefined;
  const base = unit?.word === '两' && number ? wholeBase(number.value, unit) : undefined;
  return base !== undefined && number && base < 500 ? { base, end: number.end + 1 } : undefined;
}

/** x2, +2, 2x. */
function timesAt(plain: string, at: number): Found | undefined {
  const times = matchAt(TIMES, plain, at);
  const isAmount =
    times !== null &&
    /^\+/.test(times[0]) &&
    unitAt(plain, skipSpace(plain, at + times[0].length)) !== undefined;
  return times && !isAmount
    ? {
        is: 'number',
        value: Number(times[1] ?? times[2]) * THOUSAND,
        isTimes: true,
        end: at + times[0].length,
      }
    : undefined;
}

/** A numeral of Han signs stands alone: 五谷 and 百合 are no numbers. */
function bareNumberAt(plain: string, at: number): Found | undefined {
  const number = numberAt(plain, at);
  if (!number) return undefined;
  const text = plain.slice(at, number.end);
  if (/^[a-z]/.test(text))
    return /half|quarter|some/.test(text) ? undefined : { is: 'number', ...bare(number) };
  if (!number.isHan) return { is: 'number', ...bare(number) };
  const next = plain[number.end] ?? '';
  const isBefore =
    next === '' ||
    !/[\u4e00-\u9fff]/.test(next) ||
    (text.length > 1 && numberAt(plain, number.end) !== undefined);
  const isPieces = text === '俩' || text === '仨';
  const isAlone = isBefore && !/[\u4e00-\u9fff]/.test(plain[at - 1] ?? '');
  return isPieces ||
    (isBefore && (text.length > 1 || isAlone || text === '十' || '两三四五六七八九'.includes(text)))
    ? { is: 'number', ...bare(number) }
    : undefined;
}

const bare = ({ value, end }: SaidNumber): { value: number | undefined; isTimes: boolean; end: number } => ({
  value,
  isTimes: false,
  end,
});

/** Thousandths of a unit in base units; nothing where that is no whole number. Pounds and ounces are rounded to grams. */
function wholeBase(value: number | undefined, unit: Unit): number | undefined {
  if (value === undefined || unit.base === undefined) return undefined;
  const exact = (value * unit.base) / THOUSAND;
  const base = Number.isInteger(unit.base) ? exact : Math.round(exact);
  return Number.isSafeInteger(base) ? base : undefined;
}

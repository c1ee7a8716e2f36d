import { readData } from '../../shop/values/data-file.ts';
import { numeralsFile } from '../text/lexicon.ts';
import { readEnglish } from './numbers-english.ts';

/** Numbers are read as whole thousandths, so that 2.5 and a half stay exact. */
export const THOUSAND = 1_000;
/** The largest number that is read: a billion of anything is no order. */
const LARGEST = 1_000_000_000;

export interface SaidNumber {
  readonly end: number;
  /** In thousandths; nothing where nobody knows how many (三五, 十来, 5-6). */
  readonly value: number | undefined;
  /** What was said where it may be somewhat more: 二十来, 30多. In thousandths. */
  readonly near?: number;
  readonly isHan: boolean;
}

const file = readData('lexicon/numerals.yaml', numeralsFile);
const digits = new Map(Object.entries(file.digits));
const powers = new Map(Object.entries(file.powers));
const some = new Set(file.some);
const more = new Set(file.more);

const FRACTION = /(?:(\d{1,4}) )?([1-3])\/([248])(?![\d/])/y;
const GROUPED = /\d{1,3}(?:,\d{3})+(?![\d,])(?:\.\d{1,3})?/y;
const DECIMAL = /\d+(?:\.\d+)?/y;
const ODD = /[ -](?:something|odd)(?![a-z])/y;
/** Behind "between": of goods, and not of hours. */
const AND =
  / and (?=\d+(?:\.\d+)? ?(?:kgs?|kilos?|g|grams?|jin|lbs?|pounds?|litres?|bags?|boxes|jars|bottles|packs|pieces)(?![a-z]))/y;
const RANGE = /\s*(?:-|~|到|至|或者?|to|or)\s*(?=\d)/y;

const matchAt = (pattern: RegExp, plain: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(plain);
};

/** The number that begins at a place, if one does. */
export function numberAt(plain: string, at: number): SaidNumber | undefined {
  const sign = plain[at] ?? '';
  const found = /\d/.test(sign)
    ? digitsAt(plain, at)
    : /[a-z]/.test(sign)
      ? latinAt(plain, at)
      : hanAt(plain, at);
  if (!found) return undefined;
  const isFine =
    found.value === undefined || (Number.isSafeInteger(found.value) && found.value <= LARGEST * THOUSAND);
  return isFine ? found : { ...found, value: undefined };
}

function latinAt(plain: string, at: number): SaidNumber | undefined {
  const found = readEnglish(plain, at);
  return found && moreBehind(plain, { ...found, isHan: false });
}

function digitsAt(plain: string, at: number): SaidNumber | undefined {
  const fraction = matchAt(FRACTION, plain, at);
  if (fraction) return { end: at + fraction[0].length, value: fractionOf(fraction), isHan: false };
  const grouped = matchAt(GROUPED, plain, at);
  if (grouped)
    return { end: at + grouped[0].length, value: decimal(grouped[0].replaceAll(',', '')), isHan: false };
  const [text = ''] = matchAt(DECIMAL, plain, at) ?? [];
  const first = powersBehind(plain, at + text.length, decimal(text));
  return (/(?:from |[从由])$/.test(plain.slice(0, at)) ? undefined : range(plain, first)) ?? first;
}

const fractionOf = ([, whole = '0', above = '', below = '']: RegExpExecArray): number =>
  Number(whole) * THOUSAND + (Number(above) * THOUSAND) / Number(below);

function decimal(text: string): number | undefined {
  const [whole = '', part = ''] = text.split('.');
  if (whole.length > 9 || part.replace(/0+$/, '').length > 3) return undefined;
  return Number(whole) * THOUSAND + Number(part.slice(0, 3).padEnd(3, '0'));
}

/** 3百, 1.5万, 1千5百, 1万2 (12,000), 10多, 10几. */
function powersBehind(plain: string, start: number, first: number | undefined): SaidNumber {
  let end = start;
  let total = first;
  let power = powers.get(plain[end] ?? '');
  while (total !== undefined && power !== undefined) {
    const next = matchAt(/\d{1,3}/y, plain, end + 1)?.[0];
    const tail = next === undefined ? undefined : powers.get(plain[end + 1 + next.length] ?? '');
    total = end === start ? total * power : total;
    if (next === undefined) return moreBehind(plain, { end: end + 1, value: total, isHan: false });
    if (tail === undefined && next.length > 1) return { end: end + 1, value: total, isHan: false };
    total += Number(next) * (tail ?? power / 10) * THOUSAND;
    end += 1 + next.length;
    power = tail;
  }
  return moreBehind(plain, { end, value: total, isHan: false });
}

/** 10多, 十来, 五十几, 40+, twenty something: more than was said. 多少 asks. */
function moreBehind(plain: string, found: SaidNumber): SaidNumber {
  const odd = matchAt(ODD, plain, found.end);
  if (odd && found.value !== undefined) return { ...found, end: found.end + odd[0].length, value: undefined };
  const sign = plain[found.end] ?? '';
  const after = plain[found.end + 1] ?? '';
  if (sign === '+' && found.end - 1 >= 0 && !/[\d一二两三四五六七八九]/.test(after))
    return { ...found, end: found.end + 1, value: undefined };
  if (!more.has(sign) || '少谢久'.includes(after || ' ')) return found;
  const isRound = sign !== '几' && found.value !== undefined && found.value % (10 * THOUSAND) === 0;
  return { ...found, end: found.end + 1, value: undefined, ...(isRound && { near: found.value }) };
}

/** 5-6, 5到6, between 5 and 6: one or the other. */
function range(plain: string, first: SaidNumber): SaidNumber | undefined {
  const between =
    matchAt(RANGE, plain, first.end) ??
    (/between \d+(?:\.\d+)?$/.test(plain.slice(0, first.end)) ? matchAt(AND, plain, first.end) : null);
  if (!between) return undefined;
  const [text = ''] = matchAt(DECIMAL, plain, first.end + between[0].length) ?? [];
  const end = first.end + between[0].length + text.length;
  const isRange = text !== '' && !/[\d-]/.test(plain[end] ?? '') && (decimal(text) ?? 0) > (first.value ?? 0);
  return isRange ? { end, value: undefined, isHan: false } : undefined;
}

/** 一百二十, 一千二 (1,200), 廿五, 三点五, 半; 三五, 十来, 几十: nobody knows. */
function hanAt(plain: string, at: number): SaidNumber | undefined {
  if (plain[at] === file.half) return { end: at + 1, value: THOUSAND / 2, isHan: true };
  const pieces = file.pieces[plain[at] ?? ''];
  if (pieces !== undefined) return { end: at + 1, value: pieces * THOUSAND, isHan: true };
  const vague = someAt(plain, at);
  if (vague) return vague;
  const strict = hanWhole(plain, at);
  if (!strict) return undefined;
  return orSo(plain, strict) ?? moreBehind(plain, withPoint(plain, strict));
}

/** 几十, 好几: some. */
function someAt(plain: string, at: number): SaidNumber | undefined {
  const word = [...some].find((one) => plain.startsWith(one, at));
  const round = powers.get(plain[at] ?? '');
  // 百来斤: a hundred or so.
  if (round !== undefined && round > 10 && /[来多]/.test(plain[at + 1] ?? ''))
    return { end: at + 2, value: undefined, near: round * THOUSAND, isHan: true };
  if (word === undefined)
    return /^(?:百八十|千八百|百十)/.test(plain.slice(at, at + 3))
      ? { end: at + (plain.startsWith('百十', at) ? 2 : 3), value: undefined, isHan: true }
      : undefined;
  let end = at + word.length;
  while (powers.has(plain[end] ?? '')) end += 1;
  return moreBehind(plain, { end, value: undefined, isHan: true });
}

/** 百二, as it is said in the south: a hundred and twenty. */
const opensNumber = (plain: string, at: number): boolean => HUNDRED_AND.test(plain.slice(at, at + 3));
const HUNDRED_AND = /^[百千][一二三四五六七八九](?!十)/u;

/** The longest run that is one number. Two digits side by side are none. */
function hanWhole(plain: string, at: number): SaidNumber | undefined {
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  let lastPower = 0;
  let end = at;
  for (let i = at; i < plain.length; i += 1) {
    const sign = plain[i] ?? '';
    const joined = file.joined[sign];
    const power = powers.get(sign);
    const value = joined ? undefined : digits.get(sign);
    if (joined && section === 0 && digit === undefined) {
      section += joined === '二十' ? 20 : 30;
      lastPower = 10;
    } else if (power !== undefined) {
      if (lastPower !== 0 && power >= lastPower && power < 10_000) break;
      if (digit === undefined && power !== 10 && total + section === 0 && !opensNumber(plain, i)) break;
      if (power === 10_000) {
        total = (total + section + (digit ?? 0) || 1) * power;
        section = 0;
      } else section += (digit || 1) * power;
      digit = undefined;
      lastPower = power;
    } else if (value !== undefined) {
      if (digit !== undefined && digit !== 0) break;
      if (sign === '两' && i > at && !powers.has(plain[i + 1] ?? '')) break;
      digit = value;
      if (digit === 0) lastPower = 0;
    } else break;
    end = i + 1;
  }
  if (end === at) return undefined;
  // 一千二 is 1,200: a last digit counts tenths of the power before it, unless a zero stands between.
  const rest = digit === undefined ? 0 : lastPower > 10 ? (digit * lastPower) / 10 : digit;
  return { end, value: (total + section + rest) * THOUSAND, isHan: true };
}

/** 三点五. */
function withPoint(plain: string, found: SaidNumber): SaidNumber {
  if (plain[found.end] !== '点' || found.value === undefined) return found;
  let end = found.end + 1;
  let part = '';
  while (part.length < 3 && digits.has(plain[end] ?? '') && plain[end] !== '两') {
    part += digits.get(plain[end] ?? '');
    end += 1;
  }
  return part === '' ? found : { end, value: found.value + Number(part.padEnd(3, '0')), isHan: true };
}

/** 三四, 七八十, 两三百, 十五六, 三五: one or the other. */
function orSo(plain: string, found: SaidNumber): SaidNumber | undefined {
  const last = digits.get(plain[found.end - 1] ?? '');
  const next = digits.get(plain[found.end] ?? '');
  if (last === undefined || next === undefined || plain[found.end] === '两')
    return rangeOf(plain, found, last);
  const isPair = next === last + 1 || (last === 3 && next === 5);
  if (!isPair) return undefined;
  let end = found.end + 1;
  while (powers.has(plain[end] ?? '')) end += 1;
  return { end, value: undefined, isHan: true };
}

/** 五到六, 一两 before a unit is found by the lexer. */
function rangeOf(plain: string, found: SaidNumber, last: number | undefined): SaidNumber | undefined {
  const [between] = matchAt(/[到至]|或者?/y, plain, found.end) ?? [];
  const next = between === undefined ? undefined : hanWhole(plain, found.end + between.length);
  if (last === undefined || !next || next.value === undefined || next.value <= (found.value ?? 0))
    return undefined;
  return { end: next.end, value: undefined, isHan: true };
}

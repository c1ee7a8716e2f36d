import { ENGLISH, readEnglish } from './numbers-english.ts';

/** Numbers are read as whole thousandths, so that 2.5 and a half stay exact. */
export const THOUSAND = 1_000;

/** The largest number that is read: a billion of anything is no order. */
const LARGEST = 1_000_000_000;

const digits: Readonly<Record<string, number>> = {
  ...signs('零〇', 0, 0),
  ...signs('一二三四五六七八九', 1, 1),
  ...signs('壹贰叁肆伍陆柒捌玖', 1, 1),
  两: 2,
  俩: 2,
  仨: 3,
};
const powers: Readonly<Record<string, number>> = {
  十: 10,
  拾: 10,
  百: 100,
  佰: 100,
  千: 1_000,
  仟: 1_000,
  万: 10_000,
};

function signs(text: string, first: number, step: number): Record<string, number> {
  return Object.fromEntries([...text].map((sign, i) => [sign, first + i * step]));
}

const HAN_SIGN = '[零〇一二三四五六七八九十百千万廿卅壹贰叁肆伍陆柒捌玖拾佰仟]';

/**
 * Where a number may stand, as the source of a pattern with the flag `u` over plain text. 两 is a number before a
 * unit and a unit after a number: here it is a number alone, or opens one (两百).
 */
export const NUMBER = [
  String.raw`(?:\d{1,4} )?[1-3]\/[248](?![\d/])`,
  String.raw`\d{1,3}(?:,\d{3})+(?![\d,])(?:\.\d{1,3})?`,
  String.raw`\d{1,5}(?:\.\d{1,3})?[百千万](?![合香层张里年])(?:\d{1,3}[十百千])*(?:\d(?![\d.]))?`,
  String.raw`\d+(?:\.\d+)?`,
  `(?:两(?=[百千万]))?${HAN_SIGN}(?:${HAN_SIGN}|两(?=[百千])){0,15}(?:点[零一二三四五六七八九]{1,3})?|[两俩仨]|半`,
  ENGLISH,
].join('|');

/** A number in thousandths; nothing where it is none, or none that is certain (`三四`, one or the other). */
export function readNumber(text: string): number | undefined {
  const value = numberOf(text);
  return value !== undefined && Number.isSafeInteger(value) && value <= LARGEST * THOUSAND
    ? value
    : undefined;
}

function numberOf(text: string): number | undefined {
  if (text === '半') return THOUSAND / 2;
  if (/^[\d ]*\d\/\d$/.test(text)) return fraction(text);
  if (/^[\d.,]+$/.test(text)) return decimal(text.replaceAll(',', ''));
  if (/^\d/.test(text)) return mixed(text);
  return /^[a-z]/.test(text) ? readEnglish(text) : chinese(text);
}

function decimal(text: string): number | undefined {
  const [whole = '', part = ''] = text.split('.');
  if (whole.length > 9 || part.replace(/0+$/, '').length > 3) return undefined;
  return Number(whole) * THOUSAND + Number(part.slice(0, 3).padEnd(3, '0'));
}

/** 1/2 and 1 1/2. */
function fraction(text: string): number | undefined {
  const [, whole = '0', above = '', below = ''] = /^(?:(\d+) )?(\d)\/(\d)$/.exec(text) ?? [];
  return Number(whole) * THOUSAND + (Number(above) * THOUSAND) / Number(below);
}

/** 3百, 1.5万, 1千5百, 1万2 (12,000). */
function mixed(text: string): number | undefined {
  let total = 0;
  let lastPower = 1;
  for (const [, number = '', sign] of text.matchAll(/(\d+(?:\.\d+)?)([十百千万])?/g)) {
    const value = decimal(number);
    if (value === undefined) return undefined;
    const power = sign === undefined ? lastPower / 10 : (powers[sign] ?? 1);
    total += value * power;
    lastPower = power;
  }
  return total;
}

/** 一百二十, 一千二 (1,200), 廿五, 三点五. Two digits side by side are one or the other, not a number. */
function chinese(text: string): number | undefined {
  const [whole = '', part] = text.replaceAll('廿', '二十').replaceAll('卅', '三十').split('点');
  const value = chineseWhole(whole);
  if (value === undefined || part === undefined) return value === undefined ? undefined : value * THOUSAND;
  const decimals = [...part].map((sign) => digits[sign] ?? 0).join('');
  return value * THOUSAND + Number(decimals.padEnd(3, '0'));
}

function chineseWhole(text: string): number | undefined {
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  let lastPower = 0;
  for (const sign of text) {
    const power = powers[sign];
    if (power === undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      digit = digits[sign];
      if (digit === undefined) return undefined;
      if (digit === 0) lastPower = 0;
      continue;
    }
    if (power === 10_000) {
      total = (total + section + (digit ?? 0) || 1) * power;
      section = 0;
    } else section += (digit || 1) * power;
    digit = undefined;
    lastPower = power;
  }
  // 一千二 is 1,200: a last digit counts tenths of the power before it, unless a zero stands between.
  const rest = digit === undefined ? 0 : lastPower > 10 ? (digit * lastPower) / 10 : digit;
  return total + section + rest;
}

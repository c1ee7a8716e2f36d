/** Numbers are read as whole thousandths, so that 2.5 and a half stay exact. */
export const THOUSAND = 1_000;

const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  俩: 2,
  三: 3,
  仨: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const powers: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1_000, 万: 10_000 };

const english: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};

const ENGLISH_ONES = Object.keys(english).join('|');

/** Where a number may stand. 两 is a number before a unit and a unit after a number: here it ends a number or opens one. */
export const NUMBER = [
  String.raw`\d+(?:,\d{3})+(?:\.\d{1,3})?(?![\d.])[百千万]?`,
  String.raw`\d+(?:\.\d+)?[百千万]?`,
  `(?:[零〇一二三四五六七八九十百千万廿卅]|两(?=[百千万]))+(?:点[零一二三四五六七八九]+)?|[两俩仨]|半`,
  String.raw`\b(?:(?:${ENGLISH_ONES})(?:[ -](?:${ENGLISH_ONES}))?(?: and a half)?(?: hundred| thousand)?|a hundred|half an?|half)\b`,
].join('|');

/** A number in thousandths; nothing where it is none, or none that is certain (`三四`, one or the other). */
export function readNumber(text: string): number | undefined {
  if (text === '半' || /^half/.test(text)) return THOUSAND / 2;
  if (/^\d/.test(text)) return arabic(text);
  if (/^[a-z]/.test(text)) return englishNumber(text);
  return chinese(text);
}

function arabic(text: string): number | undefined {
  const power = powers[text.at(-1) ?? ''] ?? 1;
  const [whole = '', part = ''] = text
    .replace(/[百千万]$/, '')
    .replaceAll(',', '')
    .split('.');
  if (whole.length > 9 || part.length > 3) return undefined;
  return (Number(whole) * THOUSAND + Number(part.padEnd(3, '0'))) * power;
}

function englishNumber(text: string): number | undefined {
  if (text === 'a hundred') return 100 * THOUSAND;
  const power = text.endsWith(' hundred') ? 100 : text.endsWith(' thousand') ? 1_000 : 1;
  const half = text.includes('and a half') ? THOUSAND / 2 : 0;
  const [tens, ones] = text.replace(/ and a half| hundred| thousand/g, '').split(/[ -]/);
  const first = english[tens ?? ''];
  const second = ones === undefined ? 0 : english[ones];
  if (first === undefined || second === undefined || (second > 0 && (first < 20 || second > 9)))
    return undefined;
  return ((first + second) * THOUSAND + half) * power;
}

/** 一百二十, 一千二 (1,200), 廿五, 三点五. Two digits side by side are one or the other, not a number. */
function chinese(text: string): number | undefined {
  const [whole = '', part] = text.replaceAll('廿', '二十').replaceAll('卅', '三十').split('点');
  const value = chineseWhole(whole);
  if (value === undefined || part === undefined) return value === undefined ? undefined : value * THOUSAND;
  const decimals = [...part].map((sign) => digits[sign] ?? 0).join('');
  return value * THOUSAND + Number(decimals.slice(0, 3).padEnd(3, '0'));
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
      if (digit === 0) lastPower = 0;
    } else if (power === 10_000) {
      total = (total + section + (digit ?? 0) || 1) * power;
      section = 0;
      digit = undefined;
      lastPower = power;
    } else {
      section += (digit ?? 1) * power;
      digit = undefined;
      lastPower = power;
    }
  }
  // 一千二 is 1,200: a last digit counts tenths of the power before it, unless a zero stands between.
  const rest = digit === undefined ? 0 : lastPower > 10 ? (digit * lastPower) / 10 : digit;
  return total + section + rest;
}

const DIGITS = '零一二三四五六七八九';
const ENGLISH =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const TENS: Readonly<Record<string, number>> = { thirty: 30, forty: 40, fifty: 50, ninety: 90, sixty: 60 };

/** A number as it is said with hours, minutes and days: 8, 十二, 廿六, twenty. */
export const NUM = '(?:[零〇]?\\d{1,2}|[零〇一二两俩三四五六七八九十廿]{1,3})';
export const ENGLISH_NUM = `(?:\\d{1,3}|${[...ENGLISH].reverse().join('|')}|${Object.keys(TENS).join('|')})`;

/** The value of what NUM or ENGLISH_NUM found. */
export function parseNumeral(words: string): number {
  if (/^[零〇]?\d+$/.test(words)) return Number(words.replace(/^[零〇]/, ''));
  if (ENGLISH.includes(words)) return ENGLISH.indexOf(words);
  if (TENS[words] !== undefined) return TENS[words];
  return chinese(
    words
      .replace(/[两俩]/g, '二')
      .replace('〇', '零')
      .replace('廿', '二十'),
  );
}

function chinese(words: string): number {
  const [tens, ones] = words.includes('十') ? words.split('十') : [undefined, words];
  const digit = (sign: string): number => DIGITS.indexOf(sign);
  if (tens !== undefined) return (tens === '' ? 1 : digit(tens)) * 10 + (ones ? digit(ones) : 0);
  return [...words].reduce((sum, sign) => sum * 10 + digit(sign), 0);
}

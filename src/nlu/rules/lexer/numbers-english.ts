const THOUSANDTHS = 1_000;

const small =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety';

const values = new Map<string, number>([
  ...small.split(' ').map((word, i): [string, number] => [word, i + 1]),
  ...tens.split(' ').map((word, i): [string, number] => [word, (i + 2) * 10]),
  ['a', 1],
]);

const SMALL = `(?:${[...small.split(' ')].reverse().join('|')})`;
const TENS = `(?:${tens.replaceAll(' ', '|')})`;
const BELOW_HUNDRED = `(?:${TENS}(?:[ -]${SMALL})?|${SMALL})`;

/** An English number in words, as the source of a pattern: `two`, `twenty-five`, `a hundred and twenty`, `two and a half`. */
export const ENGLISH = [
  `\\b(?:(?:a|${BELOW_HUNDRED}) (?:hundred|thousand)(?:(?: and)? ${BELOW_HUNDRED})?|${BELOW_HUNDRED})(?: and a half)?\\b`,
  '\\b(?:half an?|half|three quarters(?: of an?)?|(?:a )?quarter(?: of an?)?)\\b',
].join('|');

/** In thousandths; nothing where the words are no number (`twenty twelve`). */
export function readEnglish(text: string): number | undefined {
  if (/^half/.test(text)) return THOUSANDTHS / 2;
  if (/quarter/.test(text)) return (text.startsWith('three') ? 3 : 1) * (THOUSANDTHS / 4);
  const half = text.endsWith(' and a half') ? THOUSANDTHS / 2 : 0;
  const [, front = '', power, back] =
    /^(.+?)(?: (hundred|thousand)(?:(?: and)? (.+))?)?$/.exec(text.replace(/ and a half$/, '')) ?? [];
  const first = belowHundred(front);
  const last = back === undefined ? 0 : belowHundred(back);
  if (first === undefined || last === undefined) return undefined;
  const factor = power === 'hundred' ? 100 : power === 'thousand' ? 1_000 : 1;
  return (first * factor + last) * THOUSANDTHS + half;
}

function belowHundred(text: string): number | undefined {
  const [front = '', back] = text.split(/[ -]/);
  const first = values.get(front);
  const second = back === undefined ? 0 : values.get(back);
  if (first === undefined || second === undefined) return undefined;
  return second > 0 && (first < 20 || second > 9) ? undefined : first + second;
}

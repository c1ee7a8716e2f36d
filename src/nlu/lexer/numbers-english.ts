import { readData } from '../../shop/values/data-file.ts';
import { numeralsFile } from '../text/lexicon.ts';

const THOUSANDTHS = 1_000;
const file = readData('lexicon/numerals.yaml', numeralsFile);
const names = Object.keys(file.english).sort((one, other) => other.length - one.length);
const BELOW = `(?:(?:${names.filter((name) => name.endsWith('ty')).join('|')})[ -])?(?:${names.join('|')})`;
const POWER = Object.keys(file.englishPowers).join('|');
const NUMBER = new RegExp(
  `(?:(a|${BELOW}) (${POWER})(?:(?: and)? (${BELOW}))?|(${BELOW}))( and a half)?(?![a-z])`,
  'y',
);
const PART = /(half|three quarters?|(?:a )?quarter)(?: of)?(?: an?)?(?![a-z])/y;
const SOME = new RegExp(`(?:${file.englishSome})(?![a-z])(?: of(?![a-z]))?`, 'y');
const OR = new RegExp(`(?:-| to | or )(?:${names.join('|')})(?![a-z])`, 'y');

/** An English number in words at a place, in thousandths: two, a hundred and twenty, two and a half, half a. */
export function readEnglish(
  plain: string,
  at: number,
): { end: number; value: number | undefined } | undefined {
  const part = match(PART, plain, at);
  if (part) return { end: at + part[0].length, value: partOf(part[1] ?? '') };
  const vague = match(SOME, plain, at);
  if (vague) return { end: at + vague[0].length, value: undefined };
  const found = match(NUMBER, plain, at);
  if (!found) return undefined;
  const end = at + found[0].length;
  const or = found[4] === undefined || found[5] ? null : match(OR, plain, end);
  return or && !/ty$/.test(found[4] ?? '')
    ? { end: end + or[0].length, value: undefined }
    : { end, value: inWords(found) };
}

function match(pattern: RegExp, plain: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(plain);
}

const partOf = (word: string): number =>
  word === 'half' ? THOUSANDTHS / 2 : (word.startsWith('three') ? 3 : 1) * (THOUSANDTHS / 4);

function inWords([, front, power = '', back, alone, half]: RegExpExecArray): number | undefined {
  const first = front === 'a' ? 1 : belowHundred(front ?? alone ?? '');
  const last = back === undefined ? 0 : belowHundred(back);
  if (first === undefined || last === undefined) return undefined;
  const factor = file.englishPowers[power] ?? 1;
  return (first * factor + last) * THOUSANDTHS + (half ? THOUSANDTHS / 2 : 0);
}

function belowHundred(text: string): number | undefined {
  const [front = '', back] = text.split(/[ -]/);
  const first = file.english[front];
  const second = back === undefined ? 0 : file.english[back];
  if (first === undefined || second === undefined) return undefined;
  return second > 0 && (first < 20 || second > 9) ? undefined : first + second;
}

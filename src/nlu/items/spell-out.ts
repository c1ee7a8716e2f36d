import { numberAt, THOUSAND } from '../lexer/numbers.ts';
import { quantityAt } from '../lexer/quantities.ts';
import { normalizeText, type Text } from '../text/text.ts';
import { itemWords } from './item-words.ts';

// 1、3、6号各一份 names three things and says 号 once: each number gets its own, so that each can have its amount.

const { before, several, between, from, each } = itemWords;

const HAN = '一二三四五六七八九十';
const NUMBER = `(?:\\d{1,3}|[${HAN}]{1,3})`;
const ENGLISH = '(?:\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)';
const BETWEEN = `(?:\\s*(?:${between})+\\s*|\\s+)`;
const FROM = `\\s*(?:${from})\\s*`;
const NO_PART = `(?<![\\d.月${HAN}])`;

const EACH = new RegExp(each);
const APART = new RegExp(`(?<=[\\d${HAN}])\\s+(?=号\\s*(?:链接|$|[\\s\\d+x*,${HAN}两半俩仨各来要]))`, 'g');
const RUN = new RegExp(`${NO_PART}(${NUMBER})号?${FROM}(${NUMBER})号(?!\\d)`, 'g');
const LIST = new RegExp(`${NO_PART}${NUMBER}号?(?:${BETWEEN}${NUMBER}号?)*${BETWEEN}${NUMBER}号`, 'g');
/** 一二三号: signs side by side, in their order. */
const SIGNS = new RegExp(`(?<![${HAN}])[${HAN.slice(0, -1)}]{2,6}号`, 'g');
const SIGN = `(?:(?:${before})\\.? ?|#)`;
const NUMBERS = `#?${ENGLISH}(?:(?:\\s*(?:,|and\\b|&|to\\b|through\\b|-)\\s*)+${SIGN}?#?${ENGLISH}\\b)+`;
const ENGLISH_LIST = new RegExp(`\\b(?:${several})\\.? ${NUMBERS}|(?<=\\beach of )${NUMBERS}`, 'g');
const ENGLISH_EACH = new RegExp(`(?:(?<![a-z])${SIGN})${NUMBERS}`, 'g');
/** Item three; number one only where so much of it follows. */
const WORD =
  /\b(item|link|number|product) (?!one\b(?!,? ?(?:\d|an?\b|two|three|four|five|six|half)))([a-z]+)\b/g;

/** Longer runs are none of goods. */
const LONGEST = 12;

/** Without one of these no number is one of goods. */
const MENTIONS = /[号號]|#|\b(?:items?|links?|no|nos|numbers?|product|each of)\b/i;

/** The message with each number of a list, and of a run from one to another, said on its own. */
export function spellOutItems(message: string): string {
  if (!MENTIONS.test(message)) return message;
  const typed = normalizeText(message);
  const joined = replaced(typed, APART, () => '');
  const single = replaced(joined, WORD, ([all, word = '', number = '']) =>
    numberIn(number) === undefined ? all : `${word} ${numberIn(number)}`,
  );
  const listed = replaced(single, ENGLISH_LIST, englishList);
  const spelled = EACH.test(typed.plain) ? eachSpelled(listed) : listed;
  return spelled === typed ? message : spelled.said;
}

/** 1、3号各一斤: where each is said to have so much, a list is of goods whatever stands between its numbers. */
function eachSpelled(text: Text): Text {
  const english = replaced(text, ENGLISH_EACH, englishList);
  const runs = replaced(english, RUN, ([all, first = '', last = '']) => runOf(first, last) ?? all);
  const lists = replaced(runs, LIST, ([all]) => itemsIn(all));
  return replaced(lists, SIGNS, ([all]) =>
    isAscending(all) ? [...all.slice(0, -1)].map(named).join('') : all,
  );
}

const englishList = ({ 0: all, index, input }: RegExpExecArray): string => englishItems(all, input, index);

/** What stands in the plain reading is looked at; what is not changed stays as it was typed. */
function replaced(text: Text, pattern: RegExp, by: (found: RegExpExecArray) => string): Text {
  const { said, plain } = text;
  const changed = { said: '', plain: '' };
  let end = 0;
  for (const found of plain.matchAll(pattern)) {
    const spelled = by(found);
    changed.said += said.slice(end, found.index) + spelled;
    changed.plain += plain.slice(end, found.index) + spelled;
    end = found.index + found[0].length;
  }
  return end === 0 ? text : { said: changed.said + said.slice(end), plain: changed.plain + plain.slice(end) };
}

const numberIn = (text: string): number | undefined => {
  const found = numberAt(text, 0);
  return found?.end === text.length && found.value !== undefined ? found.value / THOUSAND : undefined;
};

const named = (number: string | number): string => `${number}号`;

const itemsIn = (text: string): string =>
  [...text.matchAll(new RegExp(NUMBER, 'g'))].map(([number]) => named(number)).join('');

function runOf(first: string, last: string): string | undefined {
  const numbers = countUp(numberIn(first), numberIn(last));
  return numbers?.map(named).join('');
}

function countUp(first: number | undefined, last: number | undefined): number[] | undefined {
  if (first === undefined || last === undefined || last <= first || last - first >= LONGEST) return undefined;
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

const isAscending = (text: string): boolean =>
  [...text.slice(0, -1)].every(
    (sign, i, all) => i === 0 || HAN.indexOf(sign) > HAN.indexOf(all[i - 1] ?? ''),
  );

/** items 1, 2 and 6; items 1 to 3: item 1, item 2, … What is behind the first amount is no number of goods. */
function englishItems(text: string, plain: string, start: number): string {
  const found = [...text.matchAll(new RegExp(`${ENGLISH}\\b`, 'g'))];
  const amount = found.findIndex(({ index, 0: number }) => isAmount(plain, start + index, number.length));
  const [first, ...others] = amount < 0 ? found : found.slice(0, amount);
  const last = others.at(-1) ?? first;
  if (!first || !last) return text;
  const numbers = [first, ...others].map(([number]) => numberIn(number));
  const end = last.index + last[0].length;
  const isRun = numbers.length === 2 && /\d\s*(?:to|through|-)\s*#?\d/.test(text.slice(0, end));
  const all = isRun ? countUp(numbers[0], numbers[1]) : numbers;
  return all ? all.map((number) => `item ${number}`).join(', ') + text.slice(end) : text;
}

/** One bag each, one each. */
const isAmount = (plain: string, at: number, length: number): boolean =>
  quantityAt(plain, at)?.is === 'amount' || /^ ?(?:each|apiece|of|x)\b/.test(plain.slice(at + length));

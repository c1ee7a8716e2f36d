import { normalizeText } from '../../text/text.ts';
import { namesOtherPlace, soundsAlike } from './alike-names.ts';
import { isAllSaid, isAtWay, isInstead, namesAddress, type Place, wordOn } from './held.ts';
import type { Swap } from './swap.ts';

/** One part of a known address that is put right. */
export interface AddressFix {
  readonly from: string;
  readonly to: string;
  /** The address with it. */
  readonly address: string;
  /** Whether the message says that it is of the address; 98号才对，不是88号 alone does not. */
  readonly isNamed: boolean;
}

/**
 * 98号才对，不是88号; its flat 5 not flat 3: one number or one name of the address is another. Nothing where it is not certain
 * which part is meant or which of the two holds, or more than one is new, nor where a number may be one of something else. What
 * was wrong need not be said where only one part is of its kind.
 */
export function readAddressFix(message: string, address: string): AddressFix | undefined {
  const [said, known] = [normalizeText(message), normalizeText(address)];
  if (known.said.length !== known.plain.length || said.said.length !== said.plain.length) return undefined;
  const isWhole = namesOtherPlace(said.plain, known.plain);
  const number = isWhole ? undefined : swapNumber(said.plain, known.plain);
  const swap = number ?? soundsAlike(said.plain, known.plain);
  if (!swap) return undefined;
  const { at, length, from } = swap;
  const to = said.said.slice(from.start, from.end);
  const was = known.said.slice(at, at + length);
  const now = `${known.said.slice(0, at)}${to}${known.said.slice(at + length)}`;
  return { from: was, to, address: now, isNamed: number === undefined || isOfAddress(said.plain) };
}

interface NumberPart {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** With what it counts. */
  readonly whole: Place;
  /** What it counts: 号, 单元, flat. */
  readonly unit: string;
}

const COUNTED = '号楼|号院|号|弄|栋|幢|座|单元|楼|层|室|户|门|巷|组|队|村|街|路';
const NUMBER = new RegExp(
  `(?:\\b(?<before>flat|apt|apartment|unit|room|floor|building|block|number|no|sector|suite|tower|gate|house)\\.?\\s*#?\\s*)?` +
    `(?<number>[a-z]{0,2}\\d+[a-z\\d]*|(?<![a-z])[a-z](?=\\s*(?:座|栋|区|幢))|[一二三四五六七八九十百零]+(?=\\s*(?:${COUNTED})))` +
    `\\s*(?<behind>${COUNTED})?`,
  'gu',
);

const numbersIn = (plain: string): NumberPart[] =>
  [...plain.matchAll(NUMBER)].flatMap((found): NumberPart[] => {
    const { before = '', number = '', behind = '' } = found.groups ?? {};
    const start = found.index + found[0].indexOf(number, before.length);
    const isPhone = number.length > 6;
    const whole = { start: found.index, end: found.index + found[0].trimEnd().length };
    return isPhone
      ? []
      : [{ text: number, start, end: start + number.length, whole, unit: behind || before }];
  });

function swapNumber(said: string, known: string): Swap | undefined {
  const [parts, there] = [numbersIn(said), numbersIn(known)];
  const isThere = ({ text }: NumberPart): boolean => there.some((one) => one.text === text);
  const fresh = distinct(parts.filter((one) => !isThere(one)));
  const old = distinct(parts.filter(isThere));
  const [to, ...others] = fresh;
  if (!to || others.length > 0 || old.length > 1) return undefined;
  const [was] = old;
  const wordOf = (one: NumberPart) =>
    wordOn(
      said,
      parts.filter(({ text }) => text === one.text).map(({ whole }) => whole),
    );
  if (!isInstead(wordOf(to), was && wordOf(was))) return undefined;
  const meant = was
    ? (only(there.filter(({ text, unit }) => text === was.text && (was.unit === '' || unit === was.unit))) ??
      only(there.filter(({ text }) => text === was.text)))
    : only(there.filter(({ unit }) => to.unit !== '' && unit === to.unit));
  if (!meant || !isClear(said, parts, was)) return undefined;
  // 3号 for 3单元 is no slip of a number.
  const isOther = [to, ...(was ? [was] : [])].some(
    ({ unit }) => unit !== '' && meant.unit !== '' && unit !== meant.unit,
  );
  return isOther ? undefined : { at: meant.start, length: meant.end - meant.start, from: to };
}

/** Days, goods of a stream and phones have numbers too: 号 alone may be any of them. */
const isLone = ({ unit }: NumberPart): boolean => LONE.has(unit);
const LONE = new Set(['', '号', 'number', 'no']);

const isOfAddress = (said: string): boolean =>
  namesAddress(said) || numbersIn(said).some((one) => !isLone(one) || isAtWay(said, one.whole));

function isClear(said: string, parts: readonly NumberPart[], was: NumberPart | undefined): boolean {
  if (isOfAddress(said)) return true;
  return (
    was?.unit === '号' &&
    isAllSaid(
      said,
      parts.map(({ whole }) => whole),
    )
  );
}

const distinct = (parts: readonly NumberPart[]): NumberPart[] => [
  ...new Map(parts.map((one) => [one.text, one])).values(),
];

const only = <T>([one, ...others]: readonly T[]): T | undefined => (others.length === 0 ? one : undefined);

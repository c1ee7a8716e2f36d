import { normalizeText } from '../../text/text.ts';
import { namesOtherPlace, soundsAlike } from './alike-names.ts';
import type { Swap } from './swap.ts';

/** One part of a known address that is put right. */
export interface AddressFix {
  readonly from: string;
  readonly to: string;
  /** The address with it. */
  readonly address: string;
}

/**
 * 98号才对，不是88号; its flat 5 not flat 3: one number or one name of the address is another. Nothing where it is not certain
 * which part is meant, or more than one is new. What was wrong need not be said where only one part is of its kind.
 */
export function readAddressFix(message: string, address: string): AddressFix | undefined {
  const [said, known] = [normalizeText(message), normalizeText(address)];
  if (known.said.length !== known.plain.length || said.said.length !== said.plain.length) return undefined;
  const isWhole = namesOtherPlace(said.plain, known.plain);
  const swap =
    (isWhole ? undefined : swapNumber(said.plain, known.plain)) ?? soundsAlike(said.plain, known.plain);
  if (!swap) return undefined;
  const { at, length, from } = swap;
  const to = said.said.slice(from.start, from.end);
  const was = known.said.slice(at, at + length);
  return { from: was, to, address: `${known.said.slice(0, at)}${to}${known.said.slice(at + length)}` };
}

interface NumberPart {
  readonly text: string;
  readonly start: number;
  readonly end: number;
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
    return isPhone ? [] : [{ text: number, start, end: start + number.length, unit: behind || before }];
  });

function swapNumber(said: string, known: string): Swap | undefined {
  const [parts, there] = [numbersIn(said), numbersIn(known)];
  const isThere = ({ text }: NumberPart): boolean => there.some((one) => one.text === text);
  const fresh = distinct(parts.filter((one) => !isThere(one)));
  const old = distinct(parts.filter(isThere));
  const [to, ...others] = fresh;
  if (!to || others.length > 0 || old.length > 1) return undefined;
  const [was] = old;
  const meant = was
    ? (only(there.filter(({ text, unit }) => text === was.text && (was.unit === '' || unit === was.unit))) ??
      only(there.filter(({ text }) => text === was.text)))
    : only(there.filter(({ unit }) => to.unit !== '' && unit === to.unit));
  // 3号 for 3单元 is no slip of a number.
  const isOther = was && meant && to.unit !== '' && meant.unit !== '' && to.unit !== meant.unit;
  return meant && !isOther ? { at: meant.start, length: meant.end - meant.start, from: to } : undefined;
}

const distinct = (parts: readonly NumberPart[]): NumberPart[] => [
  ...new Map(parts.map((one) => [one.text, one])).values(),
];

const only = <T>([one, ...others]: readonly T[]): T | undefined => (others.length === 0 ? one : undefined);

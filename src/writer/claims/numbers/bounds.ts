import { z } from 'zod';
import { readDataFile } from '../../../shop/values/data-file.ts';
import type { Span } from '../phrases.ts';
import { agree, type Quantity } from './quantity.ts';

/** On which side of a number what it speaks of lies: 不到两公里, four jin and more. */
export type Bound = 'above' | 'below';

/** How near a number is said to be: 刚好三斤, three jin or so. */
type Nearness = 'exact' | 'about';

const words = z.array(z.string().min(1));
const shape = {
  'exact, before': words,
  'exact, behind': words,
  'about, before': words,
  'about, behind': words,
  'above, before': words,
  'above, behind': words,
  'below, before': words,
  'below, behind': words,
};

interface Cues {
  readonly before: RegExp;
  readonly behind: RegExp;
  /** Those that stand before. */
  readonly words: readonly string[];
}

let loaded: Readonly<Record<Bound | Nearness, Cues>> | undefined;

function cues(): Readonly<Record<Bound | Nearness, Cues>> {
  loaded ??= read();
  return loaded;
}

function read(): Readonly<Record<Bound | Nearness, Cues>> {
  const data = readDataFile('bounds.yaml', shape);
  const anyOf = (list: readonly string[]): string =>
    list.map((word) => (/^[a-z]/.test(word) ? `\\b${word}\\b` : word)).join('|');
  const cuesOf = (before: readonly string[], behind: readonly string[]): Cues => ({
    words: before,
    before: new RegExp(`(?:${anyOf(before)})\\s*(?:about |约)?$`, 'iu'),
    behind: new RegExp(`^\\s*(?:钱|重)?(?:${anyOf(behind)})(?!\\s*[\\d半一两二三四五六七八九十])`, 'iu'),
  });
  return {
    exact: cuesOf(data['exact, before'], data['exact, behind']),
    about: cuesOf(data['about, before'], data['about, behind']),
    above: cuesOf(data['above, before'], data['above, behind']),
    below: cuesOf(data['below, before'], data['below, behind']),
  };
}

/** The bound that a text sets by a number in it, if it does, with the words that set it. */
export function readBound(text: string, { from, to }: Span): (Span & { readonly bound: Bound }) | undefined {
  const [left, right] = [text.slice(0, from), text.slice(to)];
  for (const bound of ['above', 'below'] as const) {
    const { before, behind } = cues()[bound];
    const ahead = before.exec(left);
    if (ahead) return { bound, from: ahead.index, to };
    const after = behind.exec(right);
    if (after) return { bound, from, to: to + after[0].length };
  }
  return undefined;
}

/** Whether a text says of a number in it that it is just so much, or about so much. */
export function isSaidToBe(nearness: Nearness, text: string, { from, to }: Span): boolean {
  const { before, behind } = cues()[nearness];
  return before.test(text.slice(0, from)) || behind.test(text.slice(to));
}

/** What is said of each one is not said of some. */
export const EVERY_ONE =
  /[每个各]\p{Script=Han}{0,2}都|个个|颗颗|只只|\bevery (?:one|single)\b|\beach one\b/iu;

/** 每袋八头: each, of 六到八头. */
const OF_EACH = /每[袋箱盒包瓶罐只个斤份篮筐]$/u;

/** 正好两斤, or 每只都有两斤, where facts know of 两斤左右, or of a range that ends there, and of nothing more exact. */
export function isTooExact(clause: string, said: Quantity, facts: readonly Counted[]): boolean {
  const isOfEach = OF_EACH.test(clause.slice(0, said.from));
  if (!isSaidToBe('exact', clause, said) && !EVERY_ONE.test(clause) && !isOfEach) return false;
  const isAbout = (text: string, one: Quantity): boolean =>
    !isOfEach && (isSaidToBe('about', text, one) || one.isOver === true);
  const given = facts.flatMap(({ text, found }) =>
    found
      .filter((one) => agree(said.dimension, one.dimension) && one.value === said.value)
      .map((one) => isAbout(text, one) || isEndOfRange(one, text, found)),
  );
  return given.length > 0 && given.every((isRough) => isRough);
}

/** A text and its numbers. */
export interface Counted {
  readonly text: string;
  readonly found: readonly Quantity[];
}

/** Whether words that set a bound to the number behind them begin at a place: 不到两公里 denies nothing. */
export function isBoundAt(text: string, at: number): boolean {
  const rest = text.slice(at);
  return [...cues().above.words, ...cues().below.words].some(
    (word) => rest.startsWith(word) && NUMERAL.test(rest.slice(word.length)),
  );
}

const NUMERAL = /^\s*[\d半一两二三四五六七八九十百千]/u;

/** What is said to be more than a number is not a third more, and what is said to be less not a third less. */
const FAR = 1.3;

/** Whether a value that the facts give lies on the side of a number that a text says, and near it. */
export const isWithin = (value: number, said: number, bound: Bound): boolean =>
  bound === 'above' ? value >= said && value < said * FAR : value <= said && value > said / FAR;

/** The ends of a range in a fact: 六到八两. */
const RANGE = /^\s*(?:[到至~–-]|to|and|or)\s*$/i;

/** Where the two numbers of a range stand beside each other; the first may have been read with what joins them. */
const isRange = (text: string, one: Span, next: Span): boolean =>
  RANGE.test(text.slice(one.to, next.from)) || /(?:[到至~–-]| to )$/.test(text.slice(one.from, one.to));

function isEndOfRange(one: Quantity, text: string, found: readonly Quantity[]): boolean {
  const at = found.indexOf(one);
  const [before, next] = [found[at - 1], found[at + 1]];
  return (
    (next !== undefined && isRange(text, one, next)) || (before !== undefined && isRange(text, before, one))
  );
}

/**
 * Whether the quantities of a fact bear out a number with a bound: said so themselves, the end of a range on that side
 * (六到八两 are 六两 and more, not 八两 and more), or another number near it on that side.
 */
export function isBorneOut(said: Quantity, bound: Bound, fact: string, given: readonly Quantity[]): boolean {
  return given.some((one, i) => {
    if (!agree(said.dimension, one.dimension)) return false;
    if (one.value !== said.value) return isWithin(one.value, said.value, bound);
    const [before, next] = [given[i - 1], given[i + 1]];
    const isLower = next !== undefined && next.value > one.value && isRange(fact, one, next);
    const isUpper = before !== undefined && before.value < one.value && isRange(fact, before, one);
    if (isLower || isUpper) return bound === 'above' ? isLower : isUpper;
    // Sent in two days is sent within two days; two hundred grams are not two hundred and more.
    return bound === 'below' || one.isOver === true || readBound(fact, one)?.bound === bound;
  });
}

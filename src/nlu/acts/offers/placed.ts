import { normalizeText } from '../../text/text.ts';
import { lexicon } from '../lexicon.ts';
import { phrasePattern } from '../phrases.ts';
import { isOfJustSpoken } from './of-table.ts';
import { tableWords } from './table-lexicon.ts';

// 第二个改成23块: one of the goods of a list, by its place.

/** Which place of a list is spoken of, and what is said of it. */
export interface Placed {
  /** From 1; the last one is -1. */
  readonly nth: number;
  /** The message with a name where the place stood. */
  named(title: string): string;
}

/** 第二单, 第一场, 第三位: of orders, streams and people. */
const ofElse = /[单场位家户]$/u;

const places = Object.entries(lexicon.ordinals)
  .map(([n, phrases]) => ({
    nth: Number(n),
    pattern: phrasePattern([
      ...phrases.filter((phrase) => !ofElse.test(phrase)),
      ...(n === '-1' ? tableWords.lastPlaces : []),
    ]),
  }))
  .sort((one, other) => one.nth - other.nth);

/** Nothing where no place is named, or more than the place: 第二个顾客说太贵. */
export function readPlaced(message: string): Placed | undefined {
  const { said, plain } = normalizeText(message);
  if (!isOfJustSpoken(message)) return undefined;
  for (const { nth, pattern } of places) {
    const found = pattern.exec(plain);
    if (!found) continue;
    const [before, behind] = [said.slice(0, found.index), said.slice(found.index + found[0].length)];
    const isHan = /\p{Script=Han}/u.test(found[0]);
    return {
      nth,
      named: (title) => (isHan ? `${before}${title}${behind}` : `${before} ${title} ${behind}`).trim(),
    };
  }
  return undefined;
}

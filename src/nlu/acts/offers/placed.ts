import { normalizeText } from '../../text/text.ts';
import { lexicon } from '../lexicon.ts';
import { phrasePattern } from '../phrases.ts';
import { isAboutLatest } from './of-table.ts';
import { tableWords } from './table-lexicon.ts';

// 第二个改成23块: one of the goods of a list, by its place.

/** Which place of a list is spoken of, and what is said of it. */
export interface Placed {
  /** From 1; the last one is -1. */
  readonly nth: number;
  /** What is said of it, with a name where the place stood. */
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

/**
 * Each place, with what is said of it: 第二个改成23块，第一个改成25. Nothing where no place is named, or more than a deed is told of one:
 * 第二个顾客说太贵, 第二个没卖完.
 */
export function readPlaced(message: string): readonly Placed[] {
  const pieces = piecesOf(message);
  const read = pieces.map(placedIn);
  return pieces.length > 0 && read.every((one) => one !== undefined) ? read : [];
}

/** One for each place; what is said behind a comma without another place is of the one before. */
function piecesOf(message: string): string[] {
  const pieces: string[] = [];
  for (const piece of message.split(STOPS).filter((one) => one.trim() !== '')) {
    const last = pieces.at(-1);
    if (last === undefined || (placeIn(last) && placeIn(piece))) pieces.push(piece);
    else pieces[pieces.length - 1] = `${last}，${piece}`;
  }
  return pieces;
}

const STOPS = /[,，;；。!！\n]+/u;

function placedIn(piece: string): Placed | undefined {
  const { said } = normalizeText(piece);
  const found = placeIn(piece);
  if (!found) return undefined;
  const [before, behind] = [said.slice(0, found.start), said.slice(found.end)];
  if (!isAboutLatest(`${before} ${behind}`) || placeIn(behind)) return undefined;
  const joint = found.isHan ? '' : ' ';
  return { nth: found.nth, named: (title) => `${before}${joint}${title}${joint}${behind}`.trim() };
}

function placeIn(piece: string) {
  const { plain } = normalizeText(piece);
  for (const { nth, pattern } of places) {
    const found = pattern.exec(plain);
    if (!found) continue;
    const [words] = found;
    return { nth, start: found.index, end: found.index + words.length, isHan: /\p{Script=Han}/u.test(words) };
  }
  return undefined;
}

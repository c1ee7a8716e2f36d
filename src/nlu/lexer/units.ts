import { readData } from '../../shop/values/data-file.ts';
import type { Measure } from '../../shop/values/quantity.ts';
import { moneyFile, unitsFile } from '../text/lexicon.ts';
import { splitWords } from '../text/words.ts';

/** What a number counts. A container counts pieces until its content is known. */
export interface Unit {
  readonly measure: Measure;
  /** Base units in one, of a pound no whole number; nothing for units that differ from place to place. */
  readonly base: number | undefined;
  readonly isContainer: boolean;
  /** 一份, 一套: one of whatever it is. */
  readonly isPortion: boolean;
  /** The word that was said. */
  readonly word: string;
}

const file = readData('lexicon/units.yaml', unitsFile);
const money = readData('lexicon/money.yaml', moneyFile);

const units = splitWords(
  file.units.flatMap(({ measure, base, container = false, portion = false, words }) =>
    words.map((word): [string, Unit] => [
      word,
      { measure, base, isContainer: container, isPortion: portion, word },
    ]),
  ),
);
const borders = splitWords(
  ['can i', 'can you', 'can we', 'can u', ...file.borders.filter((word) => !/^[a-z]/.test(word))].map(
    (word) => [word, true] as const,
  ),
);

export const PIECE: Unit = { measure: 'COUNT', base: 1, isContainer: false, isPortion: false, word: '' };

/** The unit that begins at a place, unless it is the beginning of another word (3个包邮). */
export function unitAt(plain: string, start: number): Unit | undefined {
  const found = units.at(plain, start)?.value;
  const border = found && borders.at(plain, start);
  return border && border.word.length > found.word.length ? undefined : found;
}

/** How many fen a word of money is, and whether it may count pieces instead; `undefined` fen: another currency. */
export interface Coin {
  readonly fen: number | undefined;
  readonly mayBePieces: boolean;
  readonly word: string;
}

const coinWords = (list: readonly string[], fen: number | undefined): [string, Coin][] =>
  list.map((word) => [word, { fen, mayBePieces: money.pieces.includes(word), word }]);

const coins = splitWords([
  ...coinWords(money.yuan, 100),
  ...coinWords(money.tenths, 10),
  ...coinWords(money.hundredths, 1),
  ...coinWords(money.foreign, undefined),
]);
const coinsBefore = splitWords([
  ...coinWords(money.before, 100),
  ...coinWords(
    money.foreign.filter((word) => !/^[a-z]/.test(word)),
    undefined,
  ),
]);
const moneyBorders = splitWords(money.borders.map((word) => [word, true] as const));

export function coinAt(plain: string, start: number): Coin | undefined {
  const found = coins.at(plain, start)?.value;
  const border = found && moneyBorders.at(plain, start);
  return border && border.word.length > found.word.length ? undefined : found;
}

export const coinBefore = (plain: string, start: number): Coin | undefined =>
  coinsBefore.at(plain, start)?.value;

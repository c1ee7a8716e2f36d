import { normalizeText } from '../../text/text.ts';

// 山药片, of 铁棍山药片 and 沙果干: which of a few things some words name, though not in full.

/** A part of a name that may stand for it: so many Han signs, or one Latin word of so many letters. */
const FEWEST_SIGNS = 2;
const FEWEST_LETTERS = 4;

export interface Named {
  /** Which of the titles. */
  readonly at: number;
  /** The message, in plain signs, without the words that named it. */
  readonly rest: string;
}

/** The one of `titles` that the words name; nothing where none is named, or two are named equally. */
export function namedAmong(message: string, titles: readonly string[]): Named | undefined {
  const { plain } = normalizeText(message);
  const parts = titles.map((title, at) => ({ at, part: partIn(plain, normalizeText(title).plain) }));
  const [best, next] = parts
    .filter(({ part }) => part !== '')
    .sort((one, other) => other.part.length - one.part.length);
  if (!best || best.part === next?.part) return undefined;
  return { at: best.at, rest: plain.replace(best.part, ' ') };
}

/** The longest part of a title that stands in the message. */
function partIn(plain: string, title: string): string {
  if (title === '') return '';
  if (plain.includes(title)) return title;
  return /\p{Script=Han}/u.test(title) ? signsIn(plain, title) : wordIn(plain, title);
}

function signsIn(plain: string, title: string): string {
  for (let length = title.length - 1; length >= FEWEST_SIGNS; length -= 1)
    for (let start = 0; start + length <= title.length; start += 1) {
      const part = title.slice(start, start + length);
      if (plain.includes(part)) return part;
    }
  return '';
}

/** The word that says what it is stands last: baskets of corn-husk baskets. */
function wordIn(plain: string, title: string): string {
  const said = new Set(plain.split(/[^\p{L}\p{N}]+/u));
  const words = title.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length >= FEWEST_LETTERS);
  return words.findLast((word) => said.has(word) || said.has(`${word}s`)) ?? '';
}

import { readFacts } from '../given.ts';
import { openPlaces } from '../open.ts';
import { type Reading, readText } from '../reading.ts';
import { contentWords, type Word } from './words.ts';

/** A clause of a fact: what of it a clause of the text says, and what nothing in the text says. */
export interface FactSeen {
  /** How many of its words say something. */
  readonly size: number;
  readonly said: number;
  readonly left: readonly Word[];
}

/**
 * Sets facts beside a text, and then beside a clause of it. A fact is read as if the text were the fact: what is open
 * then is what the text does not say of it, and where another word of the text has no fact, it may say that.
 */
export function compareFacts(
  text: string,
  facts: readonly string[],
  year: number,
): (clause: string) => FactSeen[] {
  const read = facts.flatMap(clausesOfFact).map((fact) => {
    const reading = readText(fact);
    const telling = openWords(reading, [], year);
    return { reading, telling, left: stated(telling.filter(isIn(openWords(reading, [text], year)))) };
  });
  return (clause) =>
    read.map(({ reading, telling, left }) => {
      const unsaid = telling.length === 0 ? [] : telling.filter(isIn(openWords(reading, [clause], year)));
      return { size: telling.length, said: telling.length - unsaid.length, left };
    });
}

/** The words that none of `given` supports. */
function openWords(reading: Reading, given: readonly string[], year: number): Word[] {
  const open = openPlaces(reading, readFacts(given, year));
  return contentWords(reading).filter(({ from, to }) => open.slice(from, to).includes(true));
}

const isIn = (words: readonly Word[]) => {
  const places = new Set(words.map(({ from }) => from));
  return ({ from }: Word): boolean => places.has(from);
};

/** What a fact denies, or leaves open, is another word for nothing. */
export const stated = (words: readonly Word[]): Word[] => words.filter(({ polarity }) => polarity === 'said');

/** Without its label: `规格:4袋` is said by `4袋`. */
const clausesOfFact = (fact: string): string[] =>
  fact
    .normalize('NFKC')
    .replace(/^[^:]{1,20}:\s*/, '')
    .split(/[,。;、]|\. /)
    .filter((clause) => clause.trim() !== '');

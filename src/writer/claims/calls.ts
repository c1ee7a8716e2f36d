import { z } from 'zod';
import { readDataFile } from '../../shop/values/data-file.ts';
import type { Span } from './phrases.ts';
import type { Reading } from './reading.ts';

const words = z.array(z.string().min(1));
const shape = {
  do: words,
  for: words,
  giving: words,
  beside: words,
  suggesting: words,
  touchy: words,
  claiming: words,
};

interface Calls {
  readonly doing: RegExp;
  /** For whom, with the word of giving before. */
  readonly whom: RegExp;
  readonly beside: RegExp;
  readonly suggesting: RegExp;
  readonly touchy: RegExp;
  /** Speaks of what the goods can, or of who may have them. */
  readonly claiming: RegExp;
}

let loaded: Calls | undefined;

function calls(): Calls {
  loaded ??= read();
  return loaded;
}

function read(): Calls {
  const data = readDataFile('calls.yaml', shape);
  return {
    doing: new RegExp(anyOf(data.do), 'giu'),
    whom: new RegExp(
      `(?:${anyOf(data.giving)})\\s*(?:your |the |家里的?|屋里的?)?(?:${anyOf(data.for)})+`,
      'giu',
    ),
    beside: new RegExp(anyOf(data.beside), 'giu'),
    suggesting: new RegExp(`^\\s*(?:${anyOf(data.suggesting)})`, 'iu'),
    touchy: new RegExp(anyOf(data.touchy), 'iu'),
    claiming: new RegExp(anyOf(data.claiming), 'iu'),
  };
}

const anyOf = (list: readonly string[]): string =>
  [...list]
    .sort((one, other) => other.length - one.length)
    .map((word) => (/^[a-z]/i.test(word) ? `\\b${word}\\b` : word))
    .join('|');

/** 多新鲜吧?, isn't it good? state what they ask. */
const TAG = /吧$|不是.*[吗么]$|,? (?:isn't|aren't|right|eh)(?: it| they)?$/iu;

/** What a question states: nothing, unless it puts a claim into the reader's mouth. The answer is looked at by itself. */
export function isQuestion({ text }: Reading, { from, to }: Span, open: readonly boolean[]): boolean {
  // Sums, and what comes free, are no less stated by asking.
  for (let at = from; at < to; at += 1) if (open[at] && OFFERING.test(text.charAt(at))) return false;
  const asked = text.slice(from, to).replace(/^[\s"“”「『问:]+|[\s"”」』]+$/gu, '');
  const { suggesting, touchy } = calls();
  return (
    isAsked(text, { from, to }, asked) && !suggesting.test(asked) && !touchy.test(asked) && !TAG.test(asked)
  );
}

const OFFERING = /[\d一二两三四五六七八九十百千半折包免送赠]/u;

/** With its mark behind, or as what somebody asks about: 婶子们问新不新:. */
const isAsked = (text: string, { from, to }: Span, words: string): boolean =>
  text[to] === '?' ||
  (text[to] === ':' && ASKING.test(text.slice(from, to)) && words.length <= LONGEST_ASKED);

const ASKING = /问|\bask/iu;
/** In signs. */
const LONGEST_ASKED = 12;

/**
 * Whether all that no fact gives in a clause calls the reader, or says for whom one buys. Words that call are words that
 * claim elsewhere (老人都能吃), so they count only where nothing is said of what the goods do or can.
 */
export function isCall({ text, chinese, english }: Reading, clause: Span, open: readonly boolean[]): boolean {
  const said = text.slice(clause.from, clause.to);
  const { doing, whom, beside, touchy, claiming } = calls();
  if (claiming.test(said) || touchy.test(said)) return false;
  const starts = new Set([...chinese, ...english].map(({ from }) => from));
  const ends = new Set([...chinese, ...english].map(({ to }) => to));
  const placesOf = (pattern: RegExp): Span[] =>
    [...said.matchAll(pattern)]
      .map(({ index, 0: found }) => ({ from: clause.from + index, to: clause.from + index + found.length }))
      .filter(({ from, to }) => to - from > 1 || (starts.has(from) && ends.has(to)));
  const deeds = placesOf(doing);
  const forWhom = placesOf(whom);
  if (deeds.length + forWhom.length === 0) return false;
  const covered = [...deeds, ...forWhom, ...placesOf(beside), ...placesOf(FOND)];
  for (let at = clause.from; at < clause.to; at += 1)
    if (open[at] && !covered.some(({ from, to }) => from <= at && at < to)) return false;
  return true;
}

/** 爱茶的来, 爱吃辣的喊一声: who is called. */
const FOND = /^\s*(?:爱|喜|好|馋)(?=[^,]{1,6}的)/giu;

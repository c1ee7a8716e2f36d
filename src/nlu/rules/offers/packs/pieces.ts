import { anywhere, atEnd, beforeAmount, beforeMoney, type Cue, type CueTable } from '../cues.ts';
import { latin, noiseAtEnd, noiseAtStart } from '../noise.ts';

const sourceOf = (words: string): string => (/^[\w(]+[^\u4e00-\u9fff]*$/.test(words) ? latin(words) : words);

interface CuePattern {
  readonly cue: Cue;
  readonly pattern: RegExp;
}

const compiled = (table: CueTable, shape: (source: string) => string): CuePattern[] =>
  table.map(([cue, words]) => ({ cue, pattern: new RegExp(shape(sourceOf(words)), 'u') }));

const inside = compiled(anywhere, (source) => source);
const lastBeforeAmount = compiled(beforeAmount, (source) => `(?:${source})$`);
const lastOfAll = compiled(atEnd, (source) => `(?:${source})$`);
const lastBeforeMoney = compiled(beforeMoney, (source) => `(?:${source})$`);

/** Only so much of a name's end is looked at, so that time stays linear. */
const LONGEST_NOISE = 16;

/** Words between two places of a message: a cue, or what is left and may name something. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly cue: Cue | undefined;
}

/** Takes a run of words apart. `plain` is the whole message, `before` says what the run stands right before. */
export function piecesOf(
  plain: string,
  start: number,
  end: number,
  before: 'amount' | 'money' | 'other',
): Piece[] {
  const words = plain.slice(start, end);
  for (const { cue, pattern } of inside) {
    const found = pattern.exec(words);
    if (!found || found[0] === '') continue;
    const from = start + found.index;
    const to = from + found[0].length;
    return [
      ...piecesOf(plain, start, from, 'other'),
      { start: from, end: to, cue },
      ...piecesOf(plain, to, end, before),
    ];
  }
  return edgesOf(plain, start, end, before);
}

/** What stands at the edges of a name: noise, and short cues that only count before a number. */
function edgesOf(plain: string, start: number, end: number, before: 'amount' | 'money' | 'other'): Piece[] {
  const words = plain.slice(start, end);
  if (words === '') return [];
  const table = before === 'amount' ? lastBeforeAmount : before === 'money' ? lastBeforeMoney : lastOfAll;
  for (const { cue, pattern } of table) {
    const last = pattern.exec(words.slice(-LONGEST_NOISE));
    if (!last) continue;
    const from = end - last[0].length;
    return [...edgesOf(plain, start, from, 'other'), { start: from, end, cue }];
  }
  const lead = noiseAtStart.exec(words);
  if (lead) return edgesOf(plain, start + lead[0].length, end, before);
  const tail = noiseAtEnd.exec(words.slice(-LONGEST_NOISE));
  if (tail) return edgesOf(plain, start, end - tail[0].length, before);
  return [{ start, end, cue: undefined }];
}

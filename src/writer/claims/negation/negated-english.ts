import type { EnglishToken } from '../english.ts';
import type { Marks } from '../marks.ts';
import type { Span } from '../phrases.ts';
import { vocabulary } from '../vocabulary.ts';
import { negation } from './negation.ts';

/** How many English words a negator reaches. */
const REACH = 4;
const CLAUSE_END = /[,.;:!?\n]|\bbut\b/i;

/** Not smoked `with sulphur`. */
const WITH = /^ (?:with|by|in|over) [\w-]+/i;

/** Marks what English words deny, leave open and except. */
export function denyEnglish(marks: Marks, words: readonly EnglishToken[], whole: readonly Span[]): void {
  words.forEach((_, i) => {
    denyFrom(marks, words, i, whole);
    denyRemoved(marks, words, i);
    denyExceptions(marks, words, i);
  });
  for (const i of words.keys()) doubt(marks, words, i);
}

function denyFrom(marks: Marks, words: readonly EnglishToken[], i: number, whole: readonly Span[]): void {
  const { text, cues, mark } = marks;
  const [before, one] = [words[i - 1], words[i]];
  if (!one) return;
  if (/^free$/i.test(one.word) && before && text[one.from - 1] === '-') {
    mark(before.from, before.to);
    cues.push(one);
  }
  const cue = negatorAt(words, i);
  if (!cue) return;
  const phrase = whole.find(({ from, to }) => one.from >= from && one.from < to);
  const end = phrase && phrase.to + (WITH.exec(text.slice(phrase.to))?.[0].length ?? 0);
  mark(cue.to, end ? Math.max(end, listedTo(text, cue.to)) : reachOf(text, words, i + cue.words));
  cues.push(cue);
}

/** Skin removed, pits taken out. */
function denyRemoved({ mark, cues }: Marks, words: readonly EnglishToken[], i: number): void {
  const before = words[i - 1];
  const cue = phraseAt(words, i, negation().en.removed);
  if (!before || !cue) return;
  mark(before.from, before.to);
  cues.push(cue);
}

type Cue = Span & { readonly words: number };

function negatorAt(words: readonly EnglishToken[], i: number): Cue | undefined {
  const { deny, harmless } = negation().en;
  if (phraseAt(words, i, harmless)) return undefined;
  const one = words[i];
  if (one && /n['’]t$/i.test(one.word)) return { from: one.from, to: one.to, words: 1 };
  return phraseAt(words, i, deny);
}

/** The first of `phrases` that stands at word `i`. */
function phraseAt(words: readonly EnglishToken[], i: number, phrases: readonly string[]): Cue | undefined {
  for (const phrase of phrases) {
    const wanted = phrase.split(' ');
    const found = words.slice(i, i + wanted.length);
    const [first, last] = [found[0], found.at(-1)];
    if (first && last && wanted.every((word, k) => found[k]?.word.toLowerCase() === word))
      return { from: first.from, to: last.to, words: wanted.length };
  }
  return undefined;
}

function reachOf(text: string, words: readonly EnglishToken[], first: number): number {
  const start = words[first - 1]?.to ?? 0;
  const near = words
    .slice(first, first + REACH)
    .findLast((next) => !CLAUSE_END.test(text.slice(start, next.from)));
  return Math.max(near?.to ?? start, listedTo(text, start));
}

const ITEM = String.raw`[\w'-]+(?: [\w'-]+)?`;
const OR_LIST = new RegExp(
  String.raw`^(?: [\w'-]+){1,${REACH}}(?:, ${ITEM})*,? (?:or|nor) [\w'-]+(?: [\w'-]+){0,2}(?=[,.;:!?\n]|$)`,
  'i',
);
const AND_LIST = /^ (?<items>[\w'-]+(?:, [\w'-]+)+,? and [\w'-]+)(?=[,.;:!?\n]|$)/i;

/** Where a list of things ends that are denied together: no salt, sugar or oil. */
function listedTo(text: string, start: number): number {
  const rest = text.slice(start);
  const [list] = OR_LIST.exec(rest) ?? [];
  if (list && !/\bbut\b/i.test(list)) return start + list.length;
  const items = AND_LIST.exec(rest)?.groups?.items;
  return items?.split(/,? and |, /i).every(isThing) ? start + 1 + items.length : start;
}

/** Neither `crisp` nor `dried`: no sugar, crisp and sweet. */
const isThing = (word: string): boolean => {
  const { meaningsOf, qualities } = vocabulary();
  return !/ed$/i.test(word) && ![...meaningsOf(word)].some((one) => qualities.has(one));
};

/** Everywhere except Tibet; Tibet excluded. */
function denyExceptions({ text, cues, mark }: Marks, words: readonly EnglishToken[], i: number): void {
  const { except, excepted } = negation().en;
  const opening = phraseAt(words, i, except);
  if (opening) {
    mark(opening.to, opening.to + (/^[^.;:!?\n]*/.exec(text.slice(opening.to))?.[0].length ?? 0));
    cues.push(opening);
  }
  const closing = phraseAt(words, i, excepted);
  if (!closing) return;
  const start = closing.from - (/[^.;:!?\n]*$/.exec(text.slice(0, closing.from))?.[0].length ?? 0);
  mark(start, closing.from);
  cues.push(closing);
}

function doubt({ text, mark }: Marks, words: readonly EnglishToken[], i: number): void {
  const cue = phraseAt(words, i, negation().en.doubt);
  if (!cue) return;
  const rest = text.slice(cue.to);
  const end = CLAUSE_END.exec(rest)?.index ?? rest.length;
  mark(cue.from, cue.to + end, 'doubtful');
}

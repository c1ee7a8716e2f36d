import { lex } from '../../lexer/lexer.ts';
import { isQuantity } from '../../lexer/tokens.ts';
import { normalizeText } from '../../text/text.ts';
import { splitClauses } from '../clauses.ts';
import { lexicon } from '../lexicon.ts';
import { packed, phrasePattern, plainWords } from '../phrases.ts';
import { draftLexicon } from './lexicon.ts';
import { namedAmong } from './named-among.ts';

// 山药片先别上了; 两个都上; the first one only: what becomes of goods that wait to be put on sale.

/** Which of those that wait, in the order shown. `these`: nothing says which. */
export type Waiting =
  | { readonly is: 'some' | 'except'; readonly at: readonly number[] }
  | { readonly is: 'all' | 'other' | 'these' };

export interface DraftAct {
  readonly does: 'withhold' | 'publish';
  readonly which: Waiting;
}

/** A list of phrases: whether some of it is said, and the words without any of it. */
function listOf(phrases: readonly string[]) {
  const [found, all] = [phrasePattern(phrases), phrasePattern(phrases, 'g')];
  return {
    isSaid: (words: string): boolean => found.test(words),
    without: (words: string): string => words.replace(all, ' '),
  };
}

const withholds = listOf(draftLexicon.withholds);
const drops = listOf([...draftLexicon.withholds, ...draftLexicon.drops]);
const publishes = listOf(draftLexicon.publishes);
const agrees = listOf([...draftLexicon.publishes, ...draftLexicon.agrees]);
const around = listOf(draftLexicon.around);
const every = listOf(draftLexicon.every);
const only = listOf(draftLexicon.only);
const except = listOf(draftLexicon.except);
const asks = listOf(draftLexicon.asks);
const waits = listOf(draftLexicon.waits);

/** Longer than that tells a story. */
const MOST_SIGNS = 60;

/** 第一个上第二个不要: what is said of each, with no sign between. */
const OF_EACH = /(?<=\p{L})(?=第[一二三四五\d]|另外那?一?[个样]|剩下)/u;

/**
 * What is done with which of the goods called `titles`, of which the first are in sight; nothing where the message does
 * something else, or speaks of what else the seller has.
 */
export function readDraftActs(
  message: string,
  titles: readonly string[],
  others: readonly string[] = [],
  inSight = titles.length,
): readonly DraftAct[] {
  if (message.length > MOST_SIGNS || /[?？]/u.test(message) || asks.isSaid(plainWords(message))) return [];
  const clauses = splitClauses(message).flatMap((clause) => clause.split(OF_EACH));
  if (clauses.some(statesFigure)) return [];
  const acts = clauses.flatMap((clause) => readClause(clause, titles, others, inSight) ?? []);
  // 山药片先别上了，留着自家吃: the second is the reason of the first.
  const pointed = acts.filter(({ which }) => which.is !== 'these');
  return pointed.length > 0 ? pointed : acts.slice(0, 1);
}

const THINGS = /^(?:[一两三四五俩仨][个样种]?|2|3|one|two|three)$/u;

const statesFigure = (clause: string): boolean =>
  lex(clause).tokens.some((token) => isQuantity(token) && !THINGS.test(token.text));

function readClause(
  clause: string,
  titles: readonly string[],
  others: readonly string[],
  inSight: number,
): DraftAct | undefined {
  const { at, rest } = namesIn(clause, [...titles, ...others]);
  if (at.some((one) => one >= titles.length)) return undefined;
  const ordinal = at.length > 0 ? undefined : ordinals.find(({ list }) => list.isSaid(plainWords(rest)));
  const words = plainWords(ordinal ? ordinal.list.without(plainWords(rest)) : rest);
  const which = whichOf(words, at, ordinal?.nth, inSight);
  const does = which && deedIn(words, which.is);
  return does && { does, which };
}

/** Goods that the clause names, one after another, and the clause without their names. */
function namesIn(clause: string, titles: readonly string[]): { at: number[]; rest: string } {
  const at: number[] = [];
  let rest = clause;
  for (let named = namedAmong(rest, titles); named; named = namedAmong(rest, titles)) {
    if (at.includes(named.at)) break;
    at.push(named.at);
    rest = named.rest;
  }
  return { at, rest };
}

const ordinals: readonly { nth: number | 'other'; list: ReturnType<typeof listOf> }[] = [
  { nth: 'other', list: listOf(lexicon.part.other) },
  ...Object.entries(lexicon.ordinals).map(([n, phrases]) => ({ nth: Number(n), list: listOf(phrases) })),
];

/** 另外那个12块一斤: which of those in sight is spoken of, and what is said of it. */
export function readPointed(
  message: string,
): { readonly nth: number | 'other'; readonly rest: string } | undefined {
  const words = normalizeText(message).plain;
  const ordinal = ordinals.find(({ list }) => list.isSaid(words));
  return ordinal && { nth: ordinal.nth, rest: ordinal.list.without(words).trim() };
}

/** Whether the message may be about goods that wait at all. */
export const mayBeOfDrafts = (message: string): boolean => {
  const words = plainWords(message);
  return words.length <= MOST_SIGNS && [drops, agrees, except, only].some((list) => list.isSaid(words));
};

function whichOf(
  words: string,
  named: readonly number[],
  nth: number | 'other' | undefined,
  count: number,
): Waiting | undefined {
  if (named.length > 0) return { is: except.isSaid(words) ? 'except' : 'some', at: named };
  if (nth === 'other') return { is: 'other' };
  if (nth === undefined) return { is: every.isSaid(words) ? 'all' : 'these' };
  const at = nth > 0 ? nth - 1 : count + nth;
  return at >= 0 && at < count ? { is: 'some', at: [at] } : undefined;
}

/** Not to sell is said in many words, with its reason; that goods go on sale, in few. */
function deedIn(said: string, which: Waiting['is']): DraftAct['does'] | undefined {
  const words = every.without(except.without(said));
  const isBare = (rest: string): boolean => packed(around.without(rest)) === '';
  const isAnyOne = which === 'these';
  if (!isAnyOne && drops.isSaid(words)) return 'withhold';
  if (isAnyOne && withholds.isSaid(words)) return isBare(withholds.without(words)) ? 'withhold' : undefined;
  const list = isAnyOne ? publishes : agrees;
  if (list.isSaid(words) && isBare(list.without(words))) return 'publish';
  const isChosen = which === 'except' || (which === 'some' && only.isSaid(words));
  return isChosen && isBare(words) ? 'publish' : undefined;
}

/** 等我一哈，灶上的水开了: called away, and nothing is to be done. */
export const saysWait = (message: string): boolean =>
  message.length <= MOST_SIGNS && !lex(message).tokens.some(isQuantity) && waits.isSaid(plainWords(message));

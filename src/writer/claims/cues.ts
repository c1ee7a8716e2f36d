import { z } from 'zod';
import { readDataFile } from '../../shop/values/data-file.ts';
import type { Entry } from './entries.ts';
import type { Span } from './phrases.ts';
import type { Reading } from './reading.ts';
import type { Clause } from './relations.ts';
import { vocabulary } from './vocabulary.ts';

const words = z.array(z.string().min(1));
const shape = {
  ...{ weak: words, strong: words, 'to be done': words, told: words },
  ...{ 'only by facts': words, ready: words, 'told ready': words, opposed: words },
  ...{ 'list of ingredients': words, ingredients: words },
  ...{ hours: words, owners: words, 'parts of the year': words, 'this or last': words, seasons: words },
};

let loaded: ReturnType<typeof read> | undefined;

const read = () => readDataFile('claim-cues.yaml', shape);

export const cues = (): ReturnType<typeof read> => {
  loaded ??= read();
  return loaded;
};

const isLatin = (word: string): boolean => /^[a-z]/.test(word);

const anyOf = (list: readonly string[]): string =>
  list.map((word) => (isLatin(word) ? `\\b${word}${/\w$/.test(word) ? '\\b' : ''}` : word)).join('|');

const isNamed = (list: readonly string[], text: string): boolean => new RegExp(anyOf(list), 'iu').test(text);

/** Where a text says `slightly hot` of what its facts call very hot, and nothing less. */
export function weakened(text: string, entries: readonly Entry[], facts: readonly FactRead[]): Span[] {
  const weak = new RegExp(`(?:${anyOf(cues().weak)})[\\s的]*$`, 'iu');
  return entries.filter((one) => {
    if (!isQuality(one) || !weak.test(text.slice(0, one.from))) return false;
    const said = facts.flatMap((fact) =>
      fact.entries.filter(({ what }) => what === one.what).map((entry) => strengthOf(fact.text, entry)),
    );
    return said.length > 0 && said.every((strength) => strength === 'strong');
  });
}

export interface FactRead {
  readonly text: string;
  readonly entries: readonly Entry[];
}

const isQuality = ({ what, isNegative }: Entry): boolean =>
  typeof what === 'number' && vocabulary().qualities.has(what) && !isNegative;

function strengthOf(text: string, { from, to }: Span): 'strong' | 'plain' {
  const strong = anyOf(cues().strong);
  const isStrong =
    new RegExp(`(?:${strong})\\s*$`, 'iu').test(text.slice(0, from)) ||
    new RegExp(`^(?:${strong})`, 'iu').test(text.slice(from, to)) ||
    new RegExp(`^(?:${strong})`, 'iu').test(text.slice(to));
  return isStrong ? 'strong' : 'plain';
}

/** Whether a clause says that something is still to be done of which no fact speaks: boil before eating. */
export function isToBeDone(clause: string, facts: readonly string[]): boolean {
  if (!new RegExp(anyOf(cues()['to be done']), 'iu').test(clause)) return false;
  const told = new RegExp(anyOf(cues().told), 'iu');
  return !facts.some((fact) => told.test(fact));
}

/** Whether a clause says that the goods are eaten as they come, and no fact does. */
export const isEatenAtOnce = (clause: string, facts: readonly string[]): boolean =>
  isNamed(cues().ready, clause) &&
  !LASTS.test(clause) &&
  !facts.some((fact) => isNamed(cues()['told ready'], fact));

/** 煮八分钟就能吃 says how they are cooked. */
const LASTS = /分钟|小时|钟头|\b(?:minutes?|hours?)\b/iu;

/** Where a text denies what stands in no list of ingredients, and in no other fact. `read` are the facts as they are read. */
export function notListed(
  { text, polarities }: Reading,
  facts: readonly string[],
  read: readonly FactRead[],
): Span[] {
  const labels = cues()['list of ingredients'].join('|');
  const isList = new RegExp(`^(?:${labels})\\s*:`, 'iu');
  if (!facts.some((fact) => isList.test(fact.normalize('NFKC')))) return [];
  const names = cues().ingredients.filter((name) => !facts.some((fact) => isNamed([name], fact)));
  // 冰糖 is sugar: facts that name a kind of it name it.
  const given = new Set(read.flatMap(({ entries }) => entries.map(({ what }) => what)));
  const wanted = anyOf(names.filter((name) => !meaningsOf(name).some((one) => given.has(one))));
  const denied = new RegExp(`[放加添兑掺搁用]*(?:${wanted})`, 'giu');
  return [...text.matchAll(denied)]
    .map(({ index, 0: word }) => ({ from: index, to: index + word.length }))
    .filter(({ to }) => polarities.at[to - 1] === 'denied');
}

/** Whether a clause names one of two ways of which its facts only name the other: by hand, of what a machine does. */
export function isOtherWay(clause: string, facts: readonly string[]): boolean {
  const isSaid = (list: readonly string[]): boolean => facts.some((fact) => isNamed(list, fact));
  const isOther = (own: readonly string[], other: readonly string[]): boolean =>
    isNamed(own, clause) && !isNamed(other, clause) && isSaid(other) && !isSaid(own);
  return opposed().some(([one, other]) => isOther(one, other) || isOther(other, one));
}

const opposed = (): (readonly [string[], string[]])[] =>
  cues().opposed.map((line) => {
    const [one = '', other = ''] = line.split('|');
    return [listedIn(one), listedIn(other)];
  });

const listedIn = (side: string): string[] => side.split(',').map((word) => word.trim());

/**
 * Deeds that a text puts into another part of the day, or to another place, than its facts do: picked in the morning and
 * sent in the afternoon, post free to Jiangsu and not to the north-east.
 */
export function misplaced(clauses: readonly Clause[], facts: readonly Clause[]): Span[] {
  const hourOf = listed(cues().hours);
  const seasonOf = listed(cues()['parts of the year']);
  const placeOf = ({ what }: Entry): number | undefined =>
    typeof what === 'number' && vocabulary().topics[what] === 'places' ? what : undefined;
  const ownerOf = listed(cues().owners);
  const isOwned = ({ what }: Entry): boolean =>
    typeof what === 'number' && ['goods', 'things'].includes(vocabulary().topics[what] ?? '');
  const isSale = (one: Entry): boolean => isDeed(one) && vocabulary().topics[Number(one.what)] === 'sell';
  return [
    ...elsewhere(clauses, facts, hourOf, isDeed),
    ...elsewhere(clauses, facts, placeOf, isSale),
    ...elsewhere(clauses, facts, seasonOf, isQuality),
    ...elsewhere(clauses, facts, ownerOf, isOwned),
  ];
}

/** Which of the lines names what an entry is. */
function listed(lines: readonly string[]): (entry: Entry) => number | undefined {
  const sets = lines.map((line) => new Set(line.split(' ').flatMap(meaningsOf)));
  return ({ what }) => {
    const found = sets.findIndex((set) => typeof what === 'number' && set.has(what));
    return found < 0 ? undefined : found;
  };
}

function elsewhere(
  clauses: readonly Clause[],
  facts: readonly Clause[],
  whereOf: (entry: Entry) => number | undefined,
  isBound: (entry: Entry) => boolean,
): Span[] {
  const wheres = (clause: Clause, bound: Entry['what']): number[] =>
    (clause.named.get(bound) ?? []).flatMap((one) => nearest(one, clause, whereOf, isBound));
  const known = new Set(facts.flatMap((fact) => entriesOf(fact).flatMap((one) => whereOf(one) ?? [])));
  return clauses.flatMap((clause) => {
    const own = entriesOf(clause).filter((one) => whereOf(one) !== undefined);
    const isWrong = entriesOf(clause)
      .filter(isBound)
      .some(({ what }) => {
        const given = facts.filter(({ named }) => named.has(what)).map((fact) => wheres(fact, what));
        const isAlways = given.length > 0 && given.every((list) => list.length > 0);
        return isAlways && !wheres(clause, what).some((one) => given.flat().includes(one));
      });
    return isWrong ? own.filter((one) => known.has(whereOf(one) ?? Number.NaN)) : [];
  });
}

/** Where an entry is put: by what stands last before it, else by all behind it. 冬天硬夏天软 says nothing of 夏天硬. */
function nearest(
  one: Entry,
  clause: Clause,
  whereOf: (entry: Entry) => number | undefined,
  isBound: (entry: Entry) => boolean,
): number[] {
  const all = entriesOf(clause).flatMap((entry) => {
    const where = whereOf(entry);
    return where === undefined ? [] : [{ where, ...entry }];
  });
  const before = all.filter(({ to }) => to <= one.from).sort((first, second) => second.to - first.to);
  const [last] = before;
  if (!last) return all.map(({ where }) => where);
  // 新疆、西藏不发 is said of both.
  let start = last.from;
  return before
    .filter(({ from, to }) => {
      const isOther = (entry: Entry): boolean => isBound(entry) && entry.from >= to && entry.to <= start;
      if (to < start - 1 || entriesOf(clause).some(isOther)) return false;
      start = Math.min(start, from);
      return true;
    })
    .map(({ where }) => where);
}

const entriesOf = ({ named }: Clause): Entry[] => [...named.values()].flat();

const BEFORE = { behind: /\b(?:before|until)(?: [a-z]+){0,3} $/i, ahead: /^\p{Script=Han}{0,2}[之以]?前/u };
const AFTER = {
  behind: /\b(?:after|once)(?: [a-z]+){0,3} $/i,
  ahead: /^\p{Script=Han}?(?:了才|才|[之以]?后)/u,
};

const isPut = (where: typeof BEFORE, text: string, { from, to }: Span): boolean =>
  where.behind.test(text.slice(0, from)) || where.ahead.test(text.slice(to));

/** Picked once the caps open, of what its facts call picked before they do. */
export function misordered(text: string, entries: readonly Entry[], facts: readonly FactRead[]): Span[] {
  const isTold = (where: typeof BEFORE, what: Entry['what']): boolean =>
    facts.some((fact) => fact.entries.some((one) => one.what === what && isPut(where, fact.text, one)));
  return entries.filter(
    (one) =>
      !one.isNeutral &&
      ((isPut(AFTER, text, one) && isTold(BEFORE, one.what) && !isTold(AFTER, one.what)) ||
        (isPut(BEFORE, text, one) && isTold(AFTER, one.what) && !isTold(BEFORE, one.what))),
  );
}

const meaningsOf = (word: string): number[] => [
  ...(vocabulary().meanings.get(word) ?? []),
  ...(isLatin(word) ? vocabulary().meaningsOf(word) : []),
];

const isDeed = ({ what }: Entry): boolean => typeof what === 'number' && vocabulary().deeds.has(what);

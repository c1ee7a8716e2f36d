import type { Entry } from './entries.ts';
import type { Polarity } from './marks.ts';
import { madeOnce } from './negation/negation.ts';
import type { Span } from './phrases.ts';
import type { Reading } from './reading.ts';
import { vocabulary } from './vocabulary.ts';

/**
 * A clause that names two things says that they go together, or that they do not: 西藏不发, everywhere except Tibet,
 * not to Tibet. A text may not join what its facts hold apart, whatever else they say of either.
 */
export interface Relations {
  /** Places of a text whose facts say the contrary of them together with another word of the clause, or less. */
  readonly against: readonly Span[];
  /** Places of a text that deny what a fact denies, by another of its words. */
  readonly denied: readonly Span[];
}

export interface Clause {
  /** What it names, by what it is. */
  readonly named: ReadonlyMap<Entry['what'], readonly Entry[]>;
  /** Whether it speaks of some only: 有的甜. */
  readonly isOfSome: boolean;
  /** Whether it speaks of all: 个个甜. */
  readonly isOfAll: boolean;
}

const some = madeOnce(({ zh, en }) => anyOf(zh.some, en.some));
const all = madeOnce(({ zh, en }) => anyOf(zh.all, en.all));
const anyOf = (chinese: readonly string[], english: readonly string[]): RegExp =>
  new RegExp(`${chinese.join('|')}|\\b(?:${english.join('|')})\\b`, 'iu');

/** The end of a clause, except before an exception from it. */
const clauseEnd = madeOnce(({ zh, en }) => {
  const exception = [...zh.except, ...zh.excepted, ...en.except, ...en.excepted].join('|');
  return new RegExp(
    `[,(](?![^,.。;!?\\n]*(?:${exception}))|[。;!?:\\n]|\\.(?!\\d)|\\bbut\\b(?! not\\b)`,
    'giu',
  );
});

/** The clauses of a text with what each names. An exception belongs to the clause that it excepts from. */
export function findClauses({ text }: Reading, entries: readonly Entry[]): Clause[] {
  return spansOf(text).map(({ from, to }) => {
    const words = text.slice(from, to);
    const within = entries.filter((one) => one.from >= from && one.to <= to);
    return {
      named: Map.groupBy(within, ({ what }) => what),
      ...{ isOfSome: some().test(words), isOfAll: all().test(words) },
    };
  });
}

function spansOf(text: string): Span[] {
  const ends = [...text.matchAll(clauseEnd())].map(({ index, 0: mark }) => ({
    ...{ from: index, to: index + mark.length },
  }));
  const starts = [0, ...ends.map(({ to }) => to)];
  return starts.map((from, i) => ({ from, to: ends[i]?.from ?? text.length }));
}

/** `isTopic`: what all facts are about, which is said with everything. */
export function relate(
  clause: Clause,
  facts: readonly Clause[],
  isTopic: (what: Entry['what']) => boolean,
): Relations {
  const entries = [...clause.named.values()].flat();
  const saying = new Map(
    [...clause.named.keys()].map((what) => [what, facts.filter(({ named }) => named.has(what))]),
  );
  const isSaid = ({ what }: Entry): boolean => (saying.get(what) ?? []).length > 0;
  // What no fact has as a whole is what its parts are: 周日发货.
  const said = entries.filter(isSaid);
  const own = said.filter((one) => !isTopic(one.what) && mayRelate(one) && !isPart(one, said));
  const against: Span[] = [];
  const denied: Span[] = [];
  against.push(...own.filter((one) => isOverstated(one, clause, facts)));
  for (const one of own)
    for (const other of own) {
      if (!isApart(one, other) || (one.isNeutral && other.isNeutral)) continue;
      const found = (saying.get(one.what) ?? []).flatMap((fact) => relationsIn(fact, one.what, other.what));
      if (found.length === 0) continue;
      const relation = relationOf(one.polarity, other.polarity);
      if (relation === 'denied' && found.includes('denied') && !one.isContrary && !other.isContrary)
        denied.push(one, other);
      if (relation !== 'doubtful' && !found.includes(relation)) against.push(one, other);
    }
  return { against, denied };
}

/** Whether a text says of all what the facts say of some. */
function isOverstated({ what }: Entry, clause: Clause, facts: readonly Clause[]): boolean {
  if (!clause.isOfAll || clause.isOfSome) return false;
  const saying = facts.filter(({ named }) => named.get(what)?.some(({ polarity }) => polarity === 'said'));
  return saying.length > 0 && saying.every(({ isOfSome }) => isOfSome);
}

/** A neutral word relates where it says what is done: 发货, but not 家里. */
const mayRelate = ({ what, isNeutral, isNegative }: Entry): boolean =>
  !isNegative && (!isNeutral || (typeof what === 'number' && vocabulary().qualities.has(what)));

/** 盐 of 加盐. */
const isPart = (one: Entry, entries: readonly Entry[]): boolean =>
  entries.some(
    ({ from, to, isNegative }) =>
      !isNegative && from <= one.from && to >= one.to && to - from > one.to - one.from,
  );

const isApart = (one: Span, other: Span): boolean => one.to <= other.from || other.to <= one.from;

const relationOf = (one: Polarity, other: Polarity): Polarity =>
  [one, other].includes('doubtful') ? 'doubtful' : [one, other].includes('denied') ? 'denied' : 'said';

/** How a clause of the facts relates the two, in each place where it names both. */
const relationsIn = (fact: Clause, one: Entry['what'], other: Entry['what']): Polarity[] =>
  (fact.named.get(one) ?? []).flatMap((first) =>
    (fact.named.get(other) ?? [])
      .filter((second) => isApart(first, second))
      .map((second) => relationOf(first.polarity, second.polarity)),
  );

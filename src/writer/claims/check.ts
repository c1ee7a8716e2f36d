import { wrongDoers } from './agents.ts';
import { findEntries } from './entries.ts';
import { readFacts } from './given.ts';
import { createJudge } from './judge/judge.ts';
import { openPlaces } from './open.ts';
import { swappedNumbers } from './pairs.ts';
import type { Span } from './phrases.ts';
import { findQuantities, isGiven, type Quantity } from './quantities.ts';
import { type Reading, readText } from './reading.ts';
import { findClauses, relate } from './relations.ts';

/**
 * The parts of `text` that no fact supports, one for each clause. Every word must be a fact's, a synonym of one, or
 * neutral; every number must be a fact's with its unit; what a fact denies may only be denied. Words that no list knows
 * pass where they are, by what was learned, other words for what the facts say.
 */
export function unsupportedClaims(text: string, facts: readonly string[], year: number): string[] {
  const { reading, clauses } = checkClauses(text, facts, year);
  const judge = createJudge(reading, facts, year);
  return clauses.flatMap((clause) => {
    const { from, to, open, isAgainst } = clause;
    const first = open.indexOf(true, from);
    if (first < 0 || first >= to) return [];
    if (!isAgainst && judge.isSaidInOtherWords(clause, open)) return [];
    const piece = reading.text.slice(first, open.lastIndexOf(true, to - 1) + 1);
    const isClear = reading.text.indexOf(piece) === reading.text.lastIndexOf(piece);
    return [isClear ? piece : reading.text.slice(from, to).trim()];
  });
}

interface CheckedClause extends Span {
  /** For each character of the text, whether no fact gives it. */
  readonly open: readonly boolean[];
  /** Whether it holds a number that no fact gives, or says the contrary of a fact. */
  readonly isAgainst: boolean;
}

/** The clauses of a text, with what no fact gives word by word. */
export function checkClauses(
  text: string,
  facts: readonly string[],
  year: number,
): { reading: Reading; clauses: CheckedClause[] } {
  const reading = readText(text);
  const given = readFacts(facts, year);
  const open = openPlaces(reading, given);
  const contrary: Span[] = findQuantities(reading.text).filter(
    ({ from, to, isLoose }) => !isLoose && open.slice(from, to).includes(true),
  );
  const named = findClauses(reading, findEntries(reading));
  for (const clause of named) {
    const { against, denied } = relate(clause, given.clauses, given.isTopic);
    for (const { from, to } of denied) open.fill(false, from, to);
    for (const { from, to } of against) open.fill(true, from, to);
    contrary.push(...against);
  }
  for (const one of wrongDoers(named, given.clauses)) {
    open.fill(true, one.from, one.to);
    contrary.push(one);
  }
  const clauses = clausesOf(reading.text).map(({ from, to }) => {
    const words = reading.text.slice(from, to);
    const stray = [...strayQuantities(words, facts, year), ...swappedNumbers(words, facts)];
    for (const one of stray) open.fill(true, from + one.from, from + one.to);
    const isAgainst = stray.length > 0 || contrary.some((one) => one.from < to && from < one.to);
    return { from, to, open, isAgainst };
  });
  return { reading, clauses };
}

/** Splits a text into clauses at its punctuation, except within a number. */
function clausesOf(text: string): Span[] {
  const found: Span[] = [];
  let from = 0;
  for (const match of text.matchAll(/[,。!?;:、\n]+(?!\d{3}(?!\d))|\.(?!\d)/gu)) {
    found.push({ from, to: match.index });
    from = match.index + match[0].length;
  }
  return [...found, { from, to: text.length }];
}

/** Units whose numbers describe something; a pack's weight does not. */
const COUNTING = ['minutes', 'months', 'count', 'degrees', 'metres'];

/** Numbers that a fact gives for something else: dried for two days is not aged for two days. */
function strayQuantities(clause: string, facts: readonly string[], year: number): Quantity[] {
  const quantities = findQuantities(clause).filter((one) => !one.isLoose);
  const rest = quantities.reduce((left, { from, to }) => blanked(left, from, to), clause);
  return quantities.filter((one) => {
    if (!COUNTING.includes(one.dimension) || one.value === 1) return false;
    const said = facts.flatMap(clausesOfFact).filter((fact) => isGiven(one, findQuantities(fact)));
    const isAsSaid = said.some((fact) => isPartOfName(clause, one, fact) || isAbout(rest, fact, year));
    return said.length > 0 && !isAsSaid;
  });
}

/** 四粒红: a number that stands before the same sign in a fact is the same number. */
function isPartOfName(clause: string, { from, to }: Quantity, fact: string): boolean {
  const name = clause.slice(from, to + 1);
  return name.length > to - from && /\p{Script=Han}$/u.test(name) && fact.includes(name);
}

const blanked = (text: string, from: number, to: number): string =>
  text.slice(0, from) + ' '.repeat(to - from) + text.slice(to);

/** The clauses of a fact; the first also with its label: `tray: 30 eggs` is about a tray. */
function clausesOfFact(fact: string): string[] {
  const plain = fact.normalize('NFKC');
  const clauses = plain.replace(/^[^:]{1,20}:/, '').split(/[,。;、]/);
  const [first = ''] = plain.split(/[,。;、]/);
  return [...clauses, first.replace(':', ' ')];
}

/** Whether clause and fact share words, or one of them consists of the number alone. */
function isAbout(clause: string, fact: string, year: number): boolean {
  const count = (text: string, facts: readonly string[]): number =>
    openPlaces(readText(text), readFacts(facts, year)).filter(Boolean).length;
  const words = count(clause, []);
  const bare = findQuantities(fact).reduce((left, { from, to }) => blanked(left, from, to), fact);
  return words === 0 || count(bare, []) === 0 || count(clause, [fact]) < words;
}

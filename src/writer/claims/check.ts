import { toSimplifiedSigns } from '../text/plain-text.ts';
import { wrongDoers } from './agents.ts';
import { isCall, isQuestion } from './calls.ts';
import { isEatenAtOnce, isOtherWay, isToBeDone, misordered, misplaced, notListed, weakened } from './cues.ts';
import { findEntries } from './entries.ts';
import { type Given, readFacts } from './given.ts';
import { createJudge } from './judge/judge.ts';
import { withoutNeeded } from './needing.ts';
import { findAmounts } from './numbers/amounts.ts';
import { swappedNumbers } from './numbers/pairs.ts';
import { findQuantities } from './numbers/quantities.ts';
import { withExtras } from './numbers/ratios/extras.ts';
import { findDerived, isOfGoods, mispriced, type Ratio } from './numbers/ratios/ratios.ts';
import { findSavings } from './numbers/ratios/savings.ts';
import { misspread } from './numbers/ratios/spread.ts';
import { openPlaces } from './open.ts';
import { type Span, toClauses, toSentences } from './phrases.ts';
import { readPostage } from './postage/postage.ts';
import { type Reading, readText } from './reading.ts';
import { findClauses, relate } from './relations.ts';
import { repeatedOtherwise, strayQuantities } from './strays.ts';

/**
 * The parts of `text` that no fact supports, one for each clause. Every word must be a fact's, a synonym of one, or
 * neutral; every number must be a fact's with its unit; what a fact denies may only be denied. Words that no list knows
 * pass where they are, by what was learned, other words for what the facts say.
 */
export function unsupportedClaims(text: string, facts: readonly string[], year: number): string[] {
  const { reading, clauses } = checkClauses(text, facts, year);
  const judge = createJudge(reading, facts, year);
  // The reading is in simplified characters, each of them at its place.
  const written = text.normalize('NFKC');
  return clauses.flatMap((clause) => {
    const { from, to, open, isAgainst } = clause;
    const first = open.indexOf(true, from);
    if (first < 0 || first >= to) return [];
    if (!isAgainst && isQuestion(reading, clause, open)) return [];
    if (!isAgainst && (isCall(reading, clause, open) || judge.isSaidInOtherWords(clause, open))) return [];
    const piece = written.slice(first, open.lastIndexOf(true, to - 1) + 1);
    const isClear = written.indexOf(piece) === written.lastIndexOf(piece);
    return [isClear ? piece : written.slice(from, to).trim()];
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
  writtenFacts: readonly string[],
  year: number,
): { reading: Reading; clauses: CheckedClause[] } {
  const facts = writtenFacts.map(toSimplifiedSigns);
  const plain = facts.map((fact) => fact.normalize('NFKC'));
  const reading = readText(text);
  const given = readFacts(facts, year);
  const open = openPlaces(reading, given);
  for (const { from, to } of notListed(reading, facts, given.read)) open.fill(false, from, to);
  const contrary: Span[] = findQuantities(reading.text).filter(
    ({ from, to, isLoose }) => !isLoose && open.slice(from, to).includes(true),
  );
  const entries = findEntries(reading);
  const named = findClauses(reading, entries);
  for (const clause of named) {
    const { against, denied } = relate(clause, given.clauses, given.isTopic);
    for (const { from, to } of denied) open.fill(false, from, to);
    for (const { from, to } of against) open.fill(true, from, to);
    contrary.push(...against);
  }
  const wrong = [
    ...wrongDoers(named, given.clauses),
    ...misplaced(named, given.clauses),
    ...misordered(reading.text, entries, given.read),
    ...weakened(reading.text, entries, given.read),
    ...entries.filter((one) => one.polarity === 'said' && !one.isNeutral && given.isRuledOut(one.what)),
  ];
  for (const one of wrong) {
    open.fill(true, one.from, one.to);
    contrary.push(one);
  }
  const clauses = toClauses(reading.text).map(({ from, to }) => {
    const words = reading.text.slice(from, to);
    const isElse = [isToBeDone, isEatenAtOnce, isOtherWay].some((isSo) => isSo(words, facts));
    const undone = isElse ? [{ from: 0, to: words.length }] : [];
    const stray = [
      ...strayQuantities(words, facts, year),
      ...repeatedOtherwise(words, plain, year),
      ...swappedNumbers(words, facts),
      ...misspread(words, plain),
      ...mispriced(words, given.ratios),
      ...withoutNeeded(words, plain),
      ...undone,
    ];
    for (const one of stray) open.fill(true, from + one.from, from + one.to);
    contrary.push(...stray.map((one) => ({ from: from + one.from, to: from + one.to })));
    return { from, to };
  });
  const post = readPostage(reading.text, given.postage, given.ratios);
  const said = [...post.said, ...reckoned(reading.text, post.totals, given)];
  for (const one of said) open.fill(false, one.from, one.to);
  for (const one of post.against) open.fill(true, one.from, one.to);
  const isContrary = (one: Span): boolean =>
    open.slice(one.from, one.to).includes(true) || !said.some((other) => touches(one, other));
  const against = [...contrary.filter(isContrary), ...post.against];
  return {
    reading,
    clauses: clauses.map((clause) => ({
      ...{ ...clause, open },
      isAgainst: against.some((one) => touches(one, clause)),
    })),
  };
}

const touches = (one: Span, other: Span): boolean => one.from < other.to && other.from < one.to;

/** What follows from prices: with the fee (一捆连运费55,合十三块七毛五一斤), with something on top, and what is saved. */
function reckoned(text: string, totals: readonly Ratio[], { ratios, extras }: Given): Span[] {
  const all = [...ratios, ...totals];
  return toSentences(text).flatMap(({ from, to }) => {
    const words = text.slice(from, to);
    const found = [
      ...(totals.length > 0 ? findDerived(words, [...ratios.filter(isOfGoods), ...totals]) : []),
      ...withExtras(words, extras, ratios),
      ...findSavings(words, findAmounts(words), all),
    ];
    return found.map((one) => ({ from: from + one.from, to: from + one.to }));
  });
}

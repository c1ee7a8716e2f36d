import { readFacts } from './given.ts';
import { type Amount, findAmounts, OTHERS } from './numbers/amounts.ts';
import { readBound } from './numbers/bounds.ts';
import { isGiven } from './numbers/given-quantities.ts';
import { containerNamed, packaging } from './numbers/packaging.ts';
import { findQuantities } from './numbers/quantities.ts';
import type { Quantity } from './numbers/quantity.ts';
import { openPlaces } from './open.ts';
import type { Span } from './phrases.ts';
import { readText } from './reading.ts';

/** Units whose numbers describe something; a pack's weight does not. */
const COUNTING = ['minutes', 'months', 'count', 'degrees', 'metres'];
const LASTING = ['minutes', 'months'];
const WEIGHING = ['grams', 'millilitres', 'yuan'];

/** Numbers that a fact gives for something else: dried for two days is not aged for two days. */
export function strayQuantities(clause: string, facts: readonly string[], year: number): Quantity[] {
  const quantities = findQuantities(clause).filter(
    ({ isLoose, dimension, value }) => !isLoose && !(dimension === 'count' && value === 1),
  );
  const rest = quantities.reduce((left, one) => {
    const { from, to } = readBound(clause, one) ?? one;
    return blanked(left, from, to);
  }, clause);
  const all = facts.flatMap(clausesOfFact);
  return quantities.filter((one) => {
    const isCounted = COUNTING.includes(one.dimension);
    if (!isCounted && !WEIGHING.includes(one.dimension)) return false;
    const said = all.filter((fact) => isGiven(one, findQuantities(fact)));
    if (said.length === 0) return false;
    if (!isCounted) return quantities.length === 1 && isOfAnother(rest, one, said, all, year);
    const isOfGoods = !OTHERS.test(clause.slice(one.from, one.to));
    const isSaid = said.some(
      (fact) =>
        isPartOfName(clause, one, fact) ||
        (isOfGoods || packsIn(fact).length === 0 ? isAbout(rest, fact, year) : sharesWords(rest, fact, year)),
    );
    return (
      !isSaid || (isOfGoods && isLooseInPack(clause, one, facts)) || isOfLonger(rest, one, said, all, year)
    );
  });
}

const ONCE = /(?:ed|ground|cut) once\b|一[遍道]|只\p{Script=Han}{0,2}一[次回]/iu;
const TIMES = /[次遍回道趟]$|times$|twice|thrice/iu;

/** Pressed once, of what its facts call pressed three times. */
export function repeatedOtherwise(clause: string, facts: readonly string[], year: number): Span[] {
  const found = ONCE.exec(clause);
  if (!found) return [];
  const counts = facts.flatMap(clausesOfFact).flatMap((fact) =>
    findQuantities(fact)
      .filter(({ from, to }) => TIMES.test(fact.slice(from, to)) || /^ times\b/i.test(fact.slice(to)))
      .map(({ value }) => ({ fact, value })),
  );
  const same = counts.filter(({ fact }) => sharesWords(clause, fact, year));
  const isOther = same.length > 0 && same.every(({ value }) => value !== 1);
  return isOther ? [{ from: found.index, to: found.index + found[0].length }] : [];
}

/** The facts beside those that were said, which have such quantities too. */
const othersWith = (
  dimensions: readonly Quantity['dimension'][],
  said: readonly string[],
  all: readonly string[],
): string[] =>
  all.filter(
    (fact) =>
      !said.includes(fact) && findQuantities(fact).some(({ dimension }) => dimensions.includes(dimension)),
  );

/** Within a month of opening, of what is sour after thirty days and good for two weeks once opened. */
function isOfLonger(
  words: string,
  one: Quantity,
  said: readonly string[],
  all: readonly string[],
  year: number,
): boolean {
  if (!LASTING.includes(one.dimension)) return false;
  const shared = (fact: string): number => openIn(words, [], year) - openIn(words, [fact], year);
  const most = (some: readonly string[]): number => Math.max(0, ...some.map(shared));
  const others = othersWith(LASTING, said, all);
  return most(others) > most(said);
}

/** 300 g of the males are not of the females, which weigh 200. */
function isOfAnother(
  words: string,
  one: Quantity,
  said: readonly string[],
  all: readonly string[],
  year: number,
): boolean {
  const others = othersWith([one.dimension], said, all);
  return (
    others.some((fact) => sharesWords(words, fact, year)) &&
    !said.some((fact) => sharesWords(words, fact, year))
  );
}

/** 36 trees are not 36 pieces in a box. */
function isLooseInPack(clause: string, one: Quantity, facts: readonly string[]): boolean {
  if (one.dimension !== 'count' || !isBesidePack(clause, one)) return false;
  const said = facts.filter((fact) =>
    isGiven(
      one,
      findQuantities(fact.normalize('NFKC')).filter(({ dimension }) => dimension !== 'yuan'),
    ),
  );
  return said.length > 0 && !said.some(isOfPack);
}

/** In signs. */
const BESIDE = 6;

const isBesidePack = (clause: string, { from, to }: Quantity): boolean =>
  packsIn(clause).some((one) => one.from - to <= BESIDE && from - one.to <= BESIDE);

const packsIn = (text: string): Amount[] =>
  findAmounts(text).filter(({ of }) => of.some((name) => containerNamed(name) !== undefined));

const isOfPack = (fact: string): boolean => {
  const plain = fact.normalize('NFKC');
  const label = plain.split(':')[0]?.trim().toLowerCase() ?? '';
  return (
    packaging().packLabels.includes(label) ||
    containerNamed(label) !== undefined ||
    packsIn(plain).length > 0 ||
    BARE_PACK.test(plain)
  );
};

/** `4 x 250 g`, `12 fruits`: facts without a label that can only be what one buys. */
const BARE_PACK = /^\s*\d+\s*(?:[x×*]\s*\d|[a-z]+\s*$)/i;

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

/** How many signs of a clause none of `facts` gives. */
const openIn = (text: string, facts: readonly string[], year: number): number =>
  openPlaces(readText(text), readFacts(facts, year)).filter(Boolean).length;

const sharesWords = (clause: string, fact: string, year: number): boolean =>
  openIn(clause, [fact], year) < openIn(clause, [], year);

/** Whether clause and fact share words, or one of them consists of the number alone. */
function isAbout(clause: string, fact: string, year: number): boolean {
  const bare = findQuantities(fact).reduce((left, { from, to }) => blanked(left, from, to), fact);
  return openIn(clause, [], year) === 0 || openIn(bare, [], year) === 0 || sharesWords(clause, fact, year);
}

import type { Span } from '../phrases.ts';
import { findQuantities } from './quantities.ts';
import type { Quantity } from './quantity.ts';

/** A number and the words that stand right before it: 白芝麻七成. */
interface Pair extends Quantity {
  readonly words: string;
}

/** Numbers of a clause that its facts give to other words, where they give the clause's words another number. */
export function swappedNumbers(clause: string, facts: readonly string[]): Span[] {
  const said = allPairs(clause);
  if (said.length === 0) return [];
  const given = facts.flatMap((fact) => fact.normalize('NFKC').split(/[,。;:、]/));
  return otherThan(given.flatMap(allPairs), said);
}

const allPairs = (clause: string): Pair[] => [
  ...[...pairsIn(clause), ...pairsBehind(clause), ...findParts(clause)],
  ...[...people(clause), ...kinds(clause), ...repeats(clause)],
];

const REPEATS =
  /(?<many>[一二两三四五六七八九])(?<deed>[蒸晒煮烘烤泡洗腌熏炒酿晾冻])(?<other>[一二两三四五六七八九])(?<next>[蒸晒煮烘烤泡洗腌熏炒酿晾冻])/gu;

/** 两蒸两晒 is not 九蒸九晒. */
const repeats = (clause: string): Pair[] =>
  [...clause.matchAll(REPEATS)].flatMap(
    ({ index, groups: { many = '', deed = '', other = '', next = '' } = {} }) =>
      [
        { words: deed, number: many, from: index },
        { words: next, number: other, from: index + 2 },
      ].map(({ words, number, from }) => ({
        ...{ words, from, to: from + 2, dimension: 'repeats', isLoose: false },
        value: number === '两' ? 2 : '一二三四五六七八九'.indexOf(number) + 1,
      })),
  );

/** 一斤梅一斤糖两斤酒: weights of several things, each before its own. */
function pairsBehind(clause: string): Pair[] {
  const weights = findQuantities(clause).filter(
    ({ isLoose, dimension }) => !isLoose && ['grams', 'millilitres'].includes(dimension),
  );
  if (weights.length < 2) return [];
  return weights.flatMap((one, i) => {
    const [words = ''] =
      /^(?!的)\p{Script=Han}{1,4}$/u.exec(
        clause.slice(one.to, weights[i + 1]?.from).replace(/[,、\s]+$/u, ''),
      ) ?? [];
    return words === '' ? [] : [{ ...one, words: `${words} behind` }];
  });
}

/** Two kinds of filling are not three, however many things a fact lists: 两种口味. */
const kinds = (clause: string): Pair[] =>
  findQuantities(clause)
    .filter(
      ({ dimension, from, to }) => dimension === 'count' && /[种样类代道遍]$/u.test(clause.slice(from, to)),
    )
    .flatMap((one) => {
      const [words = ''] = /^\p{Script=Han}{2}/u.exec(clause.slice(one.to)) ?? [];
      return words === '' ? [] : [{ ...one, words }];
    });

const otherThan = (given: readonly Pair[], said: readonly Pair[]): Pair[] =>
  said.filter((one) => {
    const same = given.filter(({ words, dimension }) => words === one.words && dimension === one.dimension);
    return same.length > 0 && !same.some(({ value }) => value === one.value);
  });

const PARTS =
  /(?<one>[肥瘦油盐糖水粉米面豆红白黑甜辣])(?<many>[一二三四五六七八九])(?<other>[肥瘦油盐糖水粉米面豆红白黑甜辣])(?<rest>[一二三四五六七八九])/gu;

/** 肥三瘦七 are parts of ten. */
export const findParts = (clause: string): Pair[] =>
  [...clause.matchAll(PARTS)].flatMap(
    ({ index, groups: { one = '', many = '', other = '', rest = '' } = {} }) =>
      [
        { words: one, number: many, from: index + 1 },
        { words: other, number: rest, from: index + 3 },
      ].map(({ words, number, from }) => ({
        ...{ words, from, to: from + 1, dimension: 'parts', isLoose: false },
        value: '一二三四五六七八九'.indexOf(number) + 1,
      })),
  );

/** One of anything needs no fact, but who works alone does not work with another: 一个人. */
const people = (clause: string): Pair[] =>
  (clause.includes('人') ? findQuantities(clause) : [])
    .filter(({ to, dimension }) => dimension === 'count' && clause[to] === '人')
    .map((one) => ({ ...one, words: '人' }));

function pairsIn(clause: string): Pair[] {
  const quantities = findQuantities(clause).filter(({ isLoose }) => !isLoose);
  if (quantities.length < 2) return [];
  return quantities.flatMap((one, i) => {
    const words = clause.slice(quantities[i - 1]?.to ?? 0, one.from).trim();
    return words.length > 1 && /^\p{Script=Han}+$/u.test(words) ? [{ ...one, words }] : [];
  });
}

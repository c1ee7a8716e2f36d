import { findCueClasses, findCues, oncePer } from '../clauses/cues.ts';
import { isQuantity, type Lexed } from '../lexer/tokens.ts';
import type { Facts } from './chooser.ts';

/** Shares below this one say no more than it. */
const LEAST = -8;

/** How likely tagger and classifier call a way to take a message: as logarithms and as shares. */
export const shareFacts = ({ tagScore, classScore }: { tagScore: number; classScore: number }): Facts => ({
  tags: tagScore,
  'tags, bounded': Math.max(LEAST, tagScore),
  'share of the tags': Math.exp(tagScore),
  class: classScore,
  'class, bounded': Math.max(LEAST, classScore),
  'share of the class': Math.exp(classScore),
});

/** Which cues and classes of words a message of that kind holds. */
export const cueFacts = (lexed: Lexed, kind: string): Facts =>
  Object.fromEntries(wordsOf(lexed).map((name) => [`${kind}: ${name}`, 1]));

const wordsOf = oncePer((lexed: Lexed): string[] => {
  const names = new Set<string>();
  const cues = findCues(lexed);
  const classes = findCueClasses(lexed);
  for (let i = 0; i < lexed.tokens.length; i += 1) {
    for (const cue of cues[i] ?? []) if (cue.endsWith('=')) names.add(cue.slice(0, -1));
    const name = classes[i];
    if (name && name !== '+') names.add(`${name}.`);
  }
  return [...names];
});

const UNREAL = ['past', 'hearsay', 'condition', 'daily', 'asked', 'negated', 'wish', 'total'];

/** Whether amounts that say something stand in clauses that are not meant, and which of several were taken. */
export function amountFacts(lexed: Lexed, tags: readonly string[], stating: ReadonlySet<string>): Facts {
  const cues = findCues(lexed);
  const facts: Record<string, number> = {};
  const amounts = lexed.tokens.flatMap((token, i) => (isQuantity(token) && token.is !== 'unit' ? [i] : []));
  const used = amounts.filter((i) => stating.has(tags[i] ?? ''));
  for (const i of used)
    for (const cue of UNREAL)
      for (const side of ['<', '>'])
        if (cues[i]?.includes(`${cue}${side}`)) facts[`amount: ${cue}${side}`] = 1;
  const classes = findCueClasses(lexed);
  const isMended = classes.some((name) => name === 'wrong' || name === 'change');
  const [first, last] = [amounts[0], amounts.at(-1)];
  if (amounts.length < 2 || first === undefined || last === undefined) return facts;
  const mended = isMended ? ', mended' : '';
  facts[`first amount taken${mended}`] = used.includes(first) ? 1 : 0;
  facts[`last amount taken${mended}`] = used.includes(last) ? 1 : 0;
  return { ...facts, ...sumFacts(lexed, amounts, used) };
}

/** 5斤、10斤，一共15斤: an amount left that is the sum of the others. */
function sumFacts({ tokens }: Lexed, amounts: readonly number[], used: readonly number[]): Facts {
  const baseOf = (i: number): number => {
    const token = tokens[i];
    return token?.is === 'amount' ? (token.amount.base ?? 0) : 0;
  };
  const sum = used.reduce((total, i) => total + baseOf(i), 0);
  const isSum = used.length > 1 && amounts.some((i) => !used.includes(i) && baseOf(i) === sum && sum > 0);
  const isPart = used.some((i) => {
    const others = amounts.filter((j) => j !== i);
    return others.length > 1 && baseOf(i) > 0 && baseOf(i) === others.reduce((all, j) => all + baseOf(j), 0);
  });
  return { 'the sum is left': isSum ? 1 : 0, 'the sum is taken': isPart ? 1 : 0 };
}

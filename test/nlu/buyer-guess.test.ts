import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import {
  BUYER_THRESHOLDS,
  buyerFeatures,
  guessAct,
  loadBuyerExamples,
} from '../../src/nlu/guess/buyer-guess.ts';
import { learnNow } from '../../src/nlu/guess/learning.ts';
import { type Examples, learnExampleMatcher } from '../../src/nlu/guess/matcher.ts';

const examples = loadBuyerExamples();
const intents = Object.entries<readonly string[]>(examples);
/** Each fifth example is asked of a matcher that learned from the others alone. */
const FOLDS = 5;

const without = (fold: number): Examples<string> =>
  Object.fromEntries(intents.map(([intent, said]) => [intent, said.filter((_, i) => i % FOLDS !== fold)]));

it('what a buyer wants is told from examples of it, and where it is told it is nearly always so', () => {
  const answers = Array.from({ length: FOLDS }, (_, fold) => {
    const match = learnNow(learnExampleMatcher(without(fold), BUYER_THRESHOLDS, buyerFeatures));
    return intents.flatMap(([intent, all]) =>
      all
        .filter((_example, i) => i % FOLDS === fold)
        .map((said) => ({ intent, told: match(said)?.intent ?? 'other' })),
    );
  }).flat();
  const told = answers.filter((one) => one.told !== 'other');
  const right = told.filter((one) => one.told === one.intent);
  expect(right.length / told.length).toBeGreaterThanOrEqual(0.95);
  expect(right.length / answers.filter(({ intent }) => intent !== 'other').length).toBeGreaterThan(0.33);
});

it('what only sounds like "place it" places nothing', () => {
  for (const said of ['那个单子就照这个来不', '怎么结账呀', '我先下了哈', '查一下那个单子'])
    expect(guessAct(said)?.is).not.toBe('confirm');
});

it('orders are not taken for anything else', () => {
  const orders = ['buyer', 'fresh-buyer']
    .flatMap((file) => readFileSync(new URL(`../corpus/${file}.jsonl`, import.meta.url), 'utf8').split('\n'))
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .filter(({ part = 'train', reading, message }) => {
      const isKnown = examples.other.includes(message);
      return part === 'train' && reading.kind === 'order' && !isKnown;
    });
  const taken = orders.filter(({ message }) => guessAct(message) !== undefined);
  expect(taken.length / orders.length).toBeLessThanOrEqual(0.005);
});

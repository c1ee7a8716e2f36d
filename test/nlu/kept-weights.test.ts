import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { buyerFeatures, loadBuyerExamples } from '../../src/nlu/guess/buyer-guess.ts';
import { areKept, fromBytes, learnOrRead, toBytes } from '../../src/nlu/guess/kept-weights.ts';
import { type Learning, learnNow } from '../../src/nlu/guess/learning.ts';
import { type LearnedWeights, learnWeights, type Weigh } from '../../src/nlu/guess/matcher.ts';
import { learnSellerGuess, loadSellerExamples } from '../../src/nlu/guess/seller-guess.ts';
import { learnAhead } from '../../src/nlu/learn-ahead.ts';
import { loadForms } from '../../src/nlu/plainly/forms.ts';
import { learnPlainSpeaker } from '../../src/nlu/plainly/say-plainly.ts';
import { parseOnce } from '../../src/shop/values/data-file.ts';

// What is kept from one start to the next is what this start would learn.

/** Learns by `begin` anew, and answers what is kept by that name and what was learned. */
function both(name: string, begin: (weigh: Weigh<string>) => Learning<unknown>) {
  let learned: LearnedWeights<string> | undefined;
  learnNow(
    begin(function* (learn) {
      learned = yield* learn();
      return learned;
    }),
  );
  const kept = learnNow(
    learnOrRead<string>(name, () => {
      throw new Error(`${name} is not kept`);
    }),
  );
  return { kept, learned };
}

it.each<[string, (weigh: Weigh<string>) => Learning<unknown>]>([
  ['buyer-guess', (weigh) => weigh(() => learnWeights<string>(loadBuyerExamples(), buyerFeatures))],
  ['seller-guess', (weigh) => learnSellerGuess(loadSellerExamples(), weigh as never)],
  ['buyer-forms', (weigh) => learnPlainSpeaker(loadForms('lexicon/plain-buyer.yaml'), weigh)],
  ['seller-forms', (weigh) => learnPlainSpeaker(loadForms('lexicon/plain-seller.yaml'), weigh)],
])(
  'keeps %s as it is learned',
  (name, begin) => {
    for (const _ of learnAhead());
    expect(areKept(name)).toBe(true);
    const { kept, learned } = both(name, begin);
    expect(kept).toEqual(learned);
  },
  120_000,
);

it('reads the bytes that it writes', () => {
  const weights = learnNow(learnWeights({ yes: ['好的', 'ok'], no: ['不要', 'no'] }, (one) => [...one]));
  expect(fromBytes(toBytes(weights))).toEqual(weights);
});

it('reads every file of data/ as YAML has it, the first time and later', () => {
  const folder = new URL('../../data/', import.meta.url);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.yaml'),
  );
  for (const name of names) {
    const text = readFileSync(new URL(name, folder), 'utf8');
    expect(parseOnce(text), name).toEqual(parse(text));
    expect(parseOnce(text), name).toEqual(parse(text));
  }
}, 60_000);

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { learnNow } from '../../src/nlu/guess/learning.ts';
import { guessSellerAct, learnSellerGuess, loadSellerExamples } from '../../src/nlu/guess/seller-guess.ts';
import { cpuMs } from '../support/cpu.ts';

// What a message is taken for by examples: seldom wrong, and silent over offers.

const FOLDS = 4;
const intents = loadSellerExamples();
const intentsSaid = Object.entries(intents.examples).flatMap(([intent, said]) =>
  said.map((text, i) => ({ intent, text, fold: i % FOLDS })),
);

/** Of one subject: either answers the other. */
const subjects = [
  ['photo', 'help-photo'],
  ['undo', 'help-undo'],
  ['yes', 'publish', 'bye', 'thanks', 'heard', 'praise'],
  ['no', 'discard', 'heard'],
  ['set-fee', 'help-shipping', 'show-delivery', 'set-areas', 'set-day-off', 'set-pickup'],
  ['set-day-off', 'help-rest'],
  ['set-name', 'help-shop', 'show-shop', 'set-pickup', 'help-share'],
  ['show-products', 'help-stock'],
  ['show-payment', 'help-money'],
  ['show-orders', 'show-pack', 'help-orders', 'show-sales'],
  ['show-sales', 'help-sales'],
  ['help-orders', 'help-write'],
  ['help-post', 'help-general', 'person'],
  // Each answer of help has a person behind a button.
  ['person', 'help-helpers'],
  ['stream-plan', 'help-stream', 'stream-move'],
];
const isRight = (meant: string, got: string): boolean =>
  meant === got || subjects.some((some) => some.includes(meant) && some.includes(got));

/** As if a quarter of the examples had never been written down. */
function readerWithout(fold: number) {
  const kept = Object.entries(intents.examples).map(([intent, said]) => [
    intent,
    said.filter((_, i) => i % FOLDS !== fold),
  ]);
  return learnNow(learnSellerGuess({ ...intents, examples: Object.fromEntries(kept) }));
}

describe('intents of sellers', () => {
  it('are right where they are named, though the very words were never seen', () => {
    const readers = Array.from({ length: FOLDS }, (_, fold) => readerWithout(fold));
    const judged = intentsSaid.map(({ intent, text, fold }) => ({ intent, got: readers[fold]?.(text) }));
    const answered = judged.flatMap(({ intent, got }) => (got ? [{ intent, got }] : []));
    const right = answered.filter(({ intent, got }) => isRight(intent, got));
    const meant = judged.filter(({ intent }) => intent !== 'other');
    expect(right.length / answered.length).toBeGreaterThanOrEqual(0.95);
    expect(right.length / meant.length).toBeGreaterThanOrEqual(0.3);
  });

  it('are found in none of the offers, prices and amounts of the corpus', () => {
    const lines = readFileSync(new URL('../corpus/seller.jsonl', import.meta.url), 'utf8').split('\n');
    const offers = lines
      .filter(Boolean)
      .map((line) => JSON.parse(line))
      .filter(({ reading }) => ['product', 'price', 'stock', 'status'].includes(reading.kind));
    const wrong = offers.filter(({ message }) => guessSellerAct(message));
    expect(wrong.length / offers.length).toBeLessThanOrEqual(0.005);
  });

  it.each([
    ['麻烦你了啊，多谢', 'thanks'],
    ['别改了，还按原来的价', 'undo'],
    ['卖出去的钱多会儿能到我手上', 'help-money'],
    ['我老伴想一块儿管店，怎么把她加进来', 'help-helpers'],
    ['今天卖了多少钱', 'show-sales'],
    ['has anyone ordered today?', 'show-orders'],
    ['不播了，下了啊', 'stream-end'],
  ])('%s', (words, intent) => {
    expect(guessSellerAct(words)).toBe(intent);
  });

  it('take less than a millisecond a message', async () => {
    guessSellerAct('谢谢');
    const message = '我不识几个字，这东西咋卖货';
    expect(await cpuMs(async () => Array.from({ length: 500 }, () => guessSellerAct(message)))).toBeLessThan(
      500,
    );
  });
});

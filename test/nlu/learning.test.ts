import { expect, it } from 'vitest';
import { learnNow, learnOnce } from '../../src/nlu/guess/learning.ts';
import { EXAMPLES_A_STEP, learnRanking } from '../../src/nlu/guess/matcher.ts';
import { learnAhead } from '../../src/nlu/learn-ahead.ts';
import { knownWith } from '../../src/nlu/model/goods.ts';
import { sayBuyerPlainly } from '../../src/nlu/plainly/buyer-forms.ts';
import { saySellerPlainly } from '../../src/nlu/plainly/seller-forms.ts';

// What is learned from examples is learned before the first message, in steps that hold up nobody.

const kinds = ['几点开门', '多少钱', '到哪了', '不要了'];
const examples = Object.fromEntries(
  kinds.map((kind) => [kind, Array.from({ length: 100 }, (_, i) => `${kind}${i % 9}`)]),
);

it('takes few examples at a step', () => {
  let taken = 0;
  const learning = learnRanking(examples, (example) => {
    taken += 1;
    return [...example];
  });
  const steps: number[] = [];
  for (let before = 0; !learning.next().done; before = taken) steps.push(taken - before);

  expect(Math.max(...steps)).toBeLessThanOrEqual(EXAMPLES_A_STEP);
  // Taking them apart is a part of the work: learning from them, over and over, has steps of its own.
  expect(steps.length).toBeGreaterThan((2 * 400) / EXAMPLES_A_STEP);
});

it('learns the same in steps as at once', () => {
  const extract = (example: string) => [...example];
  const stepwise = learnOnce(() => learnRanking(examples, extract));
  for (const _ of stepwise.steps());
  const atOnce = learnNow(learnRanking(examples, extract));

  expect(stepwise()([...'还要多少钱'])).toEqual(atOnce([...'还要多少钱']));
});

it('answers a message that comes in between by all that there is to learn', () => {
  const learned = learnOnce(() => learnRanking(examples, (example) => [...example]));
  const steps = learned.steps();
  steps.next();

  expect(learned()([...'到哪里了'])[0]?.intent).toBe('到哪了');
  expect(steps.next().done).toBe(true);
});

it('begins anew after learning failed', () => {
  let begun = 0;
  const learned = learnOnce(function* () {
    begun += 1;
    yield;
    if (begun === 1) throw new Error('no examples');
    return 'learned';
  });

  expect(learned).toThrow('no examples');
  expect(learned()).toBe('learned');
});

it('leaves nothing to learn for the first message of either side', () => {
  for (const _ of learnAhead());
  expect([...learnAhead()]).toEqual([]);

  const names = { goods: knownWith(['核桃']) };
  expect(sayBuyerPlainly('等核桃跌到12块你吱一声', names)[0]?.sentence).toBe('核桃降到12元通知我');
  expect(saySellerPlainly([])('快递费从今往后收8块', names)[0]?.form.name).toBeTruthy();
});

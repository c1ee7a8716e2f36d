import { expect, it } from 'vitest';
import { readSeller } from '../../src/nlu/read.ts';

// What one pack holds is no stock.

const titles = ['核桃', 'walnuts'];

it.each([
  ...['核桃还有1公斤装的', '核桃有1公斤装的', '核桃还有一公斤袋装的', '核桃还有2斤装', '核桃还有1公斤的袋装'],
  ...['核桃除了散装还有1公斤装', '核桃散的有，1公斤装也有', '核桃还剩一公斤装的了', '核桃还有3袋1公斤的'],
  ...['核桃还有1公斤一袋的', '核桃还有一公斤一包的', '核桃装好的1公斤一袋', '核桃还有5斤礼盒'],
  ...['we also have 1 kg bags of walnuts', 'walnuts also come in 1 kg bags', 'walnuts 1 kg bags left'],
  ...['we have walnuts loose and in 1 kg bags'],
])('says nothing of how much there is: %s', (said) => {
  expect(readSeller(said, { titles }).stock).toBeNull();
});

it.each([
  ['核桃还有20袋，每袋1公斤', 20_000],
  ['核桃一公斤装的还有20袋', 20_000],
  ['20 bags of 1 kg of walnuts left', 20_000],
  ['核桃还有1公斤装3袋', 3_000],
  ['核桃还有1公斤', 1_000],
  ['核桃还有1公斤没装', 1_000],
  ['核桃散装15一斤，还有50斤，一公斤装28', 25_000],
  ['核桃15一斤有50斤，还有一公斤装的28一袋', 25_000],
])('tells it all the same: %s', (said, quantity) => {
  expect(readSeller(said, { titles }).stock).toEqual({ mode: 'set', quantity });
});

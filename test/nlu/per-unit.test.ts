import { expect, it } from 'vitest';
import { readPerUnit, saysHolds } from '../../src/nlu/acts/drafts/per-unit.ts';

it.each([
  ['一斤', 500, ''],
  ['斤', 500, ''],
  ['一斤的价，有18斤', 500, '有18斤'],
  ['每斤的，总共18斤', 500, '总共18斤'],
  ['一斤有18斤', 500, '有18斤'],
  ['论斤卖', 500, ''],
  ['按公斤，20公斤', 1_000, '20公斤'],
  ['一瓶的', 1, ''],
  ['半斤的价', 250, ''],
  ['per jin', 500, ''],
  ['by the kilo', 1_000, ''],
  ['per kg, I have 18 kg', 1_000, 'I have 18 kg'],
  ['a jar, 40 jars', 1, '40 jars'],
  ['each', 1, ''],
])('%s says what a price is for', (message, base, rest) => {
  expect(readPerUnit(message)).toMatchObject({ amount: { base }, rest });
});

it.each([
  '有18斤',
  '18斤，放了两天',
  '隔壁卖40一斤呢',
  '不是一斤',
  '一斤多少',
  '不知道',
  '谢谢',
  'I have 18 kg',
])('%s does not', (message) => {
  expect(readPerUnit(message)).toBeUndefined();
});

it('knows how much there is from what a price is for', () => {
  expect(['有18斤', 'I have 18 kg', '一斤的价'].map(saysHolds)).toEqual([true, true, false]);
});

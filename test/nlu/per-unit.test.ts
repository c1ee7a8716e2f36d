import { expect, it } from 'vitest';
import { isUnsureUnit, readPerUnit, readUnitRest, saysHolds } from '../../src/nlu/acts/drafts/per-unit.ts';

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
  ['一斤，隔壁有18斤', 500, '隔壁有18斤'],
  ['一斤 运费8块', 500, '运费8块'],
])('%s says what a price is for', (message, base, rest) => {
  expect(readPerUnit(message)).toMatchObject({ amount: { base }, rest });
});

it.each([
  '有18斤',
  '18斤，放了两天',
  '隔壁卖40一斤呢',
  '不是一斤',
  '一斤多少',
  '只有一斤',
  '就有一斤',
  '只剩一瓶',
  '一斤吧，不对，一公斤',
  '一斤吗',
  '不知道',
  '谢谢',
  'I have 18 kg',
])('%s does not', (message) => {
  expect(readPerUnit(message)).toBeUndefined();
});

it('knows how much there is from what a price is for', () => {
  expect(['有18斤', 'I have 18 kg', '一斤的价'].map(saysHolds)).toEqual([true, true, false]);
});

it('knows that a unit is said and not which', () => {
  expect(['一斤吧，不对，一公斤', '一斤吗', '一斤？'].map(isUnsureUnit)).toEqual([true, true, true]);
  expect(['一斤', '一斤，有18斤', '有18斤吗', '谢谢'].map(isUnsureUnit)).toEqual([
    false,
    false,
    false,
    false,
  ]);
});

it.each([
  ['有18斤', '有18斤', []],
  ['20公斤', '20公斤', []],
  ['I have 18 kg', 'I have 18 kg', []],
  ['谢谢', undefined, []],
  ['隔壁有18斤', undefined, ['隔壁有18斤']],
  ['昨天有18斤', undefined, ['昨天有18斤']],
  ['小米一斤8块', undefined, ['小米一斤8块']],
  ['核桃改成20', undefined, ['核桃改成20']],
  ['运费8块', undefined, ['运费8块']],
  ['有18斤，核桃改成20', '有18斤', ['核桃改成20']],
])('%s beside a unit', (rest, stock, left) => {
  expect(readUnitRest(rest)).toEqual({ stock, left });
});

import { expect, it } from 'vitest';
import { keepReadings } from '../../src/nlu/kept-readings.ts';
import type { BuyerReading } from '../../src/nlu/reading.ts';

/** A reader that counts what it is asked to read. */
function counting(recipient: BuyerReading['recipient'] = null) {
  const asked: string[] = [];
  const read = keepReadings((message) => {
    asked.push(message);
    return { kind: 'search', lines: [], recipient, ambiguous: [message] };
  });
  return { asked, read };
}

it('reads short words once, however often they are said', () => {
  const { asked, read } = counting();
  expect([read('核桃'), read('核桃'), read('荞麦')].map(({ ambiguous }) => ambiguous)).toEqual([
    ['核桃'],
    ['核桃'],
    ['荞麦'],
  ]);
  expect(asked).toEqual(['核桃', '荞麦']);
});

it('keeps nothing of whom goods go to, nor of long messages', () => {
  const { asked, read } = counting({ name: '王芳', phone: '13800138000', address: null });
  read('13800138000');
  read('13800138000');
  expect(asked).toHaveLength(2);
  const long = counting();
  long.read('我想买两斤核桃寄到太原市迎泽区');
  long.read('我想买两斤核桃寄到太原市迎泽区');
  expect(long.asked).toHaveLength(2);
});

it('forgets what was not said for long, and never what was said just now', () => {
  const { asked, read } = counting();
  read('核桃');
  for (let i = 0; i < 999; i += 1) read(`${i}`);
  read('核桃');
  read('one more');
  read('核桃');
  read('0');
  expect(asked.filter((message) => message === '核桃')).toHaveLength(1);
  expect(asked.filter((message) => message === '0')).toHaveLength(2);
});

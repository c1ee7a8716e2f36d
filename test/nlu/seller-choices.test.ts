import { describe, expect, it } from 'vitest';
import { readChoice } from '../../src/nlu/acts/choice.ts';

describe('which of several', () => {
  it.each([
    ['酸的那种', 0],
    ['我说的是酸梅', 0],
    ['甜梅那个', 1],
    ['系甜嘅', 1],
    ['不是甜的，是酸的', 0],
    ['不是酸的', 1],
    ['甜梅吧', 1],
  ])('%s', (message, at) => {
    expect(readChoice(message, ['酸梅：还剩 30斤', '甜梅：还剩 30斤'])).toBe(at);
  });

  it.each([
    ['the sour ones', 0],
    ['sour plums', 0],
    ['the sweet plum please', 1],
    ["it's the sweet kind", 1],
    ['I mean the sour ones', 0],
    ['not the sweet ones', 0],
  ])('%s', (message, at) => {
    expect(readChoice(message, ['Sour plums: 35 kg left', 'Sweet plums: 35 kg left'])).toBe(at);
  });

  it.each(['梅', '酸梅今天卖得好', '那个', '30', '都要'])('is not said by: %s', (message) => {
    expect(readChoice(message, ['酸梅：还剩 30斤', '甜梅：还剩 30斤'])).toBeUndefined();
  });

  it('is the one in full, though another name holds it', () => {
    expect(readChoice('萝卜干', ['萝卜：¥3', '萝卜干：¥3'])).toBe(1);
    expect(readChoice('萝卜', ['萝卜：¥3', '萝卜干：¥3'])).toBe(0);
  });
});

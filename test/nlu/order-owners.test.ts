import { describe, expect, it } from 'vitest';
import { readOrderActs } from '../../src/nlu/acts/seller/orders/order-act.ts';
import { isCalled, readOrderOwner } from '../../src/nlu/acts/seller/orders/order-owner.ts';

describe('whose order a seller speaks of', () => {
  it.each([
    ['王芳那单我接了', '王芳'],
    ['把高粱面那单推了', '高粱面'],
    ['接王姐的', '王姐'],
    ["accept Wang Fang's order", 'wang fang'],
    ["ok accept Mrs Brown's", 'mrs brown'],
    ['take the order of Anna', 'anna'],
    ['take the hickory order', 'hickory'],
    ['那单接了', undefined],
    ['昨天的单我都接了', undefined],
    ['accept the order', undefined],
    ['minimum order 50', undefined],
    ['我的', undefined],
  ])('%s', (message, owner) => {
    expect(readOrderOwner(message)).toBe(owner);
  });

  it.each([
    ['王芳', '王姐', true],
    ['王芳', '老王', true],
    ['李芳', '王姐', false],
    ['Anna Li', 'anna', true],
    ['Anna Li', 'mrs li', true],
    ['Anna Li', 'wang fang', false],
  ])('%s is called %s: %s', (name, owner, is) => {
    expect(isCalled(name, owner)).toBe(is);
  });

  it.each([
    ['榛蘑那单接了，猴头菇那单我明天看看货再说', [['accept', '榛蘑', '']]],
    [
      '核桃那单接了，面那单不接，面没了',
      [
        ['accept', '核桃', ''],
        ['decline', '面', '面没了'],
      ],
    ],
    ['王芳那单先别接', [['look', '王芳', '']]],
    ['把高粱面那单推了吧，面发霉了', [['decline', '高粱面', '面发霉了']]],
    ["I can't do Anna's order, the nuts got wet", [['decline', 'anna', 'the nuts got wet']]],
    ['walnut orders ship within 48 hours', []],
    ['取消起送价', []],
  ])('%s', (message, acts) => {
    expect(readOrderActs(message).map(({ does, owner, why }) => [does, owner, why])).toEqual(acts);
  });
});

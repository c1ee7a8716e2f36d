import { describe, expect, it } from 'vitest';
import { readAct } from '../../src/nlu/acts/act.ts';
import { meansEach, readRemoval } from '../../src/nlu/acts/orders/changes/order-change.ts';
import { readSwap } from '../../src/nlu/acts/orders/changes/swap.ts';
import { agreesToCancel, refusesToCancel } from '../../src/nlu/acts/orders/said-of-order.ts';

// What is asked for politely, or with its reason, is asked for.

describe('what goes from the card', () => {
  it.each([
    ['can you remove the dates', 'dates'],
    ['would you drop the dates', 'dates'],
    ['could you take off the dates please', 'dates'],
    ['can you cancel the apples', 'apples'],
    ["don't forget to remove the dates", 'dates'],
    ['别忘了把红枣去掉', '红枣'],
  ])('%s', (said, words) => expect(readRemoval(said)?.words).toBe(words));

  it.each([
    "don't forget the dates",
    'did you forget the dates',
    '别忘了红枣',
    '别取消红枣',
    'never drop the dates',
  ])('and what stays: %s', (said) => expect(readRemoval(said)).toBeUndefined());

  it.each([
    ['can you scrap that and do 2 kg of dates', '2 kg of dates'],
    ['说错了，要的是红枣，能换吗？', '红枣'],
  ])('for something else: %s', (said, into) => expect(readSwap(said)).toMatchObject({ into }));
});

describe('half', () => {
  it.each([
    '一半就行，别浪费',
    '减半吧，吃不完浪费',
    '一半就够了，太占地方费劲',
    'make it half, costs too much',
    'make it half please, and delivery on Saturday',
    '减一半，钱不够',
    'halve both please',
  ])('with its reason: %s', (said) => expect(readAct(said)).toEqual({ is: 'times', by: 0.5 }));

  it.each([
    '运费减一半行吗',
    '邮费砍半吧',
    '价格折半',
    '能不能只收一半运费',
    'make the shipping half the price',
  ])('of what it costs: %s', (said) => expect(readAct(said)).not.toMatchObject({ is: 'times' }));

  it('of both', () => expect(meansEach('halve both please')).toBe(true));
});

describe('a cancelled order', () => {
  it.each(['能不能恢复刚才那单？', 'can you bring it back?', '可以帮我恢复订单吗'])(
    'may be asked back: %s',
    (said) => expect(readAct(said)?.is).toBe('restore'),
  );
  it.each(['订单恢复了吗', '怎么还不恢复', '老板订单恢复了吗', 'did I say bring it back?', '恢复好了吗'])(
    'and is not by %s',
    (said) => expect(readAct(said)?.is).not.toBe('restore'),
  );
});

describe('cancelling that was asked about', () => {
  it.each(['听说要等很久，取消吧', '不取消不行，取消吧', '有人说不好吃，取消'])(
    'is agreed to: %s',
    (said) => {
      expect(agreesToCancel(said)).toBe(true);
      expect(refusesToCancel(said)).toBe(false);
    },
  );
  it.each(['听说取消了', '昨天有人说把苹果取消了', '有人说取消了，怎么回事', '别取消了'])(
    'is not: %s',
    (said) => expect(agreesToCancel(said)).toBe(false),
  );
});

import { describe, expect, it } from 'vitest';
import { splitAsked } from '../../src/nlu/acts/orders/asked-beside.ts';

const context = {
  titles: ['黄豆', 'Soybeans', '红枣', 'Red dates', '苹果', 'Apples', '黄小米', 'Yellow millet'],
};

describe('an order with a question', () => {
  it.each([
    ['给我来6斤黄豆对了你们村在哪个省啊', '给我来6斤黄豆', '你们村在哪个省啊'],
    ['来5斤红枣这枣今年啥时候摘的', '来5斤红枣', '这枣今年啥时候摘的'],
    ['来10斤苹果 几天能到', '来10斤苹果', '几天能到'],
    ['要五斤小米然后那个你们能开发票吗', '要五斤小米', '你们能开发票吗'],
    [
      '5 kg apples please. By the way, where is your village?',
      '5 kg apples please',
      'where is your village?',
    ],
    ['is there a discount? anyway 10 kg apples', 'anyway 10 kg apples', 'is there a discount?'],
  ])('is taken apart: %s', (message, rest, question) => {
    const split = splitAsked(message, context);
    expect(split?.questions).toEqual([question]);
    expect(split?.rest.startsWith(rest)).toBe(true);
  });
});

it.each([
  '五斤苹果多少钱',
  '苹果5斤加2斤红枣一共多少钱',
  '能给我来5斤苹果吗',
  '老板在吗，我想买点苹果，10斤',
  '苹果10斤，可以吗',
  '10斤苹果发到广州运费多少',
  '十斤苹果寄北京要几天，要是快的话我就下单',
])('a message that is one of them alone is left whole: %s', (message) => {
  expect(splitAsked(message, context)).toBeUndefined();
});

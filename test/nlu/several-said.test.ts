import { describe, expect, it } from 'vitest';
import { hangsOnSomething } from '../../src/nlu/acts/offers/supposed.ts';
import { splitSeveral } from '../../src/nlu/acts/orders/several-said.ts';

describe('a message is taken apart', () => {
  it.each([
    ['红枣咋卖，另外够多少钱能免邮', ['红枣咋卖', '够多少钱能免邮']],
    ['核桃改成2.5斤，运费多少', ['核桃改成2.5斤', '运费多少']],
    ['小米1.5斤,几天能到', ['小米1.5斤', '几天能到']],
    ['make it 2.5 kg, and when do you ship', ['make it 2.5 kg', 'when do you ship']],
    ['is it over 1,000 yuan? how long does it take', ['is it over 1,000 yuan', 'how long does it take']],
    ['改成5斤，3天能到不', ['改成5斤', '3天能到不']],
    ['红枣2。5斤多钱，几天到', ['红枣2。5斤多钱', '几天到']],
  ])('and figures stay whole: %s', (message, parts) => {
    expect(splitSeveral(message)).toEqual(parts);
  });
});

describe('what hangs on something', () => {
  it.each([
    '要是能包邮，就改成5斤，啥时候到',
    '如果今天能发，就改成10斤，多钱',
    '要是买5斤能便宜，就改成5斤，几天到',
    '能包邮的话就改成5斤，啥时候到',
    '只要包邮就改成5斤，啥时候到',
    '除非包邮，不然不要核桃了，运费多少',
    '能便宜点就再加2斤，几天到',
    '你们要肯包邮我就改成3斤，咋付钱',
    '万一没货就把小米去掉，几天到',
    '如果包郵就改做5斤，幾時到',
    'if shipping is free make it 5 kg, when will it come',
    'make it 5 kg as long as shipping is free, when will it come',
    'provided it ships today make it 2 kg, what is the fee',
    'make it 3 kg only when there is a discount, and when do you ship',
  ])('is not certain: %s', (message) => {
    expect(hangsOnSomething(message)).toBe(true);
  });

  it.each([
    '改成5斤，啥时候到',
    '那就改成3斤吧，运费多少',
    '我只要3斤，几天能到',
    '可以的话放门口，几天能到',
    '多少钱能免邮，几天能到',
    '可以货到付款吗，就在太原',
    '不要核桃了，就要小米，运费多少',
    '能不能货到付款，就这些',
    'make it 2 kg if you can, and when do you ship',
    'can I pay on delivery, and when do you ship',
  ])('and the rest is: %s', (message) => {
    expect(hangsOnSomething(message)).toBe(false);
  });
});

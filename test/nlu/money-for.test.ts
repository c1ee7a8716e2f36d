import { expect, it } from 'vitest';
import { readMoneyFor } from '../../src/nlu/acts/money-for.ts';

// What a sum of money buys: only of money that is there to spend.

it.each([
  ['我手里就60块钱，核桃能买多少', 6_000],
  ['60块能买多少核桃', 6_000],
  ['100蚊可以买几多', 10_000],
  ['手里60块，核桃12块一斤，能买多少', 6_000],
  ['how much can i get for 50 yuan', 5_000],
  ['for 50 yuan how much can I get', 5_000],
  ['how many kilos do I get with 60 yuan', 6_000],
  ['how far will 50 yuan go', 5_000],
])('is to be spent: %s', (said, money) => {
  expect(readMoneyFor(said)).toBe(money);
});

it.each([
  '核桃12块一斤我能买多少',
  '核桃一斤12块能买多少',
  '核桃12元/斤，能买几斤',
  'walnuts at 12 yuan per kg, how much can I buy',
  '运费10块，能买几斤起包邮',
  '邮费8块能买几斤',
  '退我20块能买多少',
  'how much do I get back from 20 yuan refund',
  'how much do I get, it was 20 yuan',
])('is a price, a fee or money given back: %s', (said) => {
  expect(readMoneyFor(said)).toBeUndefined();
});

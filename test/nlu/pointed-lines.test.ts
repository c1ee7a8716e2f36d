import { describe, expect, it } from 'vitest';
import { readBuyer } from '../../src/nlu/read.ts';

const TITLES = ['枣花蜜', 'Date-blossom honey', '苹果', 'Apples', '土鸡蛋', 'Farm eggs', '红枣', 'Jujube'];
const linesOf = (message: string, focus = ['枣花蜜', 'Date-blossom honey']) =>
  readBuyer(message, { titles: TITLES, focus }).lines.map(({ product, quantity }) => [product, quantity]);

describe('what a word points at is ordered beside what is named', () => {
  it.each([
    [
      '它来一斤，再拿30个鸡蛋',
      [
        ['', 500],
        ['鸡蛋', 30],
      ],
    ],
    [
      '这个一斤，苹果5斤',
      [
        ['', 500],
        ['苹果', 2_500],
      ],
    ],
    [
      '一斤这个外加红枣两斤',
      [
        ['', 500],
        ['红枣', 1_000],
      ],
    ],
    [
      '苹果10斤，这款也来2斤',
      [
        ['苹果', 5_000],
        ['', 1_000],
      ],
    ],
    [
      '呢个要两斤，红枣都要一斤',
      [
        ['', 1_000],
        ['红枣', 500],
      ],
    ],
    [
      '5 kg of those and a dozen eggs',
      [
        ['', 5_000],
        ['eggs', 12],
      ],
    ],
    [
      '1 kg of this and 60 eggs',
      [
        ['', 1_000],
        ['eggs', 60],
      ],
    ],
    [
      '2 kg of this and 5 kg apples please',
      [
        ['', 2_000],
        ['apples', 5_000],
      ],
    ],
  ])('%s', (message, lines) => {
    expect(linesOf(message)).toEqual(lines);
  });

  it.each([
    ['这个苹果来5斤', [['苹果', 2_500]]],
    ['苹果5斤，这个价能再少点就好了', [['苹果', 2_500]]],
    ['那个，苹果来5斤', [['苹果', 2_500]]],
    ['5 kg apples, that is all', [['apples', 5_000]]],
    ['that will be 5 kg apples', [['apples', 5_000]]],
    ['苹果5斤，寄到这个地址', [['苹果', 2_500]]],
  ])('and a word that points at something else is no goods: %s', (message, lines) => {
    expect(linesOf(message)).toEqual(lines);
  });
});

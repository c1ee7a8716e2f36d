import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBuyer } from '../../src/nlu/read.ts';

// A plain list of known goods with their amounts is read whole, however the languages mix in it.

const titles = [
  '黄小米',
  'Yellow millet',
  '黄豆',
  'Soybeans',
  '绿豆',
  'Mung beans',
  '红枣',
  'Red dates',
  '苹果',
  'Apples',
];
const goods = fc.constantFrom('小米', '黄豆', '绿豆', '红枣', '苹果', 'millet', 'apple', 'soybeans');
const between = fc.constantFrom(
  '，',
  ' 加 ',
  '、',
  ' + ',
  ' 还有 ',
  ' 和 ',
  ' ',
  ' and ',
  ' plus ',
  '，再来',
  ' 再要 ',
);
const weights = [
  ['2斤', 1_000],
  ['3 kg', 3_000],
  ['半斤', 250],
  ['10斤', 5_000],
  ['两公斤', 2_000],
] as const;

const thing = fc.record({ product: goods, weight: fc.constantFrom(...weights) });
const list = fc.uniqueArray(thing, { minLength: 2, maxLength: 4, selector: ({ product }) => product });

it('each thing of a list is in the order, with its own amount', () => {
  fc.assert(
    fc.property(list, between, fc.boolean(), (things, sign, isNameFirst) => {
      const message = things
        .map(({ product, weight: [said] }) => (isNameFirst ? `${product} ${said}` : `${said} ${product}`))
        .join(sign);
      const { lines } = readBuyer(message, { titles });
      expect(lines.map(({ product, quantity }) => [product, quantity])).toEqual(
        things.map(({ product, weight }) => [product, weight[1]]),
      );
    }),
    { numRuns: 300 },
  );
});

describe('an amount for each', () => {
  it.each([
    '再各来2斤苹果和黄豆',
    '各来2斤，苹果、黄豆',
    '苹果跟黄豆每样2斤',
    'apples and soybeans, 1 kg each',
  ])('is of all that is named: %s', (message) => {
    const { lines } = readBuyer(message, { titles });
    expect(lines).toHaveLength(2);
    expect(new Set(lines.map(({ quantity }) => quantity))).toEqual(new Set([1_000]));
  });
});

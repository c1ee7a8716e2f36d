import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBuyer, readSeller } from '../../src/nlu/read.ts';

const messages = (side: 'buyer' | 'seller'): string[] =>
  readFileSync(new URL(`../corpus/fresh-${side}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .filter(({ part }) => part !== 'test')
    .map(({ message }) => message);

const GOODS = ['核桃', '小米', '土鸡蛋', '红枣', '蜂蜜', '木耳'];
const amountsOf = (message: string): string[] =>
  readBuyer(message)
    .lines.map(({ product, quantity, measure }) => `${product} ${quantity} ${measure}`)
    .sort();

describe('what is no part of an order changes nothing in it', () => {
  const orders = messages('buyer').flatMap((message) => {
    const { kind, lines } = readBuyer(message);
    return kind === 'order' ? [{ message, before: lines.map(({ quantity }) => quantity) }] : [];
  });

  it.each([
    ['a politeness', (said: string) => `${said}，谢谢`],
    ['a greeting', (said: string) => `老板，${said}`],
    ['an emoji', (said: string) => `${said}😊`],
    ['a phone number', (said: string) => `${said}，电话13800001234`],
  ])('%s', (_, more) => {
    const changed = orders.filter(({ message, before }) => {
      const after = readBuyer(more(message)).lines;
      // To ask where nothing was asked before is no wrong amount.
      return after.some(({ quantity }, i) => quantity !== null && quantity !== before[i]);
    });
    const said = changed.map(({ message }) => message).join('\n');
    expect(changed.length / orders.length, said).toBeLessThan(0.02);
  });
});

it('the order of clauses changes nothing that it should not', () => {
  const clause = fc.tuple(fc.constantFrom(...GOODS), fc.integer({ min: 2, max: 30 }));
  const distinct = fc.uniqueArray(clause, { minLength: 2, maxLength: 3, selector: ([goods]) => goods });
  fc.assert(
    fc.property(distinct, (clauses) => {
      const said = clauses.map(([goods, n]) => `${goods}${n}斤`);
      expect(amountsOf([...said].reverse().join('，'))).toEqual(amountsOf(said.join('，')));
    }),
    { numRuns: 60 },
  );
});

describe('no number is stated that a message does not hold', () => {
  /** All digits and numerals of a message as numbers, and how many base units its units have. */
  const HAS_NUMBER =
    /[\d一二两三四五六七八九十百千万半俩仨廿几双对打单个整件袋箱包盒瓶斤]|\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand|half|dozen|each|per|some|pair)\b/iu;

  it('of a buyer', () => {
    for (const message of messages('buyer').filter((one) => !HAS_NUMBER.test(one)))
      for (const { quantity } of readBuyer(message).lines) expect(quantity, message).toBeNull();
  });

  it('of a seller', () => {
    for (const message of messages('seller').filter((one) => !HAS_NUMBER.test(one))) {
      const { price, stock, packs } = readSeller(message);
      expect({ price, stock, packs }, message).toEqual({ price: null, stock: null, packs: [] });
    }
  });
});

it('goods on screen let an amount stand alone', () => {
  const { kind, lines } = readBuyer('再来两斤', { focus: ['红富士苹果'] });
  expect({ kind, lines }).toMatchObject({ kind: 'order', lines: [{ product: '', quantity: 1_000 }] });
});

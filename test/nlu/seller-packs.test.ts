import { describe, expect, it } from 'vitest';
import { readDroppedPack, readPackPrices } from '../../src/nlu/acts/seller/pack-act.ts';

const five = { measure: 'MASS', quantity: 2_500, fen: 7_500 };
const ten = { measure: 'MASS', quantity: 5_000, fen: 14_000 };

describe('packs with a price of their own', () => {
  it.each([
    '红薯10斤装140',
    '红薯加个规格，10斤装140元',
    '红薯添一个10斤的规格卖140',
    '红薯也有10斤一箱的，140',
    '红薯一箱10斤，一箱140',
    '红薯10斤140块一箱',
    '红薯成箱卖140，一箱10斤',
    '红薯仲有10斤一箱嘅，140蚊',
    'sweet potatoes also have 5 kg bag, one bag 140 yuan',
    'add a pack to sweet potatoes: 5 kg for 140',
    'sweet potatoes are sold in 5 kg sacks at 140',
    '5 kg sweet potato bag 140 yuan',
  ])('%s', (message) => {
    expect(readPackPrices(message)).toEqual([ten]);
  });

  it.each([
    '红薯5斤一箱75，10斤一箱140',
    '红薯有两种规格，5斤75，10斤140',
    '红薯分大小两种包装，小箱5斤75块大箱10斤140块',
    'sweet potatoes come in two sizes: 2.5 kg for 75, 5 kg for 140',
  ])('two of them: %s', (message) => {
    expect(readPackPrices(message)).toEqual([five, ten]);
  });

  it.each(['box of 12 for 30', 'eggs 12 a tray, 30 yuan the tray', 'eggs also by the dozen, 30 yuan'])(
    'of so many pieces: %s',
    (message) => {
      expect(readPackPrices(message)).toEqual([{ measure: 'COUNT', quantity: 12, fen: 3_000 }]);
    },
  );

  it.each([
    '红薯10斤装还有30箱',
    '红薯补货10斤装30箱',
    '红薯2块一斤',
    '红薯10斤20块',
    '红薯又来了10箱，一箱20斤',
    '红薯一箱20斤，50一箱，有30箱',
    'sweet potatoes 10 kg bags, 40 bags, 105 yuan a bag',
  ])('are not spoken of: %s', (message) => {
    expect(readPackPrices(message)).toEqual([]);
  });

  it('may go', () => {
    expect(readDroppedPack('10斤那个规格不要了')).toEqual({ measure: 'MASS', quantity: 5_000 });
    expect(readDroppedPack('10斤不要了')).toBeUndefined();
  });
});

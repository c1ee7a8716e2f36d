import { describe, expect, it } from 'vitest';
import { readBulk } from '../../src/nlu/acts/seller/bulk-act.ts';

const read = (message: string) => {
  const said = readBulk(message);
  return said && [said.amount.base, said.fen, said.of, said.isTier];
};

describe('what so much at once costs', () => {
  it.each([
    ['香油一次买两瓶给他70', 2, 7_000, 'open', false],
    ['要是一下拿两瓶嘞，俺给他按70，中不中', 2, 7_000, 'open', false],
    ['two jars of chili sauce for 28', 2, 2_800, 'open', false],
    ['香油十瓶以上35一瓶', 10, 3_500, 'each', true],
    ['买满五斤腐竹的每斤算20', 2_500, 2_000, 'each', false],
    ['give 12 yuan per kg for bulk party taking 20 kg and above', undefined, 0, '', false],
  ])('%s', (message, base, fen, of, isTier) => {
    expect(read(message)).toEqual(base === undefined ? undefined : [base, fen, of, isTier]);
  });

  it.each([
    '核桃拿到30斤，卖15一斤',
    '客人买了5斤核桃收了70',
    '香油还剩两瓶，卖70',
    'he took 2 jars of honey for 20',
    'I gave my neighbour across the road 2 jars for 20',
    '买两瓶70行吗',
    '核桃15一斤',
    '不能一次拿两瓶按70',
    '家里有客人问核桃能不能一起买5斤按90',
    '买5斤核桃按90亏本了',
    '核桃 5斤90元 不能一起买',
    '都说买10斤按150划不来',
    '王姐一起拿10斤按150',
    '别人批发10斤150',
    '多买10斤化肥150',
    'send Wang two jars for 28',
  ])('is not said in: %s', (message) => {
    expect(read(message)).toBeUndefined();
  });
});

describe('what less of it costs, said beside it', () => {
  it.each([
    ['细磨糁子买够10斤的算8块一斤，零买还是9块', 900],
    ['细磨糁子10斤以上8块，10斤以下9块', 900],
    ['细磨糁子买满10斤按8块一斤，零卖不变', undefined],
    ['corn grits: 8 yuan per jin if they buy 10 jin, otherwise 9', 900],
    ['corn grits 8 yuan a jin from 10 jin', undefined],
  ])('%s', (message, loose) => {
    expect(readBulk(message)).toMatchObject({ fen: 800, amount: { base: 5_000 } });
    expect(readBulk(message)?.loose).toBe(loose);
  });

  it.each([
    '细磨糁子零买9块',
    '细磨糁子8块一斤，10斤起卖',
    '细磨糁子8块一斤，有10斤',
    '细磨糁子买够10斤不能算8块，零买还是9块',
    '客人买够10斤算8块一斤行不行',
  ])('is no price from an amount: %s', (message) => {
    expect(readBulk(message)).toBeUndefined();
  });
});

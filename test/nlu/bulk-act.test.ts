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

import { describe, expect, it } from 'vitest';
import { readLeast } from '../../src/nlu/acts/seller/settings/least-act.ts';

const read = (message: string) =>
  readLeast(message).map(({ amount, goods }) => [goods, amount?.base, amount?.unit.measure]);

describe('the least that an order holds', () => {
  it.each([
    ['核桃3斤起卖', '核桃', 1_500, 'MASS'],
    ['鲜百合两斤起卖啊，少了不够快递钱', '鲜百合', 1_000, 'MASS'],
    ['小米最少买5斤', '小米', 2_500, 'MASS'],
    ['鸡蛋一次至少30个', '鸡蛋', 30, 'COUNT'],
    ['粉条唔够5斤唔卖', '粉条', 2_500, 'MASS'],
    ['核桃5斤以下不发', '核桃', 2_500, 'MASS'],
    ['walnuts minimum 3 jin', 'walnuts', 1_500, 'MASS'],
    ['Honey: at least 2 jars per order please', 'honey', 2, 'COUNT'],
    ['We don’t sell less than 5 kg of millet', 'millet', 5_000, 'MASS'],
  ])('is read with its goods: %s', (message, goods, base, measure) => {
    expect(read(message)).toEqual([[goods, base, measure]]);
  });

  it('is read of each of several goods', () => {
    expect(read('腊肉2斤起寄，香肠3斤起寄')).toEqual([
      ['腊肉', 1_000, 'MASS'],
      ['香肠', 1_500, 'MASS'],
    ]);
  });

  it.each(['核桃多少都卖', 'no minimum on walnuts anymore', '核桃不设起卖了'])('is lifted: %s', (message) => {
    expect(read(message)).toMatchObject([[expect.stringMatching(/核桃|walnuts/), undefined, undefined]]);
  });

  it.each([
    '核桃至少还有50斤',
    '核桃5斤起包邮',
    '核桃10斤起批发价12',
    '土豆1块5一斤 5斤起卖 存货300斤',
    '核桃3斤起卖行不行？',
    '听说人家核桃3斤起卖',
    '红枣要不要3斤起卖',
    '我在想核桃要不3斤起卖',
    '核桃18块一斤',
    'at least 20 kg of walnuts left',
    '红枣买够5斤送1斤',
    '核桃一天最少卖20斤',
    '核桃每天至少卖20斤',
    '核桃我晒了30斤起码还要三天才干',
    '今天摘了5斤起早去的',
    'I need to order at least 20 kg of walnuts',
    'sold at least 20 jin of walnuts today',
    '买够5斤红枣赠1斤',
  ])('is none in: %s', (message) => {
    expect(read(message)).toEqual([]);
  });
});

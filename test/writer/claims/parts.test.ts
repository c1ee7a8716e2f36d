import { describe, expect, it } from 'vitest';
import { unsupportedClaims } from '../../../src/writer/claims/check.ts';

// A longer phrase that the lists know is no more and no less than its parts.

const open = (text: string, facts: readonly string[]): string[] => unsupportedClaims(text, facts, 2026);

describe('what a phrase says', () => {
  it.each([
    ['by its parts', 'dried in the sun', ['title: Walnuts', 'seller says: dried in the sun on the roof']],
    ['by its parts, in a name', '毛竹篮', ['商品:竹编篮子', '卖家说:毛竹']],
    ['of two qualities', '粗细都有', ['商品:粉条', '卖家说:粗的细的都有']],
    ['of a pack, in plain words', 'thirty to a box', ['规格:30枚一盒']],
    ['of a list that is denied', '没放盐', ['卖家说:没放糖和盐']],
    ['of a denial with what it was done with', '没用硫磺熏', ['not smoked with sulphur']],
  ])('may be said %s: %s', (_name, text, facts) => {
    expect(open(text, facts)).toEqual([]);
  });

  it.each([
    ['a part of its own', '核桃壳', ['商品:核桃']],
    ['a day of the week and a deed that are held apart', '周日发货', ['卖家说:周日休息']],
    ['another way of drying', 'sun-dried', ['seller says: dried in the shade']],
    ['a deed denied with its tool', '皮削掉了', ['卖家说:没去皮']],
    ['what babies may not eat', '一岁以下的宝宝能吃', ['卖家说:一岁以下婴儿不能吃']],
  ])('does not hide %s: %s', (_name, text, facts) => {
    expect(open(text, facts)).not.toEqual([]);
  });
});

describe('a part that is taken away', () => {
  it.each([
    ['皮去掉了', '卖家说:去皮的'],
    ['芯也通掉了', '工艺:手工剥壳、通芯'],
    ['柄剪过了', '等级:剪柄'],
    ['籽已经筛掉', '采摘:八月，晒干去籽'],
    ['骨头剔了', '卖家说:剔骨'],
    ['去核', 'stones removed'],
  ])('is so by whatever verb: %s of %s', (text, fact) => {
    expect(open(text, [fact])).toEqual([]);
  });

  it.each([
    ['带核', '卖家说:核已去掉'],
    ['骨头剔了', '卖家说:带骨'],
    ['毛拔掉了', '卖家说:没拔毛'],
    ['cored', '卖家说:带芯'],
  ])('is not so where facts leave it on: %s of %s', (text, fact) => {
    expect(open(text, [fact])).not.toEqual([]);
  });
});

describe('whose it is', () => {
  it('is told by the sound of a name before a title', () => {
    expect(open('苗翠花的', ['grower: Miao Cuihua'])).toEqual([]);
    expect(open('彭阿姨的', ['maker: Auntie Peng'])).toEqual([]);
    expect(open('庞阿姨的', ['maker: Auntie Peng'])).not.toEqual([]);
  });
});

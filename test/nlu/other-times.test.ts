import { describe, expect, it } from 'vitest';
import { readAct } from '../../src/nlu/acts/act.ts';
import {
  namesAllGoods,
  readAlike,
  readAmountChange,
  readCountedAll,
} from '../../src/nlu/acts/orders/changes/order-change.ts';
import { readWantedNow, withoutHome } from '../../src/nlu/acts/orders/other-times.ts';
import { joinAddress } from '../../src/nlu/recipient/join.ts';

describe('an amount of another time', () => {
  it.each([
    ['那先要50斤 剩下30斤有了再说', '那先要50斤'],
    ['先来20斤，另外10斤下回再要', '先来20斤'],
    ['先拿两袋，剩的三袋到货了再拿', '先拿两袋'],
    ['30 kg now please, the other 20 kg when you have more', '30 kg now please'],
    ['白藜麦去年在别处买过20斤 吃了大半年 今年先少来点 给我称6斤吧', '白藜麦 给我称6斤吧'],
    ['核桃上回买了5斤，这回要8斤', '核桃 这回要8斤'],
  ])('is not ordered: %s', (said, now) => {
    expect(readWantedNow(said)?.now).toBe(now);
  });

  it.each([
    '红薯上周买了10斤，坏了3斤',
    '苹果10斤，红枣5斤',
    '苹果去年买过10斤，今年多少钱一斤？',
    '短了我2斤，下次再补2斤',
    '2斤苹果，运费下次再说',
  ])('is not seen where there is none: %s', (said) => {
    expect(readWantedNow(said)).toBeUndefined();
  });
});

describe('to where the buyer lives', () => {
  it.each([
    '唉他这几天出差 还是寄我自己家里吧',
    '还是寄我家吧',
    '寄返我屋企啦',
    'send it to me instead',
    '寄回家就行',
  ])('is said alone: %s', (said) => {
    expect(readAct(said)?.is).toBe('home');
  });

  it.each(['别寄我家', '寄我家对面小卖部王婶代收', '能寄到我家吗', '寄给我妈'])('is not said: %s', (said) => {
    expect(readAct(said)?.is).not.toBe('home');
  });

  it('is said beside an amount that a friend gets', () => {
    const amount = withoutHome('顺便给闺蜜也带2袋叭 一起寄我这就行');
    expect(amount).toBe('顺便给闺蜜也带2袋叭');
    expect(readAmountChange(amount ?? '')).toMatchObject({ how: 'add', rest: '2袋' });
  });
});

it.each(['对就这些没别的了下单吧', '嗯对就这样下单吧', '好的就这些帮我下单'])(
  'is an order in one breath: %s',
  (said) => {
    expect(readAct(said)?.is).toBe('confirm');
  },
);

it.each(['先别下单', '不对不是这些下单吧', '就这些苹果下单'])('is no order in one breath: %s', (said) => {
  expect(readAct(said)?.is).not.toBe('confirm');
});

it.each([
  ['那剩的4斤我全要了嘛', '4斤'],
  ['剩下的三袋我都要了', '三袋'],
  ['我全要了', undefined],
  ['4斤全都烂的', undefined],
  ['红枣来5斤，核桃剩的4斤全要了', undefined],
])('the amount that is all there is: %s', (said, amount) => {
  expect(readCountedAll(said)).toBe(amount);
});

it.each([
  ['苹果全要了', true],
  ['苹果剩的4斤全要了', true],
  ['all that is left of the apples', true],
  ['apples, take them all', false],
  ['那我全要了', false],
  ['这个我全要了', false],
  ['老板，剩下的全要了', false],
  ['那剩的4斤我全要了嘛', false],
  ['剩下的三袋我都要了', false],
  ['那些我全要了哈', false],
  ["ok then I'll take all of it please", false],
])('whether goods are named beside all of it: %s', (said, named) => {
  expect(namesAllGoods(said)).toBe(named);
});

it.each([
  ['都5斤', '5斤'],
  ['两样都三斤吧', '三斤吧'],
  ['2 kg of each', '2 kg'],
  ['5斤', undefined],
])('the amount of each that was asked about: %s', (said, amount) => {
  expect(readAlike(said)).toBe(amount);
});

it.each([
  ['苏州姑苏区平江路呀', '128弄5号', '苏州姑苏区平江路128弄5号'],
  ['成都市武侯区玉林小区', '3栋2单元501', '成都市武侯区玉林小区3栋2单元501'],
  ['太原市桃园路1号', '12号楼', undefined],
  ['太原市桃园路', '杭州市文三路90号', undefined],
  ['平江路', '138弄', '平江路138弄'],
])('an address in two halves: %s, %s', (known, more, whole) => {
  expect(joinAddress(known, more)).toBe(whole);
});

it.each([
  ['再帮我妈捎2斤', '2斤'],
  ['顺便给同事也带3袋', '3袋'],
  ['再给我来5斤带皮核桃', '来5斤带皮核桃'],
])('more is brought along, and no amount is lost: %s', (said, rest) => {
  expect(readAmountChange(said)).toMatchObject({ how: 'add', rest });
});

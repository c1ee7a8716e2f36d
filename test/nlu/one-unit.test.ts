import { describe, expect, it } from 'vitest';
import { withoutInStock } from '../../src/nlu/acts/offers/supposed.ts';
import { splitAsides } from '../../src/nlu/acts/orders/asides-said.ts';
import { readPayWay } from '../../src/nlu/acts/orders/pay-way.ts';
import { withOneUnit } from '../../src/nlu/around/one-unit.ts';

describe('a unit that is said once', () => {
  it.each([
    ['芋头40 大葱60 单位都是斤', '芋头40斤，大葱60斤'],
    ['芋头20，大葱30，都按斤算', '芋头20斤，大葱30斤'],
    ['腊肠5袋，芋头10，都是斤', '腊肠5袋，芋头10斤'],
    ['oat flakes 3, peach gum 2, all in kg', 'oat flakes 3kg，peach gum 2kg'],
    ['芋头来20大葱要30哈（单位：公斤）', '芋头来20公斤大葱要30公斤哈'],
  ])('%s', (said, meant) => expect(withOneUnit(said)).toBe(meant));

  it.each(['都是斤', '芋头40斤 大葱60斤', '王芳 13800001234 桃园路12号，都按斤', '苹果10斤，都是好的'])(
    'is not read into other messages: %s',
    (said) => expect(withOneUnit(said)).toBe(said),
  );
});

describe('how somebody wants to pay', () => {
  it.each([
    ['我微信转给你要得不 莫搞啥子货到付款', 'transfer'],
    ['不要货到付款', 'transfer'],
    ['我不会转账', 'delivery'],
    ['俺不会弄手机付款 见着货再给钱中不', 'delivery'],
    ['can i pay with alipay instead of cash', 'transfer'],
    ['no bank transfer', 'delivery'],
    ['货到付款', 'delivery'],
  ])('%s', (said, way) => expect(readPayWay(said)).toBe(way));

  it('nothing where both are refused', () => expect(readPayWay('不要货到付款 也不要转账')).toBeUndefined());
});

describe('that there are goods is no condition', () => {
  it.each([
    ['如果还有的话我要一斤半', '我要一斤半'],
    ["I'd take 2 kg if there's any left", "I'd take 2 kg"],
  ])('%s', (said, order) => expect(withoutInStock(said)).toBe(order));

  it('and another one stays', () => {
    expect(withoutInStock('要是能包邮就来5斤')).toBe('要是能包邮就来5斤');
  });
});

describe('a note with its reason', () => {
  it('takes what stands beside it', () => {
    const { rest, asides } = splitAsides('腊肠3斤，孩子吃不了辣，帮我备注微辣就行');
    expect(rest).toBe('腊肠3斤');
    expect(asides.map((one) => ('text' in one ? one.text : ''))).toEqual(['孩子吃不了辣', '微辣就行']);
  });

  it('leaves goods, questions and addresses where they are', () => {
    const { rest } = splitAsides('备注别压，再来2斤小米，几天能到');
    expect(rest).toContain('再来2斤小米');
    expect(rest).toContain('几天能到');
  });
});

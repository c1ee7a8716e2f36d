import { describe, expect, it } from 'vitest';
import { lex } from '../../src/nlu/lexer/lexer.ts';
import { readBuyer } from '../../src/nlu/read.ts';

const linesOf = (message: string, titles: readonly string[] = []): unknown[] =>
  readBuyer(message, { titles }).lines.map(({ product, quantity, measure }) => [product, quantity, measure]);

describe('pounds and ounces are whole grams', () => {
  it.each([
    ['3 lb walnuts', [['walnuts', 1_361, 'MASS']]],
    ['a pound of chestnuts please', [['chestnuts', 454, 'MASS']]],
    ['12 oz of black tea', [['black tea', 340, 'MASS']]],
    ['2磅核桃仁', [['核桃仁', 907, 'MASS']]],
  ])('%s', (message, lines) => {
    expect(linesOf(message)).toEqual(lines);
  });
});

describe('what nobody can put a number on is asked', () => {
  it.each([
    '整个十斤八斤的大米',
    '花生来三斤五斤',
    '称三两斤花椒',
    '要个斤把茶叶',
    'between 4 and 5 kg of peanuts',
  ])('%s', (message) => {
    const { lines, ambiguous } = readBuyer(message);
    expect(lines.map(({ quantity }) => quantity)).toEqual([null]);
    expect(ambiguous).toContain('quantity');
  });

  it('and two amounts side by side that are no such words stay two', () => {
    const amounts = lex('红枣五斤两斤小米').tokens.filter(({ is }) => is === 'amount');
    expect(amounts).toHaveLength(2);
  });
});

it('a bare number counts the packs whose content was said', () => {
  expect(linesOf('sesame 500gr pack, i need 6')).toEqual([['sesame', 3_000, 'MASS']]);
});

describe('amounts that are added up', () => {
  it.each([
    ['酸菜5袋，再加2袋，拢共7袋啊', [['酸菜', 7, 'COUNT']]],
    ['核桃3斤，再加2斤，一共5斤', [['核桃', 2_500, 'MASS']]],
    [
      '绿豆黄豆黑豆每样一斤，一共三斤',
      [
        ['绿豆', 500, 'MASS'],
        ['黄豆', 500, 'MASS'],
        ['黑豆', 500, 'MASS'],
      ],
    ],
    ['rice 2 bags, plus 3 bags, so 5 bags in all', [['rice', 5, 'COUNT']]],
    [
      '花生3斤，瓜子2斤，一共5斤',
      [
        ['花生', 1_500, 'MASS'],
        ['瓜子', 1_000, 'MASS'],
      ],
    ],
  ])('%s', (message, lines) => {
    expect(linesOf(message)).toEqual(lines);
  });
});

describe('an order that hangs on something is no plain order', () => {
  it.each([
    '要是今天能发我就整4斤小米，发不到就算了',
    '低于20一斤我就拿5斤红枣',
    '如果包邮就要6包菜干，不然就3包',
  ])('%s', (message) => {
    expect(readBuyer(message)).toMatchObject({ kind: 'order', ambiguous: expect.arrayContaining(['kind']) });
  });

  it('and where another amount is wanted in the other case, no amount is stated', () => {
    expect(linesOf('如果包邮就要6包菜干，不然就3包').map((line) => (line as unknown[])[1])).toEqual([null]);
  });
});

describe('which kind of the goods it is to be', () => {
  it.each([
    ['五常大米两袋', '五常大米'],
    ['原味的牛肉酱两瓶', '原味的牛肉酱'],
    ['1斤半牛肉干，五香滴', '五香牛肉干'],
    ['香肠要麻辣的3斤', '麻辣香肠'],
  ])('%s', (message, product) => {
    expect(readBuyer(message).lines.map((line) => line.product)).toEqual([product]);
  });

  it('of a catalogue that has no such kind, only the goods that it has', () => {
    expect(readBuyer('1斤半牛肉干，五香的', { titles: ['牛肉干'] }).lines[0]?.product).toBe('牛肉干');
    expect(readBuyer('1斤半牛肉干，五香的', { titles: ['五香牛肉干'] }).lines[0]?.product).toBe('五香牛肉干');
  });
});

describe('what is said and is no order', () => {
  it.each([
    ['鸡蛋碎了6个，包装太差了', 'other'],
    ['收到的苹果烂了三个，怎么办', 'question'],
    ['太贵啦，平啲啦', 'other'],
    ['寄到成都要几天', 'question'],
    ['我的货到哪里了', 'status'],
    ['saw a guy order 100 jars, legend', 'other'],
    ['煲汤四个人食要落几多只红枣啊', 'question'],
    ['刚看见有人一下买了50斤', 'other'],
  ])('%s', (message, kind) => {
    expect(readBuyer(message)).toMatchObject({ kind, lines: [] });
  });
});

describe('what was bought before, and what is wanted now', () => {
  it.each([
    ['上次买了3斤核桃，这回要5斤', [['核桃', 2_500, 'MASS']]],
    ['去年买了十斤小米，今年要二十斤', [['小米', 10_000, 'MASS']]],
    ['昨天买了一瓶香油，今天再要两瓶', [['香油', 2, 'COUNT']]],
    ['before i buy 5 pack seaweed now i want 3 pack only', [['seaweed', 3, 'COUNT']]],
  ])('%s', (message, lines) => {
    expect(linesOf(message)).toEqual(lines);
  });
});

it('whose parcel it is stands there by name, beside the mother who gets it', () => {
  const { recipient } = readBuyer('妈妈收：2箱橙子 周桂兰 13507318842 湖南省长沙市岳麓区麓山南路56号3栋');
  expect(recipient).toMatchObject({
    name: '周桂兰',
    phone: '13507318842',
    address: '湖南省长沙市岳麓区麓山南路56号3栋',
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBuyer } from '../../src/nlu/read.ts';

// What viewers of a stream type about goods by number, and by name where the same holds.

const itemsOf = (message: string): [number | undefined, number | null][] =>
  readBuyer(message).lines.map(({ item, quantity }) => [item, quantity]);

describe('a list of numbers with one amount', () => {
  it.each([
    ['1、3、6号各一份', [1, 3, 6], 1],
    ['一二三号各来一斤', [1, 2, 3], 500],
    ['1到4号各一袋', [1, 2, 3, 4], 1],
    ['３-５号每样一盒', [3, 4, 5], 1],
    ['俺要1 3 5号各一斤', [1, 3, 5], 500],
    ['三号四号一样给我弄两斤噻', [3, 4], 1_000],
    ['items 1, 2 and 6, one bag each', [1, 2, 6], 1],
    ['one of each, numbers 1 through 4', [1, 2, 3, 4], 1],
    ['two boxes each of #2 and #6', [2, 6], 2],
  ])('gives each its own: %s', (message, items, quantity) => {
    expect(itemsOf(message)).toEqual(items.map((item) => [item, quantity]));
  });

  it('is read whole, however long it is', () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(numbers, fc.constantFrom('、', '，', ',', '和', ' '), (items, between) => {
        expect(itemsOf(`${items.join(between)}号各两袋`)).toEqual(items.map((item) => [item, 2]));
      }),
      { numRuns: 100 },
    );
  });

  it('leaves dates and addresses as they are', () => {
    expect(readBuyer('10月1到3号每样一斤').lines).not.toContainEqual(expect.objectContaining({ item: 2 }));
    const { recipient } = readBuyer('太原市迎泽区桃园路1到3号楼2单元501 王芳 13800001234 各一斤');
    expect(recipient?.address).toContain('1到3号楼');
  });
});

describe('a number and the name beside it', () => {
  it.each([
    ['九号一只老母鸡', 9, 1],
    ['5号的核桃给我称六斤', 5, 3_000],
    ['6号那个蜂蜜要两瓶', 6, 2],
    ['#6 the honey, two jars', 6, 2],
    ['3 号 3 份', 3, 3],
    ['item five, three bags', 5, 3],
  ])('are one thing: %s', (message, item, quantity) => {
    expect(itemsOf(message)).toEqual([[item, quantity]]);
  });
});

describe('what is put right', () => {
  it.each([
    ['3号两箱，说错了，是5号', [[5, 2]]],
    ['要4号,不对不对,是10号,来四斤', [[10, 2_000]]],
    ['不是3袋8号，是5袋', [[8, 5]]],
    [
      '1号2斤3号2斤，3号改成4斤',
      [
        [1, 1_000],
        [3, 2_000],
      ],
    ],
    ['7号一箱，算了不要7号了，要8号一箱', [[8, 1]]],
    ['#3 two boxes, sorry I mean #5', [[5, 2]]],
    ['item three, make it four bottles. wait, six', [[3, 6]]],
    ['not 3 bags of #1, 2 bags', [[1, 2]]],
  ])('counts as it was said last: %s', (message, items) => {
    expect(itemsOf(message)).toEqual(items);
  });

  it.each([
    ['红枣两斤，打错了，是核桃', [['核桃', 1_000]]],
    [
      '苹果两箱，红枣不要了，梨一箱',
      [
        ['苹果', 2],
        ['梨', 1],
      ],
    ],
    ['两斤红枣，不对，三斤', [['红枣', 1_500]]],
    ['two boxes of apples. Sorry, pears', [['pears', 2]]],
  ])('also of goods by name: %s', (message, lines) => {
    expect(readBuyer(message).lines.map(({ product, quantity }) => [product, quantity])).toEqual(lines);
  });

  it('is asked where nobody can tell what it stands for', () => {
    const { lines } = readBuyer('3号两斤5号三斤，不对，是6号');
    expect(lines.some(({ item, quantity }) => item === 6 && quantity !== null)).toBe(false);
  });
});

describe('goods and amounts in another shape than an order', () => {
  it.each([
    '3号20斤邮费多少',
    '8号一箱有几斤',
    '5号拿十斤能不能包邮',
    '2号一斤是不是五百克',
    '7号一箱是24瓶吗',
    'which one is sweeter, #1 or #2',
    'item 7 two boxes how much shipping',
    '腊肉两条够几个人吃',
    '红枣一箱是10斤吗',
  ])('ask, and order nothing: %s', (message) => {
    expect(readBuyer(message)).toMatchObject({
      kind: expect.stringMatching(/question|search/),
      ambiguous: [],
    });
  });

  it.each([
    '5号两袋昨天到的，破了一袋',
    '刚才3号两斤没抢到',
    'got #4 yesterday, two bags, delicious',
    'two bags of #4 came but one was wet',
    '红枣两袋昨天到的，破了一袋',
    '小米三斤熬了半个月粥',
    'the two jars of honey you sent leaked',
  ])('tell, and order nothing: %s', (message) => {
    expect(readBuyer(message)).toMatchObject({ kind: expect.stringMatching(/status|other/), lines: [] });
  });

  it.each([
    ['4号两斤,酸不酸啊', 1_000],
    ['6号两袋,什么时候发货?', 2],
    ['能给我来三斤5号吗', 1_500],
    ['5号再来一箱，上回那箱真甜', 1],
    ['4号两斤，上次买的吃完了', 1_000],
    ['红枣五斤，孩子爱吃', 2_500],
    ['我要10斤糯米，包邮吗？', 5_000],
    ['土鸡蛋 60枚 别碎了啊', 60],
  ])('are an order all the same where something is wanted: %s', (message, quantity) => {
    expect(readBuyer(message)).toMatchObject({ kind: 'order', lines: [{ quantity }] });
  });

  it('are asked about where the words beside them are not known', () => {
    const { lines, ambiguous } = readBuyer('4号两盒我姨父嫌它硌牙');
    expect(lines.every(({ quantity }) => quantity === null)).toBe(true);
    expect(ambiguous.length + Number(lines.length === 0)).toBeGreaterThan(0);
  });
});

it.each([
  '给车加了两箱95号汽油，贵死了',
  '95号油两箱',
  '12号楼2单元的',
  '坐10号线两站就到',
  '神舟十五号真厉害',
  'No. 5 Middle School, class of 99',
  'she is in room no. 12',
  "you're number one host",
])('a number of something else is no goods: %s', (message) => {
  expect(readBuyer(message).lines).toEqual([]);
});

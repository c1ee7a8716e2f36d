import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBuyer } from '../../../../src/nlu/rules/orders/buyer.ts';

const line = (product: string, quantity: number | null, measure: string | null) => ({
  product,
  quantity,
  measure,
});

/** Units with their size in grams, millilitres or pieces. */
const UNITS = [
  ['斤', 500, 'MASS'],
  ['公斤', 1000, 'MASS'],
  ['kg', 1000, 'MASS'],
  ['克', 1, 'MASS'],
  ['升', 1000, 'VOLUME'],
  ['个', 1, 'COUNT'],
  ['箱', 1, 'COUNT'],
  ['瓶', 1, 'COUNT'],
] as const;
const GOODS = ['核桃', '小米', '红枣', 'walnuts', '土鸡蛋', 'red dates'];
const NOISE =
  '来 给我 要 不要 不是 改成 换成 各 一共 再来 和 , ; ? 。 吗 的 装 / x * + 每箱 一袋 each of not make it 多少钱 元 块 送到 左右 多 几 号链接'.split(
    ' ',
  );

describe('an amount', () => {
  it.each([
    ['来五十斤左右的红薯', [line('红薯', 25_000, 'MASS')]],
    ['3 x 500g bags of dried mushrooms', [line('dried mushrooms', 1500, 'MASS')]],
    ['5斤装核桃两箱,鸡蛋30个', [line('核桃', 5000, 'MASS'), line('鸡蛋', 30, 'COUNT')]],
    ['2 boxes (5 kg each) of pears', [line('pears', 10_000, 'MASS')]],
    ['两箱 每箱十斤的苹果', [line('苹果', 10_000, 'MASS')]],
    ['5斤核桃分两袋装', [line('核桃', 2500, 'MASS')]],
    ['来两箱苹果,不,三箱', [line('苹果', 3, 'COUNT')]],
    ['有大核桃没?来5斤', [line('大核桃', 2500, 'MASS')]],
    ['一共要6箱,橘子4箱苹果2箱', [line('橘子', 4, 'COUNT'), line('苹果', 2, 'COUNT')]],
    ['核桃 小米 一共10斤', [line('核桃', null, 'MASS'), line('小米', null, 'MASS')]],
    ['小米绿豆各5斤', [line('小米', 2500, 'MASS'), line('绿豆', 2500, 'MASS')]],
    ['twenty-five kg of potatoes', [line('potatoes', 25_000, 'MASS')]],
    ['5斤小米 两袋', [line('小米', null, 'MASS')]],
    ['核桃几 元', [line('核桃', null, 'COUNT')]],
  ])('%s', (message, lines) => {
    expect(readBuyer(message)).toMatchObject({ kind: 'order', lines });
  });

  it('rests on numbers and units that were said, whatever stands around them', () => {
    const unit = fc.constantFrom(...UNITS);
    const amount = fc.record({
      is: fc.constant('amount' as const),
      count: fc.integer({ min: 2, max: 97 }),
      unit,
    });
    const words = fc.constantFrom(...GOODS, ...NOISE).map((text) => ({ is: 'words' as const, text }));
    const gap = fc.constantFrom('', ' ');
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.oneof(amount, words), gap), { maxLength: 9 }), (parts) => {
        const text = parts
          .map(([part, space]) => (part.is === 'words' ? part.text : `${part.count}${part.unit[0]}`) + space)
          .join('');
        const said = parts.flatMap(([part]) => (part.is === 'amount' ? [part] : []));
        // A count may multiply a content, and 2斤2克 is one amount.
        const numbers = [1, ...[...text.matchAll(/\d+/g)].map(([digits]) => Number(digits))];
        const sizes = [...new Set([1, 500, 1000, ...said.map(({ unit }) => unit[1])])];
        const single = numbers.flatMap((one) => sizes.map((size) => one * size));
        const spoken = [0, ...single].flatMap((small) => single.map((large) => large + small));
        const isSaid = (quantity: number): boolean =>
          numbers.some((count) => spoken.some((amount) => count * amount === quantity));
        for (const { quantity } of readBuyer(text).lines)
          expect(quantity === null || isSaid(quantity), `${quantity} in ${text}`).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });

  it('is read the same in Chinese numerals and in digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), (count) => {
        const [han] = readBuyer(`核桃${numeral(count)}斤`).lines;
        expect(han, numeral(count)).toEqual(line('核桃', count * 500, 'MASS'));
        expect(readBuyer(`核桃${fullWidth(count)}斤`).lines).toEqual([han]);
      }),
    );
  });

  it('keeps its product, in any order and with any politeness', () => {
    const around = fc.constantFrom(
      ['', ''],
      ['老板,给我来', ''],
      ['麻烦', ',谢谢'],
      ['我想要', '吧'],
      ['能给我来', '吗?'],
    );
    const goods = fc.constantFrom('核桃', '小米', '土鸡蛋', '山西老陈醋');
    fc.assert(
      fc.property(
        goods,
        fc.integer({ min: 1, max: 500 }),
        fc.constantFrom(...UNITS),
        around,
        (name, count, [unit, size, measure], [lead = '', tail = '']) => {
          const expected = [line(name, count * size, measure)];
          expect(readBuyer(`${lead}${count}${unit}${name}${tail}`).lines).toMatchObject(expected);
          expect(readBuyer(`${lead}${name}${count}${unit}${tail}`).lines).toMatchObject(expected);
        },
      ),
    );
  });
});

describe('a buyer’s recipient', () => {
  it.each([
    ['两瓶蜂蜜寄到成都市武侯区人民南路四段12号', null, null, '成都市武侯区人民南路四段12号'],
    [
      '请寄:王小明,131-2345-6789,苏州市姑苏区干将东路200号3幢502室',
      '王小明',
      '13123456789',
      '苏州市姑苏区干将东路200号3幢502室',
    ],
    [
      '电话:+86 139 0000 5678 地址:西安市雁塔区小寨东路20号 收货人:李梅',
      '李梅',
      '13900005678',
      '西安市雁塔区小寨东路20号',
    ],
    [
      'Li Lei, 13800001234, Room 302, Building 5, Taoyuan Road, Taiyuan',
      'Li Lei',
      '13800001234',
      'Room 302, Building 5, Taoyuan Road, Taiyuan',
    ],
    ['黄豆5斤 13800001234', null, '13800001234', null],
  ])('%s', (message, name, phone, address) => {
    expect(readBuyer(message).recipient).toEqual({ name, phone, address });
  });

  it('has no phone where two were given', () => {
    expect(readBuyer('核桃5斤 13800001234 或者 13900001234').recipient?.phone ?? null).toBeNull();
  });
});

describe('the buyers’ reader', () => {
  it('never throws, whatever is said', () => {
    const bits = fc.constantFrom(
      ...GOODS,
      ...NOISE,
      '5斤',
      '十',
      '半',
      '两',
      '1',
      ' ',
      '😀',
      '\u{d800}',
      '收货人',
      '13800001234',
      '市',
      '路',
    );
    const mixed = fc.array(fc.oneof(bits, fc.string({ unit: 'grapheme', maxLength: 4 })), { maxLength: 40 });
    fc.assert(fc.property(mixed, (parts) => void readBuyer(parts.join(''))));
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => void readBuyer(text)));
  });

  it('answers soon, however long the message', () => {
    const longs = [
      '要',
      '我要',
      '路',
      '市区',
      '1',
      '一',
      '十',
      '半',
      '5斤',
      '核桃',
      'a ',
      'swap ',
      'not ',
      '各',
      '的',
      '不是',
      '1,',
      '1 1/',
      '13800001234 ',
      '好吃',
      '谢谢',
      '地址',
      ' ',
      'Li Lei ',
    ];
    for (const part of longs) {
      const spent = msOfWork(() => readBuyer(part.repeat(10_000 / part.length)));
      expect(spent, `of ${part}`).toBeLessThan(1000);
    }
  });

  it('reads a thousand messages in under five seconds', () => {
    const spent = msOfWork(() => {
      for (let i = 0; i < 1000; i += 1)
        readBuyer(`要${i}斤核桃和两瓶蜂蜜 送到太原市迎泽区桃园路${i}号 王芳 13800001234`);
    });
    expect(spent).toBeLessThan(5000);
  });
});

/** Milliseconds of processor time, so that a busy machine does not count. */
function msOfWork(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** A number as people write it: 一百二十, 一千零五. */
function numeral(count: number): string {
  const signs = '零一二三四五六七八九';
  const text = [...String(count)]
    .map((digit, i, all) =>
      digit === '0' ? '零' : `${signs[Number(digit)]}${['', '十', '百', '千'][all.length - 1 - i]}`,
    )
    .join('')
    .replace(/零+/g, '零')
    .replace(/零$/, '');
  return text.replace(/^一十/, '十');
}

const fullWidth = (count: number): string =>
  String(count).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

import { Readable, Writable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCommand } from '../../src/nlu/command.ts';
import { parseDateTime } from '../../src/nlu/datetime.ts';
import { readBuyer, readSeller } from '../../src/nlu/read.ts';

describe('a seller’s message', () => {
  it.each([
    [
      '红枣 5斤装 39.9元 库存200箱',
      {
        kind: 'product',
        measure: 'MASS',
        price: 3990,
        priceQuantity: 2500,
        packs: [2500],
        stock: { mode: 'set', quantity: 500_000 },
      },
    ],
    [
      '土鸡蛋 30枚/箱 45元 有50箱',
      {
        kind: 'product',
        measure: 'COUNT',
        price: 4500,
        priceQuantity: 30,
        packs: [30],
        stock: { mode: 'set', quantity: 1500 },
      },
    ],
    [
      '蜂蜜 500g/瓶 68元 40瓶',
      {
        kind: 'product',
        measure: 'MASS',
        price: 6800,
        priceQuantity: 500,
        packs: [500],
        stock: { mode: 'set', quantity: 20_000 },
      },
    ],
    [
      '核桃 15元一斤 有200斤',
      {
        kind: 'product',
        title: '核桃',
        price: 1500,
        priceQuantity: 500,
        stock: { mode: 'set', quantity: 100_000 },
      },
    ],
    [
      'Walnuts 30 yuan/kg, 100 kg',
      {
        kind: 'product',
        title: 'Walnuts',
        price: 3000,
        priceQuantity: 1000,
        stock: { mode: 'set', quantity: 100_000 },
      },
    ],
    ['核桃补货100斤', { kind: 'stock', title: '核桃', stock: { mode: 'add', quantity: 50_000 } }],
    ['核桃还有30斤', { kind: 'stock', stock: { mode: 'set', quantity: 15_000 } }],
    ['卖了3袋', { kind: 'stock', title: null, measure: 'COUNT', stock: { mode: 'sub', quantity: 3 } }],
    ['sold 30 kg of walnuts, 70 kg left', { kind: 'stock', stock: { mode: 'set', quantity: 70_000 } }],
    ['核桃三块', { price: 300, priceQuantity: null, ambiguous: ['priceQuantity'] }],
    ['小米降到8块一斤', { kind: 'price', title: '小米', price: 800, priceQuantity: 500 }],
    ['小米 30/公斤 还有50公斤', { price: 3000, priceQuantity: 1000 }],
    ['核桃涨到18', { kind: 'price', price: 1800, priceQuantity: null, measure: null }],
    ['walnuts 2 yuan dearer', { kind: 'price', price: null, priceQuantity: null }],
    [
      '核桃15元/斤,10斤以上13元/斤,库存300斤',
      { price: 1500, priceQuantity: 500, stock: { mode: 'set', quantity: 150_000 } },
    ],
    ['蜂蜜先下架', { kind: 'status', title: '蜂蜜', price: null, stock: null }],
    ['walnuts sold out', { kind: 'status' }],
    ['今晚8点直播', { kind: 'stream', price: null, stock: null }],
    ['听说核桃涨到20一斤了', { kind: 'other', price: null, stock: null }],
  ])('%s', (message, expected) => {
    expect(readSeller(message)).toMatchObject(expected);
  });
});

const line = (product: string, quantity: number | null, measure: string | null) => ({
  product,
  quantity,
  measure,
});

describe('a buyer’s message', () => {
  it.each([
    ['来三袋小米和两斤半红枣', 'order', [line('小米', 3, 'COUNT'), line('红枣', 1250, 'MASS')]],
    ['核桃 50公斤', 'order', [line('核桃', 50_000, 'MASS')]],
    ['3kg walnuts and 2 jars of honey', 'order', [line('walnuts', 3000, 'MASS'), line('honey', 2, 'COUNT')]],
    ['核桃和小米各5斤', 'order', [line('核桃', 2500, 'MASS'), line('小米', 2500, 'MASS')]],
    ['核桃5斤,不对,10斤', 'order', [line('核桃', 5000, 'MASS')]],
    ['不是5斤,是10斤', 'order', [line('', 5000, 'MASS')]],
    ['给我来五斤', 'order', [line('', 2500, 'MASS')]],
    ['两箱5斤装的红枣', 'order', [line('红枣', 5000, 'MASS')]],
    ['A1+2', 'order', [line('A1', 2, 'COUNT')]],
    ['来點核桃', 'order', [line('核桃', null, null)]],
    ['來兩斤紅棗', 'order', [line('紅棗', 1000, 'MASS')]],
    ['２０斤小米', 'order', [line('小米', 10_000, 'MASS')]],
    ['一百二十斤土豆', 'order', [line('土豆', 60_000, 'MASS')]],
    ['五谷杂粮三斤', 'order', [line('五谷杂粮', 1500, 'MASS')]],
    ['能给我来两斤蜂蜜吗?', 'order', [line('蜂蜜', 1000, 'MASS')]],
    ['50斤运费多少?', 'question', []],
    ['how much is 2 kg of walnuts?', 'question', []],
    ['不要核桃了', 'cancel', []],
    ['我的货到哪了', 'status', []],
    ['talk to a human', 'human', []],
    ['主播好漂亮', 'other', []],
  ])('%s', (message, kind, lines) => {
    expect(readBuyer(message)).toMatchObject({ kind, lines });
  });

  it.each([
    '要5斤核桃 送到太原市迎泽区桃园路1号 王芳 13800001234',
    '王芳 138 0000 1234 太原市迎泽区桃园路1号 核桃五斤',
    '地址:太原市迎泽区桃园路1号 收件人:王芳 电话:+86 138-0000-1234 核桃5斤',
  ])('finds who and where in: %s', (message) => {
    expect(readBuyer(message)).toMatchObject({
      recipient: { name: '王芳', phone: '13800001234', address: '太原市迎泽区桃园路1号' },
      lines: [line('核桃', 2500, 'MASS')],
    });
  });
});

describe('both readers', () => {
  it('never throw, whatever is said', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (message) => {
        readBuyer(message);
        readSeller(message);
      }),
    );
  });

  it('state no amount that was not said', () => {
    const amounts = fc.integer({ min: 1, max: 9999 });
    fc.assert(
      fc.property(amounts, fc.constantFrom('核桃', '小米', '红枣'), (count, product) => {
        expect(readBuyer(`${product}${count}斤`).lines).toEqual([line(product, count * 500, 'MASS')]);
        expect(readSeller(`${product}还有${count}斤`).stock).toEqual({ mode: 'set', quantity: count * 500 });
      }),
    );
  });

  it('write one JSON object per line, in order', async () => {
    const written: string[] = [];
    const output = new Writable({
      write(chunk, _encoding, done) {
        written.push(String(chunk));
        done();
      },
    });
    await readCommand(['--as', 'buyer'], Readable.from(['核桃5斤\n小米3斤\n\n']), output);
    const readings = written
      .join('')
      .trimEnd()
      .split('\n')
      .map((text) => JSON.parse(text));
    expect(readings.map(({ kind, lines }) => [kind, lines[0]?.product])).toEqual([
      ['order', '核桃'],
      ['order', '小米'],
      ['other', undefined],
    ]);
  });

  it('ask whose messages they are to read', async () => {
    await expect(readCommand([], Readable.from([]), new Writable())).rejects.toThrow('--as buyer');
  });
});

describe('a time', () => {
  const now = new Date('2026-11-23T02:00:00Z');
  it.each([
    ['今晚8点', '2026-11-23T12:00:00.000Z'],
    ['明天晚上7点半', '2026-11-24T11:30:00.000Z'],
    ['tomorrow 19:30', '2026-11-24T11:30:00.000Z'],
    ['tonight 8pm', '2026-11-23T12:00:00.000Z'],
    ['12月1日 19:00', '2026-12-01T11:00:00.000Z'],
    ['2026-12-20 19:00', '2026-12-20T11:00:00.000Z'],
    ['2026年12月20日 19:00', '2026-12-20T11:00:00.000Z'],
    ['今晚12点', '2026-11-23T16:00:00.000Z'],
    ['明天晚上12点', '2026-11-24T16:00:00.000Z'],
    ['tomorrow 12am', '2026-11-23T16:00:00.000Z'],
  ])('%s', (words, moment) => {
    expect(parseDateTime(words, { now, timeZone: 'Asia/Shanghai' }).at?.toISOString()).toBe(moment);
  });

  it('that may be morning or evening is asked, with the evening proposed', () => {
    const evening = new Date('2026-11-23T13:00:00.000Z');
    expect(parseDateTime('9:00', { now, timeZone: 'Asia/Shanghai' })).toEqual({ at: evening, ask: true });
  });

  it('that nobody named is not made up', () => {
    expect(parseDateTime('改天吧', { now, timeZone: 'Asia/Shanghai' })).toEqual({ at: null, ask: true });
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSeller } from '../../../../src/nlu/rules/offers/seller.ts';
import { cpuMs } from '../../../support/cpu.ts';

/** A reading on one line: kind, name, price per quantity, stock, packs, and what is to be asked. */
function inShort(message: string): string {
  const { kind, title, measure, price, priceQuantity, stock, packs, ambiguous } = readSeller(message);
  return [
    kind,
    title ?? '-',
    measure ?? '-',
    price === null ? '-' : `${price}/${priceQuantity ?? '?'}`,
    stock ? `${stock.mode} ${stock.quantity}` : '-',
    ...(packs.length > 0 ? [`packs ${packs.join(' ')}`] : []),
    ...(ambiguous.length > 0 ? [`ask ${ambiguous.join(' ')}`] : []),
  ].join(' | ');
}

const table = (rows: readonly (readonly [string, string])[]): void => {
  it.each(rows)('%s', (message, expected) => {
    expect(inShort(message)).toBe(expected);
  });
};

describe('a price', () => {
  table([
    ['核桃15一斤,10斤起13', 'product | 核桃 | MASS | 1500/500 | -'],
    ['核桃 15元/斤 10斤以上13元/斤 50斤以上12 库存500斤', 'product | 核桃 | MASS | 1500/500 | set 250000'],
    ['大米 30/公斤 还有200公斤', 'product | 大米 | MASS | 3000/1000 | set 200000'],
    ['腊肉四十五一斤有八十斤', 'product | 腊肉 | MASS | 4500/500 | set 40000'],
    ['海参 一百二一斤', 'product | 海参 | MASS | 12000/500 | -'],
    ['豆角 两块二一斤 有一百二十斤', 'product | 豆角 | MASS | 220/500 | set 60000'],
    ['红枣 １５元／斤 库存２００斤', 'product | 红枣 | MASS | 1500/500 | set 100000'],
    ['核桃 15块/金 有100金', 'product | 核桃 | MASS | 1500/500 | set 50000'],
    ['冬枣 10块钱三斤 有100斤', 'product | 冬枣 | MASS | 1000/1500 | set 50000'],
    ['peaches 2 for 10 yuan', 'product | peaches | COUNT | 1000/2 | -'],
    ['goji berries 45 a kilo, 5 kilos for 200', 'product | goji berries | MASS | 4500/1000 | -'],
    ['核桃满100元包邮 15一斤', 'product | 核桃 | MASS | 1500/500 | -'],
    ['一斤核桃15 买五斤送半斤', 'product | 核桃 | MASS | 1500/500 | -'],
    ['红薯干250克 15元 包邮', 'product | 红薯干 | MASS | 1500/250 | -'],
    ['橙子5斤29.9 10斤49.9包邮', 'product | 橙子 | MASS | 2990/2500 | -'],
    ['辣椒 三块五', 'product | 辣椒 | - | 350/? | - | ask priceQuantity'],
    ['核桃100斤15元', 'product | 核桃 | - | 1500/? | - | ask priceQuantity stock'],
    ['瓜子 五斤 40块', 'product | 瓜子 | - | 4000/? | - | ask priceQuantity stock'],
    ['核桃 30', 'product | 核桃 | - | - | - | ask price priceQuantity'],
  ]);
});

describe('a change of price', () => {
  table([
    ['小米降到8块一斤', 'price | 小米 | MASS | 800/500 | -'],
    ['核桃改价16', 'price | 核桃 | - | 1600/? | -'],
    ['核桃从15涨到16', 'price | 核桃 | - | 1600/? | -'],
    ['山楂不是2块2，是2块5一斤', 'price | 山楂 | MASS | 250/500 | -'],
    ['小米价格8块改成9块', 'price | 小米 | - | 900/? | -'],
    ['小米每斤改9块', 'price | 小米 | MASS | 900/500 | -'],
    ['羊肉涨价了，42一斤', 'price | 羊肉 | MASS | 4200/500 | -'],
    ['红枣每斤涨2块', 'price | 红枣 | - | - | -'],
    ['葡萄打八折', 'price | 葡萄 | - | - | -'],
    ['walnuts up 2 yuan', 'price | walnuts | - | - | -'],
    ['take 3 yuan off the cheese', 'price | cheese | - | - | -'],
    ['walnuts 1 yuan off per jin', 'price | walnuts | - | - | -'],
  ]);
});

describe('a pack', () => {
  table([
    ['八宝粥 8元一罐 一箱12罐 有50箱', 'product | 八宝粥 | COUNT | 800/1 | set 600 | packs 12'],
    [
      '白酒 52度 500ml/瓶 98元 6瓶/箱 有20箱',
      'product | 白酒 | VOLUME | 9800/500 | set 60000 | packs 500 3000',
    ],
    ['苹果 45一箱（10斤） 有30箱', 'product | 苹果 | MASS | 4500/5000 | set 150000 | packs 5000'],
    ['红枣2斤装25，5斤装58，库存1000斤', 'product | 红枣 | MASS | 2500/1000 | set 500000 | packs 1000 2500'],
    [
      '红富士 5斤装35 10斤装65 各50箱',
      'product | 红富士 | MASS | 3500/2500 | - | packs 2500 5000 | ask stock',
    ],
    ['honey 500g jar 68 yuan 40 jars', 'product | honey | MASS | 6800/500 | set 20000 | packs 500'],
    [
      'brown eggs, 30 per tray, 35 yuan, 20 trays',
      'product | brown eggs | COUNT | 3500/30 | set 600 | packs 30',
    ],
    ['restocked 30 bags of 5 kg rice', 'stock | rice | MASS | - | add 150000 | packs 5000'],
  ]);
});

describe('a stock', () => {
  table([
    ['核桃卖了三十斤还剩七十斤', 'stock | 核桃 | MASS | - | set 35000'],
    ['核桃卖了10斤还剩25', 'stock | 核桃 | MASS | - | set 12500'],
    ['今天打了200斤核桃', 'stock | 核桃 | MASS | - | add 100000'],
    ['two bags of rice got wet', 'stock | rice | COUNT | - | sub 2'],
    ['核桃补货100斤，现在一共130斤', 'stock | 核桃 | MASS | - | set 65000'],
    ['客户退回两箱苹果', 'stock | 苹果 | COUNT | - | add 2'],
    ['退回来2箱', 'stock | - | COUNT | - | add 2'],
    ['赶集卖掉20斤红枣', 'stock | 红枣 | MASS | - | sub 10000'],
    ['红枣被水泡了8斤', 'stock | 红枣 | MASS | - | sub 4000'],
    ['香菇又摘了50斤', 'stock | 香菇 | MASS | - | add 25000'],
    ['小米库存+50斤', 'stock | 小米 | MASS | - | add 25000'],
    ['核桃-20斤', 'stock | 核桃 | MASS | - | sub 10000'],
    ['核桃还有30斤，哦不，40斤', 'stock | 核桃 | MASS | - | set 20000'],
    ['5 more boxes of kiwis came in', 'stock | kiwis | COUNT | - | add 5'],
    ['2 kg of strawberries went bad', 'stock | strawberries | MASS | - | sub 2000'],
    ['we are down to 15 kg of plums', 'stock | plums | MASS | - | set 15000'],
  ]);
});

describe('a bare number that is said to be left, sold or new counts pieces', () => {
  table([
    ['核桃卖了30还剩70', 'stock | 核桃 | COUNT | - | set 70'],
    ['Sold 30, 70 left', 'stock | - | COUNT | - | set 70'],
    ['honey 60/jar, 1kg jars, got 35', 'product | honey | MASS | 6000/1000 | set 35000 | packs 1000'],
  ]);
});

describe('a stock that is not certain is asked', () => {
  table([
    ['核桃100斤', 'stock | 核桃 | - | - | - | ask stock'],
    ['橙子 还有30来箱', 'stock | 橙子 | - | - | - | ask stock'],
    ['40 of 60 boxes sold', 'stock | - | - | - | - | ask stock'],
    ['核桃剩100斤，小米剩50斤', 'stock | 核桃 | - | - | - | ask stock'],
    [
      '红富士 5斤装29.9元 10斤装55元 现货各100箱',
      'product | 红富士 | MASS | 2990/2500 | - | packs 2500 5000 | ask stock',
    ],
    ['梨子 2块5一斤 库存30筐', 'product | 梨子 | MASS | 250/500 | - | ask stock'],
    ['ham 60 yuan/jin, whole ham about 8 jin', 'product | ham | MASS | 6000/500 | - | ask stock'],
  ]);
});

describe('no numbers', () => {
  table([
    ['蜂蜜先下架', 'status | 蜂蜜 | - | - | -'],
    ['小米重新上架', 'status | 小米 | - | - | -'],
    ['put walnuts back on sale', 'status | walnuts | - | - | -'],
    ['今晚7点直播卖沃柑，大家来捧场', 'stream | - | - | - | -'],
    ['今晚8点开播 教大家怎么选核桃', 'stream | - | - | - | -'],
    ['红枣120斤卖完了', 'status | 红枣 | - | - | -'],
    ['核桃卖了450元', 'other | - | - | - | -'],
    ['运费涨到12块', 'other | - | - | - | -'],
    ['核桃每天卖20斤', 'other | - | - | - | -'],
    ['隔壁卖15', 'other | - | - | - | -'],
    ['我爹那会儿一斤小米才两毛钱', 'other | - | - | - | -'],
    ['小米要不要降到8块一斤？', 'other | - | - | - | -'],
    ['if it rains I will drop the price to 5', 'other | - | - | - | -'],
  ]);
});

describe('a name', () => {
  it.each([
    ['三红蜜柚 5块一个 有300个', '三红蜜柚'],
    ['九月红橙 8块一斤 300斤', '九月红橙'],
    ['有机小米 9块9一斤 库存300斤', '有机小米'],
    ['散装白酒 15元一斤', '散装白酒'],
    ['five-spice tofu 300g packs at 8 yuan, 40 packs', 'five-spice tofu'],
    ['7-grain flour 1kg bags 12 yuan', '7-grain flour'],
    ['eight treasure porridge 8 yuan a can', 'eight treasure porridge'],
    ['鹹菜 六塊錢一斤', '鹹菜'],
  ])('%s', (message, title) => {
    expect(readSeller(message).title).toBe(title);
  });
});

describe('any message', () => {
  const cents = fc.integer({ min: 1, max: 99_999 });
  const count = fc.integer({ min: 1, max: 5_000 });
  const product = fc.constantFrom('核桃', '小米', '红枣', '土蜂蜜', '三红蜜柚', '八宝粥');

  it('that offers goods by weight gives its values back', () => {
    const units = fc.constantFrom(['斤', 500], ['公斤', 1_000], ['两', 50], ['kg', 1_000], ['吨', 1_000_000]);
    fc.assert(
      fc.property(product, cents, units, count, (title, price, [unit, base], stock) => {
        const message = `${title} ${price / 100}元/${unit} 库存${stock}${unit}`;
        expect(readSeller(message)).toMatchObject({
          kind: 'product',
          title,
          measure: 'MASS',
          price,
          priceQuantity: base,
          stock: { mode: 'set', quantity: stock * Number(base) },
          ambiguous: [],
        });
      }),
    );
  });

  it('that offers goods in packs gives its values back', () => {
    const content = fc.integer({ min: 1, max: 50 });
    const box = fc.constantFrom('箱', '盒', '袋', '瓶');
    fc.assert(
      fc.property(product, content, cents, count, box, (title, jin, price, stock, unit) => {
        const expected = {
          title,
          price,
          priceQuantity: jin * 500,
          packs: [jin * 500],
          stock: { mode: 'set', quantity: stock * jin * 500 },
          ambiguous: [],
        };
        expect(readSeller(`${title} ${jin}斤装 ${price / 100}元 库存${stock}${unit}`)).toMatchObject(
          expected,
        );
        expect(readSeller(`${title} ${jin}斤/${unit} ¥${price / 100} 有${stock}${unit}`)).toMatchObject(
          expected,
        );
      }),
    );
  });

  const words = fc.constantFrom(
    '核桃',
    '还有',
    '卖了',
    '补货',
    '一箱',
    '每斤',
    '/斤',
    '5斤装',
    '一斤',
    '元',
    '块',
    '涨到',
    '降',
    '不对',
    '起',
    '，',
    ' ',
    '30',
    '8',
    '2.5',
    '三',
    '一百二',
    '斤',
    '袋',
    '各',
    '从',
    '不是',
    'kg',
    'yuan',
    'for',
    'each',
    'sold',
    'left',
    'box of',
    '(',
    '-',
    '+',
  );
  const heap = fc.array(words, { maxLength: 14 }).map((parts) => parts.join(''));

  it('never makes the reader throw, and states whole numbers or none', () => {
    const isStated = (value: number | null): boolean =>
      value === null || (Number.isSafeInteger(value) && value >= 0);
    fc.assert(
      fc.property(fc.oneof(heap, fc.string({ unit: 'grapheme', maxLength: 80 })), (message) => {
        const { price, priceQuantity, stock, packs } = readSeller(message);
        expect([price, priceQuantity, stock?.quantity ?? null, ...packs].every(isStated)).toBe(true);
      }),
    );
  });

  /** The numbers of a heap, in base units of any unit or in fen, each also times the content of a pack. */
  function stateable(message: string): Set<number> {
    const said = [...message.matchAll(/\d+(?:\.\d+)?|一百二|[一三]/g)].map(
      ([number]) => chinese[number] ?? Number(number),
    );
    const scales = [1, 50, 500, 1_000, 100, 10];
    const plain = said
      .flatMap((number) => [number, ...joined(message)])
      .flatMap((number) => scales.map((scale) => Math.round(number * scale)));
    const contents = plain.concat(scales);
    return new Set(contents.flatMap((number) => [number, ...contents.map((content) => number * content)]));
  }
  const chinese: Readonly<Record<string, number>> = { 一百二: 120, 一: 1, 三: 3 };
  /** 8块三 is 8.3 and 三块8 is 3.8. */
  const joined = (message: string): number[] =>
    [...message.matchAll(/(\d+(?:\.\d+)?|一百二|[一三])\s*(?:块|元)(\d|[一三])/g)].map(
      ([, whole = '', part = '']) => (chinese[whole] ?? Number(whole)) + (chinese[part] ?? Number(part)) / 10,
    );

  it('is read with no number that does not rest on one in it', () => {
    fc.assert(
      fc.property(heap, (message) => {
        const { price, priceQuantity, stock, packs } = readSeller(message);
        const allowed = stateable(message);
        const stated = [price, priceQuantity, stock?.quantity ?? null, ...packs].filter(
          (value) => value !== null,
        );
        for (const value of stated)
          expect(allowed.has(value) || scalesAlone.has(value), `${value} in ${message}`).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
  /** 每斤 and /斤 name a quantity without a number. */
  const scalesAlone = new Set([1, 50, 500, 1_000]);

  it.each([
    '一',
    '1',
    '的',
    'a ',
    '卖了',
    '5斤装',
    '15一斤',
    '一箱',
    '不对',
    '被',
    'take ',
    '-',
    '核桃3块,',
    '还有5',
    '(',
  ])('of ten thousand signs is read in a second of the processor: %j', async (part) => {
    const long = part.repeat(10_000 / part.length);
    expect(await cpuMs(() => readSeller(long))).toBeLessThan(1_000);
  });
});

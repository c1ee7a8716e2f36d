import { describe, expect, it } from 'vitest';
import { readDraftActs, saysWait } from '../../src/nlu/acts/drafts/draft-act.ts';
import { readDraftFix } from '../../src/nlu/acts/drafts/draft-fix.ts';
import { readVagueStock } from '../../src/nlu/acts/seller/seller-stock.ts';
import { readSeller } from '../../src/nlu/read.ts';

const TWO = ['沙果干', '铁棍山药片'];
const THREE = ['corn-husk baskets', 'dried hawthorn', 'perilla leaves'];
const acts = (message: string, titles: readonly string[]): string[] =>
  readDraftActs(message, titles, ['核桃']).map(
    ({ does, which }) => `${does} ${'at' in which ? `${which.is} ${which.at.join()}` : which.is}`,
  );

describe('what becomes of goods that wait', () => {
  it.each([
    ['山药片先别上了，留着自家吃', ['withhold some 1']],
    ['两个都上', ['publish all']],
    ['第一个上第二个不要', ['publish some 0', 'withhold some 1']],
    ['只上沙果干', ['publish some 0']],
    ['除了山药片都上', ['publish except 1']],
    ['山药片撤下来，另一个上', ['withhold some 1', 'publish other']],
    ['香肠莫忙上', []],
    ['山药片莫忙上，还没晒干', ['withhold some 1']],
    ['唔好上山药片住', ['withhold some 1']],
    ['嗯对上架', ['publish these']],
    ['算咧还是上吧', ['publish these']],
    ['先不上了', ['withhold these']],
  ])('%s', (message, done) => {
    expect(acts(message, TWO)).toEqual(done);
  });

  it.each([
    ['leave out the hawthorn', ['withhold some 1']],
    ['publish both', ['publish all']],
    ['all but the hawthorn', ['publish except 1']],
    ['drop the last one', ['withhold some 2']],
    ['list the baskets and the perilla', ['publish some 0,2']],
    ['hold the hawthorn, labels are not ready', ['withhold some 1']],
    ['alright put it on sale', ['publish these']],
  ])('%s', (message, done) => {
    expect(acts(message, THREE)).toEqual(done);
  });

  it.each([
    '核桃先不卖了',
    '山药片多少钱',
    '沙果干有50斤',
    '沙果干怎么上架',
    '取消',
    '好的',
    '明天上午去赶集',
  ])('nothing by %s', (message) => {
    expect(acts(message, TWO)).toEqual([]);
  });
});

it.each([
  ['说错了 是38', '38'],
  ['等下 写错咯 是160一斤 不是一公斤 货还是10公斤', '160一斤 货还是10公斤'],
  ['不是40斤是38', '38斤'],
  ['35写错了，38才对', '38'],
  ['唔啱，系廿八蚊一斤', '廿八蚊一斤'],
  ['额记错咧，卖了15瓶', '卖了15瓶'],
  ['哎价写高了，42', '42'],
  ['sorry 38 not 35', '38'],
  ['not 65, 63', '63'],
  ['不是4块，4块5，粽叶贵了', '4块5'],
  ['sorry, 卖了二十斤', '卖了二十斤'],
  ['oops wrong price, 12 yuan per kg', '12 yuan per kg'],
])('%s puts right', (message, right) => {
  expect(
    readDraftFix(message)
      ?.right.replace(/[\s，,]+/g, ' ')
      .trim(),
  ).toBe(right);
});

it.each(['等我一哈，灶上的水开了', 'hang on a sec', '哎等我看看价', '等阵先'])('%s is a pause', (message) => {
  expect(saysWait(message)).toBe(true);
});

it.each(['还有七八十斤', '大概50到60斤', '还剩十斤八斤', '两三百斤', 'about ten or twelve kg left'])(
  '%s lies between two figures',
  (message) => {
    expect(readVagueStock(message)).toMatchObject({ is: 'between' });
  },
);

describe('figures in dialect', () => {
  it.each([
    ['荔枝今朝賣咗百二斤', { stock: { mode: 'sub', quantity: 60_000 } }],
    ['番薯三蚊斤，兩千斤', { price: 300, priceQuantity: 500, stock: { mode: 'set', quantity: 1_000_000 } }],
    ['腐竹濕咗六包，唔賣得', { stock: { mode: 'sub', quantity: 6 } }],
    ['我屋企啲十年陈皮廿五蚊一两，得返三斤咋', { title: '十年陈皮', price: 2_500, priceQuantity: 50 }],
    ['毛驴驮的黄米，一升算三斤，一升二十块', { price: 2_000, priceQuantity: 1_500, measure: 'MASS' }],
    ['土豆1块25一斤', { price: 125, priceQuantity: 500 }],
    ['库存再多10斤', { stock: { mode: 'add', quantity: 5_000 } }],
  ])('%s', (message, said) => {
    expect(readSeller(message)).toMatchObject(said);
  });

  it('no price is for five hundred 斤, nor is an amount a stock from which another price holds', () => {
    expect(readSeller('小米 6.5 500斤')).toMatchObject({ priceQuantity: null, ambiguous: ['priceQuantity'] });
    expect(readSeller('苹果一箱十斤的三十五，五箱往上每箱三十二').stock).toBeNull();
  });
});

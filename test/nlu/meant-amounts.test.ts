import { describe, expect, it } from 'vitest';
import { readBuyer } from '../../src/nlu/read.ts';

const linesOf = (message: string): (readonly [string, number | null])[] =>
  readBuyer(message).lines.map(({ product, quantity }) => [product, quantity] as const);

describe('of several amounts of one thing the one that is meant is taken', () => {
  it.each([
    ['娘嘞，打错字了，山药是八斤不是八十斤', '山药', 4000],
    ['哎呀我说的是枸杞半斤不是半公斤', '枸杞', 250],
    ['我说的是红薯五斤，不是土豆五斤', '红薯', 2500],
    ['麻花两袋嘛 算了两袋吃不完 一袋就行', '麻花', 1],
    ['枣三斤，算了，还是四斤吧', '枣', 2000],
    ['Correction to my order: linseed 3 kg instead of 2.5 kg.', 'linseed', 3000],
    ['10 lb of rice, hmm too heavy, 5 lb will do', 'rice', 2268],
  ])('%s', (message, product, quantity) => {
    expect(linesOf(message)).toEqual([[product, quantity]]);
    expect(readBuyer(message).ambiguous).toEqual([]);
  });
});

describe('an amount that was left, and may be meant as well, is asked', () => {
  it.each([
    '我买一箱梨，我妈买两箱',
    '小米5斤，不够再来3斤就行',
    '俾我留住条金华火腿，再加两斤半马蹄粉得唔得',
    '来5盒鸭蛋，一盒6个的，不对，我要8个一盒的那种，还是5盒',
    '1 lb of pumpkin seeds if you have it in that size, otherwise one small bag',
    '2 kg of dates if you have them, otherwise 1 kg of figs',
  ])('%s', (message) => {
    expect(readBuyer(message).lines.every(({ quantity }) => quantity === null)).toBe(true);
    expect(readBuyer(message).ambiguous).toContain('quantity');
  });

  it('but not where it says how the amount is parted, or what came before', () => {
    expect(linesOf('来两箱苹果，一箱寄家里，一箱寄单位')).toEqual([['苹果', 2]]);
    expect(linesOf('上次5斤小米吃完了，再来3斤')).toEqual([['小米', 1500]]);
  });
});

describe('goods in a row have each the amount behind', () => {
  it.each([
    ['木耳、银耳、香菇、黄花菜，四样各半斤', ['木耳', '银耳', '香菇', '黄花菜'], 250],
    ['眉豆绿豆红豆，每样一斤煲汤', ['眉豆', '绿豆', '红豆'], 500],
    ['紅棗同埋圓肉各半斤,煲湯嘅', ['紅棗', '圓肉'], 250],
    ['绿豆黄豆黑豆每样一斤啊每样一斤一共三斤', ['绿豆', '黄豆', '黑豆'], 500],
  ])('%s', (message, products, quantity) => {
    expect(linesOf(message)).toEqual(products.map((product) => [product, quantity]));
  });

  it('and what is ordered beside them its own', () => {
    expect(linesOf('核桃5斤，红枣小米各2斤')).toEqual([
      ['核桃', 2500],
      ['红枣', 1000],
      ['小米', 1000],
    ]);
  });
});

describe('how much of each kind makes lines of the kinds', () => {
  it.each([
    [
      '要两罐蜂蜜，一罐槐花的一罐枣花的',
      [
        ['槐花蜂蜜', 1],
        ['枣花蜂蜜', 1],
      ],
    ],
    [
      '来三箱苹果，两箱大的，一箱小的',
      [
        ['大苹果', 2],
        ['小苹果', 1],
      ],
    ],
    [
      '要三袋花生，两袋五香的，一袋原味的',
      [
        ['五香花生', 2],
        ['原味花生', 1],
      ],
    ],
    [
      '苹果三斤，梨两斤，一斤枣',
      [
        ['苹果', 1500],
        ['梨', 1000],
        ['枣', 500],
      ],
    ],
  ])('%s', (message, lines) => {
    expect(linesOf(message)).toEqual(lines);
  });
});

describe('the same as before names neither goods nor amounts', () => {
  it.each(['喂那个给我再来一份跟昨天一样的', '跟上一回一样，再发一份', 'same like before please'])(
    '%s',
    (message) => {
      expect(linesOf(message)).toEqual([['', null]]);
      expect(readBuyer(message)).toMatchObject({ kind: 'order', ambiguous: ['product', 'quantity'] });
    },
  );

  it('and beside an amount of its own it says nothing new', () => {
    expect(linesOf('小米两斤，跟上次一样')).toEqual([['小米', 1000]]);
  });
});

describe('what is sought is named whole', () => {
  it.each([
    ['我想找一下那个酸早仁有吗', '酸早仁'],
    ['老板有没得脆哨 拌面吃的那种', '脆哨'],
    ['我想踅摸个紫砂壶，您这儿有么', '紫砂壶'],
    ['looking for something like dried jujube slices', 'dried jujube slices'],
    ['anybody selling mushroom jerky on here? tryna find some', 'mushroom jerky'],
  ])('%s', (message, product) => {
    expect(readBuyer(message)).toMatchObject({ kind: 'search', lines: [{ product }] });
  });

  it('and a fee is not sought', () => {
    expect(readBuyer('有没有优惠').kind).toBe('question');
    expect(readBuyer('有没有运费').kind).toBe('question');
  });
});

import { describe, expect, it } from 'vitest';
import { readMend, readMendedAmount } from '../../src/nlu/mends/mend.ts';

const names = ['核桃', '小米', '红枣', '哈密瓜', 'Walnut', 'Millet'];
const read = (message: string) => readMend(message, names);

describe('what puts right what was just done', () => {
  it.each([
    ['不对，是3斤', '3斤'],
    ['错了错了，是四斤', '四斤'],
    ['不好意思写错了，应该是三斤才对', '三斤'],
    ['不对，3斤吧', '3斤'],
    ['sorry, I meant 3 kg', '3 kg'],
    ['no wait, make it 4 kg', '4 kg'],
    ['错了，是小米', '小米'],
    ['错了，是哈密瓜', '哈密瓜'],
    ['我是说小米', '小米'],
  ])('says what is right: %s', (message, right) => {
    expect(read(message)).toMatchObject({ is: 'instead', about: '', wrong: undefined, right });
  });

  it.each([
    ['写错了，不是5斤是8斤', '5斤', '8斤'],
    ['不是小米，是红枣', '小米', '红枣'],
    ['唔系5斤，系3斤', '5斤', '3斤'],
    ['我是说20斤不是20块', '20块', '20斤'],
    ['3斤，不是5斤', '5斤', '3斤'],
    ['not walnuts, millet', 'walnuts', 'millet'],
    ['oops 3kg not 5kg', '5kg', '3kg'],
  ])('says what was wrong, too: %s', (message, wrong, right) => {
    expect(read(message)).toMatchObject({ is: 'instead', wrong, right });
  });

  it.each([
    ['小米那个错了，是3斤', '小米', undefined],
    ['不对，小米是3斤', '小米', undefined],
    ['不对，数量是3斤', '', 'amount'],
    ['地址写错了，是2号楼', '', 'other'],
    ['一共是12斤，不是10斤', '', 'total'],
    ['不对，实际总共12斤', '', 'total'],
  ])('says what it is of: %s', (message, about, field) => {
    expect(read(message)).toMatchObject({ is: 'instead', about, field });
  });

  it.each([
    ['当我没说', 'back'],
    ['算了不改了', 'back'],
    ['forget I said that', 'back'],
    ['搞反了', 'reversed'],
    ['the other way round', 'reversed'],
    ['多了一斤', 'over'],
    ['核桃少写了一斤', 'under'],
  ])('takes back or turns round: %s', (message, is) => {
    expect(read(message)?.is).toBe(is);
  });
});

it.each([
  ['当我没说', true],
  ['刚才的不算', true],
  ['undo', true],
  ['不改了', false],
  ['还是原来的', false],
  ['put it back', false],
  ["don't change it", false],
])('%s may unsay an order: %s', (message, isUnsaid) => {
  expect(read(message)).toEqual({ is: 'back', isUnsaid });
});

it.each([
  ['sorry millet', true],
  ['wait, 3 kg', true],
  ['no, 3 kg', true],
  ['sorry, I meant 3 kg', false],
  ['oops, wrong, 3 kg', false],
])('of %s it is uncertain whether anything was wrong: %s', (message, isWeak) => {
  expect(read(message)).toMatchObject({ is: 'instead', isWeak });
});

describe('what puts nothing right', () => {
  it.each([
    '上次错了，是3斤',
    '看错了，客人要35斤',
    '王姐说错了，是50斤',
    '要是错了就改成3斤',
    '你们标错了吧，小米是3斤一袋',
    'my wife says it is wrong, should be 3 kg',
    '不对吧，是3斤',
    '错了一斤',
  ])('is of something else, or not certain: %s', (message) => {
    expect(read(message)?.is).toBe('doubt');
  });

  it.each(['不对吧？不是3斤吗', 'is it wrong? should it be 3 kg?', '错了没有呢', '应该是50斤吧？我去数数'])(
    'asks: %s',
    (message) => {
      expect(read(message)?.is).toBe('asked');
    },
  );

  it.each(['没写错，就是5斤', '没错，是60斤'])('says that all is right: %s', (message) => {
    expect(read(message)?.is).toBe('right');
  });

  it.each([
    '核桃5斤',
    '苹果不要了，换成红枣5斤',
    '不要核桃，要小米',
    '是3斤',
    '不是我要的',
    '改成3斤',
    '算了',
    '小米错了枣花蜜也错了，是3斤',
    'wait, no millet',
    'sorry, no 3 kg',
    '啊不要小米',
    '一共多了一斤',
  ])('says something else: %s', (message) => {
    expect(read(message)).toBeUndefined();
  });
});

it.each([
  ['我是说20斤不是20块', '20斤'],
  ['不对，是两斤半', '两斤半'],
  ['不对，是小米', undefined],
  ['小米错了，是3斤', undefined],
])('of %s the amount that is right is %s', (message, amount) => {
  expect(readMendedAmount(message)).toBe(amount);
});

import { expect, it } from 'vitest';
import { isAboutLatest, saysDoubled } from '../../src/nlu/acts/offers/of-table.ts';
import { readPlaced } from '../../src/nlu/acts/offers/placed.ts';

it.each([
  [
    '还剩40斤',
    '卖了3斤',
    '又来了20斤',
    '卖完了',
    '卖光啦',
    '没货了',
    '20元一斤',
    '那就还剩40斤吧',
    '今天卖了3斤',
    '再加10斤',
    '改成18',
  ],
  [
    '12 kg left',
    'sold out',
    'I have 12 kg left',
    'sold 3 kg',
    'make it 18',
    'add another 10 jin',
    '仲有40斤',
    '还有四十斤',
    '涨两块',
  ],
])('of what was just spoken of: %s', (...messages) => {
  expect(messages.filter((message) => !isAboutLatest(message))).toEqual([]);
});

it.each([
  [
    'denied or put off',
    '不是卖完了',
    'not sold out',
    '卖完了再说',
    '还没卖完',
    '没卖完',
    '卖完了没',
    'never sold out',
  ],
  [
    'more than one',
    '全部卖完了',
    'all sold out',
    '两个都还剩40斤',
    '都还剩40斤',
    '其余的还剩40斤',
    '另一个卖完了',
    '各剩40斤',
    'both sold out',
    'the other one is sold out',
    'the rest is sold out',
  ],
  [
    'of others',
    '我姐还剩40斤',
    '合作社还剩40斤',
    '儿子说还剩40斤',
    '二婶卖了3斤',
    'my brother has 40 kg left',
    'mum sold 3 kg',
  ],
  [
    'of something else',
    '仓库里还剩40斤没晒',
    '地里还有40斤',
    'we will have 40 jin left',
    '今年卖了400斤',
    '还剩40斤，卖了3斤',
  ],
])('not where it is %s', (_why, ...messages) => {
  expect(messages.filter(isAboutLatest)).toEqual([]);
});

it.each([
  ['第二个改成23块', [[2, '核桃改成23块']]],
  ['那第二个改成23块吧', [[2, '那核桃改成23块吧']]],
  ['好，把第二个改成23块', [[2, '好,把核桃改成23块']]],
  ['最后那个停了', [[-1, '核桃停了']]],
  ['the first one is sold out', [[1, '核桃  is sold out']]],
  ['change the second one to 23', [[2, 'change  核桃  to 23']]],
  [
    '第二个改成23块，第一个改成25',
    [
      [2, '核桃改成23块'],
      [1, '核桃改成25'],
    ],
  ],
] as const)('reads places: %s', (message, expected) => {
  expect(readPlaced(message).map(({ nth, named }) => [nth, named('核桃')])).toEqual(expected);
});

it.each([
  '我妈说第二个改成23块',
  '她那第二个停了',
  '第一个月卖完了',
  '第二个老板说改成23块',
  '第二个没卖完',
  '第二个不要改成23块',
  '第二个改成23块，我妈说第一个改成25',
  'my mum said the second one is sold out',
  'the second one is not sold out',
])('reads no place in %s', (message) => {
  expect(readPlaced(message)).toEqual([]);
});

it('asks about a doubled price of these goods alone', () => {
  const others = ['要是价格翻一倍', '客人嫌贵了一倍', '价格没有翻一倍', '隔壁价格翻一倍'];
  expect(others.filter(saysDoubled)).toEqual([]);
  expect(['肥料价格翻一倍', 'fertilizer price doubled'].filter(isAboutLatest)).toEqual([]);
  expect(['价格翻一倍了', 'price doubled'].filter((one) => !saysDoubled(one) || !isAboutLatest(one))).toEqual(
    [],
  );
});

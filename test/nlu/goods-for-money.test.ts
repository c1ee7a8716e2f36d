import { expect, it } from 'vitest';
import { readGoodsForMoney } from '../../src/nlu/acts/goods/for-money.ts';

// 来五十块钱的苹果: a sum that is to be spent on goods, and no price.

const readShort = (said: string) =>
  readGoodsForMoney(said).map(({ money, isWanted }) => `${money / 100}${isWanted ? '' : '?'}`);

it.each([
  ['来五十块钱的苹果', ['50']],
  ['给我来五十块钱的黑芝麻酥糖', ['50']],
  ['苹果给我称一百块钱的', ['100']],
  ['红枣给我装60块', ['60']],
  ['屋头要吃，给我割五十块钱嘞花椒', ['50']],
  ['核桃搞30块钱的', ['30']],
  ['俾五十蚊嘅红枣我', ['50']],
  ['能不能给我来五十块钱的红枣', ['50']],
  ['给我来50块钱的红枣行吗', ['50']],
  ['买二十元的苹果和三十元的红枣', ['20', '30']],
  ['来五十块钱的苹果 王芳 13800001234 太原市桃园路1号', ['50']],
  ["apples, 20 yuan's worth please", ['20']],
  ['can I get 50 yuan worth of red dates', ['50']],
  ['50 yuan of red dates', ['50']],
  ['五十块钱的苹果', ['50?']],
  ['苹果10斤，再来80块钱的红枣', ['80']],
  ['再来45块钱的苹果', ['45']],
  ['苹果来45块钱的', ['45']],
  ['老板，给我来五十块钱的苹果，谢谢', ['50']],
  ["apples, 20 yuan's worth", ['20']],
])('is to be spent: %s', (said, sums) => {
  expect(readShort(said)).toEqual(sums);
});

it.each([
  '苹果上次买了五十块钱的，这次来3斤',
  '苹果不要五十块钱的那种',
  '有没有五十块钱的苹果',
  '苹果五十块钱一斤',
  '来五十块钱一斤的苹果',
  '来两瓶50块的蜂蜜',
  '苹果要五十块',
  '来50块以下的苹果',
  '苹果便宜五块钱的话我要',
  '转了五十块钱的红包',
  '邻居要了五十块钱的苹果',
  '要是五十块钱的就来一斤',
  '凑够99块钱的要买啥',
  'apples for 20 yuan',
  'apples are 20 yuan a box',
  'last time I bought 50 yuan worth of dates',
  'is it 50 yuan of postage?',
  'not 50 yuan worth of apples',
])('is a price, was spent, or is not wanted: %s', (said) => {
  expect(readGoodsForMoney(said)).toEqual([]);
});

it.each([
  '刚才来的四十五块钱的苹果坏了',
  '收到你寄来四十五块钱的苹果',
  '要五十块钱的苹果都是坏的',
  '已经买五十块钱的苹果',
  '我要了五十块钱的苹果',
  '可以给我四十五块钱的苹果打折吗',
  '我拿五十块的苹果换',
  '老公要买四十五块钱的苹果，我说贵',
  '我怕来四十五块钱的苹果太多',
  '来四十五块钱的苹果，算了',
  '来五十块钱的苹果，算了还是来100块的',
  '来四十五块钱的苹果，红枣3斤不要了',
  '等发工资了来四十五块钱的苹果',
  '等发工资了，来四十五块钱的苹果',
  '打算来四十五块钱的苹果',
  '我要给妈妈买四十五块钱的苹果，贵不贵',
  'give me 45 yuan discount on apples',
  'I need 45 yuan of my money back for the apples',
  'he said give me 45 yuan worth of apples',
  "I'd like the 45 yuan box of apples",
  'take 20 yuan off the apples',
  'I want 50 yuan back',
])('is complained of, taken back, told or asked: %s', (said) => {
  expect(readGoodsForMoney(said)).toEqual([]);
});

it.each(['苹果和红枣各来48块钱的', '来90块钱的苹果和红枣', '苹果和红枣来90块钱的', '苹果、红枣来90块钱的'])(
  'is for several together: %s',
  (said) => {
    expect(readGoodsForMoney(said)).toEqual([]);
  },
);

it.each([
  ['来45块', '45?'],
  ['给我45块', '45?'],
  ['send me 45 yuan', '45?'],
  ['give me 45 yuan', '45?'],
  ['来45块钱的', '45'],
  ['来45块钱的苹果', '45'],
  ['苹果给我45块的', '45'],
  ['give me 45 yuan of apples', '45'],
  ["I'll have 45 yuan of apples", '45'],
  ['can I have 45 yuan of apples', '45'],
  ["I'd like 45 yuan of apples", '45'],
])('is wanted for sure only where goods are said of it: %s', (said, sum) => {
  expect(readShort(said)).toEqual([sum]);
});

it.each([
  'I have 45 yuan',
  'I have 45 yuan of apples',
  'I like 45 yuan apples',
  'I want 20 yuan of my money',
  '拿48块钱的红枣，拆成两袋',
  '来45块钱的苹果，分三箱装',
  '来45块钱的苹果，每箱3斤',
  '来45块钱的苹果，另外核桃一斤多少',
  "45 yuan's worth of apples, split into 2 bags",
])('is had, liked, or says how it should be packed: %s', (said) => {
  expect(readGoodsForMoney(said)).toEqual([]);
});

it.each([
  ['来45块钱的苹果', true],
  ['老板，来45块钱的苹果，谢谢', true],
  ['来90块钱的苹果跟两斤核桃', false],
  ['来五十块钱的红枣，再来两斤核桃', false],
  ["20 yuan's worth of apples and two kilos of walnuts", false],
])('stands alone or beside other goods: %s', (said, isAlone) => {
  expect(readGoodsForMoney(said).map((one) => one.isAlone)).toEqual([isAlone]);
});

import { describe, expect, it } from 'vitest';
import { unsupportedClaims } from '../../../src/writer/claims/check.ts';

// Sums that people make of the prices that facts give: together, saved, on top, of each. One cent more and the sum is wrong.

const open = (text: string, facts: readonly string[]): string[] => unsupportedClaims(text, facts, 2026);

const pairs: readonly (readonly [facts: readonly string[], so: string, otherwise: string])[] = [
  [
    ['规格：500克一瓶', '价格：98元一瓶，两瓶180元'],
    '单瓶98，两瓶180，省下16块',
    '单瓶98，两瓶180，省下26块',
  ],
  [['规格：500克一瓶', '价格：98元一瓶，两瓶180元'], '一次拿两瓶，便宜十六块钱', '一次拿两瓶，便宜二十块钱'],
  [['商品：香菇，250克一袋', '价格：42元一袋，两袋80元'], '买两袋少花4块', '买两袋少花8块'],
  [['商品：香菇，250克一袋', '价格：42元一袋，两袋80元'], '半斤42，两袋一斤80', '半斤42，一斤82'],
  [['商品：香菇，250克一袋', '价格：42元一袋，两袋80元'], '42元半斤', '42元一斤'],
  [
    ['商品：柿饼，1公斤一盒，大约28个', '价格：69元一盒'],
    '69块28个，平均两块五左右一个',
    '69块28个，平均两块左右一个',
  ],
  [
    ['商品：核桃，5斤一袋', '价格：75元一袋', '卖家说：五斤大约一百六十个'],
    '75块五斤，十五一斤，一个不到五毛钱',
    '75块五斤，十二一斤',
  ],
  [['商品：苹果，10斤一箱，大约20个', '价格：58元一箱'], '差不多两块九一个，五块八一斤', '差不多两块四一个'],
  [
    ['商品：木耳，250克一包', '价格：35元一包，四包130元'],
    '四包130，一包合三十二块五',
    '四包130，一包合三十块',
  ],
  [
    ['商品：木耳，250克一包', '价格：35元一包，四包130元'],
    '单买四包要140，一起买省10块',
    '单买四包要150，一起买省20块',
  ],
  [['商品：酸豆角，400克一瓶', '价格：15元一瓶，四瓶55元'], '四瓶比单买便宜5块', '四瓶比单买便宜8块'],
  [['商品：鞋，一双', '价格：88元一双；绣名字加10元'], '绣名字加10块，一共98', '绣名字加10块，一共108'],
  [['商品：腊肉，约2斤一块', '价格：55元一斤'], '一块大概一百一', '一块大概一百三'],
  [['商品：鸡蛋，30个一盒', '价格：45元一盒'], '一个蛋合一块五，十个十五块', '一个蛋合一块二'],
  [
    ['Product: honey, 500 g jar', 'Price: 80 yuan a jar, 3 jars 225 yuan'],
    'Three jars for 225 works out to 75 each',
    'Three jars for 225 works out to 70 each',
  ],
  [
    ['Product: honey, 500 g jar', 'Price: 80 yuan a jar, 3 jars 225 yuan'],
    'Buy three and save 15',
    'Buy three and save 25',
  ],
  [
    ['Product: porcini, 100 g bag', 'Price: 58 yuan a bag, 2 bags 110 yuan'],
    'Two bags for 110 saves you 6',
    'Two bags for 110 saves you 16',
  ],
  [
    ['Product: chili oil, 280 g jar', 'Price: 22 yuan a jar, 3 for 60 yuan'],
    'Three jars are 60, so 20 apiece',
    'Three jars are 60, so 18 apiece',
  ],
  [
    ['商品：咸鸭蛋，20只一盒', '价格：49元一盒，两盒92元'],
    '20只49蚊，两盒92蚊，即系40只，一只两蚊三，悭返6蚊',
    '20只49蚊，两盒92蚊，悭返8蚊',
  ],
  [
    ['商品：大米，10斤一袋', '价格：60元一袋，两袋110元'],
    '两袋二十斤，一百一，合五块五一斤',
    '两袋二十斤，一百一，合五块一斤',
  ],
  [['商品：大米，10斤一袋', '价格：60元一袋，两袋110元'], '多掏五十就多一袋', '多掏四十就多一袋'],
  [['商品：茶，50克一罐', '价格：120元一罐'], '一两120，一斤一千二', '一两120，一斤一千'],
  [['商品：红薯，9斤一箱', '价格：36元一箱'], '四块一斤，九斤三十六', '三块五一斤'],
  [['商品：粉条，4斤一捆', '价格：48元一捆'], '一捆48，十二块钱一斤，两捆就是96', '一捆48，两捆就是90'],
];

describe('a sum of a text is reckoned from its facts', () => {
  it.each(pairs)('%s: %s, but not %s', (facts, so, otherwise) => {
    expect({ so: open(so, facts), isOtherwise: open(otherwise, facts).length > 0 }).toEqual({
      so: [],
      isOtherwise: true,
    });
  });
});

import { describe, expect, it } from 'vitest';
import { readGrades } from '../../src/nlu/acts/offers/grades.ts';

const read = (message: string) =>
  readGrades(message).map(({ reading: { title, price, stock } }) => [title, price, stock?.quantity]);

describe('one fruit in several grades, each with its price', () => {
  it.each([
    [
      '黑布林干大个的18一斤，小个的12一斤，各有40斤',
      ['黑布林干（大个）', 1_800, 20_000],
      ['黑布林干（小个）', 1_200, 20_000],
    ],
    [
      '苹果一级6块一斤有100斤，二级4块一斤有50斤',
      ['苹果（一级）', 600, 50_000],
      ['苹果（二级）', 400, 25_000],
    ],
    [
      '俺家柿饼，大个的22块一斤，小个的16块一斤，各40斤',
      ['柿饼（大个）', 2_200, 20_000],
      ['柿饼（小个）', 1_600, 20_000],
    ],
    [
      '卖香菇大片的50元一斤小片的38元一斤都有15斤',
      ['香菇（大片）', 5_000, 7_500],
      ['香菇（小片）', 3_800, 7_500],
    ],
    [
      'dried plums: large 36 yuan/kg, small 24 yuan/kg, 20 kg of each',
      ['dried plums (large)', 3_600, 20_000],
      ['dried plums (small)', 2_400, 20_000],
    ],
  ])('%s', (message, ...offers) => {
    expect(read(message)).toEqual(offers);
  });

  it.each([
    '核桃大的涨到18，小的降到12',
    '核桃大的15一斤，小的12一斤行吗',
    '隔壁核桃大的15一斤，小的12一斤',
    '核桃大的卖了5斤，小的卖了3斤',
    '大的15一斤，小的12一斤',
    '核桃15一斤，有大的有小的',
    '大头菜3块一斤，小米5块一斤',
  ])('is not: %s', (message) => {
    expect(read(message)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { demoHouseholds } from '../../../prisma/demo/village.ts';
import { detectCategory } from '../../../src/shop/terms/categories.ts';

describe('the shelf of a product', () => {
  it.each([
    ['土豆', 'vegetables'],
    ['米醋', 'pantry'],
    ['枣花蜜', 'honey'],
    ['薄皮核桃', 'nuts'],
    ['花生米', 'nuts'],
    ['玉米面', 'grains'],
    ['腌萝卜', 'pantry'],
    ['核桃油', 'pantry'],
    ['土鸡蛋', 'eggs'],
    ['Rice vinegar', 'pantry'],
    ['Sweet potatoes', 'vegetables'],
    ['Candied something', 'other'],
    ['竹篮', 'other'],
  ])('of %s is %s', (title, shelf) => {
    expect(detectCategory(title)).toBe(shelf);
  });

  it('is a fitting one for all that the demo sells', () => {
    const shelved = demoHouseholds
      .flatMap(({ products }) => products)
      .map(({ title, titleEn }) => `${title} ${detectCategory(`${title} ${titleEn}`)}`);
    expect(shelved.filter((one) => one.endsWith('other'))).toEqual([]);
  });
});

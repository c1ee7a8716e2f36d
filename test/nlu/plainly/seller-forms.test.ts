import { describe, expect, it } from 'vitest';
import { knownWith } from '../../../src/nlu/model/goods.ts';
import { saySellerPlainly } from '../../../src/nlu/plainly/seller-forms.ts';
import { namesAsWords } from '../../../src/nlu/plainly/slots.ts';

// Sellers' messages of unseen shape, said in the plain sentences that they stand for.

const names = { goods: knownWith(['芝麻盐', 'sesame salt']), people: namesAsWords(['王芳', 'Wang Fang']) };
const say = saySellerPlainly(['Tibet', '西藏']);
const likeliest = (message: string): string | undefined => say(message, names)[0]?.sentence;

describe('sellers, said plainly', () => {
  it.each([
    ['芝麻盐三斤起卖，少了连纸箱钱都不够', '芝麻盐三斤起卖'],
    ['快递费八块，够一百这八块就算我的', '运费8元，满100元包邮'],
  ])('%s', (message, plain) => {
    expect(likeliest(message)).toBe(plain);
  });
});

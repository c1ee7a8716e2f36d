import { describe, expect, it } from 'vitest';
import { readSeller } from '../../src/nlu/read.ts';

// What goods are made of is known by name, and they are not.

describe('the name of an offer', () => {
  it.each([
    ['昨天刚炸的麻叶子，自家榨的油，12块一斤，就20斤，想要趁早啊', '麻叶子', 1200],
    ['今早挤的羊奶，自家的羊，8块一斤', '羊奶', 800],
    ['自己酿的老陈醋，高粱做的，9块一斤，50斤', '老陈醋', 900],
    ['Fried dough twists made with our own oil, 12 yuan/jin, 20 jin', 'Fried dough twists', 1200],
  ])('is not what it is made of: %s', (said, title, price) => {
    expect(readSeller(said)).toMatchObject({ kind: 'product', title, price });
  });

  it.each([
    ['今年的新货，自家榨的胡麻油，20一斤', '胡麻油'],
    ['都来看看，自家种的小米，8块一斤', '小米'],
    ['没打农药，自家种的小米，8块一斤', '小米'],
    ['今天赶集回来，自家榨的胡麻油，20一斤', '胡麻油'],
    ['自家榨的胡麻油，20一斤', '胡麻油'],
    ['Soap made from camellia oil, 12 yuan a bar', 'Soap made from camellia oil'],
  ])('is what is sold, be it made by them: %s', (said, title) => {
    expect(readSeller(said)).toMatchObject({ kind: 'product', title });
  });
});

import { describe, expect, it } from 'vitest';
import { findObjections } from '../../../src/writer/drafts/check.ts';
import { walnuts } from '../facts.ts';

describe('a number in a draft', () => {
  it.each(['2026年9月20日采收。', '九月二十日采收。', '5斤、10斤装。', 'Packs of 2.5 kg and 5 kg.'])(
    'may be one that was given: %s',
    (text) => {
      expect(findObjections(text, walnuts)).toEqual([]);
    },
  );

  it.each([
    ['核桃30年', '30年'],
    ['核桃三十年', '三十年'],
    ['Walnuts of thirty years', 'thirty years'],
    ['1,200米', '1,200米'],
    ['三代人', '三代人'],
    ['1500 grams', '1500 grams'],
  ])('that nobody gave is an objection: %s', (text, number) => {
    expect(findObjections(text, walnuts)).toEqual([number]);
  });

  it('counts as given in whatever way the seller wrote it', () => {
    const facts = { ...walnuts, words: '核桃树有三十年了', story: 'Three generations, 1200 m up.' };
    expect(findObjections('30年的树，三代，1,200米。Thirty years.', facts)).toEqual([]);
  });
});

it('a price is an objection even when it is right, for it will change', () => {
  const facts = { ...walnuts, words: '核桃 15元一斤' };
  expect(findObjections('只要15元一斤', facts)).toContain('15元');
  expect(findObjections('十五元一斤', facts)).toContain('十五元');
  expect(findObjections('¥15', facts)).toContain('¥');
});

it('a place may be called what the law would forbid', () => {
  const facts = { ...walnuts, village: { ...walnuts.village, name: '长寿村' } };
  expect(findObjections('来自长寿村的核桃', facts)).toEqual([]);
  expect(findObjections('吃了长寿', facts)).toContain('长寿');
});

it('what a household tells of its walnuts is no fact about its chestnuts', () => {
  const facts = { ...walnuts, title: '板栗', titleEn: 'Chestnuts', story: '我家种核桃三十年。院子在山上。' };
  expect(findObjections('三十年', facts)).toEqual(['三十年']);
  expect(findObjections('院子在山上', facts)).toEqual([]);
});

import { describe, expect, it } from 'vitest';
import { findObjections } from '../../src/writer/check.ts';
import type { Facts } from '../../src/writer/facts.ts';
import { walnuts } from './facts.ts';

function objectionsToText(text: string, facts: Facts = walnuts): string[] {
  const plain = { title: 'Walnuts', blurb: 'Walnuts.' };
  return findObjections({ zh: { title: '核桃', blurb: text }, en: plain }, facts);
}

describe('a number in a draft', () => {
  it.each([
    '2026年9月20日采收。',
    '九月二十日采收。',
    '5斤、10斤装。',
    'Packs of 2.5 kg and 5 kg.',
    '一家人一起晒的，一个一个挑。',
    '十分新鲜，百合般的白。',
    'Picked one by one, half of it by hand.',
  ])('may be one that was given, or none: %s', (text) => {
    expect(objectionsToText(text)).toEqual([]);
  });

  it.each([
    ['种了30年', '30'],
    ['三十年的老树', '三十'],
    ['百年老树', '百'],
    ['Trees of thirty years', 'thirty'],
    ['海拔1,200米', '1,200'],
    ['三代人', '三'],
    ['1500 grams', '1500'],
  ])('that nobody gave is an objection: %s', (text, number) => {
    expect(objectionsToText(text)).toEqual([number]);
  });

  it('counts as given in whatever way the seller wrote it', () => {
    const facts = { ...walnuts, words: '树有三十年了', story: 'Three generations, 1200 m up.' };
    expect(objectionsToText('30年的树，三代人，海拔1,200米。Thirty years.', facts)).toEqual([]);
  });
});

it('a price is an objection even when it is right, for it will change', () => {
  const facts = { ...walnuts, words: '核桃 15元一斤' };
  expect(objectionsToText('只要15元一斤', facts)).toEqual(['15元']);
  expect(objectionsToText('十五元一斤', facts)).toEqual(['十五元']);
  expect(objectionsToText('¥15', facts)).toEqual(['¥']);
});

it('a place may be called what the law would forbid', () => {
  const facts = { ...walnuts, village: { ...walnuts.village, name: '长寿村' } };
  expect(objectionsToText('来自长寿村的核桃', facts)).toEqual([]);
  expect(objectionsToText('吃了长寿', facts)).toEqual(['长寿']);
});

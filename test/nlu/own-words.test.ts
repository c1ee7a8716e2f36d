import { describe, expect, it } from 'vitest';
import { joinSentences, readHarvestDay, readOwnWords } from '../../src/nlu/acts/seller/own-words.ts';

const titles = ['笋干', '手掰笋干', '核桃', 'plum jam'];

describe('words that a family has kept with its goods', () => {
  it.each([
    ['手掰笋干加一句介绍：山泉水泡的，没熏硫磺', '手掰笋干', '山泉水泡的，没熏硫磺'],
    ['给核桃写上：今年新打的，皮薄', '核桃', '今年新打的，皮薄'],
    ['帮我在笋干介绍后面补一句，太阳晒的', '笋干', '太阳晒的'],
    ['给我嗰个核桃加多句：冇落农药', '核桃', '冇落农药'],
    ['把没熏过硫磺写到笋干介绍里', '笋干', '没熏过硫磺'],
    ['核桃没打过药，帮我加到介绍里', '核桃', '没打过药'],
    ['加一句介绍：山泉水泡的', '', '山泉水泡的'],
    ['add to the description of plum jam: made from our own plums', 'plum jam', 'made from our own plums'],
    ["add to plum jam's description: no added sugar", 'plum jam', 'no added sugar'],
    ['put "no pectin" in the plum jam description', 'plum jam', 'no pectin'],
  ])('%s', (message, goods, words) => {
    expect(readOwnWords(message, titles)).toEqual({ of: 'goods', goods, words, adds: true });
  });

  it('take the place of what was there where it is changed', () => {
    expect(readOwnWords('核桃介绍改成：皮薄', titles)).toMatchObject({ words: '皮薄', adds: false });
  });
});

describe('words about the shop', () => {
  it.each([
    ['店铺介绍帮我写上：三代人种花椒树', '三代人种花椒树', true],
    ['我家的故事就写住在山脚下', '住在山脚下', false],
    ['俺家介绍改成：老两口种地', '老两口种地', false],
    ["our shop's story: three generations of beekeepers", 'three generations of beekeepers', false],
    ['add to our story: we keep 40 hives', 'we keep 40 hives', true],
  ])('%s', (message, words, adds) => {
    expect(readOwnWords(message, titles)).toEqual({ of: 'shop', goods: '', words, adds });
  });
});

describe('the day of a harvest', () => {
  it.each([
    ['核桃是10月8号收的，写上去', { month: 10, day: 8 }],
    ['核桃十月八号打的，写进介绍', { month: 10, day: 8 }],
    ['核桃采收日期写10月8号', { month: 10, day: 8 }],
    ['核桃是前天摘的，给我标上', { daysAgo: 2 }],
    ['plum jam was picked on Oct 8, write that down', { month: 10, day: 8 }],
  ])('%s', (message, day) => {
    const said = readOwnWords(message, titles);
    expect(said?.of).toBe('harvest');
    expect(readHarvestDay(said?.words ?? '')).toEqual(day);
  });
});

describe('nothing is kept where it is asked, denied, told of others, or anything else', () => {
  it.each([
    '核桃加一句介绍',
    '核桃介绍加什么好？',
    '我昨天给核桃加了一句介绍：皮薄',
    '客人说给核桃写上：少放点',
    '别给核桃写上：皮薄',
    '核桃还有30斤，写上去',
    '核桃那单备注少放点，写上去',
    '隔壁店铺介绍写上：三代人',
    '昨天客人问核桃是10月8号收的，写上去没有',
    '核桃加10斤',
    '王芳那单发了，加一句谢谢',
    'should I add to the description of plum jam: no sugar?',
    'add 10 kg to plum jam',
    'write to the buyer: plum jam is ready',
  ])('%s', (message) => {
    expect(readOwnWords(message, titles)).toBeUndefined();
  });
});

it('puts one sentence behind the other', () => {
  expect(joinSentences('', '皮薄')).toBe('皮薄');
  expect(joinSentences('皮薄', '肉厚')).toBe('皮薄。肉厚');
  expect(joinSentences('Thin shells.', 'Sun dried')).toBe('Thin shells. Sun dried');
});

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

const more = [...titles, '红枣', '蜂蜜', 'walnuts', 'honey'];

describe('what is said about a text is no part of it', () => {
  it.each([
    ...['核桃介绍写错了', '核桃的介绍写得太长了', '核桃的描述写少了', '核桃的详情写漏了价格'],
    ...['核桃介绍加错了', '核桃介绍添错字了', '我家的故事写得不好'],
    ...['店铺介绍写着三代人种，是假的', '核桃的介绍写着皮薄，客人说不薄', '红枣介绍加上去了没'],
  ])('as it is: %s', (message) => {
    expect(readOwnWords(message, more)).toBeUndefined();
  });

  it.each([
    ...['核桃描述改成英文', '核桃介绍改成短一点', '核桃介绍写英文的', '核桃详情写明白点'],
    ...['我家的故事写长一点', '店铺介绍改成原来的', '核桃介绍改成跟红枣一样', '核桃介绍加上图片'],
    ...['给核桃写一句介绍，要吸引人', '帮我给核桃写一句广告', '给我写几句核桃的介绍，短一点'],
    ...['核桃加几句介绍，你看着写', '核桃介绍：改一下', '店铺介绍：帮我写一个', '店铺介绍：还没写'],
    ...['核桃介绍：谁写的', 'walnuts description: too long', 'walnuts description: fix it'],
    ...['核桃介绍：我再想想', '店铺介绍：改天再弄', '核桃详情：打不开', '核桃介绍换成别的', '核桃介绍：OK了'],
    'walnuts description: is it ok to say organic',
  ])('as it is to be: %s', (message) => {
    expect(readOwnWords(message, more)).toBeUndefined();
  });
});

describe('figures, deeds and news are no text', () => {
  it.each([
    ...['核桃加一句，35一斤', '核桃加一句话，涨到20', 'note walnuts 20 kg left'],
    ...['put a note on walnuts: sold out', 'note honey: 5 jars broken', '红枣详情里写的库存改成30斤'],
    ...['红枣的运费改成12，写上去', '红枣涨价了，写上去', '红枣不包邮，写清楚', '红枣今天不发货，注明'],
    ...['红枣是给老王留的，写上', '红枣是昨天收的，也许是前天，写上'],
    ...['核桃介绍写上今天不卖', 'add a note to honey: call me', 'story: I will do it later'],
    'story: my son broke his leg, no shipping tomorrow',
  ])('%s', (message) => {
    expect(readOwnWords(message, more)).toBeUndefined();
  });
});

describe('what only points, or is for somebody, is no text', () => {
  it.each([
    ...['把核桃的价格加到介绍里', '把刚才那句话写进核桃的介绍里', '把核桃写到介绍里'],
    ...['add the price to the description of walnuts', '把不甜这句从红枣介绍里删掉，写进蜂蜜介绍里'],
    ...['核桃补一句话给客人', '核桃加几句给老王'],
  ])('%s', (message) => {
    expect(readOwnWords(message, more)).toBeUndefined();
  });
});

describe('words for buyers are kept still', () => {
  it.each([
    ['核桃加一句，不打药', '不打药'],
    ['核桃介绍写上太阳晒的', '太阳晒的'],
    ['核桃加一句介绍：长在海拔1800米的山上', '长在海拔1800米的山上'],
    ['核桃加一句：放3个月没问题', '放3个月没问题'],
  ])('%s', (message, words) => {
    expect(readOwnWords(message, more)).toMatchObject({ of: 'goods', goods: '核桃', words, adds: true });
  });
});

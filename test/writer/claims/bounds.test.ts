import { describe, expect, it } from 'vitest';
import { unsupportedClaims } from '../../../src/writer/claims/check.ts';

const open = (text: string, ...facts: string[]): string[] => unsupportedClaims(text, facts, 2026);

const pomegranates = '卖家说:单果六到八两,八个装一箱';
const corn = '规格:10根,每根约220克';

describe('a number with a bound is borne out', () => {
  it.each([
    ['by the same bound in other words', '果径不小于15毫米', '卖家说:果径15毫米以上'],
    ['by a limit that a fact sets', '一天最多四十斤', '卖家说:一天只能做四十斤'],
    ['by that end of a range', '单果都在六两以上', pomegranates],
    ['by what packs hold in all', '十根两公斤出头', corn],
    ['by a price divided', '一斤不到两块钱', '规格:10斤 19.9'],
    ['by a time within which it is done', '两天之内发', '发货:两天发'],
    ['by more of it', '二十多个', '卖家说:一箱23个'],
  ])('%s: %s', (_name, text, fact) => {
    expect(open(text, fact)).toEqual([]);
  });
});

describe('a number with a bound is not borne out', () => {
  it.each([
    ['by the other end of a range', '单果都在八两以上', pomegranates, ['八两']],
    ['by just so much', '保质期一年以上', '保质期:一年', ['一年']],
    ['by less', 'over 18 mm', '卖家说:果径15毫米以上', ['18 mm']],
    ['by far more', '四斤以上', '规格:40斤', ['四斤']],
  ])('%s: %s', (_name, text, fact, pieces) => {
    expect(open(text, fact)).toEqual(pieces);
  });
});

it('an hour and a half is no half hour', () => {
  const fact = '卖家说:炖一个半小时出胶';
  expect(open('炖90分钟', fact)).toEqual([]);
  expect(open('炖半小时', fact)).toEqual(['半小时']);
});

it('prices are read in their small coins', () => {
  expect(open('七毛五一片', '规格:20片一包 15元')).toEqual([]);
  expect(open('Eighty fen apiece.', 'box: 24 pieces 19.2 yuan')).toEqual([]);
  expect(open('七毛一片', '规格:20片一包 15元')).toEqual(['七毛']);
});

it('a question that was answered no is denied', () => {
  const facts = ['商品:辣白菜', '问:放鱼露吗?', '答:不放'];
  expect(open('不放鱼露', ...facts)).toEqual([]);
  expect(open('No fish sauce.', ...facts)).toEqual([]);
  expect(open('放了鱼露', ...facts)).toEqual(['放了鱼露']);
});

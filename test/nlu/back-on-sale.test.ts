import { describe, expect, it } from 'vitest';
import { readPlainStatus, readStatusMove } from '../../src/nlu/acts/seller/status-words.ts';

const titles = ['核桃', 'plum jam'];

describe('what was done before tells which goods are put back on sale', () => {
  it.each([
    '刚才下架的核桃再给我挂上去',
    '昨天停掉的核桃又有了，重新卖',
    '核桃上礼拜停卖的，今天又开始卖',
    '头先落架嘅核桃再放返上去',
    '把刚停的核桃放出来继续卖',
    'put the plum jam I paused back up',
    'plum jam that I took down yesterday is back on sale',
    'relist the plum jam I took off this morning',
  ])('%s', (message) => {
    expect(readPlainStatus(message, titles)).toMatchObject({ kind: 'status' });
    expect(readStatusMove(message)).toBe('on');
  });

  it.each(['前两天撤下来的核桃重新上架', '把下架了的核桃再上架'])('%s is put back too', (message) => {
    expect(readStatusMove(message)).toBe('on');
  });
});

describe('nothing is put back on sale', () => {
  it.each([
    '下架的核桃先别上架',
    '昨天下架的核桃还没重新上架',
    '客人问停掉的核桃啥时候再上架',
    '下架的核桃要不要重新上',
    '过两天再把下架的核桃挂上去',
    "don't put plum jam back on sale",
    'should I put plum jam back on sale',
    'plum jam is not back on sale',
  ])('%s', (message) => {
    expect(readPlainStatus(message, titles)).toBeUndefined();
    expect(readStatusMove(message)).toBeUndefined();
  });

  it('is of what was put on sale before', () => {
    expect(readStatusMove('刚才上架的核桃下架')).toBe('off');
    expect(readStatusMove('核桃又停了，下架')).toBe('off');
    expect(readStatusMove('核桃没坏，重新上架')).toBe('on');
  });
});

describe('goods that were taken off are not the ones that are put back', () => {
  const two = [...titles, 'walnuts', 'dates', '红枣'];

  it('where both are known', () => {
    expect(readPlainStatus('I pulled the walnuts, put the dates back on sale', two)).toBeUndefined();
    expect(readPlainStatus('停掉的核桃，红枣再挂上去', two)).toBeUndefined();
  });

  it('not even where the others are not known', () => {
    const message = 'I pulled the walnuts, put the dates back on sale';
    expect(readPlainStatus(message, ['walnuts'])).toBeUndefined();
    expect(readStatusMove(message)).toBeUndefined();
  });

  it.each(['I pulled the walnuts, put them back on sale', 'I paused the walnuts, relist the walnuts'])(
    'but these are: %s',
    (message) => {
      expect(readStatusMove(message)).toBe('on');
    },
  );
});

it.each(['不少核桃又有货了', '客人问得多，核桃上架'])('%s: nothing is denied', (message) => {
  expect(readStatusMove(message)).toBe('on');
});

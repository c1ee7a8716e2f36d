import { describe, expect, it } from 'vitest';
import { readPriceWatch } from '../../src/nlu/price-watch-words.ts';

describe('a price that somebody waits for', () => {
  it.each([
    ['核桃降到12块告诉我', '核桃', 1200, undefined],
    ['核桃降到12块5告诉我', '核桃', 1250, undefined],
    ['苹果便宜到三块钱一斤的时候提醒我', '苹果', 300, 500],
    ['如果红枣到20元一公斤了就通知我', '红枣', 2000, 1000],
    ['土鸡蛋1.5元一个以下叫我', '土鸡蛋', 150, 1],
    ['小米低于六块请告诉我', '小米', 600, undefined],
    ['核桃12元以内说一声', '核桃', 1200, undefined],
    ['Let me know when walnuts are 12 yuan or less', 'walnuts', 1200, undefined],
    ['tell me when the honey drops to 30 yuan a kilo', 'honey', 3000, 1000],
    ['ping me when millet is under 6', 'millet', 600, undefined],
  ])('%s', (text, what, fen, per) => expect(readPriceWatch(text)).toEqual({ what, fen, per }));

  it.each([
    '核桃12块一斤来5斤',
    '核桃多少钱一斤告诉我',
    '讲到核桃叫我',
    '我要12块的核桃',
    '到了告诉我',
    '有核桃了告诉我',
    'walnuts 5 jin',
    'tell me when she shows the walnuts',
    'how much are walnuts',
  ])('is not asked for by: %s', (text) => expect(readPriceWatch(text)).toBeUndefined());
});

import { expect, it } from 'vitest';
import { asksOfOthers } from '../../src/nlu/acts/seller/orders/others-shop.ts';

it.each([
  '李建国家今天接了几单，卖了多少钱',
  '隔壁家卖了多少',
  '老王家卖了多少',
  '隔壁老王家这个月卖了多少',
  '别人家今天接了几单',
  '邻居家卖了多少',
  '村里其他人卖了多少',
  "how many orders did Wang's stall get",
  'how much did the Li family sell',
  'how much did my neighbours sell',
])('what another household took is asked for: %s', (message) => {
  expect(asksOfOthers(message, '赵秀英家 秀英')).toBe(true);
});

it.each([
  '全村都来买，今天接了几单',
  '对门李婶买的那单收了多少',
  '卖给邻居收了多少',
  '李姐家要几单',
  '高家的订单几单',
  'how many orders from my neighbours',
  '黄家柚卖了多少',
  '白家红枣卖了多少',
  '张家口卖了多少',
  'how much did the new stall sell',
  'how much did my stall sell',
  '我家卖了多少',
  '王秀英家今天卖了多少',
])('it is not by %s', (message) => {
  expect(asksOfOthers(message, '山里人家 王秀英')).toBe(false);
});

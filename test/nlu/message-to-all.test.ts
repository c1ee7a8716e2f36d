import { describe, expect, it } from 'vitest';
import { readMessageToAll } from '../../src/nlu/acts/seller/orders/message-to-all.ts';

describe('words for every buyer', () => {
  it.each([
    ['告诉所有买家晚三天发', '', '晚三天发'],
    ['请通知所有买家：核桃晒好了', '', '核桃晒好了'],
    ['跟所有没发货的买家说一声：这几天下雨，晚两天发。对不住了！', '', '这几天下雨，晚两天发。对不住了！'],
    ['核桃卖完了，告诉没发货的人等两天', '核桃卖完了，', '等两天'],
    ['tell all my buyers that the parcels leave on Friday', '', 'the parcels leave on Friday'],
    ['how do I tell everyone who ordered that I am late?', '', 'I am late'],
  ])('are found: %s', (said, before, words) => {
    expect(readMessageToAll(said)).toEqual({ before, words });
  });

  it.each(['怎么跟买的人说', '跟买的人怎么说', 'how do i tell all buyers'])('are asked about: %s', (said) => {
    expect(readMessageToAll(said)).toEqual({ before: '', words: undefined });
  });

  it.each([
    ...['给买家们发货', '告诉所有买家了', '告诉买家晚三天发', '告诉她晚三天发', '告诉大家今晚直播'],
    ...['所有买家都告诉我', 'the customers are happy', 'tell the customers who asked that it is sweet'],
  ])('are none where somebody else is meant: %s', (said) => {
    expect(readMessageToAll(said)).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { readActWithWords } from '../../src/nlu/acts/seller/orders/act-with-words.ts';

describe('words to a buyer beside a deed', () => {
  it.each([
    ['葛根粉那个单子接了，你给人家讲一声后天才磨得好', 'accept', '后天才磨得好'],
    ['张大娘这单接下来，同她讲一声，糯米是今年的', 'accept', '糯米是今年的'],
    ['A-0317接了，告诉她核桃是带壳的', 'accept', '核桃是带壳的'],
    ['accept A-0317, tell them: bones will be cut small', 'accept', 'bones will be cut small'],
    ['王姐的发了，让她收到先放冰箱', 'ship', '收到先放冰箱'],
    ['寄咗陳太嗰箱，叫佢小心樽蓋鬆', 'ship', '小心樽蓋鬆'],
    ['640 dispatched today, inform customer to check seal', 'ship', 'check seal'],
    ['A-0317拒单，原因写量太大供不上', 'decline', '量太大供不上'],
  ])('are taken off as they were typed: %s', (message, does, words) => {
    expect(readActWithWords(message)).toMatchObject({ does, words });
  });

  it.each([
    '告诉王芳明天发货',
    'A-0317接了',
    '核桃卖完了，跟他说一声',
    '让他明天来拿',
    'A-0317接了没，告诉他了吗？',
    '核桃15一斤，告诉大家',
  ])('are none in: %s', (message) => {
    expect(readActWithWords(message)).toBeUndefined();
  });
});

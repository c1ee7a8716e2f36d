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
    expect(readActWithWords(message)).toMatchObject({ does, words, goes: 'now' });
  });

  it.each([
    ['A-0317接了，告诉她家里有老人帮她选软的', '家里有老人帮她选软的'],
    ['A-0317接了，告诉她说明书在箱子里', '说明书在箱子里'],
    ['A-0317接了，告诉她一下午就能到', '一下午就能到'],
    ['A-0317接了，跟她说，后天发', '后天发'],
    ['A-0317接了，告诉她一声，后天发', '后天发'],
    ['A-0317接了，告诉她“后天发”', '后天发'],
    ['A-0317接了，告诉她箱子上写着“软”的给老人', '箱子上写着“软”的给老人'],
    ['A-0317接了，告诉她过两天才到', '过两天才到'],
    ['A-0317接了 麻烦告诉她后天发', '后天发'],
    ['A-0317接了你跟她说后天发', '后天发'],
    ['accept A-0317 and tell her that it is fresh', 'it is fresh'],
    ['accept A-0317, please tell her to wait', 'wait'],
  ])('stay whole: %s', (message, words) => {
    expect(readActWithWords(message)).toMatchObject({ words, goes: 'now' });
  });

  it.each([
    ['A-0317接了，别告诉她涨价了', 'A-0317接了'],
    ['A-0317接了别告诉她涨价了', 'A-0317接了'],
    ['A-0317接了，先别跟她说后天才发', 'A-0317接了'],
    ['A-0317接了，不用告诉他', 'A-0317接了'],
    ['A-0317接了，唔好话佢知后天先发', 'A-0317接了'],
    ["accept A-0317, don't tell her it's from last year", 'accept A-0317'],
    ["accept A-0317 but don't tell her it's from last year", 'accept A-0317'],
    ['accept A-0317, no need to tell her', 'accept A-0317'],
    ['A-0317发了，我已经告诉他了', 'A-0317发了'],
    ['A-0317发了，我已经跟她说后天到', 'A-0317发了'],
    ['A-0317发了，通知他了', 'A-0317发了'],
    ['A-0317发了，告诉她了，她说谢谢', 'A-0317发了'],
    ['A-0317接了，客人让他儿子来拿', 'A-0317接了'],
    ['A-0317接了，我叫她女儿明天来拿', 'A-0317接了'],
    ['A-0317接了，让她儿子来拿', 'A-0317接了'],
  ])('do not go, though the deed is done: %s', (message, deed) => {
    expect(readActWithWords(message)).toMatchObject({ deed, words: '', goes: 'never' });
  });

  it.each([
    ['A-0317接了，要不要告诉她后天才发', '后天才发'],
    ['A-0317接了，回头我再告诉她几号发', '几号发'],
    ['A-0317发了，王芳跟她说后天到', '后天到'],
    ['A-0317接了，告诉她儿子来拿', '儿子来拿'],
    ['A-0317接了，留言要冰袋', '要冰袋'],
    ['A-0317接了，告诉她后天发，别跟她说涨价了', '后天发，别跟她说涨价了'],
    ['A-0317接了，告诉她后天发，A-0318也接了', '后天发，A-0318也接了'],
    ["ship A-0317, I'll tell her it comes on Friday", 'it comes on Friday'],
  ])('are asked about: %s', (message, words) => {
    expect(readActWithWords(message)).toMatchObject({ words, goes: 'asked' });
  });

  it.each([
    ['A-0317不接，因为她上次没给钱，跟他说没货了', '没货了', 'now'],
    ['A-0317不接，原因是他上回骂人，告诉她卖完了', '卖完了', 'now'],
    ['A-0317不接，理由别写，就说没货', '没货', 'now'],
    ['A-0317不接，因为她上次没给钱，别告诉她', '', 'never'],
    ['A-0317拒单，原因别写', '', 'never'],
    ['A-0317拒单，原因没货了', '没货了', 'now'],
    ['A-0317不接，别告诉她没货', '', 'never'],
  ])('of a refusal are those alone that are for the buyer: %s', (message, words, goes) => {
    expect(readActWithWords(message)).toMatchObject({ does: 'decline', words, goes });
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

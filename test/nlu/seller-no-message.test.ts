import { describe, expect, it } from 'vitest';
import { readMessageAct } from '../../src/nlu/acts/seller/orders/message-act.ts';
import {
  isForBuyer,
  isForSeveral,
  isOfBuyer,
  readReply,
  readReplyAct,
} from '../../src/nlu/acts/seller/orders/reply-act.ts';

// Words that look as if a buyer were to read them, and are none: they were said before, or are about something else.

const sent = (said: string) => (readMessageAct(said) ?? readReplyAct(said))?.rest;

describe('nothing goes to a buyer', () => {
  it.each([
    ...[
      'A-0008 告诉她了',
      'A-0008 跟她说好了，明天发',
      'A-0008 跟她说过了',
      'A-0008 跟佢讲咗',
      'A-0008 告诉过她了',
    ],
    ...['跟她说好了，明天发', '跟他讲过好几次', '跟她说定了', '告诉她了', '跟人家说过了', '跟她说清楚了'],
  ])('that was said before: %s', (said) => {
    expect(sent(said)).toBeUndefined();
    expect(isForBuyer(said)).toBe(false);
  });

  it.each([
    ...['回人家一个电话', '回她电话了', '回人家钱', '跟她回家', '回她个微信', '回她20块', '给她回了个电话'],
    ...['跟她说不通', '跟他说不清', '跟她讲不拢', '问她要钱', '问她要个地址', '跟她说话'],
  ])('where somebody is called, paid or quarrelled with: %s', (said) => {
    expect(sent(said)).toBeUndefined();
  });

  it.each(['对客人来说辣椒太贵，降到6', '对她来说18太贵', '对买家们来讲太远了'])(
    'that is thought of them: %s',
    (said) => {
      expect(sent(said)).toBeUndefined();
      expect(isForBuyer(said)).toBe(false);
    },
  );

  it.each([
    ...[
      '跟快递说好了，运费改成6块',
      '跟老李说好了，核桃涨到20',
      '给核桃加个说明: 新货',
      '给核桃写两句说明：新货',
    ],
    ...['let us know how many orders', 'let me know when it sells out', '跟她说明一下，核桃18'],
  ])('where the shop changes, or is asked: %s', (said) => {
    expect(sent(said)).toBeUndefined();
    expect(isForBuyer(said)).toBe(false);
  });

  it.each([
    'tell my followers I go live at 8 tonight',
    'tell my fans we have new honey',
    '告诉粉丝今晚8点直播',
  ])('where many are told: %s', (said) => {
    expect(isForBuyer(said)).toBe(false);
    expect(isForSeveral(said)).toBe(true);
  });
});

describe('but these go to a buyer', () => {
  it.each([
    ['A-0008 告诉她没货了', '没货了'],
    ['A-0008 跟她说明天发', '明天发'],
    ['A-0008 跟她说不好意思', '不好意思'],
    ['跟她说好的', '好的'],
    ['跟她说明年才有', '明年才有'],
    ['跟她说过年不发货', '过年不发货'],
    ['跟她说不用等了', '不用等了'],
    ['跟她说定金不退', '定金不退'],
    ['告诉她好了，可以来拿', '好了，可以来拿'],
    ['回她没货', '没货'],
    ['回她电话打不通', '电话打不通'],
    ['问她要红的还是白的', '要红的还是白的'],
    ['问她要几斤', '要几斤'],
  ])('%s', (said, words) => {
    expect(sent(said)?.replace(/^她/u, '')).toBe(words);
  });

  it('as an answer to what she asked: a sum', () => {
    expect(readReply('回她20块')).toBe('20块');
  });

  it.each([
    '跟李梅说核桃没货了',
    '跟二娃讲核桃没货了',
    '给王芳说一声没货了',
    'let Anna know it is sold out',
    'message her sold out',
    '给她留言没货了',
  ])('and change nothing here: %s', (said) => {
    expect(isForBuyer(said)).toBe(true);
  });
});

describe('what stands before words to a buyer', () => {
  it.each(['王芳要核桃5斤', '要是她问起'])('is of her: %s', (said) => {
    expect(isOfBuyer(said)).toBe(true);
  });

  it.each(['把其他的都下架', '吉他18一把'])('is not: %s', (said) => {
    expect(isOfBuyer(said)).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { readReply } from '../../src/nlu/acts/seller/orders/reply-act.ts';

describe('what a seller wants whoever asked to read', () => {
  it.each([
    ['跟他说微辣，细娃儿少吃点', '微辣，细娃儿少吃点'],
    ['再问哈她要几斤', '要几斤'],
    ['话佢知系上个月尾打嘅', '系上个月尾打嘅'],
    ['刚才那人，跟人家说是今年的', '是今年的'],
    ['回她：“一点不苦”', '一点不苦'],
    ['please tell her that it is fresh', 'it is fresh'],
    ['ask them how many jars', 'how many jars'],
  ])('is taken from “%s”', (said, words) => {
    expect(readReply(said)).toBe(words);
  });

  it.each([
    '别跟她说',
    '已经告诉她了',
    '告诉她了',
    '告诉她儿子来拿',
    '要不要告诉她',
    '客人留言要冰袋',
    '转告李梅明天发货',
    '说一声猴头菇卖完了',
    '回答她的问题',
    '问他们要不要发票',
    '提醒一下我明天发货',
    '写一句介绍',
    '告诉客人们明天放假',
    '应她要求改成10斤',
    '回人家的钱',
    '回复客人的消息在哪里看',
    '告诉她A-0317明天发',
    'ask them to pay how do i do that',
    'get back to her tomorrow',
    '核桃涨到16',
    'tell me how it works',
    "don't tell her",
  ])('is not in “%s”', (said) => {
    expect(readReply(said)).toBeUndefined();
  });
});

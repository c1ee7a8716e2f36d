import { describe, expect, it } from 'vitest';
import { unsupportedClaims } from '../../../src/writer/claims/check.ts';

// Who calls or asks the reader states nothing, but a call must not carry a claim along.

const open = (text: string, facts: readonly string[]): string[] => unsupportedClaims(text, facts, 2026);

const pairs: readonly (readonly [facts: readonly string[], so: string, otherwise: string])[] = [
  [['商品：核桃，5斤一袋', '价格：75元一袋', '卖家：王改莲，山西汾阳'], '给爸妈捎点', '给爸妈补补脑'],
  [
    ['商品：核桃，5斤一袋', '价格：75元一袋', '卖家：王改莲，山西汾阳'],
    '给上学的娃带几个当零嘴',
    '给上学的娃补脑',
  ],
  [['商品：蜂蜜，500克一瓶', '价格：98元一瓶'], '给老人备一瓶吧', '老人放心吃'],
  [['商品：核桃，5斤一袋', '价格：75元一袋', '卖家：王改莲，山西汾阳'], '快下手', '快下手，城里卖两百'],
  [['商品：核桃，5斤一袋', '价格：75元一袋', '卖家：王改莲，山西汾阳'], '划不划算您自己算', '比超市划算一半'],
  [
    ['商品：核桃，5斤一袋', '价格：75元一袋', '卖家：王改莲，山西汾阳'],
    '先到先得，没赶上也别急',
    '只剩最后三袋，没赶上就没了',
  ],
  [
    ['商品：核桃，5斤一袋', '价格：75元一袋', '卖家：王改莲，山西汾阳'],
    '想问的直接喊王改莲',
    '想问的直接喊村长',
  ],
  [['商品：核桃，5斤一袋', '价格：75元一袋', '卖家：王改莲，山西汾阳'], '路上碎了咋办？', '是不是特别香？'],
  [['商品：蜂蜜，500克一瓶', '价格：98元一瓶'], '多少钱一瓶？98', '润肺吧？98'],
  [['商品：核桃，5斤一袋', '价格：75元一袋', '卖家：王改莲，山西汾阳'], '过年桌上少不了它', '过年家家都买它'],
  [
    ['商品：核桃，5斤一袋', '价格：75元一袋', '卖家：王改莲，山西汾阳'],
    '来一袋？给家里囤点',
    '来一袋？孩子爱吃',
  ],
  [['商品：核桃，5斤一袋', '价格：75元一袋', '卖家：王改莲，山西汾阳'], '爱吃核桃的来', '爱吃有机核桃的来'],
  [['商品：蜂蜜，500克一瓶', '价格：98元一瓶'], '送人自己吃都行', '送人最体面'],
  [['商品：蜂蜜，500克一瓶', '价格：98元一瓶'], '喜欢的扣1', '扣1的都说好'],
  [
    ['商品：核桃，5斤一袋', '价格：75元一袋', '卖家：王改莲，山西汾阳'],
    '下单前先看看图，拿不准就问我',
    '下单前看看检测报告',
  ],
  [['商品：蜂蜜，500克一瓶', '价格：98元一瓶'], '老铁们瞅瞅，买瓶尝一下嘛', '老铁们都回购了，买瓶尝一下嘛'],
  [
    ['商品：核桃，5斤一袋', '价格：75元一袋', '卖家：王改莲，山西汾阳'],
    '睇啱就买啦，帮衬下',
    '睇啱就买啦，包靓',
  ],
  [
    ['Product: oolong tea, 250 g tin', 'Price: 138 yuan a tin', 'Answer to a buyer: boiling water'],
    'Grab a tin for your mum',
    'Grab a tin, it calms the nerves',
  ],
  [
    ['Product: oolong tea, 250 g tin', 'Price: 138 yuan a tin', 'Answer to a buyer: boiling water'],
    'Lovely to have in the cupboard',
    'Lovely and smooth on the tongue',
  ],
  [
    ['Product: oolong tea, 250 g tin', 'Price: 138 yuan a tin', 'Answer to a buyer: boiling water'],
    'Put the kettle on',
    'Put the kettle on for our award winner',
  ],
  [
    ['Product: oolong tea, 250 g tin', 'Price: 138 yuan a tin', 'Answer to a buyer: boiling water'],
    'Not sure yet? Ask me',
    'Want an organic tea? Ask me',
  ],
  [
    ['Product: oolong tea, 250 g tin', 'Price: 138 yuan a tin', 'Answer to a buyer: boiling water'],
    'Sending it to a friend? Tell us',
    "Isn't it the finest in Anxi? Tell us",
  ],
  [
    ['Product: oolong tea, 250 g tin', 'Price: 138 yuan a tin', 'Answer to a buyer: boiling water'],
    'Have a look and pick one for the weekend',
    'Have a look, everyone reorders',
  ],
];

describe('a call states nothing of the goods', () => {
  it.each(pairs)('%s: %s, but not %s', (facts, so, otherwise) => {
    expect({ so: open(so, facts), isOtherwise: open(otherwise, facts).length > 0 }).toEqual({
      so: [],
      isOtherwise: true,
    });
  });
});

it.each(['今晚下单，今晚就寄', '周末也送', '冬天也寄', '直接给家里送', '顺便送几个尝尝', '早点送，过年前送'])(
  'what the family is to send, and when, is promised: %s',
  (promise) => {
    expect(open(promise, ['名称：核桃', '价格：15元一斤'])).not.toEqual([]);
  },
);

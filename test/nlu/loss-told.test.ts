import { describe, expect, it } from 'vitest';
import { tellsLoss } from '../../src/nlu/acts/orders/loss-told.ts';

describe('that goods came broken, spoilt or short', () => {
  it.each([
    ['羊肚菌收到了，上秤一称才一斤七两，差我三两呢'],
    ['篮子到了，两个里头有一个提手断了，咋弄'],
    ['羊肚菌少了三两'],
    ['蜂蜜洒出来半瓶'],
    ['有三個發霉了'],
    ['My tea turned up today but the bag had split'],
    ['The box was crushed'],
  ])('is told: %s', (said) => {
    expect(tellsLoss(said)).toBe(true);
  });

  it.each([
    ['鸡蛋一个没碎，谢谢'],
    ['会不会坏'],
    ['要是碎了咋办'],
    ['少两斤'],
    ['直播断了'],
    ['地址发错了，应该是府西街8号'],
    ['莫寄错成五升的'],
    ['can you split it into two bags'],
    ['none of them were broken'],
    ['My old pot is broken, I need a new one'],
  ])('is not told: %s', (said) => {
    expect(tellsLoss(said)).toBe(false);
  });
});

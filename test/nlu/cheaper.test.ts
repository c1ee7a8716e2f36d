import { describe, expect, it } from 'vitest';
import { ordersByPrice, readCheaperAsked } from '../../src/nlu/acts/goods/cheaper.ts';
import { hangsOnShipTime } from '../../src/nlu/acts/orders/placed/ship-condition.ts';

describe('which of several goods costs less', () => {
  it.each([
    ['巴旦木哪种便宜些', '巴旦木'],
    ['蜂蜜哪个最便宜', '蜂蜜'],
    ['哪家的枣便宜', '枣'],
    ['which honey is cheaper', 'honey'],
    ['哪个便宜', ''],
  ])('%s', (said, words) => {
    expect(readCheaperAsked(said)).toBe(words);
  });

  it.each(['哪家快递便宜', '苹果便宜点嘛', '苹果5斤哪个便宜', 'which shipping is cheaper', '红枣哪家的好'])(
    'is not asked: %s',
    (said) => {
      expect(readCheaperAsked(said)).toBeUndefined();
    },
  );

  it.each(['便宜的那种来两斤', '2 jin of the cheaper one', '贵的那个来1斤'])(
    'one by its price: %s',
    (said) => {
      expect(ordersByPrice(said)).toBe(true);
    },
  );

  it.each(['便宜的快递寄5斤', '来两斤', '便宜的那种', '上次买的便宜的那个2斤坏了', '便宜的2斤多少钱'])(
    'none: %s',
    (said) => {
      expect(ordersByPrice(said)).toBe(false);
    },
  );
});

describe('an order that hangs on how soon it is sent', () => {
  it.each([
    '要是明天就能发货我就要5斤红枣，发不了就算了',
    '后天能到我就买10斤苹果',
    '红枣来5斤，要是明天能发的话，发不了就算了',
    "if you can ship tomorrow I'll take 2 kg of apples, otherwise forget it",
  ])('%s', (said) => {
    expect(hangsOnShipTime(said)).toBe(true);
  });

  it.each([
    '来5斤红枣，明天发货',
    '要是便宜我就要5斤',
    '明天能发货吗',
    '邻居说要是明天能到就要5斤',
    '5 kg, send it tomorrow',
    '5 jin of apples, if you deliver on Saturday call me first',
    '苹果5斤，如果明天送到请打电话 李兰 13812345678 成都市武侯区青石巷9号',
    '苹果5斤，要是明天不在家就送到门卫，李兰 13812345678',
    '苹果5斤，能到北京就今天发',
    '买10斤苹果的话几天能到',
    '如果过年能收到最好，来5斤苹果',
  ])('is none: %s', (said) => {
    expect(hangsOnShipTime(said)).toBe(false);
  });
});

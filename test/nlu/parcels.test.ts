import { describe, expect, it } from 'vitest';
import { readSwap } from '../../src/nlu/acts/orders/changes/swap.ts';
import { readParcels } from '../../src/nlu/acts/orders/delivery/parcels.ts';

describe('several parcels in one message', () => {
  it.each([
    ['苹果10斤，5斤发我家，5斤发我妈那', '苹果 5斤发我家', '苹果 5斤发我妈那'],
    ['苹果来20斤，一半寄我家一半寄我姐那', '苹果 10斤，寄我家', '苹果 10斤，寄我姐那'],
    ['红枣3斤寄给我妈，核桃2斤寄我家', '红枣3斤寄给我妈', '核桃2斤寄我家'],
    [
      '苹果5斤，一份寄到单位，一份寄给李明 13911112222 陕西省西安市雁塔区小寨路5号',
      '苹果 5斤，寄到单位',
      '苹果 5斤，寄给李明，13911112222 陕西省西安市雁塔区小寨路5号',
    ],
    [
      '10 jin of apples, 5 jin to my place and 5 jin to my mother',
      'apples 5 jin to my place',
      'apples 5 jin to my mother',
    ],
  ])('%s', (message, first, other) => {
    expect(readParcels(message)).toEqual({ first, others: [other] });
  });

  it.each([
    '苹果5斤红枣3斤都寄给我妈',
    '苹果5斤给我妈，红枣3斤给我婆婆，都寄我这',
    '5斤苹果给我妈尝尝，再来3斤红枣给我爸',
    '小米10斤发顺丰，红枣5斤发邮政',
    '苹果5斤送我家，红枣3斤',
    '能不能5斤发我家，5斤发我妈那',
    '3 jin of dates to try and 5 jin of apples to bake',
  ])('is one, or only asked: %s', (message) => {
    expect(readParcels(message)).toBeUndefined();
  });
});

describe('one thing for another', () => {
  it.each([
    ['我要的是梨，不是苹果', '苹果', '梨'],
    ['哎呀搞错了，我要的是梨', '', '梨'],
    ['下错了，要的是梨', '', '梨'],
    ['oh no I meant pears', '', 'pears'],
    ['I wanted pears, not apples', 'apples', 'pears'],
    ['能把苹果换成梨吗', '苹果', '梨'],
    ['能换成5斤红枣吗', '', '5斤红枣'],
    ['苹果换成梨还来得及吗', '苹果', '梨'],
  ])('%s', (message, out, into) => {
    expect(readSwap(message)).toEqual({ out, into });
  });

  it.each(['收到的是梨，不是苹果', '我要的是苹果，不是梨啊，你们发错了', '上次发错了，我要的是红枣'])(
    'tells what came: %s',
    (message) => {
      expect(readSwap(message)).toBeUndefined();
    },
  );
});

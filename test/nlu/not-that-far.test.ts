import { describe, expect, it } from 'vitest';
import { readAct } from '../../src/nlu/acts/act.ts';
import { readRemoval } from '../../src/nlu/acts/orders/changes/order-change.ts';
import { readRecipientPiece } from '../../src/nlu/acts/orders/delivery/recipient-piece.ts';
import { agreesToCancel } from '../../src/nlu/acts/orders/said-of-order.ts';
import { readBuyer } from '../../src/nlu/read.ts';

// Words that were given a meaning reach no further than they mean it.

const TITLES = [
  '辣椒',
  '辣椒酱',
  '香菇',
  '香菇酱',
  '核桃',
  '核桃油',
  '红枣',
  '红枣茶',
  '枣花蜜',
  '荆条蜜',
  '小米',
];
const linesOf = (message: string, titles: readonly string[] = TITLES) =>
  readBuyer(message, { titles }).lines.map(({ product, quantity }) => [product, quantity]);

describe('a name goes on where it is no title itself, and stands there once', () => {
  it.each([
    ['做辣椒酱，辣椒10斤', [['辣椒', 5_000]]],
    ['香菇酱吃完了，香菇来2斤', [['香菇', 1_000]]],
    ['核桃油用完了，核桃来5斤', [['核桃', 2_500]]],
    ['泡红枣茶喝，红枣2斤', [['红枣', 1_000]]],
    ['枣花嗰隻，要2斤', [['枣花', 1_000]]],
  ])('%s', (message, lines) => {
    expect(linesOf(message)).toEqual(lines);
  });
});

describe('money is asked back by who says that some of it is well', () => {
  it.each([
    'none of it arrived, I want a refund',
    'nothing was sent, refund please',
    'none were ripe, I want a refund',
    '没坏但是不新鲜，退货',
    '没碎但是发霉了',
    "it isn't broken, I just want a refund",
  ])('%s', (message) => {
    expect(readAct(message)?.is).toBe('refund');
  });

  it.each(['一个没碎', 'nothing was broken', '一个都没坏，真好'])(
    'and not by who is content: %s',
    (message) => {
      expect(readAct(message)?.is).not.toBe('refund');
    },
  );
});

describe('what is not as before is not ordered again', () => {
  it.each([
    '怎么跟上次的不一样',
    '我的辣椒跟上次的不一样啊',
    '跟昨天买的没一样',
    'not the same as last time',
  ])('%s', (message) => {
    expect(readBuyer(message).ambiguous).not.toContain('product');
    expect(readAct(message)?.is).not.toBe('same');
  });
});

describe('of a row, what is denied before it is no part', () => {
  it.each(['不想要核桃，红枣、小米各3斤', '不用买核桃，红枣、小米各3斤', '我不是来买核桃，红枣、小米各3斤'])(
    '%s',
    (message) => {
      expect(linesOf(message)).not.toContainEqual(['核桃', 1_500]);
    },
  );
  it('and what is only spoken of well is', () => {
    expect(linesOf('上次的不错，来红枣、小米各3斤')).toEqual([
      ['红枣', 1_500],
      ['小米', 1_500],
    ]);
  });
});

describe('which of two amounts is meant is not said by words of somebody or something else', () => {
  it.each([
    ['核桃要三斤，家里还有两斤够吃', 1_000],
    ['苹果三斤给丈母娘，还是给媳妇两斤', 1_000],
    ['不是要5斤苹果吗，怎么只有3斤', 1_500],
    ['怎么给我发了3斤核桃，不是5斤', 1_500],
    ['小米10斤，那就5斤寄单位', 2_500],
    ['小米10斤，最后五斤过年再寄', 2_500],
  ])('%s', (message, quantity) => {
    expect(linesOf(message).map(([, amount]) => amount)).not.toContain(quantity);
  });
  it.each([
    ['山药是八斤不是八十斤', 4_000],
    ['芝麻酱两袋吃不完，一袋就行', 1],
  ])('and is by others: %s', (message, quantity) => {
    expect(linesOf(message, []).map(([, amount]) => amount)).toEqual([quantity]);
  });
});

describe('a name put right is the right one, whole', () => {
  it.each([
    ['收件人写错了，不是张伟是李伟', '李伟'],
    ['收件人写错了，是张伟不是章伟', '张伟'],
    ['名字改成李强，谢谢', '李强'],
    ['收货人写我爸，王建军', '王建军'],
  ])('%s', (message, text) => {
    expect(readRecipientPiece(message)).toMatchObject({ piece: 'name', text });
  });
});

describe('goods are taken out, whosever they are', () => {
  it.each([
    '把我的核桃去掉',
    'remove the walnuts from my order',
    '把刚才的核桃取消',
    'remove the dates from the cart',
  ])('%s', (message) => {
    expect(readRemoval(message)?.words).toMatch(/核桃|walnuts|dates/u);
  });
  it.each(['把核桃的壳去掉', 'remove the shells from the walnuts'])(
    'and not with what is on them: %s',
    (message) => {
      expect(readRemoval(message)).toBeUndefined();
    },
  );
});

describe('what was cancelled by a slip is to come back', () => {
  it.each([
    '怎么取消了，帮我恢复一下',
    '不知怎么点错取消了，恢复订单吧',
    'how come it was cancelled, please restore it',
  ])('%s', (message) => {
    expect(readAct(message)?.is).toBe('restore');
    expect(agreesToCancel(message)).toBe(false);
  });
  it.each(['怎么恢复订单', 'how do I restore it?', '怎么还不恢复'])(
    'and is not where it is only asked: %s',
    (message) => {
      expect(readAct(message)?.is).not.toBe('restore');
    },
  );
});

it('3号两斤，退了吧 gives back, and orders nothing', () => {
  expect(readBuyer('3号两斤，退了吧').kind).not.toBe('order');
  expect(readBuyer('3号两斤').kind).toBe('order');
});

it('for whom some of it is, is no kind of the goods', () => {
  expect(linesOf('苹果两箱，一箱老师的，一箱领导的', [])).not.toContainEqual(['老师苹果', 1]);
  expect(linesOf('蜂蜜3瓶，两瓶送礼的，一瓶自家的', [])).not.toContainEqual(['送礼蜂蜜', 2]);
});

it.each(['有没有人帮忙', '找一下昨天那个大姐'])('somebody is looked for, and no goods: %s', (message) => {
  expect(readBuyer(message).kind).not.toBe('search');
});

it('one way to pay is refused, and the only other one wanted', () => {
  expect(readAct('不能转账只能货到付款')).toEqual({ is: 'pay', way: 'delivery' });
});

it('动不动 asks nothing', () => {
  expect(readAct('这袋子动不动就漏了，给我退款')?.is).toBe('refund');
});

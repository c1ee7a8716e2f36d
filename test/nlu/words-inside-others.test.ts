import { describe, expect, it } from 'vitest';
import { readAct } from '../../src/nlu/acts/act.ts';
import { isComparedWith } from '../../src/nlu/acts/goods/comparing.ts';
import { meansEach, readRemoval } from '../../src/nlu/acts/orders/changes/order-change.ts';
import { readSwap } from '../../src/nlu/acts/orders/changes/swap.ts';
import {
  agreesToCancel,
  onlySaves,
  refusesToCancel,
  tellsPast,
  wantsNow,
} from '../../src/nlu/acts/orders/said-of-order.ts';
import { withOneUnit } from '../../src/nlu/around/one-unit.ts';
import { parseRecipient } from '../../src/nlu/recipient/parse.ts';

// Words that do something alone, and nothing inside sentences about something else.

describe('a cancelled order', () => {
  it.each([
    '下周要返回老家，晚点发货',
    '怎么钱还没退，要返到哪里',
    '怎么还不取消了重新下',
    '订单恢复了吗',
    '算了别取消了',
  ])('does not come back by %s', (said) => expect(readAct(said)?.is).not.toBe('restore'));

  it.each(['哎呀搞錯咗，我都係要返張單', '取消错了，恢复订单', 'bring back my order'])(
    'and does by %s',
    (said) => expect(readAct(said)?.is).toBe('restore'),
  );

  it.each(['算了别取消了', '唔好取消', '不取消了', "don't cancel it"])(
    'stays as it is, where that was asked: %s',
    (said) => expect(refusesToCancel(said)).toBe(true),
  );

  it.each(['怎么还不取消', '取消吧'])('… and not here: %s', (said) =>
    expect(refusesToCancel(said)).toBe(false),
  );

  it.each([
    ['对，取消', true],
    ['昨天有人说把苹果取消了', false],
    ['I heard you cancel it', false],
  ])('is agreed to by nothing that others say: %s', (said, agrees) =>
    expect(agreesToCancel(said)).toBe(agrees),
  );
});

describe('an address', () => {
  it('keeps a street that lies next to something', () =>
    expect(
      parseRecipient('apples 3 kg, Anna Li, 13800001234, 14 Elm Street next to the school, Harbin').address,
    ).toContain('14 Elm Street'));

  it.each([
    '我知道三号是什么',
    '我知道3号是什么',
    '听村里人说八号到货，苹果5斤',
    '听村里人说8号到货，苹果5斤',
    '街坊说二号好吃，来两斤',
    '味道好的一号来两份',
    '路上看直播一号来三斤',
    '市场里十号那家的苹果5斤',
  ])('is none in %s', (said) => expect(parseRecipient(said).address).toBeUndefined());

  it.each(['太原市迎泽区桃园路十二号', '桃园路十二号', '桃园村12号'])('is one: %s', (said) =>
    expect(parseRecipient(said).address).toBe(said),
  );

  it.each(['先不买，地址存一下：陈志强', 'just save my address please'])('may come alone: %s', (said) =>
    expect(onlySaves(said)).toBe(true),
  );
  it('or with a yes', () => expect(onlySaves('咁就寄啦，陳志強')).toBe(false));
});

describe('half', () => {
  it.each([
    '运费减一半行吗',
    '邮费砍半吧',
    'is shipping half that?',
    'my husband eats half that in a week',
    '价格折半',
  ])('is no smaller amount: %s', (said) => expect(readAct(said)).not.toMatchObject({ is: 'times' }));

  it.each(['减一半嘛', '砍半', '那就折半吧', 'halve that please', '减一半行吗'])('is one: %s', (said) =>
    expect(readAct(said)).toEqual({ is: 'times', by: 0.5 }),
  );

  it.each(['一半就行，都吃不完', 'half of that, each week we throw some out'])(
    'of no several things: %s',
    (said) => expect(meansEach(said)).toBe(false),
  );
});

describe('an amount behind a story', () => {
  it.each(['来三斤', '再给称三斤', 'can I get 3 kg', '给我也来四十个'])('is wanted: %s', (said) =>
    expect(wantsNow(said)).toBe(true),
  );
  it.each(['5斤', '五斤', '3 kg', '拿了5斤'])('is not wanted: %s', (said) =>
    expect(wantsNow(said)).toBe(false),
  );
  it.each(['邻居上周买了核桃', '上次的红枣收到了', 'Last week I bought walnuts from you'])(
    'that is past: %s',
    (said) => expect(tellsPast(said)).toBe(true),
  );
  it('is of what is looked at, where that is compared', () => {
    expect(isComparedWith('跟核桃比哪个甜？')).toBe(true);
    expect(isComparedWith('are your walnuts from this year?')).toBe(false);
  });
});

describe('a unit that is said once', () => {
  it.each([
    '你们核桃32，论斤',
    '芋头卖8，按斤吧',
    '苹果10，红枣5，预算200，都是斤',
    '苹果5 送到3栋502 都是斤',
    '核桃32，都是斤',
  ])('is of no price and no door: %s', (said) => expect(withOneUnit(said)).toBe(said));
});

describe('single words', () => {
  it.each([
    ['walnuts 2 kg and nothing else please', 'anger'],
    ['周末没人管孩子', 'anger'],
    ['家里没人理发', 'anger'],
    ['你们选红枣还是黑枣', 'wish'],
    ['挑面粉的', 'wish'],
    ['does the page show the price', 'wish'],
    ['送之前给个信', 'command'],
    ['快递到了打个招呼', 'command'],
  ])('%s is no %s', (said, is) => expect(readAct(said)?.is).not.toBe(is));

  it.each(['有了给个信', '下批好了知会一声'])('%s asks to be told', (said) =>
    expect(readAct(said)).toEqual({ is: 'command', command: 'notify' }),
  );

  it('live next door is no stream', () =>
    expect(readAct('we live next to the school')).not.toMatchObject({ topic: 'stream' }));
});

describe('what stays on the card', () => {
  it.each([
    "don't forget the dates",
    'did you forget the dates',
    'do not skip the dates',
    '别取消红枣',
    '别忘了红枣',
  ])('%s', (said) => {
    expect(readRemoval(said)).toBeUndefined();
    expect(readSwap(said)).toBeUndefined();
  });

  it.each([
    "don't forget the dates and send 2 kg of apples",
    'never drop that, 2 kg of apples instead',
    '是不是弄错了说的是红枣',
    '弄错了吗',
  ])('is not swapped: %s', (said) => expect(readSwap(said)).toBeUndefined());

  it('and is, where it is meant', () => {
    expect(readRemoval('forget the dates')?.words).toBe('dates');
    expect(readSwap('forget the dates and give me 2 kg of apples')).toMatchObject({ into: '2 kg of apples' });
    expect(readSwap('弄错了，我说的是红枣')).toMatchObject({ into: '红枣' });
  });
});

describe('phrases that hold a word of an act and say something else', () => {
  it.each([
    ['今天忙坏了吧', 'refund'],
    ['新不新鲜啊', 'refund'],
    ['夏天苹果会长毛吧，一般放几天', 'refund'],
    ['make sure they are not bruised', 'refund'],
    ['给记上：电梯坏了走楼梯', 'refund'],
    ['今儿零下二十八度，出去倒个垃圾', 'anger'],
    ['terrible weather today', 'anger'],
    ['苹果不要啦，其他照旧', 'same'],
    ['核桃五斤 地址跟上回一样 电话也没变', 'same'],
    ['half the box is fine, but 5 apples had mould in them', 'times'],
    ['黄豆四斤，黑豆有一半就行，二斤', 'times'],
    ['满好多包邮嘛 我只买两袋', 'wish'],
    ['remove the big walnuts', 'wish'],
    ['can i choose the courier', 'wish'],
    ['发不发顺丰', 'wish'],
    ['hope i am not too late', 'wish'],
    ['俺那六斤软米先别给装了', 'wish'],
    ['its for my gran so nothing too hard to chew', 'recipient'],
    ['电话多少我打给你们', 'pay'],
    ['do i have to pay now', 'pay'],
    ['手工的还是机器的', 'bot'],
  ])('%s is no %s', (said, is) => expect(readAct(said)?.is).not.toBe(is));

  it.each([
    ['补货：香菇干10斤，白芝麻5公斤', 'notify'],
    ['当季小米补货吗', 'notify'],
    ['text me when you are outside', 'notify'],
    ['俺不关注他了', 'follow'],
    ['i do not want to follow this shop anymore', 'follow'],
    ['i got less than i paid for', 'paid'],
    ['2号两袋，收到货给好评', 'rate'],
  ])('%s asks for no %s', (said, command) => expect(readAct(said)).not.toMatchObject({ command }));

  it.each([
    ['补货了告诉我', { is: 'command', command: 'notify' }],
    ['ping me when the live begins', { is: 'command', command: 'streamRemind' }],
    ['价格下来了说一声', { is: 'command', command: 'cheaperWatch' }],
    ['王芳的提醒太多我不想关注他们了', { is: 'command', command: 'unfollow' }],
    ['转账成功，请查收', { is: 'command', command: 'paid' }],
    ['苹果常温放多少天', { is: 'topic', topic: 'storage' }],
    ['坏了赔不赔', { is: 'topic', topic: 'returns' }],
    ['签收了但是缺八百五十克', { is: 'refund' }],
    ['恢复订单', { is: 'restore' }],
    ['哎呀按错了', { is: 'restore' }],
    ['收货人写我爸，王建军', { is: 'recipient', piece: 'name', text: '王建军' }],
  ])('%s says what it says', (said, act) => expect(readAct(said)).toMatchObject(act));
});

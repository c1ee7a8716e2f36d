import { describe, expect, it } from 'vitest';
import { readAct } from '../../src/nlu/acts/act.ts';
import { readUse } from '../../src/nlu/acts/goods/uses.ts';
import { readSwap } from '../../src/nlu/acts/orders/changes/swap.ts';
import { namesUnwanted, onlySaves, wantsNow } from '../../src/nlu/acts/orders/said-of-order.ts';
import { withOneUnit } from '../../src/nlu/around/one-unit.ts';
import { parseRecipient } from '../../src/nlu/recipient/parse.ts';

// What was said, and nothing more: sentences that were once taken for an order, an alert or an address.

describe('who wants to hear of the parcel', () => {
  it.each([
    '到门口言语一声',
    '快到了捎个信',
    '发前打声招呼',
    '到了打声招呼',
    '送之前知会一声',
    '送来了知会我一下',
    'let me know once it ships',
    'text me once it arrives',
    'let me know when it is delivered',
    "ring the bell so I don't miss it",
    "call first, don't let me miss it",
    'remind me so i am home for the courier',
  ])('leaves a wish: %s', (said) => expect(readAct(said)).toMatchObject({ is: 'wish', text: said }));

  it.each(['let me know how much delivery is', '运费多少说一声', 'let me know the shipping cost'])(
    'and what asks leaves none: %s',
    (said) => expect(readAct(said)?.is).not.toBe('wish'),
  );

  it.each(["ping me if there's a problem", "deliver after 6 so i don't miss the courier"])(
    'asks for no alert: %s',
    (said) => expect(readAct(said)?.is).not.toBe('command'),
  );

  it.each(['有了言语一声', '下批好了捎个信', 'let me know when you have it', 'once somebody has some'])(
    'or of the goods: %s',
    (said) => expect(readAct(said)).toEqual({ is: 'command', command: 'notify' }),
  );

  it.each(['开播叫我', 'remind me so i see the stream'])('or of a stream: %s', (said) =>
    expect(readAct(said)).toEqual({ is: 'command', command: 'streamRemind' }),
  );
});

describe('an amount of what somebody had', () => {
  it.each(['5斤吧', '就5斤', '5斤装的', 'more than 2 kg', 'my order of 2 kg'])('is not wanted: %s', (said) =>
    expect(wantsNow(said)).toBe(false),
  );

  it.each([
    '红枣不好吃',
    '红枣上火',
    '我妈不吃红枣',
    '红枣家里还有不少',
    '比红枣便宜多了',
    'my kids hate dates',
    'I am allergic to walnut kernels',
  ])('nor what is spoken ill of: %s', (said) => expect(namesUnwanted(said)).toBe(true));

  it.each([
    '上回那腊肠我家老头子爱吃得很',
    '红枣家里老人爱吃',
    '核桃不错',
    'my kids love dates',
    '不好意思，红枣',
    '红枣好不好',
    '红枣比较好',
    '红枣不够吃',
  ])('and what is liked may be: %s', (said) => expect(namesUnwanted(said)).toBe(false));
});

describe('cut in half', () => {
  it.each(['could you cut it in half before sending?', 'please cut that in half for the stew'])(
    'is no smaller amount: %s',
    (said) => expect(readAct(said)?.is).not.toBe('times'),
  );
  it.each(['cut it in half', 'can you cut that in half please', 'too much, cut it in half'])(
    'is one: %s',
    (said) => expect(readAct(said)).toEqual({ is: 'times', by: 0.5 }),
  );
});

describe('figures of prices', () => {
  it.each([
    '听说苹果4，红枣16，都按斤算',
    '你家苹果4，红枣16，都是斤吧',
    '隔壁苹果4，红枣16，都是斤',
    'your apples are 9, dates 32, all in kg',
  ])('are no amounts: %s', (said) => expect(withOneUnit(said)).toBe(said));

  it.each([
    ['苹果10，红枣5，单位都是斤，寄到太原', '苹果10斤，红枣5斤，寄到太原'],
    ['苹果10，红枣5，都是斤，送到家', '苹果10斤，红枣5斤，送到家'],
    ['oats 3, raisins 2, all are in kg', 'oats 3kg，raisins 2kg'],
  ])('and others are: %s', (said, meant) => expect(withOneUnit(said)).toBe(meant));
});

describe('a name that was misheard', () => {
  it.each([
    '上次发错了，我要的是红枣',
    '你们上回弄错了，我买的是红枣',
    '不对，快递说是红枣',
    '不对，收到的是红枣',
  ])('is no complaint: %s', (said) => expect(readSwap(said)).toBeUndefined());
  it.each(['不对，我说的是红枣', '弄错了，说的是红枣', '唔啱，我要嘅系红枣', '不对不对 我要的其实是红枣'])(
    'is put right: %s',
    (said) => expect(readSwap(said)).toMatchObject({ into: '红枣' }),
  );
});

describe('whose parcel it is', () => {
  it.each([
    [
      'apples 2 kg, deliver to the Sunshine kindergarten, Nanjing, Bo Li 13800001234',
      'Sunshine kindergarten',
    ],
    ['Bo Li 13800001234, to the Jinling Restaurant, Nanjing', 'Jinling Restaurant'],
    ['Bo Li 13800001234, Room 5, deliver to the Bluebird clinic, Wuhan', 'Bluebird clinic'],
  ])('leaves the place that has a name: %s', (said, place) =>
    expect(parseRecipient(said).address?.toLowerCase()).toContain(place.toLowerCase()),
  );

  it.each([
    ['Nana Li, 13800001234, 5 Zhongshan Road, Harbin', 'Nana Li'],
    ['Granny Wu, 13800001234, 5 Zhongshan Road, Harbin', 'Granny Wu'],
    ['to my sister Anna Li, 13800001234, 5 Zhongshan Road, Harbin', 'Anna Li'],
    ['for her husband Tom Reed, 13800001234, 5 Zhongshan Road, Harbin', 'Tom Reed'],
  ])('and the name: %s', (said, name) => expect(parseRecipient(said).name).toBe(name));

  it('and is said before both', () =>
    expect(
      parseRecipient('apples 2 kg sent to my office, Anna Li 13800001234, 5 Zhongshan Road, Harbin'),
    ).toMatchObject({ name: 'Anna Li', address: '5 Zhongshan Road, Harbin' }));
});

describe('an address that comes before an order', () => {
  it.each(['我再想想，先把地址给你：太原市桃园路88号', '地址先给你，还在考虑', '问问家里再定，先给你地址'])(
    'buys nothing: %s',
    (said) => expect(onlySaves(said)).toBe(true),
  );

  it.each([
    '先不买，地址存一下：陈志强 13900001111 上海市浦东新区张江路88号',
    '记一下地址：陈志强，13900001111，上海市浦东新区张江路88号',
    '那就寄吧，陈志强，13900001111，上海市浦东新区张江路88号',
    '那就寄上海市浦东新区张江路88号，陈志强 13900001111',
    '就寄上海市浦东新区张江路88号，陈志强 13900001111',
    '帮我记下，陈志强 13900001111 上海市浦东新区张江路88号',
  ])('has nothing of the talk in it: %s', (said) =>
    expect(parseRecipient(said)).toMatchObject({
      name: '陈志强',
      address: '上海市浦东新区张江路88号',
    }),
  );
});

it.each(['brilliant', 'ok cool', 'cool', 'excellent', 'wonderful'])('praise is no yes: %s', (said) =>
  expect(readAct(said)?.is).not.toBe('yes'),
);

describe('goods by their use', () => {
  it.each([
    'anything that is not sweet?',
    '有没有什么不送人自己吃的',
    'is there something wrong with the breakfast order',
    '找点事干，零食吃多了',
    '有没有什么坏处，当零食吃',
    'got anything without sweet stuff in it',
  ])('are not looked for: %s', (said) => expect(readUse(said)).toBeUndefined());

  it.each(['有没有啥嗑着玩的', 'got anything to snack on?', '想找点送人的', '不知道有没有什么甜的'])(
    'are looked for: %s',
    (said) => expect(readUse(said)).toBeDefined(),
  );
});

import { describe, expect, it } from 'vitest';
import { readSignAsked } from '../../src/nlu/acts/question-topic.ts';
import { namesStream, takesReminderBack, takesWaitBack } from '../../src/nlu/acts/talk/taken-back.ts';
import { readWaitedFor } from '../../src/nlu/acts/talk/waited-for.ts';

describe('goods that are waited for', () => {
  it.each([
    ['有人卖蓝莓告诉我', '蓝莓'],
    ['谁家有蓝莓了喊我一声', '蓝莓'],
    ['以后有蓝莓卖通知我', '蓝莓'],
    ['要是有蓝莓，跟我说一声', '蓝莓'],
    ['蓝莓到货通知我', '蓝莓'],
    ['let me know if anybody has blueberries', 'blueberries'],
    ['tell me when there are fresh eggs again', 'eggs'],
  ])('%s', (message, goods) => {
    expect(readWaitedFor(message)).toBe(goods);
  });

  it.each([
    '有货了告诉我',
    '到货了告诉我',
    '发货了告诉我',
    '有直播告诉我',
    '有优惠告诉我',
    '老板来了告诉我',
    '他们家上新了告诉我',
    '多少钱告诉我',
    '上架了告诉我',
    'let me know when it ships',
    'tell me when they are live',
    'let me know when you have time',
  ])('are not named in %s', (message) => {
    expect(readWaitedFor(message)).toBeUndefined();
  });
});

describe('what was waited for', () => {
  it.each(['不等了', '取消到货提醒', "I don't want that reminder anymore", 'cancel that alert please'])(
    'is waited for no more: %s',
    (message) => {
      expect(takesWaitBack(message)).toBe(true);
    },
  );

  it.each(['算了不用告诉我了', '别通知我了', 'never mind, no need to tell me'])('nor told: %s', (message) => {
    expect(takesReminderBack(message) && !namesStream(message)).toBe(true);
  });

  it.each([
    '不等了，取消订单',
    '不用告诉我价格',
    "don't tell me it is sold out",
    '等不了那么久，能快点吗',
    '到了不用告诉我',
  ])('is something else in %s', (message) => {
    expect(takesWaitBack(message) || takesReminderBack(message)).toBe(false);
  });
});

it.each([
  ['这个甜吗', '甜'],
  ['酸不酸', '酸'],
  ['有吗', ''],
  ['多少钱', ''],
])('%s asks for %s', (message, sign) => {
  expect(readSignAsked(message)).toBe(sign);
});

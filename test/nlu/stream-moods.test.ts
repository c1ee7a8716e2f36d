import { describe, expect, it } from 'vitest';
import { readMovedTime, readStreamMood, readStreamVerb } from '../../src/nlu/acts/seller/stream-act.ts';

const when = { now: new Date('2026-12-01T02:00:00Z'), timeZone: 'Asia/Shanghai' };
const planned = new Date('2026-12-02T12:00:00Z');

describe('nothing is done with a stream', () => {
  it.each([
    ['直播别改到9点', 'denied'],
    ['直播先不取消', 'denied'],
    ["don't cancel tomorrow's stream", 'denied'],
    ['要是下雨直播就取消', 'supposed'],
    ['直播可能要取消', 'supposed'],
    ['if it rains, cancel the stream', 'supposed'],
    ['老王直播改到9点了', 'others'],
    ['隔壁明晚的直播取消了', 'others'],
    ['昨天的直播取消了', 'others'],
    ['直播改到几点好', 'asked'],
    ['明晚照播', 'kept'],
    ['the stream goes ahead as planned', 'kept'],
  ])('%s', (message, mood) => {
    expect(readStreamMood(message)).toBe(mood);
  });

  it.each([
    '明晚的直播取消',
    '直播改到9点',
    '家里来客人了明晚直播取消吧',
    'cancel the stream',
    '明天有事，直播推迟一天',
    '人家的直播是8点，我的改到9点',
  ])('unless it is to be: %s', (message) => {
    expect(readStreamMood(message)).toBeUndefined();
  });
});

describe('a stream is moved', () => {
  it.each([
    ['明晚播不了了后天同一时间', '2026-12-03T12:00:00.000Z'],
    ['no stream tomorrow, same time on Thursday', '2026-12-03T12:00:00.000Z'],
    ["push tomorrow's stream back an hour", '2026-12-02T13:00:00.000Z'],
    ['move the 3pm one to Thursday', '2026-12-03T07:00:00.000Z'],
    ['直播提前半小时', '2026-12-02T11:30:00.000Z'],
  ])('%s', (message, at) => {
    expect(readStreamVerb(message)).toBe('move');
    expect(readMovedTime(message, planned, when)?.toISOString()).toBe(at);
  });
});

import { expect, it } from 'vitest';
import { parseDateTime } from '../../src/nlu/datetime.ts';

// How sellers say when a stream begins, written without a look at the reader's rules. A Saturday, ten in the morning.
const now = new Date('2026-11-28T10:00:00+08:00');
const timeZone = 'Asia/Shanghai';

/** Day and time of November or December; `?` where it may be asked as well. */
const phrases: readonly (readonly [text: string, at: string])[] = [
  ['今晚8点直播 核桃新货 红枣', '11-28 20:00'],
  ['今晚八点半开播', '11-28 20:30'],
  ['晚上七点见', '11-28 19:00'],
  ['明晚8点直播', '11-29 20:00'],
  ['明天早上9点半', '11-29 09:30'],
  ['明天上午10点开播，卖小米', '11-29 10:00'],
  ['后天下午三点', '11-30 15:00'],
  ['后天晚上7点一刻', '11-30 19:15'],
  ['周三晚上8点', '12-02 20:00'],
  ['下周二下午2点', '12-01 14:00?'],
  ['这周日上午九点直播', '11-29 09:00'],
  ['星期五晚7点半', '12-04 19:30'],
  ['礼拜一中午12点', '11-30 12:00'],
  ['12月1号晚上8点', '12-01 20:00'],
  ['12月5日19:30', '12-05 19:30'],
  ['12/3 20:00', '12-03 20:00?'],
  ['30号晚上9点', '11-30 21:00'],
  ['半小时后开播', '11-28 10:30'],
  ['一个小时后直播', '11-28 11:00'],
  ['两个半小时以后', '11-28 12:30?'],
  ['20分钟后', '11-28 10:20'],
  ['今天下午4点', '11-28 16:00'],
  ['今晚19:45', '11-28 19:45'],
  ['中午十二点半', '11-28 12:30'],
  ['今晚十点', '11-28 22:00'],
  ['凌晨5点', '11-29 05:00?'],
  ['明天傍晚六点', '11-29 18:00'],
  ['晚8点', '11-28 20:00'],
  ['tonight at 8', '11-28 20:00'],
  ['tonight 8pm: new walnuts', '11-28 20:00'],
  ['tomorrow at 7:30 pm', '11-29 19:30'],
  ['tomorrow morning at 9', '11-29 09:00'],
  ['Sunday 10am', '11-29 10:00'],
  ['next Friday at 8 pm', '12-04 20:00?'],
  ['on Wednesday evening at 7', '12-02 19:00'],
  ['in half an hour', '11-28 10:30'],
  ['in an hour', '11-28 11:00'],
  ['in 45 minutes', '11-28 10:45'],
  ['in two hours', '11-28 12:00'],
  ['December 1st, 8pm', '12-01 20:00'],
  ['1 December at 20:00', '12-01 20:00'],
  ['Dec 3 at half past seven in the evening', '12-03 19:30'],
  ['at noon', '11-28 12:00'],
  ['quarter past eight tonight', '11-28 20:15'],
  ['the day after tomorrow at 6pm', '11-30 18:00'],
  ['live 21:00 today', '11-28 21:00'],
];
/** Of these nobody can say which: they are asked. */
const asked = [
  '8点',
  '明天8点',
  '改天',
  '过两天晚上',
  '有空就播',
  'at 8',
  'tomorrow',
  'later',
  'some evening',
  'soon',
];

/** Month, day and time there, in the form of the list. */
const show = (at: Date): string => at.toLocaleString('sv-SE', { timeZone }).slice(5, 16);

it.each(phrases)('%s', (text, expected) => {
  const { at, ask } = parseDateTime(text, { now, timeZone });
  if (expected.endsWith('?') && (ask || !at)) return;
  expect(at && !ask ? show(at) : 'asked').toBe(expected.replace('?', ''));
});

it.each(asked)('%s is asked', (text) => {
  const { at, ask } = parseDateTime(text, { now, timeZone });
  expect(at === null || Boolean(ask)).toBe(true);
});

import { expect, it } from 'vitest';
import {
  forgetsAddress,
  namesReminder,
  takesQuestionBack,
  takesReminderBack,
} from '../../src/nlu/acts/talk/taken-back.ts';

// A reminder, an address, a question that is taken back.

it.each([
  '哎呀明晚我有事，不用喊我了',
  '别提醒我了',
  '取消预约',
  '唔使叫我喇',
  "don't remind me, I'm busy",
  '不用喊我了',
  '明晚的直播不用叫我',
  '把明晚的提醒取消了吧',
  'please cancel my reminder for tomorrow',
  "no need to call me, I can't make it",
])('nobody is to be reminded: %s', (said) => {
  expect(takesReminderBack(said)).toBe(true);
});

it.each([
  '到货了不用叫我',
  '放门口就行不用叫我',
  '别忘了提醒我',
  '上次没提醒我',
  '不用叫我下来拿快递',
  '怎么取消提醒',
  '我没取消预约',
  '我不想取消提醒',
  '取消预约的话要钱不',
  '别叫我大哥',
  '不用通知我，直接发货就行',
  '不用叫我老板',
  '是不是取消预约了',
  '预约取消不了',
  '明天不用叫我，后天叫我',
  '不用喊我，喊我妈',
  '别叫我下楼',
  '别提醒卖家',
  'can you cancel the reminder later, not now',
  'no need to call me, just leave it',
])('is of something else: %s', (said) => {
  expect(takesReminderBack(said)).toBe(false);
});

it.each([
  '我搬家了，把以前存的那个地址删了',
  '删掉我的老地址',
  'delete my old address',
  '那个地址给我删咯',
  '把以前存的那个地址删了',
  '太原那个地址删了吧',
  '我搬家了，以前那个地址你帮我删了吧',
  '以前的地址不用存了',
  'I moved, please remove the old address you have',
  '忘掉我的地址',
  '你把我的老地址删了吧',
  '你帮我把地址删了',
  '您把我地址删掉',
  '麻烦你把我的地址删了',
  '旧地址删了',
])('an address is to be deleted: %s', (said) => {
  expect(forgetsAddress(said)).toBe(true);
});

it.each([
  '别删我的地址',
  '怎么删地址',
  'how do I delete my address?',
  '地址能删吗',
  '我朋友把地址删了',
  "don't delete my address",
  '把苹果去掉，地址用原来的',
  '地址没错，把备注删了',
  '红枣去掉，地址还是老地址',
  '删了苹果，地址不变',
  'drop it at my address',
  '地址删不掉',
  '地址我删了',
  '为什么把我地址删了',
  '为什么把我的地址删了',
  '地址怎么被删了',
  '地址别给我删了',
  '会删地址吗',
  '你们会把地址删掉吗',
  '把地址里的3单元删了',
  'I forget my address',
  'get rid of the apples, address stays',
  '删掉旧地址，用新地址 李兰 13812345678',
  '你把我地址删了',
  '你把我的地址删掉了啊',
  '您将我地址删咗',
  '我的地址你删了',
  '你现在把俺地址删咯',
  '你删了我的地址',
  '老地址忘掉了',
  '我的老地址忘掉了',
])('is not: %s', (said) => {
  expect(forgetsAddress(said)).toBe(false);
});

it.each([
  'oh wait, I think I ordered that somewhere else, my bad',
  '哦记错了，不是在你家买的',
  '问错人了不好意思',
  'sorry, wrong shop',
  '不好意思我记错了，是在超市买的',
  'sorry, that was from another shop',
  'that was another shop, sorry to bother you',
])('a question is taken back: %s', (said) => {
  expect(takesQuestionBack(said)).toBe(true);
});

it.each([
  '记错了，是3斤',
  '别家买的比你家便宜',
  '问错了，我要3斤苹果',
  'I ordered it elsewhere, cancel my order',
  '是不是在你家买的',
  'my bad, make it 3 kg',
  '搞混了，我说的是红枣',
  'my bad, the red one',
  'sorry wrong seller, I meant 王叔',
  'it was my mistake, cash on delivery',
  '你们弄混了，发错货了',
  '这箱不是你家的',
])('something is still wanted: %s', (said) => {
  expect(takesQuestionBack(said)).toBe(false);
});

it.each([
  ['不用喊我了', true],
  ['明晚的直播不用叫我', true],
  ['不用叫我', false],
  ['no need to call me', false],
  ['别叫了', false],
  ['别叫我了', false],
  ['莫喊了', false],
  ['唔好叫我喇', false],
  ['别提醒我了', true],
  ['明晚的直播别叫我了', true],
  ['唔使叫我喇', true],
])('is surely of a reminder: %s', (said, isSure) => {
  expect(namesReminder(said)).toBe(isSure);
});

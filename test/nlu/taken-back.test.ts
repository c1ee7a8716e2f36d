import { expect, it } from 'vitest';
import { forgetsAddress, takesQuestionBack, takesReminderBack } from '../../src/nlu/acts/talk/taken-back.ts';

// A reminder, an address, a question that is taken back.

it.each(['哎呀明晚我有事，不用喊我了', '别提醒我了', '取消预约', '唔使叫我喇', "don't remind me, I'm busy"])(
  'nobody is to be reminded: %s',
  (said) => {
    expect(takesReminderBack(said)).toBe(true);
  },
);

it.each([
  '到货了不用叫我',
  '放门口就行不用叫我',
  '别忘了提醒我',
  '上次没提醒我',
  '不用叫我下来拿快递',
  '怎么取消提醒',
])('is of something else: %s', (said) => {
  expect(takesReminderBack(said)).toBe(false);
});

it.each(['我搬家了，把以前存的那个地址删了', '删掉我的老地址', 'delete my old address', '那个地址给我删咯'])(
  'an address is to be deleted: %s',
  (said) => {
    expect(forgetsAddress(said)).toBe(true);
  },
);

it.each([
  '别删我的地址',
  '怎么删地址',
  'how do I delete my address?',
  '地址能删吗',
  '我朋友把地址删了',
  "don't delete my address",
])('is not: %s', (said) => {
  expect(forgetsAddress(said)).toBe(false);
});

it.each([
  'oh wait, I think I ordered that somewhere else, my bad',
  '哦记错了，不是在你家买的',
  '问错人了不好意思',
  'sorry, wrong shop',
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
])('something is still wanted: %s', (said) => {
  expect(takesQuestionBack(said)).toBe(false);
});

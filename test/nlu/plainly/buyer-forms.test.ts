import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knownWith } from '../../../src/nlu/model/goods.ts';
import { sayBuyerPlainly } from '../../../src/nlu/plainly/buyer-forms.ts';
import { namesAsWords } from '../../../src/nlu/plainly/slots.ts';

// What buyers' messages of unseen shape stand for, in one plain sentence.

const names = {
  goods: knownWith(['核桃', '黄小米', 'Yellow millet', '土鸡蛋']),
  people: namesAsWords(['王秀英家', 'Wang Xiuying']),
};
const said = (message: string) => sayBuyerPlainly(message, names);

describe('a message stands for a plain sentence', () => {
  it.each([
    ['哎呀我记错数了，小米统共五斤就行，劳驾改改', '小米改成五斤'],
    ['家里来亲戚了，核桃再给我捎上两斤哈', '核桃再加两斤'],
    ['我看小米就别放了吧，剩下的照旧', '小米不要了'],
    ['要是邮到哈尔滨，快递那块得掏多少', '寄到哈尔滨运费多少'],
    ['凑到多少钱你们就不收邮费了呀', '买多少包邮'],
    ['箱子打开鸡蛋烂了五个，心疼', '鸡蛋坏了五个'],
    ['往后王秀英家开播你可得喊我一嗓子', '王秀英家直播提醒我'],
    ['等核桃跌到12块你吱一声', '核桃降到12元通知我'],
    ['oh wait, could the millet be 2 kg instead of 3', 'make the millet 2 kg'],
    ['my number changed, use 13912345678 for the courier', 'phone 13912345678'],
    ['whenever Wang Xiuying goes on air give me a nudge', 'remind me of the Wang Xiuying stream'],
    ['once you have walnuts again drop me a line', 'let me know when walnuts are back'],
  ])('%s', (message, plain) => {
    expect(said(message)[0]?.sentence.toLowerCase()).toBe(plain.toLowerCase());
  });

  it.each([
    '我姥姥那会儿赶集，两斤小米换一尺布',
    '同事在别家买了5斤核桃，烂了一半',
    '电视里说今年红枣要涨到20块',
    'my cousin bought 3 kg of walnuts at the market and regrets it',
    '来三斤小米两斤核桃',
  ])('and is silent over: %s', (message) => {
    expect(said(message).filter(({ sureness }) => sureness > 0.5)).toEqual([]);
  });
});

it('no figure comes from anywhere but the message', () => {
  const figures = (text: string): string[] => text.match(/\d+/g) ?? [];
  const shapes = [
    (n: number) => `核桃不是那个数，改成${n}斤才对`,
    (n: number) => `小米再给添${n}斤`,
    (n: number) => `鸡蛋碎了${n}个`,
    (n: number) => `核桃便宜到${n}块钱的时候喊我`,
    (n: number) => `please make it ${n} jin of millet instead`,
  ];
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999 }), fc.constantFrom(...shapes), (n, shape) => {
      for (const { sentence } of said(shape(n)))
        expect(figures(sentence).filter((one) => one !== String(n))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

import { describe, expect, it } from 'vitest';
import { type Act, readAct, saysReceived } from '../../src/nlu/acts/act.ts';
import { isHaggling } from '../../src/nlu/acts/haggling.ts';
import { wantsAll } from '../../src/nlu/acts/orders/changes/order-change.ts';
import { guessAct } from '../../src/nlu/guess/buyer-guess.ts';

const whatIsMeant = (said: string) => readAct(said) ?? guessAct(said);

/** What the same thing is called in Chinese of several provinces, and in English. */
const sameIn: readonly (readonly [Partial<Act>, readonly string[]])[] = [
  [{ is: 'greet' }, ['哈喽 人捏', '喂 有冇人喺度', '老板儿在不在哟', 'hellooo?? anyone']],
  [
    { is: 'thanks' },
    ['太感谢了，麻烦你们了', '谢谢哈，劳烦咯', '唔该晒你哋', 'cheers mate, much appreciated'],
  ],
  [
    { is: 'bot' },
    ['没事就唠两句，你是真人不', '你是人嘛还是机器哦', '你係咪机械人嚟架', 'are you one of those robots?'],
  ],
  [
    { is: 'chat', about: 'weather' },
    ['你们那哒儿冷不冷咧', '你哋嗰边冻唔冻啊', "what's the weather like up there"],
  ],
  [{ is: 'chat', about: 'self' }, ['你多大了', '你好多岁了嘛', '你几多岁啊', 'how old are you then']],
  [{ is: 'chat', about: 'insult' }, ['你真笨，啥也不懂', '你瓜兮兮的', "you're useless"]],
  [
    { is: 'topic', topic: 'where' },
    ['你们这是哪哒咧', '你哋係边度架', 'And whereabouts is your village, dear?'],
  ],
  [
    { is: 'topic', topic: 'safe' },
    ['你们这靠谱吗，不会是骗子吧', '不得是骗人的哦', '会唔会呃人架', 'is this legit'],
  ],
  [
    { is: 'topic', topic: 'storage' },
    ['买回去放得住吗', '放得到好久嘛', '可以摆几耐啊', 'will it go off quickly'],
  ],
  [{ is: 'topic', topic: 'payment' }, ['咋给你钱', '钱咋个给嘛', '点俾钱啊', 'how do i settle up']],
  [
    { is: 'topic', topic: 'cheapest' },
    ['什么最便宜', '啥子最相因', '边样最平啊', "what's your cheapest thing"],
  ],
  [
    { is: 'topic', topic: 'origin' },
    ['是你们自家产的还是批发来的', '係咪你哋自己种架', 'do you grow it yourselves'],
  ],
  [
    { is: 'topic', topic: 'shipTime' },
    ['请问付款后贵店一般多久可以发出？', '到成都要好久', '寄去深圳要几耐'],
  ],
  [
    { is: 'command', command: 'streamRemind' },
    ['到点喊我哈', '播的时候吼我一声', '到时嗌我声', 'Would you remind me?'],
  ],
  [{ is: 'command', command: 'notify' }, ['ok ping me whn its back pls', '有货了叫我一声']],
  [
    { is: 'hurry' },
    ['别废话你赶紧帮我催催卖家', '麻烦跟商家讲一声快点发嘛', 'chase the seller up for me will you'],
  ],
  [{ is: 'hurry' }, ['那就好，啥时候给我接单', '什么时候给我接单', 'when will my order be accepted?']],
];

describe('what is no order', () => {
  it.each(sameIn)('is understood in dialects and in English: %o', (act, sentences) => {
    for (const said of sentences) expect(whatIsMeant(said), said).toMatchObject(act);
  });

  it('is haggling, whichever word for cheap is used', () => {
    for (const said of ['有木有学生价', '相因点嘛老板', '可唔可以平啲啊', '咋这么贵', 'blimey thats dear'])
      expect(isHaggling(said), said).toBe(true);
  });

  it('says that it has come, and not when that is only asked', () => {
    for (const said of ['收到喇 唔该', '谢谢哈，收到了', '东西收到了，娃娃们都说好吃'])
      expect(saysReceived(said), said).toBe(true);
    for (const said of ['收到了吗', '还没收到', '收到咗未']) expect(saysReceived(said), said).toBe(false);
  });

  it('takes nothing where something was crushed', () => {
    expect(wantsAll('箱子都给我压扁了')).toBe(false);
    expect(wantsAll('那都给我吧')).toBe(true);
  });
});

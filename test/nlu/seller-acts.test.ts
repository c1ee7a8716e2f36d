import { describe, expect, it } from 'vitest';
import { readFact } from '../../src/nlu/acts/seller/fact-act.ts';
import { readMessageAct } from '../../src/nlu/acts/seller/orders/message-act.ts';
import { readOrderActs } from '../../src/nlu/acts/seller/orders/order-act.ts';
import { readSellerAct } from '../../src/nlu/acts/seller/seller-act.ts';
import { saysAllGoods } from '../../src/nlu/acts/seller/seller-stock.ts';
import { readPaymentCode } from '../../src/nlu/acts/seller/settings/payment-code.ts';
import { readShippingTerm } from '../../src/nlu/acts/seller/settings/shipping-term.ts';
import { readMovedTime, readStreamVerb } from '../../src/nlu/acts/seller/stream-act.ts';
import { readSeller } from '../../src/nlu/read.ts';
import { readPlanWords } from '../../src/nlu/stream-words.ts';

describe('what a family asks of its shop', () => {
  it.each([
    ['我家那口子也想收到新订单的提醒', { is: 'help', topic: 'helpers' }],
    ['my daughter wants to answer the buyers for me, is that possible?', { is: 'help', topic: 'helpers' }],
    ['啲客点样畀钱我㗎', { is: 'help', topic: 'money' }],
    ['番薯糖个名改做地瓜糖', { is: 'rename', goods: '番薯糖', title: '地瓜糖' }],
    ['no wait, the old price was right. only change the stock', { is: 'undo', of: 'price' }],
    ['价格改回原来的，只改库存', { is: 'undo', of: 'price' }],
    ['改回去', { is: 'undo' }],
    ['两样都按原来的', { is: 'undo', reach: 'two' }],
    ['restore price and stock', { is: 'undo', reach: 'two' }],
    ['好的谢谢啊', { is: 'thanks' }],
    ['行 拜拜 辛苦啦', { is: 'thanks', agrees: true }],
    ['good night, thanks for everything', { is: 'thanks' }],
    // An hour is no question how something is done.
    ['明晚七点开直播', undefined],
    ['八点收摊', undefined],
  ])('%s', (message, act) => {
    expect(readSellerAct(message)).toEqual(act);
  });

  it('a stream that is called off is no new name', () => {
    expect(readStreamVerb('sorry, I have to call it off')).toBe('cancel');
    expect(readSellerAct('sorry, I have to call it off')).toBeUndefined();
  });

  it.each([
    '明天播不成了孩子发烧 改到后天同样时间',
    '今晚唔播喇，改去听晚八点',
    '直播取消，换到周五晚上',
    '明晚开不了播，推迟到12月3号，时间不变',
    'cant stream tomorrow, kid is sick, move it to friday same time',
    'no live tonight, lets do saturday instead',
  ])('a stream that gets another day is moved, and not called off: %s', (words) => {
    expect(readStreamVerb(words)).toBe('move');
  });

  it.each(['明天播不成了，改天再说', '改到明天的那场直播取消', 'cant stream tonight, will tell you later'])(
    'one that gets none is called off: %s',
    (words) => {
      expect(readStreamVerb(words)).toBe('cancel');
    },
  );

  it.each([
    ['换个时间 后天七点', '2026-12-01T11:00:00.000Z'],
    ['move it to friday', '2026-12-04T11:00:00.000Z'],
    ['make it 9', '2026-11-30T13:00:00.000Z'],
    ['往后推半个小时', '2026-11-30T11:30:00.000Z'],
    ['明天播不成了孩子发烧 改到后天同样时间', '2026-12-01T11:00:00.000Z'],
    ['明晚开不了播，推迟到12月3号，时间不变', '2026-12-03T11:00:00.000Z'],
    ['cant stream tomorrow, move it to friday same time', '2026-12-04T11:00:00.000Z'],
  ])('a plan for tomorrow at seven is moved: %s', (words, at) => {
    const when = { now: new Date('2026-11-29T08:00:00Z'), timeZone: 'Asia/Shanghai' };
    const planned = new Date('2026-11-30T11:00:00Z');
    expect(readMovedTime(words, planned, when)?.toISOString()).toBe(at);
  });

  it.each([
    ['哎呀我忘了那天村里唱戏，没人看直播，挪到周五吧，还是晚上7点', '2026-12-04T11:00:00.000Z'],
    ['那天赶集，改到周五，还是7点', '2026-12-04T11:00:00.000Z'],
    ['hmm the kids eat at eight, make the stream tomorrow 9 pm instead', '2026-11-30T13:00:00.000Z'],
  ])('beside its reason, the time is the one behind the word of change: %s', (words, at) => {
    const when = { now: new Date('2026-11-29T08:00:00Z'), timeZone: 'Asia/Shanghai' };
    const planned = new Date('2026-12-03T11:00:00Z');
    expect(readStreamVerb(words)).toBe('move');
    expect(readMovedTime(words, planned, when)?.toISOString()).toBe(at);
  });

  it.each([
    '隔壁的直播挪到周五了',
    '客人问直播是不是挪到周五了',
    "the neighbour's stream was moved to Friday",
  ])('of another’s stream, or asked by somebody: %s', (words) => {
    expect(readStreamVerb(words)).toBeUndefined();
  });

  it('who goes live is no title of a stream', () => {
    const when = { now: new Date('2026-11-29T08:00:00Z'), timeZone: 'Asia/Shanghai' };
    expect(readPlanWords('I’m going live tomorrow at 7 pm', when)).toEqual([]);
    expect(readPlanWords("we're going live tomorrow at 7 pm with walnuts", when)).toEqual(['walnuts']);
  });
});

describe('the name of what is offered is all of it', () => {
  it.each([
    ['雨前毛尖 180元一斤 有30斤', '雨前毛尖'],
    ['Sour plums 12 yuan/kg, 60 kg', 'Sour plums'],
    // What is no part of a name stays outside.
    ['今天核桃 12元一斤 有30斤', '核桃'],
    ['Now walnuts 32 yuan/kg, 60 kg', 'walnuts'],
  ])('%s', (message, title) => {
    expect(readSeller(message).title).toBe(title);
  });
});

it.each([
  ['给王芳带句话：箱子里多塞了一把鲜花椒', '王芳'],
  ['同王芳讲声：明天发货', '王芳'],
])('is passed on: %s', (said, whom) => {
  expect(readMessageAct(said)?.whom).toBe(whom);
});

describe('a question that names an order', () => {
  it.each(['请问A-0008是寄到哪里的？收件人是谁？', '请问王芳那单发了没'])(
    'is for us, and tells nobody: %s',
    (said) => {
      expect(readMessageAct(said)).toBeUndefined();
    },
  );
});

describe('a photo of a payment code', () => {
  it.each([
    ['这是我的微信收款码', 'wechat'],
    ['支付宝收款码', 'alipay'],
    ['my WeChat payment code', 'wechat'],
    ['收款码', 'unknown'],
    ['核桃15一斤，扫收款码', undefined],
  ])('is known by its caption: %s', (caption, kind) => {
    expect(readPaymentCode(caption)).toBe(kind);
  });
});

describe('no praise', () => {
  it('is in what does not work any more', () => {
    expect(readSellerAct('我眼睛不好使了，想让我孙女帮我接单，怎么加她')).toEqual({
      is: 'help',
      topic: 'helpers',
    });
    expect(readSellerAct('真不错啊')).toEqual({ is: 'praise' });
  });
});

describe('a fee for all, and more to some places', () => {
  it.each([
    '邮费一律6块，云南贵州那边再加5块',
    '云南贵州加5块，其他地方邮费6块',
    '快递统一6蚊，海南多收5蚊',
    'postage is 6 yuan, 5 more for Yunnan',
  ])('%s', (words) => {
    expect(readShippingTerm(words)).toEqual({ is: 'surcharge', fee: 600, more: 500 });
  });
});

describe('how soon a parcel goes out', () => {
  it.each(['咱村离镇上远，接了单三天里头给人家寄出去', '收到单两日内寄出'])(
    'is kept for buyers: %s',
    (words) => {
      expect(readFact(words)).toBe('shipTime');
    },
  );
});

const does = (message: string) => readOrderActs(message).map((act) => act.does);

describe('an order is left as it is', () => {
  it.each([
    '猴头菇直接上架',
    '直接上链接',
    '接上次说的',
    '直接起个名',
    '还没接的先不接上',
    '没接的先别接上',
    '没接的我接不上',
    '没接的谁接了',
  ])('where nothing is accepted: %s', (message) => {
    expect(does(message)).not.toContain('accept');
    expect(does('把没接的都接上')).toEqual(['accept']);
  });

  it.each([
    "A-0317 the money hasn't come through",
    'A-0317 hasnt cleared',
    'A-0317 nothing in my account',
    'A-0317 payment only half cleared',
    'A-0317钱快到手了',
    'A-0317等钱到手了我就发',
    'A-0317如果钱到手了就发',
    'A-0317等转账看到了再说',
    'A-0317 if the money lands in my account',
    'A-0317她说钱到手了',
    'A-0317 she says she paid',
    'A-0317 will the money come through?',
    'A-0317 put it on my account',
  ])('where its money has not come: %s', (message) => {
    expect(does(message)).toEqual(['look']);
    expect(does('A-0317 the money came through')).toEqual(['money']);
  });

  it.each(['A-0317 整不了那么多，能发5斤', 'A-0317 不是整不了'])('where it is not refused: %s', (message) => {
    expect(does(message)).toEqual(['look']);
  });
});

describe('why an order is refused', () => {
  it.each([
    ['A-0317接不了，退货的人太多', '退货的人太多'],
    ['A-0317接不了，没那么多货', '没那么多货'],
    ['A-0317接不了，快递不能发', '快递不能发'],
  ])('is told as it was said: %s', (message, why) => {
    expect(readOrderActs(message)[0]).toMatchObject({ does: 'decline', why });
  });

  it('is found at once, however long the message', () => {
    const begun = performance.now();
    readOrderActs(`A-0317不接，${'给人家给人'.repeat(24)}q`);
    readOrderActs(`A-0317 cancel, ${'this order '.repeat(24)}q`);
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});

describe('all that is sold', () => {
  it.each(['我卖的猴头菇涨两块', '俺卖的红枣降一块', 'the lot of walnuts', '所有的东西都别涨'])(
    'is not meant in “%s”',
    (message) => {
      expect(saysAllGoods(message)).toBe(false);
      expect(saysAllGoods('所有的东西都涨一块')).toBe(true);
    },
  );
});

describe('what was taken', () => {
  it.each(['卖掉几斤坏的', '苹果卖了几斤送人了', 'how much should i sell walnuts for'])(
    'is not asked in “%s”',
    (message) => {
      expect(readSellerAct(message)?.is).not.toBe('takings');
    },
  );
});

import { describe, expect, it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { hears, newOrderOf } from '../support/stall.ts';

// What families say of orders, money, streams and changes, in the words of many regions, understood at first sight.

const clock = testClock();
const { walnut, seller } = openHousehold({ clock });
const db = () => walnut.database.db;

const says = (words: string, answer: string | RegExp) => hears(seller, words, answer);
const walnuts = () => db().product.findFirstOrThrow({ where: { title: '核桃' } });

const newOrder = (name: string) => newOrderOf(walnut, seller, name);

const stateOf = async (number: string) =>
  (await db().order.findUniqueOrThrow({ where: { number } })).fulfilment;

describe('several changes taken back by a word', () => {
  it('are all that the last message changed', async () => {
    await says('核桃涨到18一斤，还剩50斤', '→ 50斤');
    const undone = await says('哎呀搞错了，还是恢复成刚才那样', '撤销了');
    expect(undone.text).toContain('→ 200斤');
    expect(await walnuts()).toMatchObject({ price: 1_500, onHand: 100_000 });
  });

  it('are the last one alone, where they were said one by one', async () => {
    await says('核桃涨到18一斤', '→ ¥18');
    clock.advance(1_000);
    await says('核桃还剩50斤', '→ 50斤');
    await says('退回去', '→ 200斤');
    expect((await walnuts()).price).toBe(1_800);
  });

  it.each(['两个都撤销', '刚才改的都作废', 'undo both', '价格和库存都恢复'])(
    'are both: %s',
    async (words) => {
      await says('核桃涨到18一斤', '→ ¥18');
      await says('核桃还剩50斤', '→ 50斤');
      await says(words, /撤销了|Undone/);
      expect(await walnuts()).toMatchObject({ price: 1_500, onHand: 100_000 });
    },
  );
});

describe('an order that is declined in words', () => {
  it('shows its seller what the buyer was told', async () => {
    const { buyer, number } = await newOrder('Ann');
    await says(`${number}这单接不了，货没得了，取消嘛`, '货没得了');
    await seller.waitsFor(`订单 ${number} 不接，已经告诉买家`);
    const heard = await buyer.waitsFor('could not take your order');
    expect(heard.text).not.toContain('取消嘛');
    expect(await stateOf(number)).toBe('declined');
  });

  it('never tells the buyer the deed as its reason', async () => {
    const { number } = await newOrder('Ben');
    await says('please refuse this order', `${number} 为什么不接`);
    expect(await stateOf(number)).toBe('placed');
  });
});

describe('orders looked for', () => {
  it.each(['Li Lei买了啥', 'orders from Taiyuan', '核桃的订单'])(
    'by buyer, place or goods: %s',
    async (words) => {
      const { number } = await newOrder('Cid');
      await says(words, `${number} · 等您接单`);
    },
  );

  it('by who bought most', async () => {
    await newOrder('Dan');
    const best = await says('谁买得最多', '这一季买得最多的');
    expect(best.text).toMatch(/Li Lei：1 单/);
  });

  it('by what is left to send', async () => {
    await newOrder('Eve');
    await says('what is left to send', '等接单 1 单');
  });
});

describe('the order on the table', () => {
  it('goes out later: its buyer is told after a yes', async () => {
    const { buyer } = await newOrder('Fay');
    await seller.taps('✅ 接单');
    await seller.waitsFor('备货中');
    await says('明天才能发', '明天才能发');
    await says('对', '已经告诉');
    await buyer.waitsFor('明天才能发');
  });

  it('has its weight, and the stock stays', async () => {
    const { number } = await newOrder('Gus');
    await seller.taps('✅ 接单');
    await seller.waitsFor(`${number} · 备货中`);
    await says('实际9两', '称得');
    expect((await walnuts()).onHand).toBe(99_500);
  });
});

describe('a stream', () => {
  it.each(['我而家开播啦', "we're on air", '已经在播了'])(
    'that has begun asks for its link: %s',
    async (words) => {
      await says(words, '直播链接');
    },
  );

  it.each(['我落播喇，唔播啦', '直播搞完了', '拜拜各位 下了', 'closing the stream now'])(
    'is over: %s',
    async (words) => {
      await says('/live', '直播链接');
      await seller.taps('没有链接，直接开播');
      await seller.waitsFor('您开播了');
      await says(words, '直播结束了');
    },
  );

  it('is planned in dialect, and moved by a day or to a bare hour', async () => {
    await says('听晚九点我开直播，卖核桃', '21:00');
    await says('对', '预告好了');
    const moved = await says('往后挪一天', '改到：');
    expect(JSON.stringify(moved.buttons)).toContain('21:00');
    const hour = await says('改到8', '改到：');
    expect(JSON.stringify(hour.buttons)).toContain('20:00');
  });
});

describe('what is said in passing', () => {
  it.each([
    ['行，辛苦啦', '不客气'],
    ['嗯嗯 知道了 谢谢啊', '不客气'],
    ['等会再弄', '有事随时说'],
    ['今年收成不好啊', '不容易，慢慢会好的'],
    ['收不收手续费', '不从货款里抽成'],
    ['海报在哪', '海报'],
    ['咋联系买家', '写给买家'],
    ['能收支付宝不', '收款码'],
    ['啷个把他加进来嘛', '邀请链接'],
    ['我想休息几天咋弄', '明天不发货'],
  ])('%s', async (words, answer) => {
    await says(words, answer);
  });

  it('is no way to lose what is to be done: a mood beside a setting', async () => {
    await says('下大雨了，明天不发货', /休息|11月|改吗/);
    await says('好的谢谢', /休息|改好了|不客气/);
  });
});

import { describe, expect, it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { hears, newBuyer, ordersWalnuts, withCard } from '../support/stall.ts';

// What is asked or shown can be answered by its place, its price, its name, an amount, or other words for a button.

const clock = testClock();
const { walnut, seller } = openHousehold({ clock, sells: '核桃 15元一斤 有130斤' });
const db = () => walnut.database.db;

/** The family sells two kinds of honey beside its walnuts. */
async function sellsHoney(): Promise<void> {
  for (const words of ['枣花蜜 68元一斤 有50斤', '荆条蜜 58元一斤 有50斤']) await publishes(words);
}

async function publishes(words: string): Promise<void> {
  const after = seller.last();
  await seller.sendsPhoto({ caption: words });
  const preview = await seller.waitsFor('没问题就点「上架」', { after });
  await seller.taps('✅ 上架', { on: preview });
  await seller.waitsFor(' 上架了', { after });
  await walnut.photosStored();
}

describe('“which one?”', () => {
  it.each([
    ['第二个', 'honey'],
    ['便宜的那个', 'Chaste honey'],
    ['the cheaper one', 'Chaste honey'],
  ])('is answered by %s', async (said, title) => {
    await sellsHoney();
    const buyer = await newBuyer(walnut);
    await hears(buyer, '蜂蜜2斤', 'Which “蜂蜜”');
    const card = await hears(buyer, said, 'name, phone and address');
    expect(card.text).toContain(title);
    expect(card.text).toContain('1 kg');
  });

  it('keeps what is asked when its amount is changed', async () => {
    await sellsHoney();
    const buyer = await newBuyer(walnut);
    await hears(buyer, '蜂蜜2斤', 'Which “蜂蜜”');
    await hears(buyer, '三斤吧', 'Which “蜂蜜”');
    expect((await hears(buyer, '便宜的那个', 'name, phone and address')).text).toContain('1.5 kg');
  });

  it('is answered by a name where nothing was named', async () => {
    await sellsHoney();
    const buyer = await newBuyer(walnut);
    await hears(buyer, '来2斤', 'What would you like');
    expect((await hears(buyer, '核桃', 'name, phone and address')).text).toContain('1 kg');
  });
});

describe('goods that are named beside others in sight', () => {
  it('are each ordered, with so much of each', async () => {
    await publishes('枣花蜜 68元一斤 有50斤');
    await publishes('红枣 20元一斤 有50斤');
    const buyer = await newBuyer(walnut);
    await hears(buyer, '有什么', 'On sale now');
    const card = await hears(buyer, '核桃、红枣、枣花蜜各要一斤', 'name, phone and address');
    for (const line of ['Walnut 500 g', 'Jujube 500 g', 'Jujube honey 500 g'])
      expect(card.text).toContain(line);
    const more = await hears(buyer, '再来核桃和红枣各2斤', 'name, phone and address');
    for (const line of ['Walnut 1.5 kg', 'Jujube 1.5 kg', 'Jujube honey 500 g'])
      expect(more.text).toContain(line);
  });
});

describe('two orders in one message', () => {
  it.each(['walnut 10斤 加 红枣 2kg', '核桃10斤加上红枣4斤'])('are both on the card: %s', async (said) => {
    await publishes('红枣 20元一斤 有50斤');
    const card = await hears(await newBuyer(walnut), said, 'name, phone and address');
    for (const line of ['Walnut 5 kg', 'Jujube 2 kg']) expect(card.text).toContain(line);
  });
});

describe('what is in sight', () => {
  it('is opened by its place, one after another', async () => {
    await sellsHoney();
    const buyer = await newBuyer(walnut);
    await hears(buyer, '蜂蜜', '2 things');
    const first = await hears(buyer, 'the first one', 'Lingtou');
    const second = await hears(buyer, '第二个', 'Lingtou');
    expect(second.text).not.toBe(first.text);
  });

  it('with an amount goes onto the card', async () => {
    await sellsHoney();
    const buyer = await newBuyer(walnut);
    await hears(buyer, 'honey', '2 things');
    expect((await hears(buyer, 'the second one, 1 kg', 'name, phone and address')).text).toContain('1 kg');
  });

  it('stays there when a message is not understood', async () => {
    await sellsHoney();
    const buyer = await newBuyer(walnut);
    await hears(buyer, '蜂蜜2斤', 'Which “蜂蜜”');
    await hears(buyer, 'qwxz', 'did not get that');
    expect((await hears(buyer, '第一个', 'name, phone and address')).text).toContain('1 kg');
  });
});

describe('beside a card', () => {
  it.each(['一共多少钱', 'what’s the total?', '要付多少', '地址对吗', 'what address are you sending it to?'])(
    '%s shows it again, and yes places it',
    async (said) => {
      const buyer = await withCard(await newBuyer(walnut));
      await hears(buyer, said, 'Total');
      await hears(buyer, '好的', 'Ordered');
    },
  );
});

describe('an order that was placed', () => {
  it.each(['改成3斤', 'can I change my order to 1.5 kg?'])(
    'is changed, not ordered again: %s',
    async (said) => {
      const buyer = await newBuyer(walnut);
      await ordersWalnuts(buyer);
      await hears(buyer, said, '1.5 kg');
      await hears(buyer, 'yes', 'Please check');
      await hears(buyer, 'yes', 'Ordered');
      const orders = await db().order.findMany({ orderBy: { number: 'asc' } });
      expect(orders.map(({ fulfilment }) => fulfilment)).toEqual(['cancelled', 'placed']);
    },
  );

  it.each(['那单加个备注，下午送', 'please add a note: leave it at the door'])(
    'takes a note to its seller: %s',
    async (said) => {
      const buyer = await newBuyer(walnut);
      await ordersWalnuts(buyer);
      await hears(buyer, said, 'pass this on');
      const after = seller.last();
      await hears(buyer, '好', 'Passed on');
      await seller.waitsFor(/下午送|leave it at the door/, { after });
    },
  );

  it.each(['我要评价', 'rate my order'])('can be rated once it has come: %s', async (said) => {
    const buyer = await newBuyer(walnut);
    await ordersWalnuts(buyer);
    await hears(buyer, said, 'once it has arrived');
  });

  it.each(['电话写错了，应该是13900009999', 'wrong phone, it should be 13900009999'])(
    'gets its new phone by yes: %s',
    async (said) => {
      const buyer = await newBuyer(walnut);
      await ordersWalnuts(buyer);
      await hears(buyer, said, '13900009999');
      await hears(buyer, '是的', 'has been told');
    },
  );
});

describe('a button in other words', () => {
  it.each([
    ['关注他家', 'Unfollow'],
    ['follow them please', 'Unfollow'],
  ])('follows whose goods are in sight: %s', async (said, label) => {
    const buyer = await newBuyer(walnut);
    await hears(buyer, '核桃', '¥15');
    const shown = await hears(buyer, said, '王秀英家');
    expect(shown.buttons.flat().some((button) => button.label.includes(label))).toBe(true);
    await hears(buyer, '取消关注', 'no longer follow');
  });

  it.each(['降价了告诉我', 'tell me when it gets cheaper'])('waits for a lower price: %s', async (said) => {
    const buyer = await newBuyer(walnut);
    await hears(buyer, '核桃', '¥15');
    await hears(buyer, said, 'costs less than');
    await hears(buyer, '12块', 'or less');
  });

  it.each([
    ['有没有羊肉', '到货告诉我'],
    ['do you have goat meat?', 'tell me when you do'],
  ])('keeps a search: %s', async (asked, said) => {
    const buyer = await newBuyer(walnut);
    await hears(buyer, asked, 'Nobody sells');
    await hears(buyer, said, 'You will hear');
  });

  it.each(['english please', '说中文'])('changes the language: %s', async (said) => {
    const buyer = await newBuyer(walnut);
    await hears(buyer, said, said === '说中文' ? '欢迎来到' : 'Welcome to');
  });

  it.each(['怎么买东西', 'how do I order?'])('shows how to buy: %s', async (said) => {
    await hears(await newBuyer(walnut), said, 'Just say it');
  });
});

describe('an amount', () => {
  it.each([
    ['再加2斤', '500 g → 1.5 kg'],
    ['翻倍', '500 g → 1 kg'],
    ['double the walnuts', '500 g → 1 kg'],
    ['could you make that a kilo more?', '500 g → 1.5 kg'],
  ])('of the card becomes more: %s', async (said, words) => {
    const buyer = await withCard(await newBuyer(walnut));
    expect((await hears(buyer, said, 'Please check')).text).toContain(words);
  });

  it.each(['太多了，减1斤', '核桃少要一斤', 'take off half a kilo', '去掉1斤核桃'])(
    'of the card becomes less: %s',
    async (said) => {
      const buyer = await withCard(await newBuyer(walnut));
      await hears(buyer, '再加2斤', '1.5 kg');
      expect((await hears(buyer, said, 'Please check')).text).toContain('1.5 kg → 1 kg');
    },
  );

  it('is the last one that was said of what is on the table', async () => {
    const buyer = await newBuyer(walnut);
    await hears(buyer, '核桃', '¥15');
    const card = await hears(buyer, '来十斤吧，算了五斤够了', 'name, phone and address');
    expect(card.text).toContain('2.5 kg');
  });

  it('in a jar is one in the bottle that there is', async () => {
    await publishes('蜂蜜 68元一罐 有50罐，一罐一斤');
    const buyer = await newBuyer(walnut);
    await hears(buyer, '蜂蜜', '¥68');
    expect((await hears(buyer, '来一瓶', 'name, phone and address')).text).toContain('¥68');
  });
});

describe('what is said beside an address', () => {
  it.each([
    ['王芳 13800001234 太原市迎泽区桃园路1号，转账，放门口', '放门口'],
    ['Anna Li, 13800001234, 5 Zhongshan Road, Harbin. bank transfer. please call first', 'please call first'],
  ])('is done, and is no part of it: %s', async (said, note) => {
    const buyer = await newBuyer(walnut);
    await hears(buyer, '核桃 1斤', 'name, phone and address');
    const card = await hears(buyer, said, 'Pay by transfer');
    expect(card.text).toContain(`💬 ${note}`);
    expect(card.text).not.toMatch(/(?:1号|Harbin).*(?:转账|transfer)/);
  });

  it('is done where goods and address come in one message', async () => {
    const buyer = await newBuyer(walnut);
    const said = '核桃2斤，王芳，13800001234，太原市迎泽区桃园路1号，到付，备注别压';
    expect((await hears(buyer, said, 'Please check')).text).toContain('💬 别压');
  });
});

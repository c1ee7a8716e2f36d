import { describe, expect, it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { hears, newBuyer, ordersWalnuts, withCard } from '../support/stall.ts';

// Ways to say things that no list of phrases has, and words that count though others stand beside them.

const clock = testClock();
const { walnut } = openHousehold({ clock });
const db = () => walnut.database.db;

describe('what a buyer says to be polite', () => {
  it.each([
    ['大妹子辛苦啦', 'You are welcome'],
    ['那我先走啦，下回再来', 'Goodbye'],
    ['上次买的核桃真香，全家都爱吃', 'The families will be happy'],
    ['你们这是怎么做生意的', 'I am sorry'],
  ])('is answered in kind: %s', async (said, words) => {
    await hears(await newBuyer(walnut), said, words);
  });

  it('keeps the goods that were praised on the table', async () => {
    const buyer = await newBuyer(walnut);
    await hears(buyer, '上次买的核桃真香，全家都爱吃', 'The families will be happy');
    expect((await hears(buyer, '再给我来3斤', 'name, phone and address')).text).toContain('1.5 kg');
  });
});

describe('a question with no name in it', () => {
  it.each([
    ['都有啥卖的', 'On sale now'],
    ['能不能给开个票，单位报销', 'invoice'],
    ['can you post to London?', 'within China'],
    ['你们是哪儿的呀', 'Lingtou'],
    ['退款的事没人理我', 'No order of yours is marked as arrived'],
  ])('is answered from what is known: %s', async (said, words) => {
    await hears(await newBuyer(walnut), said, words);
  });

  it('about an amount is about what is on the table', async () => {
    const buyer = await newBuyer(walnut);
    await hears(buyer, '核桃', '¥15');
    await hears(buyer, '我要是拿十斤啥价', '¥150');
    expect((await hears(buyer, '那我全要了', 'name, phone and address')).text).toContain('100 kg');
  });
});

describe('at a card', () => {
  it.each(['行嘞，就这么着', 'looks good, go ahead and order'])('%s places it', async (said) => {
    await hears(await withCard(await newBuyer(walnut)), said, 'Ordered');
  });

  it('more of it is more of the only line', async () => {
    const buyer = await withCard(await newBuyer(walnut));
    expect((await hears(buyer, '再加多一斤啦', 'Please check')).text).toContain('500 g → 1 kg');
    expect((await hears(buyer, 'throw in another half kilo please', 'Please check')).text).toContain(
      '1 kg → 1.5 kg',
    );
  });

  it('pays on delivery in other words', async () => {
    const buyer = await withCard(await newBuyer(walnut));
    await hears(buyer, '那还是到了再给钱', 'Pay on delivery');
  });
});

describe('where a cancellation is asked about', () => {
  it.each([
    ['对，取消', 'cancelled'],
    ['算了还是留着吧', 'stays as it is'],
  ])('%s', async (said, words) => {
    const buyer = await newBuyer(walnut);
    await ordersWalnuts(buyer);
    await hears(buyer, '我要取消刚才那单', 'Cancel this order');
    await hears(buyer, said, words);
    const { fulfilment } = await db().order.findFirstOrThrow();
    expect(fulfilment).toBe(words === 'cancelled' ? 'cancelled' : 'placed');
  });
});

describe('an order', () => {
  it('is what was said last, where the first was taken back', async () => {
    const buyer = await newBuyer(walnut);
    expect((await hears(buyer, '两斤核桃，算了三斤吧', 'name, phone and address')).text).toContain('1.5 kg');
  });

  it('is not lost beside a question', async () => {
    const buyer = await newBuyer(walnut);
    buyer.says('核桃3斤，另外你们几点直播');
    await buyer.waitsFor('1.5 kg');
  });

  it('is the last one once more, in its amounts', async () => {
    const buyer = await newBuyer(walnut);
    await hears(buyer, '核桃 3斤', 'name, phone and address');
    buyer.says('Li Lei, 13800001234, 12 Taoyuan Road, Yingze District, Taiyuan');
    await buyer.taps('✅ Confirm ¥45', { on: await buyer.waitsFor('Pay on delivery') });
    await buyer.waitsFor('Ordered');
    expect((await hears(buyer, '跟上次一样再来一份', 'Please check')).text).toContain('¥45');
  });

  it('that was placed goes where its buyer says, after one tap', async () => {
    const buyer = await newBuyer(walnut);
    await ordersWalnuts(buyer);
    const asked = await hears(buyer, '刚才那单能不能寄到我单位，大同市平城区御河西路66号', '御河西路66号');
    await buyer.taps('✅ Yes, change it', { on: asked });
    await buyer.waitsFor('has been told');
  });
});

describe('an amount behind other words', () => {
  it.each([
    ['一斤少了点，直接三斤好了', '500 g → 1.5 kg'],
    ['hmm, my kids eat them like crazy, one more kilo of those', '500 g → 1.5 kg'],
  ])('is of the only line of the card: %s', async (said, words) => {
    const buyer = await withCard(await newBuyer(walnut));
    expect((await hears(buyer, said, 'Please check')).text).toContain(words);
  });

  it('takes what is on the table', async () => {
    const buyer = await newBuyer(walnut);
    await hears(buyer, 'walnuts', 'Walnut');
    await hears(buyer, 'perfect, I’ll take three kilos', '3 kg');
  });
});

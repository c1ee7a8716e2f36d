import { beforeEach, describe, expect, it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { hears, newBuyer, putsOnSale } from '../support/stall.ts';
import type { PrivateChat } from '../support/telegram/interface.ts';

// 不对，是3斤, right behind a card: what the last message did is put right, where just one line fits.

const clock = testClock();
const { walnut, seller } = openHousehold({ clock });
let buyer: PrivateChat;

async function cart(): Promise<string> {
  const lines = await walnut.database.db.cartLine.findMany({
    include: { product: true },
    orderBy: { product: { title: 'asc' } },
  });
  return lines.map(({ product, quantity }) => `${product.title} ${quantity}`).join(', ');
}

async function orders(words: string): Promise<void> {
  buyer = await newBuyer(walnut);
  await hears(buyer, words, 'name, phone and address');
  await hears(buyer, 'Li Lei, 13800001234, 12 Taoyuan Road, Yingze District, Taiyuan', 'Pay on delivery');
}

/** The first goods on a card of somebody whose address is known. */
async function rebuys(): Promise<void> {
  await buyer.taps('✅ Confirm ¥75');
  await buyer.waitsFor('Ordered');
  await hears(buyer, '核桃5斤', 'Please check');
}

/** Whatever is answered, all of it has been. */
async function says(words: string): Promise<void> {
  buyer.says(words);
  await buyer.settles();
  await walnut.app.engine.idle();
}

/** The card is there, and a button takes the change back. */
async function mends(words: string): Promise<void> {
  const card = await hears(buyer, words, 'Please check');
  expect(card.buttons.flat().map(({ label }) => label)).toContain('↩️ Change it back');
}

beforeEach(() => putsOnSale(walnut, seller, '小米 8元一斤 有100斤'));

describe('the one thing on a card', () => {
  beforeEach(() => orders('核桃5斤'));

  it.each([
    ['不对，是3斤', '核桃 1500'],
    ['写错了，不是5斤是8斤', '核桃 4000'],
    ['sorry, I meant 3 kg', '核桃 3000'],
    ['多了一斤', '核桃 2000'],
    ['少写了一斤', '核桃 3000'],
    ['错了，是小米', '小米 2500'],
    ['not walnuts, millet', '小米 2500'],
    ['不是核桃，是小米3斤', '小米 1500'],
  ])('is put right: %s', async (words, now) => {
    await mends(words);
    expect(await cart()).toBe(now);
    await buyer.taps('↩️ Change it back');
    await buyer.waitsFor('Changed back');
    expect(await cart()).toBe('核桃 2500');
  });

  it('gives way to other goods in words of their own', async () => {
    await says('核桃不要了，换成小米5斤');
    expect(await cart()).toBe('小米 2500');
  });

  it('is changed back once, by that very card', async () => {
    await mends('不对，是3斤');
    const mended = buyer.last();
    await buyer.taps('↩️ Change it back', { on: mended });
    await buyer.waitsFor('Changed back');
    await mends('不对，是4斤');
    expect(await cart()).toBe('核桃 2000');
  });

  it.each([
    ['不是8斤，是3斤', 'does not say'],
    ['上次错了，是3斤', 'still stands'],
    ['错了一斤', 'still stands'],
    ['朋友说错了，她那份是3斤', 'still stands'],
    ['没写错，就是3斤', 'still stands'],
    ['错了，是3块', 'not clear'],
    ['搞反了', 'not clear'],
    ['你们标错了吧，小米是3斤一袋', 'still stands'],
    ['小米错了，是3斤', 'still stands'],
  ])('stays where it is not certain what is meant: %s', async (words, said) => {
    await hears(buyer, words, said);
    expect(await cart()).toBe('核桃 2500');
  });

  it.each(['不对吧？不是3斤吗', '要是错了就改成3斤', '多了一个', '错了，是桂花酒', '地址没错，是3号楼'])(
    'stays where something else is said: %s',
    async (words) => {
      await says(words);
      expect(await cart()).toBe('核桃 2500');
    },
  );

  it('is not what is said of long after, nor behind something else', async () => {
    await says('这边直播几点');
    await says('当我没说');
    expect(await cart()).toBe('核桃 2500');
    await hears(buyer, '改成6斤', '3 kg');
    clock.advance(45 * 60_000);
    await says('当我没说');
    expect(await cart()).toBe('核桃 3000');
  });

  it.each([
    '不改了',
    '算了不改了',
    '还是原来的',
    '按原来的',
    'leave it as it was',
    "don't change it",
    '改回去',
    'put it back',
  ])('is kept as the first order by words of not changing: %s', async (words) => {
    await rebuys();
    await says(words);
    expect(await cart()).toBe('核桃 2500');
  });

  it.each(['当我没说', '刚才的不算', '撤回', 'forget I said that', 'undo'])(
    'is taken out as the first order only after a question: %s',
    async (words) => {
      await rebuys();
      await hears(buyer, words, 'whole cart to be emptied');
      expect(await cart()).toBe('核桃 2500');
    },
  );

  it('is changed back once', async () => {
    await hears(buyer, '改成6斤', '3 kg');
    await hears(buyer, '别改了', 'Changed back');
    await hears(buyer, '别改了', 'Nothing is changed');
    expect(await cart()).toBe('核桃 2500');
    await hears(buyer, '当我没说', 'Nothing is changed');
    expect(await cart()).toBe('核桃 2500');
  });

  it.each([
    'sorry millet',
    'sorry, millet',
    'wait, no millet',
    'sorry, no 3 kg',
    'hey millet',
    'no, millet',
    '不好意思，小米',
  ])('is not put right by a courtesy: %s', async (words) => {
    await says(words);
    expect(await cart()).toBe('核桃 2500');
  });

  it('is asked about once it was ordered', async () => {
    await buyer.taps('✅ Confirm ¥75');
    await buyer.waitsFor('Ordered');
    await hears(buyer, '不对，是3斤', /A-0001[\s\S]*1\.5 kg/u);
    expect(await cart()).toBe('');
    expect(await walnut.database.db.orderLine.findMany()).toMatchObject([{ quantity: 2_500 }]);
  });
});

describe('of several things on a card', () => {
  beforeEach(() => orders('核桃3斤，小米5斤'));

  it.each([
    ['搞反了', '小米 1500, 核桃 2500'],
    ['小米那个错了，是4斤', '小米 2000, 核桃 1500'],
    ['不是5斤，是6斤', '小米 3000, 核桃 1500'],
    ['不是核桃3斤是核桃8斤', '小米 2500, 核桃 4000'],
  ])('those that are meant are put right: %s', async (words, now) => {
    await mends(words);
    expect(await cart()).toBe(now);
  });

  it.each([
    ['一共是12斤，不是3斤', 'not clear'],
    ['不对，总共12斤', 'not clear'],
    ['不是核桃4斤是核桃8斤', 'still stands'],
  ])('stay as they are: %s', async (words, said) => {
    await hears(buyer, words, said);
    expect(await cart()).toBe('小米 2500, 核桃 1500');
  });

  it('one is chosen where each may be meant', async () => {
    await hears(buyer, '不对，是4斤', 'not clear');
    expect(await cart()).toBe('小米 2500, 核桃 1500');
    await buyer.taps('Millet 2 kg');
    await buyer.waitsFor('Millet 2 kg');
    expect(await cart()).toBe('小米 2000, 核桃 1500');
  });

  it('the one that was changed last is meant', async () => {
    await hears(buyer, '核桃改成6斤', '3 kg');
    await mends('不对，是4斤');
    expect(await cart()).toBe('小米 2500, 核桃 2000');
  });
});

describe('当我没说', () => {
  beforeEach(() => orders('核桃5斤'));

  it.each(['当我没说', '算了不改了', 'forget I said that', '撤回刚才那句'])(
    'takes back the last change alone: %s',
    async (words) => {
      await hears(buyer, '再来2斤小米', 'Millet');
      await hears(buyer, words, 'Changed back');
      expect(await cart()).toBe('核桃 2500');
    },
  );

  it('does not take back the address that was asked for', async () => {
    await says('算了不改了');
    const card = await hears(buyer, '改成6斤', 'Please check');
    expect(card.text).toContain('Taoyuan Road');
  });

  it('takes back a note and a way to pay, too', async () => {
    await hears(buyer, '备注：上午送货', '上午送货');
    await hears(buyer, '写错了，是下午再送', '下午再送');
    const card = await hears(buyer, '当我没说', 'Changed back');
    expect(card.text).toContain('上午送货');
    expect(card.text).not.toContain('下午');
  });
});

describe('a note that was added to', () => {
  beforeEach(async () => {
    await orders('核桃5斤');
    await hears(buyer, '备注：上午送', '上午送');
    await hears(buyer, '麻烦放门口', '上午送，');
  });

  it('keeps what stood there before', async () => {
    const card = await hears(buyer, '写错了，是放后院', '放后院');
    expect(card.text).toContain('上午送，放后院');
    expect(card.text).not.toContain('放门口');
  });

  it.each(['写错了，是核桃3斤', '写错了，是小米要大袋的'])(
    'keeps all of it where goods are named: %s',
    async (words) => {
      await says(words);
      const card = await hears(buyer, '麻烦别压着', '别压着');
      expect(card.text).toMatch(/上午送，[^\n]*放门口/u);
    },
  );
});

it('a sum that was typed for an amount is put right while the amount is asked', async () => {
  buyer = await newBuyer(walnut);
  await hears(buyer, '核桃20块', 'How much Walnut');
  await hears(buyer, '我是说20斤不是20块', '10 kg');
  expect(await cart()).toBe('核桃 10000');
});

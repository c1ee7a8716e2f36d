import { describe, expect, it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { hears, newOrderOf } from '../support/stall.ts';

// Orders that sellers speak of by whose they are, and those that must be called off.

const clock = testClock();
const { walnut, seller } = openHousehold({ clock });
const db = () => walnut.database.db;

const says = (words: string, answer: string | RegExp) => hears(seller, words, answer);
const newOrder = (name: string) => newOrderOf(walnut, seller, name);
const rowOf = (number: string) => db().order.findUniqueOrThrow({ where: { number } });
const walnutsLeft = async () => (await db().product.findFirstOrThrow({ where: { title: '核桃' } })).onHand;

describe('an order that somebody’s name stands for', () => {
  it('is not another’s, though it is the only one that waits', async () => {
    const { number } = await newOrder('Ann');
    await says("accept Wang Fang's order", '没有「wang fang」的');
    expect((await rowOf(number)).fulfilment).toBe('placed');
    await says("accept Li's order", `${number} · 备货中`);
    expect((await rowOf(number)).fulfilment).toBe('accepted');
  });

  it('is declined where nothing was paid that could be given back', async () => {
    const { number } = await newOrder('Ann');
    await says(`${number}俺弄不成了，货叫老鼠啃了，给人家退了吧`, number);
    await seller.settles();
    const said = seller.last().text;
    expect(said).not.toContain('没有可退的');
    expect(['placed', 'declined']).toContain((await rowOf(number)).fulfilment);
  });

  it('is asked where it goes', async () => {
    const { number } = await newOrder('Ann');
    await says(number, `${number} · 等您接单`);
    await says('so where does it go', /Taoyuan Road/);
  });

  it('is left alone where it is put off', async () => {
    const { number } = await newOrder('Ann');
    await says('核桃那单先别接', `${number} · 等您接单`);
    expect((await rowOf(number)).fulfilment).toBe('placed');
  });

  it('is asked about by its buyer, while it is on the table', async () => {
    const { number } = await newOrder('Ann');
    await says(number, `${number} · 等您接单`);
    await says('她住哪儿', /Taoyuan Road/);
  });
});

describe('an order that may be refused', () => {
  it('is shown where the opposite is said', async () => {
    const { number } = await newOrder('Ann');
    await says('核桃那单取消不了', `${number} · 等您接单`);
    expect((await rowOf(number)).fulfilment).toBe('placed');
  });

  it('has no reason in what is said of another', async () => {
    const { number } = await newOrder('Ann');
    const { number: other } = await newOrder('Bo');
    await says(`${number}不接`, `${number} 为什么不接`);
    await says(`${other}拒了，等了三天没付钱`, other);
    expect((await rowOf(number)).fulfilment).toBe('placed');
    expect((await rowOf(other)).fulfilment).toBe('declined');
  });
});

describe('some of several orders', () => {
  it('are asked about, where nobody knows which', async () => {
    for (const name of ['Ann', 'Bo', 'Cy']) await newOrder(name);
    await says('前面两单接了', '哪一单');
    expect(await db().order.count({ where: { fulfilment: 'placed' } })).toBe(3);
    await says('三单都接了', '备货中');
    await seller.settles();
    expect(await db().order.count({ where: { fulfilment: 'accepted' } })).toBe(3);
  });
});

describe('an order that was accepted', () => {
  it('is called off after one more yes; its buyer reads why, and the goods are back', async () => {
    const { buyer, number } = await newOrder('Ann');
    await says(`${number}接了`, `${number} · 备货中`);
    const left = await walnutsLeft();
    await says(`${number}得取消，老鼠咬坏了`, '真要取消吗');
    expect((await rowOf(number)).fulfilment).toBe('accepted');
    await seller.taps(`✖️ 取消 ${number}`, { on: await seller.waitsFor('真要取消吗') });
    const heard = await buyer.waitsFor('has had to cancel it');
    expect(heard.text).toContain('老鼠咬坏了');
    expect(heard.buttons.flat().map(({ label }) => label)).not.toContain('↩️ Undo the cancelling');
    expect((await rowOf(number)).fulfilment).toBe('cancelled');
    expect(await walnutsLeft()).toBe(left + 500);
  });

  it('cannot be called off on its way, and that is said', async () => {
    const { number } = await newOrder('Ann');
    await says(`${number} SF1234567890123`, number);
    await says(`取消${number}，不想卖了`, '已经发出去了');
    expect((await rowOf(number)).fulfilment).toBe('shipped');
  });
});

describe('a parcel of one of several orders', () => {
  it('is asked about, though one is on the table', async () => {
    const first = await newOrder('Ann');
    await says(`${first.number}接了`, `${first.number} · 备货中`);
    const second = await newOrder('Ben');
    await says(`${second.number}接了`, `${second.number} · 备货中`);
    const asked = await says('发货了 SF1234509876543', '是哪一单');
    expect((await rowOf(second.number)).fulfilment).toBe('accepted');
    await seller.taps(`${first.number} 核桃 1斤 · 备货中 · ¥15`, { on: asked });
    const sent = await seller.waitsFor(`${first.number} · 已发货`);
    expect(sent.text).toContain('SF1234509876543');
    expect((await rowOf(second.number)).fulfilment).toBe('accepted');
  });
});

describe('an order that cannot be taken', () => {
  it('is declined in Cantonese, and only the reason is passed on', async () => {
    const { buyer, number } = await newOrder('Ann');
    await says(`${number}冇货喇，帮佢取消啦`, '已经告诉买家');
    expect((await buyer.waitsFor('could not take your order')).text).not.toContain('取消');
  });

  it('is declined with what was said of the goods as its reason', async () => {
    const { buyer, number } = await newOrder('Ann');
    await says(`${number}接不了，核桃让雨淋了`, '已经告诉买家');
    expect((await buyer.waitsFor('could not take your order')).text).toContain('核桃让雨淋了');
    expect(await db().product.count({ where: { title: '核桃', status: 'on-sale' } })).toBe(1);
  });
});

import { describe, expect, it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { hears, newOrderOf } from '../support/stall.ts';

// What sellers say around their orders and of what parcels cost, in words of their own.

const clock = testClock();
const { walnut, seller } = openHousehold({ clock });

const says = (words: string, answer: string | RegExp) => hears(seller, words, answer);
const rowOf = (number: string) => walnut.database.db.order.findUniqueOrThrow({ where: { number } });

describe('orders that wait', () => {
  it('are accepted one by one, and each is named', async () => {
    const first = await newOrderOf(walnut, seller, 'Ann');
    const second = await newOrderOf(walnut, seller, 'Bea');
    const asked = seller.says('把没接的都接上');
    await seller.waitsFor(`${first.number} 接下了，已经告诉买家`, { after: asked });
    await seller.waitsFor(`${second.number} 接下了，已经告诉买家`, { after: asked });
    await first.buyer.waitsFor('has accepted your order');
  });

  it('are declined where nothing was paid, though money is to go back', async () => {
    const { buyer, number } = await newOrderOf(walnut, seller, 'Ann');
    await says(`${number}我这边整不了了，核桃让耗子嗑了，给人退了得了`, '不接，已经告诉买家');
    const heard = await buyer.waitsFor('could not take your order');
    expect(heard.text).toContain('核桃让耗子嗑了');
    expect(heard.text).not.toContain('退了');
    expect((await rowOf(number)).fulfilment).toBe('declined');
  });

  it('tell where they go, and who bought, when none is open any more', async () => {
    const { number } = await newOrderOf(walnut, seller, 'Ann');
    await says('Li Lei要的核桃往哪儿寄啊', 'Taoyuan Road');
    await says(`${number}接了`, `${number} 接下了`);
    await says(`${number} SF1234567890123`, '已发货');
    await says(`${number}送到了`, '已送到');
    await says('系边个买嘅', 'Li Lei');
  });
});

describe('postage', () => {
  it('goes by weight: shown first, then set; one fee for all takes its place', async () => {
    const asked = await says(
      '那个运费嘛就是前面三斤是八块钱嗯超过的一斤加一块五',
      '3斤 以内 ¥8，超出的每 1斤 加 ¥1.50',
    );
    await seller.taps('✅ 确认修改', { on: asked });
    await seller.waitsFor('首重 3斤 ¥8，续重每 1斤 ¥1.50');
    await says('快递10元', '🚚 快递：¥10');
  });

  it('is dearer to some places, in one breath with that of all', async () => {
    const asked = await says('快递费涨噠，搞成9块一单，新疆西藏那边的要25咯', '寄到西藏、新疆：¥25');
    await seller.taps('✅ 确认修改', { on: asked });
    expect((await seller.waitsFor('西藏、新疆：¥25', { after: asked })).text).toContain('快递：¥9');
  });

  it('is not worth the least order, which is asked for again', async () => {
    await says('最少买多少才给发来着', '现在没设起送金额');
    await says('不满30块的单子别让人下', '¥0 → ¥30');
    await says('起送是多少钱现在', '满 ¥30 才发货');
  });
});

import { describe, expect, it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { hears, newBuyer, ordersWalnuts } from '../support/stall.ts';

// What sellers say in words that no list of phrases has.

const clock = testClock();
const { walnut, seller } = openHousehold({ clock });
const db = () => walnut.database.db;

const says = (words: string, answer: string | RegExp) => hears(seller, words, answer);

const shop = () => db().seller.findFirstOrThrow({ orderBy: { createdAt: 'asc' } });
const walnuts = () => db().product.findFirstOrThrow({ where: { title: '核桃' } });

describe('the name of goods', () => {
  it('is taken as it was typed, whatever the part of a plant', async () => {
    await seller.sendsPhoto({ caption: '核桃壳 2元一斤 有100斤' });
    await seller.waitsFor(/核桃壳\s*¥2/);
    await seller.sendsPhoto({ caption: 'Dried apricots 44 yuan/kg, 30 kg' });
    await seller.waitsFor(/Dried apricots\s*¥44/);
  });
});

describe('a setting', () => {
  it('counts at once where nothing else is said, and is taken back by one word', async () => {
    await says('邮费统一收6块，买够68就不收了', '免运费 → ¥6，满 ¥68 包邮');
    expect(await db().shippingMethod.findFirstOrThrow()).toMatchObject({ fee: 600, freeFrom: 6_800 });
    await says('改回去', '免运费');
    expect(await db().shippingMethod.findFirstOrThrow()).toMatchObject({ fee: 0, freeFrom: null });
  });

  it('is shown as it was understood where more is said, and counts after a yes', async () => {
    const card = await says('我打算邮费统一收6块，买够68就不收了', '免运费 → ¥6，满 ¥68 包邮');
    expect(await db().shippingMethod.count()).toBe(0);
    await seller.taps('✅ 确认修改', { on: card });
    await seller.waitsFor('满 ¥68 包邮');
    expect(await db().shippingMethod.findFirstOrThrow()).toMatchObject({ fee: 600, freeFrom: 6_800 });
  });

  it('is what the shop is called, and where people fetch what they bought', async () => {
    await says('我家店名改成老田头果园', '老田头果园');
    await says('对', '改好了');
    await says('自己来取的话到村口老槐树下找我', '村口老槐树下');
    await says('好', '村口老槐树下');
    expect(await shop()).toMatchObject({ name: '老田头果园', pickupPlace: '村口老槐树下' });
  });

  it('is where and when nothing is sent', async () => {
    await says('新疆西藏的单子我不接', '不发：西藏、新疆');
    await says('明天我去走亲戚，那天不发货', '休息');
    await says('好', '🏖 休息');
    const { notShippedTo, closedOn } = await shop();
    expect([notShippedTo, closedOn.length]).toEqual([['西藏', '新疆'], 1]);
  });
});

describe('a question', () => {
  it('about orders and takings is answered with them', async () => {
    await ordersWalnuts(await newBuyer(walnut, 'Ann'));
    const { number } = await db().order.findFirstOrThrow();
    const list = await says('在哪看今天来的单子', '订单');
    expect(JSON.stringify(list.buttons)).toContain(number);
    await says('今天卖了多少钱', '1 单');
  });

  it('about money, helpers and how it all works is answered', async () => {
    await says('卖出去的钱多会儿能到我手上', '货到付款');
    await says('我老伴想一块儿管店，怎么把她加进来', '帮手');
    await says('我不识几个字，这东西咋卖货', '照片');
    await says('麻烦你了啊，多谢', '不客气');
  });
});

describe('what was done', () => {
  it('is taken back in any words', async () => {
    await says('核桃改成16一斤', '→ ¥16');
    await says('别改了，还按原来的价', '撤销');
    expect((await walnuts()).price).toBe(1_500);
  });

  it('is a part of the stock: proposed, and noted after a yes', async () => {
    await says('核桃就剩四分之一了', '50斤');
    await says('对', '→ 50斤');
  });

  it('is a pack of what is on sale, and nothing new', async () => {
    await says('核桃弄个3斤装的，40块一袋', '3斤 · ¥40');
    await says('小纸箱使完了，核桃3斤装的先不要了', '3斤的不卖了');
    await says('核桃弄个3斤装的，40块一袋', '3斤 · ¥40');
    expect(await db().product.count({ where: { status: 'draft' } })).toBe(0);
  });

  it('is another photo: the next one joins the product', async () => {
    await says('核桃那张图不好看，我想换一张', '照片');
    await seller.sendsPhoto();
    await seller.waitsFor('核桃');
    await expect.poll(() => db().productPhoto.count({ where: { product: { title: '核桃' } } })).toBe(1);
    expect(await db().product.count({ where: { status: 'draft' } })).toBe(0);
  });
});

describe('a stream', () => {
  it('that was announced is moved after a yes', async () => {
    await says('明天晚上8点直播', '还没告诉任何人');
    await says('对', '预告好了');
    const card = await says('改成9点半', '改到：');
    expect(JSON.stringify(card.buttons)).toContain('21:30');
  });

  it('is over when that is said', async () => {
    await says('现在就播', '开播');
    await says('/live', '直播链接');
    await seller.taps('没有链接，直接开播');
    await seller.waitsFor('您开播了');
    await says('不播了，下了啊', '直播结束了');
  });
});

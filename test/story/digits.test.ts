import { describe, expect, it } from 'vitest';
import { inTransaction } from '../../src/db/work.ts';
import { invite } from '../../src/shop/sellers/invites.ts';
import { digitsChannel, type Phone } from '../support/digits.ts';
import { openHousehold } from '../support/household.ts';
import { sellerWithDraft } from '../support/stall.ts';
import type { Walnut } from '../support/walnut.ts';

// Everything said here is a number or plain words: no phone in this story has a button.

const buyers = digitsChannel('buyer');
const sellers = digitsChannel('seller');
const { walnut } = openHousehold({ channels: [buyers, sellers], prepare: sellHoney });

async function sellHoney(shop: Walnut): Promise<void> {
  const beekeeper = await sellerWithDraft(shop, '蜂蜜 40元一瓶 有50瓶');
  await beekeeper.taps('✅ 上架');
  await beekeeper.waitsFor('蜂蜜 上架了');
  await shop.photosStored();
}

const ADDRESS = 'Li Lei, 13800001234, 12 Taoyuan Road, Yingze District, Taiyuan';

const buyerPhone = (locale: 'zh' | 'en' = 'en'): Phone => buyers.phone(() => walnut.app.engine, locale);

/** A plain phone whose owner has the card for 5 斤 of walnuts before them. */
async function withCard(): Promise<Phone> {
  const phone = buyerPhone('zh');
  await phone.says('核桃 5斤');
  await phone.says(ADDRESS);
  await phone.waitsFor('确认下单 ¥75');
  return phone;
}

/** Somebody else of the household that sells walnuts, with a plain phone. */
async function sellerPhone(): Promise<Phone> {
  const { seller } = await walnut.database.db.product.findFirstOrThrow({
    where: { title: '核桃' },
    select: { seller: true },
  });
  const token = await inTransaction(walnut.app.appContext, (context) => invite(context, seller.id, 'owner'));
  const phone = sellers.phone(() => walnut.app.engine, 'zh');
  await phone.says(`/start i_${token}`);
  return phone;
}

const orders = () => walnut.database.db.order.count();

describe('a buyer without buttons', () => {
  it('browses, takes a pack, gives the address, orders, looks at the order and cancels it', async () => {
    const phone = buyerPhone();
    await phone.says('/start');
    await phone.chooses('What is on sale');
    expect(await phone.chooses('Walnut')).toContain('100 kg left');
    expect(await phone.chooses('500 g ¥15')).toContain('Where to?');
    await phone.says(ADDRESS);
    expect(await phone.chooses('Confirm ¥15')).toContain('Ordered');
    await phone.says('0');
    expect(await phone.chooses('Orders')).toContain('My orders');
    expect(await phone.chooses('A-')).toContain('waiting for the seller');
    expect(await phone.chooses('Cancel the order')).toMatch(/^Cancelled\n.*\nStatus: cancelled/);
  });

  it('does it all with bare numbers, as somebody writes them who knows the way', async () => {
    const phone = buyerPhone('zh');
    for (const words of ['0', '二', '１', '1。', ADDRESS, '1号']) await phone.says(words);
    expect(phone.sees('下单成功')).toBe(true);
  });

  it('answers how much with an amount, and a bare number of pieces is that many', async () => {
    const phone = buyerPhone('zh');
    await phone.says('/browse');
    await phone.chooses('核桃');
    await phone.chooses('别的数量');
    await phone.says('3斤');
    expect(phone.sees('核桃 3斤 · ¥45')).toBe(true);
    await phone.says('/browse');
    await phone.chooses('蜂蜜');
    await phone.chooses('别的数量');
    await phone.says('2');
    expect(phone.sees('¥80')).toBe(true);
  });

  it('gets a Confirm that is for the order shown last', async () => {
    const phone = await withCard();
    await phone.says('改成3斤');
    await phone.says('核桃 2斤');
    const before = await orders();
    const card = phone.heard().findLast((text) => text.includes('确认下单')) ?? '';
    const total = /确认下单 (¥\d+)/.exec(card)?.[1] ?? 'no card';
    await phone.chooses('确认下单');
    expect(phone.sees(`合计 ${total}`)).toBe(true);
    expect(await orders()).toBe(before + 1);
  });

  it('is told kindly that a number of an earlier message stands for nothing, and orders nothing by it', async () => {
    const phone = await withCard();
    await phone.says('/help');
    const before = await orders();
    await phone.says('5');
    expect(phone.sees('没有这个数字可选')).toBe(true);
    await phone.says('9');
    expect(await orders()).toBe(before);
  });

  it('reaches a person by numbers alone', async () => {
    const phone = buyerPhone();
    await phone.says('0');
    await phone.chooses('Get a person');
    await phone.says('My walnuts are wet');
    expect(await walnut.database.db.conversation.count()).toBe(1);
  });
});

describe('a seller without buttons', () => {
  it('accepts an order and ships it, and the buyer hears of each step', async () => {
    const seller = await sellerPhone();
    const buyer = await withCard();
    await buyer.chooses('确认下单');
    expect(await seller.waitsFor('等您接单')).toContain('101 ✅ 接单');
    await seller.says('101');
    expect(seller.sees('备货中')).toBe(true);
    await buyer.waitsFor('商家接了您的订单');
    await seller.chooses('发货');
    expect(seller.sees('运单号是多少')).toBe(true);
    await seller.says('SF1234567890123');
    expect(await buyer.waitsFor('发货了')).toContain('SF1234567890123');
    expect(await buyer.chooses('收到了')).toContain('已送到');
  });

  it('ships without a tracking number by the number of that choice', async () => {
    const seller = await sellerPhone();
    const buyer = await withCard();
    await buyer.chooses('确认下单');
    await seller.chooses('接单');
    await seller.chooses('发货');
    await seller.says('1');
    expect(seller.sees('已发货')).toBe(true);
  });

  it('answers two orders one after the other by the numbers that came with each', async () => {
    const seller = await sellerPhone();
    const [one, other] = [await withCard(), await withCard()];
    await one.chooses('确认下单');
    await other.chooses('确认下单');
    await seller.says('105');
    await seller.says('101');
    await one.waitsFor('商家接了您的订单');
    await other.waitsFor('商家接了您的订单');
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { hears, newBuyer, ordersWalnuts, putsOnSale, withCard } from '../support/stall.ts';
import type { PrivateChat } from '../support/telegram/interface.ts';

// What people type at a card, on a product and after a notice: lines, recipient, payment and note, in their own words.

const clock = testClock();
const { walnut, seller } = openHousehold({ clock });

describe('several changes of a card in one message', () => {
  let buyer: PrivateChat;
  beforeEach(async () => {
    await putsOnSale(walnut, seller, '红枣 16元一斤 有100斤');
    buyer = await withCard(await newBuyer(walnut));
    await hears(buyer, '再来2斤红枣', 'Jujube 1 kg');
  });

  it.each([
    '更正：核桃改为5斤，红枣取消，其余不变。',
    '改一下，红枣算了家里还有，核桃要5斤',
    'hmm, on second thought, skip the jujube and make the walnuts 2.5 kg',
  ])('are all done, and nothing else: %s', async (said) => {
    const card = await hears(buyer, said, 'Please check');
    expect(card.text).toContain('500 g → 2.5 kg');
    expect(card.text).toContain('No more Jujube');
    expect(card.text).toContain('Total ¥75');
  });

  it('may be one thing for another', async () => {
    await putsOnSale(walnut, seller, '绿豆 7元一斤 有100斤');
    const card = await hears(buyer, '红枣换成绿豆3斤，核桃再加1斤', 'Please check');
    expect(card.text).toContain('No more Jujube');
    expect(card.text).toMatch(/^Mung.* 1.5 kg/mu);
    expect(card.text).toContain('500 g → 1 kg');
  });
});

it('of two goods whose names end alike only the named one goes', async () => {
  await putsOnSale(walnut, seller, '红年糕 8元一斤 有25斤');
  await putsOnSale(walnut, seller, '黑年糕 9元一斤 有25斤');
  const buyer = await withCard(await newBuyer(walnut));
  await hears(buyer, '再来红年糕2斤和黑年糕3斤', 'Black rice cake 1.5 kg');
  const card = await hears(buyer, '黑年糕不要了', 'Please check');
  expect(card.text).toContain('No more Black rice cake');
  expect(card.text).toContain('Red rice cake 1 kg');
});

it('a name that goes on behind a known one is read whole, however short the message is', async () => {
  await putsOnSale(walnut, seller, '牛肉干 60元一斤 有30斤');
  await putsOnSale(walnut, seller, '牛肉干碎 40元一斤 有30斤');
  const buyer = await newBuyer(walnut);
  await hears(buyer, '牛肉干碎2斤', '¥80');
});

describe('on a card', () => {
  it.each([
    ['电话换一个换成13900001111', ['Li Lei 13900001111', 'Taoyuan Road']],
    [
      '这个不是寄给俺的寄给俺闺女她叫赵玉梅电话13900002468住在北京市朝阳区望京街10号',
      ['赵玉梅 13900002468', '北京市朝阳区望京街10号'],
    ],
    ['名字换一下 写张三丰', ['张三丰 13800001234', 'Taoyuan Road']],
    ['the parcel is for my son Tom Reed, same address', ['Tom Reed 13800001234', 'Taoyuan Road']],
  ])('only that of the recipient changes which is said: %s', async (said, words) => {
    const buyer = await withCard(await newBuyer(walnut));
    const card = await hears(buyer, said, 'Please check');
    for (const one of words) expect(card.text).toContain(one);
    expect(card.text).toContain('500 g');
  });

  it.each(['都係收到貨先畀錢好啲', '我还是见到货再付', "I'd rather pay once it arrives"])(
    'it is paid on delivery after all: %s',
    async (said) => {
      const buyer = await newBuyer(walnut);
      await ordersWalnuts(buyer);
      await hears(buyer, '核桃 1斤', 'Please check');
      await hears(buyer, said, 'Pay on delivery');
    },
  );

  it('a note stays when the amount changes, and goes by a word', async () => {
    const buyer = await withCard(await newBuyer(walnut));
    await hears(buyer, 'Would you pop a note in the box: happy birthday Ruth', '💬 happy birthday Ruth');
    expect((await hears(buyer, 'oh, and make it 3 kg', '→ 3 kg')).text).toContain('💬 happy birthday Ruth');
    expect((await hears(buyer, 'no note please', 'Please check')).text).not.toContain('Ruth');
  });
});

describe('an amount', () => {
  it('asked of another behind a fee is to the same place', async () => {
    const buyer = await newBuyer(walnut);
    await hears(buyer, '核桃', '¥15');
    await hears(buyer, '2斤寄到广州多少钱', 'Guangdong');
    expect((await hears(buyer, '那5斤捏', 'Guangdong')).text).toContain('¥75');
    expect((await hears(buyer, 'n for 10kgs?', 'Guangdong')).text).toContain('¥300');
  });

  it('of what is on the screen is priced in dialect, and then ordered', async () => {
    const buyer = await newBuyer(walnut);
    await hears(buyer, '闺女你们那儿有没有核桃了俺想包饺子', '¥15');
    await hears(buyer, '甚价钱嘞', '¥15');
    await hears(buyer, '兩斤幾多錢', '¥30');
    expect((await hears(buyer, '那给俺称上二斤', 'name, phone and address')).text).toContain('1 kg');
  });

  it('is of what is named, whatever was shown before', async () => {
    await putsOnSale(walnut, seller, '红枣 16元一斤 有100斤');
    const buyer = await newBuyer(walnut);
    await hears(buyer, '怎么买', 'Just say it');
    expect((await hears(buyer, '那俺要五斤红枣行不', 'name, phone and address')).text).toContain(
      'Jujube 2.5 kg',
    );
  });

  it('of all that is left is no more than there is', async () => {
    const buyer = await newBuyer(walnut);
    await hears(buyer, '核桃来900斤', 'Only 100 kg');
    expect((await hears(buyer, '有多少要多少', 'name, phone and address')).text).toContain('100 kg');
  });

  it('behind a notice is of what came back', async () => {
    const buyer = await newBuyer(walnut);
    await hears(seller, '核桃卖完了', '0斤');
    await hears(buyer, '核桃还有嘛，有货了提醒我一下哦', 'How much would you like');
    await hears(buyer, '3斤吧', '1.5 kg');
    await hears(seller, '核桃补货40斤', '40斤');
    await buyer.waitsFor('is back');
    expect((await hears(buyer, '要3斤～', 'name, phone and address')).text).toContain('1.5 kg');
  });
});

describe('after the order', () => {
  it.each([
    '哎呀妈呀地址整错了，应该送 大同市平城区御河西路66号',
    '寄错了寄错了 要寄到大同市平城区御河西路66号才对',
    '完了地址填的是老地址 现在住大同市平城区御河西路66号了',
  ])('it goes to the right address after one tap, and its seller hears of it: %s', async (said) => {
    const buyer = await newBuyer(walnut);
    await ordersWalnuts(buyer);
    await buyer.taps('✅ Yes, change it', { on: await hears(buyer, said, '大同市平城区御河西路66号') });
    await buyer.waitsFor('has been told');
    const { text } = await seller.waitsFor('御河西路66号');
    expect(text).not.toContain('号了');
  });

  it('one of two is cancelled by its goods, and each answers for itself', async () => {
    await putsOnSale(walnut, seller, '红枣 16元一斤 有100斤');
    const buyer = await newBuyer(walnut);
    await ordersWalnuts(buyer);
    await buyer.taps('✅ Confirm ¥32', { on: await hears(buyer, '红枣 2斤', 'Please check') });
    await buyer.waitsFor('Ordered');
    const asked = await hears(buyer, '核桃的单子不要了，红枣照发', 'Cancel this order');
    expect(asked.text).toContain('500 g');
    await buyer.taps('✖️ Cancel', { on: asked });
    await buyer.waitsFor('Status: cancelled');
    await hears(buyer, '红枣那单什么状态', 'waiting for the seller');
    await hears(buyer, '核桃那单呢', 'Status: cancelled');
  });
});

describe('an order for others beside the own', () => {
  it('goes into the same parcel where it is brought along', async () => {
    const buyer = await withCard(await newBuyer(walnut));
    const card = await hears(buyer, '顺便给闺蜜也带2斤 一起寄我这就行', 'Please check');
    expect(card.text).toContain('500 g → 1.5 kg');
    expect(card.text).toContain('Taoyuan Road');
  });

  it('may come home after all: which address is asked where there are two', async () => {
    const buyer = await withCard(await newBuyer(walnut));
    await hears(buyer, '刘洋 13306310088 山东省威海市环翠区文化西路180号3号楼', '文化西路180号');
    await hears(buyer, '唉他出差了 还是寄我自己家里吧', 'Where to');
    expect(buyer.buttons().flat().join()).toContain('Taoyuan Road');
  });

  it('is the same once more where it says to whom', async () => {
    const buyer = await newBuyer(walnut);
    await ordersWalnuts(buyer);
    const said = '麻烦同样的再寄一份给我同事，林晓，13757101234，浙江省杭州市西湖区文三路90号2幢301室';
    const card = await hears(buyer, said, 'Please check');
    expect(card.text).toContain('林晓 13757101234');
    expect(card.text).toContain('500 g');
  });
});

it('only what is wanted now is on the card, and the rest is quoted back', async () => {
  const buyer = await withCard(await newBuyer(walnut));
  await hears(buyer, '那先要5斤 剩下3斤有了再说', '剩下3斤有了再说');
  expect(buyer.messages().some(({ text }) => text.includes('2.5 kg · ¥75'))).toBe(true);
});

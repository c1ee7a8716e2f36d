import { describe, expect, it } from 'vitest';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { hears, newBuyer, ordersWalnuts, putsOnSale, withCard } from '../support/stall.ts';

// Two things in one message, a part of an address, one thing for another: how people talk in a shop.

const clock = testClock();
const { walnut, seller } = openHousehold({ clock });

describe('each part of a message is answered', () => {
  it.each([
    ['核桃几块一斤？能不能货到付款', ['¥15', 'on delivery']],
    ['what is the price of walnuts and can I have a receipt', ['¥15', 'invoice']],
  ])('two questions: %s', async (said, words) => {
    const buyer = await newBuyer(walnut);
    const asked = buyer.says(said);
    for (const one of words) await buyer.waitsFor(one, { after: asked });
  });

  it('a change of the card and a question', async () => {
    const buyer = await withCard(await newBuyer(walnut));
    const asked = buyer.says('make it 2 kg and when do you ship');
    await buyer.waitsFor('500 g → 2 kg', { after: asked });
    await buyer.waitsFor('packs it once', { after: asked });
  });

  it('a phone and a note, and neither becomes the address', async () => {
    const buyer = await withCard(await newBuyer(walnut));
    const card = await hears(buyer, '电话换成13835190026，另外备注别放驿站', '13835190026');
    expect(card.text).toContain('别放驿站');
    expect(card.text).toContain('12 Taoyuan Road');
  });
});

it('a decimal point stays one beside a question', async () => {
  const buyer = await withCard(await newBuyer(walnut));
  await hears(buyer, '改成2.5斤，几天能到', '500 g → 1.25 kg');
});

describe('one part of an address is put right', () => {
  it('on the card in sight', async () => {
    const buyer = await withCard(await newBuyer(walnut));
    const card = await hears(buyer, 'the house number is wrong, 21 not 12', 'In the address: 12 → 21');
    expect(card.text).toContain('21 Taoyuan Road, Yingze District, Taiyuan');
  });

  it('of an order after a yes', async () => {
    const buyer = await newBuyer(walnut);
    await ordersWalnuts(buyer);
    await hears(buyer, 'oh the house number is wrong, it is 21 not 12', '21 Taoyuan Road');
    await hears(buyer, 'yes', 'has been told');
  });

  it('and an amount that is put right is none', async () => {
    const buyer = await withCard(await newBuyer(walnut));
    const card = await hears(buyer, '不是一斤，是12斤', 'Please check');
    expect(card.text).toContain('12 Taoyuan Road');
    expect(card.text).toContain('6 kg');
  });
});

it.each(['核桃换成绿豆，斤数不变', 'change it to mung beans, same amount'])(
  'one thing for another is as much of it: %s',
  async (said) => {
    await putsOnSale(walnut, seller, '绿豆 7元一斤 有100斤');
    const buyer = await withCard(await newBuyer(walnut));
    const card = await hears(buyer, said, 'No more');
    expect(card.text).toMatch(/Mung.* 500 g/u);
    expect(card.text).toContain('Total ¥7');
  },
);

it.each([
  ['红枣换成绿豆', /Mung.* 4 kg/u],
  ['红枣换成绿豆1斤', /Mung.* 3 kg/u],
])('what comes in place of another is put beside what is there of it: %s', async (said, amount) => {
  await putsOnSale(walnut, seller, '绿豆 7元一斤 有100斤');
  await putsOnSale(walnut, seller, '红枣 16元一斤 有100斤');
  const buyer = await withCard(await newBuyer(walnut));
  await hears(buyer, '再来3斤红枣和5斤绿豆', /Mung.* 2.5 kg/u);
  const card = await hears(buyer, said, 'No more Jujube');
  expect(card.text).toMatch(amount);
});

it('all that is left of what is named is taken', async () => {
  await putsOnSale(walnut, seller, '绿豆 7元一斤 有4斤');
  const buyer = await withCard(await newBuyer(walnut));
  await hears(buyer, '绿豆全要了', /Mung.* 2 kg/u);
});

it('all of one thing is taken beside so much of another', async () => {
  await putsOnSale(walnut, seller, '绿豆 7元一斤 有4斤');
  const buyer = await newBuyer(walnut);
  const card = await hears(buyer, '核桃来5斤，绿豆剩的4斤全要了', /Mung.* 2 kg/u);
  expect(card.text).toMatch(/Walnut.* 2.5 kg/u);
});

it('all of what nobody sells is nothing of what is in sight', async () => {
  const buyer = await newBuyer(walnut);
  await hears(buyer, '核桃多少钱', '¥15');
  const asked = buyer.says('苹果全要了');
  const answer = await buyer.waitsFor(/./u, { after: asked });
  expect(answer.text).not.toContain('100 kg');
});

it('a sum of money is reckoned as what it buys', async () => {
  const buyer = await newBuyer(walnut);
  await hears(buyer, '我手里就60块钱，核桃能买多少', '¥60 buys at most 2 kg');
});

it('a sum that buys all there is says so, and packs are reckoned with', async () => {
  await putsOnSale(walnut, seller, '绿豆 7元一斤 有4斤');
  await putsOnSale(walnut, seller, '红枣 12元一斤 5斤装50元 有100斤');
  const buyer = await newBuyer(walnut);
  await hears(buyer, '我有1000块，绿豆能买多少', '¥1000 is enough for all of');
  await hears(buyer, '我有50块，红枣能买多少', '¥50 buys at most 2.5 kg');
});

describe('prices and settings in one breath', () => {
  it('are all done, though no sign stands between them', async () => {
    await putsOnSale(walnut, seller, '秋葵脆 25元一袋 有66袋');
    const typed = seller.says('核桃→19 秋葵脆→21😆 顺便运费改成6块');
    await seller.waitsFor('¥25/袋 → ¥21/袋', { after: typed });
    await seller.waitsFor('免运费 → ¥6', { after: typed });
    expect(
      await walnut.database.db.shippingMethod.findFirstOrThrow({ where: { way: 'express' } }),
    ).toMatchObject({
      fee: 600,
    });
  });

  it('lose nothing beside a day without parcels', async () => {
    await putsOnSale(walnut, seller, '秋葵脆 25元一袋 有66袋');
    const typed = seller.says('核桃卖完了，秋葵脆改30，周日不发货');
    await seller.waitsFor('¥25/袋 → ¥30/袋', { after: typed });
    await seller.waitsFor('休息', { after: typed });
  });

  it('keep what a parcel costs apart from what goods cost', async () => {
    await putsOnSale(walnut, seller, '秋葵脆 25元一袋 有66袋');
    const typed = seller.says('秋葵脆还有40袋 邮费每单8块');
    await seller.waitsFor('66袋 → 40袋', { after: typed });
    await seller.waitsFor('免运费 → ¥8', { after: typed });
  });
});

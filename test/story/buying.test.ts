import { describe, expect, it } from 'vitest';
import { openHousehold } from '../support/household.ts';
import { offers } from '../support/offers.ts';
import { newBuyer, withCard } from '../support/stall.ts';
import type { PrivateChat } from '../support/telegram/interface.ts';
import type { SeenMessage, Wanted } from '../support/telegram/phone.ts';

const { walnut, seller } = openHousehold();

/** The labels of the newest message's buttons. */
const labels = (chat: PrivateChat): string[] =>
  chat
    .last()
    .buttons.flat()
    .map(({ label }) => label);

/** Does something and resolves with what is said after it. */
async function then(chat: PrivateChat, act: () => unknown, words: Wanted): Promise<SeenMessage> {
  const after = chat.last();
  await act();
  return chat.waitsFor(words, { after });
}

describe('an address', () => {
  it('is understood in pieces: what was given is shown and kept, what is missing is asked alone', async () => {
    const buyer = await newBuyer(walnut);
    await then(buyer, () => buyer.says('核桃 1斤'), 'name, phone and address');
    const asked = await then(
      buyer,
      () => buyer.says('Li Lei, 12 Taoyuan Road, Yingze District, Taiyuan'),
      'What is the phone number?',
    );
    expect(asked.text).toContain('Li Lei');
    await then(buyer, () => buyer.says('12345678'), 'a landline needs its area code');
    const card = await then(buyer, () => buyer.says('0351 4123456'), 'Please check');
    expect(card.text).toContain('0351-4123456');
    expect(card.text).toContain('12 Taoyuan Road');
  });

  it('is taken whole as a shopping app writes it, with the extension of its hidden number', async () => {
    const buyer = await newBuyer(walnut, 'Pasting');
    await then(buyer, () => buyer.says('核桃 1斤'), 'name, phone and address');
    const block =
      '收货人：佘小禾[7804]\n手机号码：18412345678-7804\n所在地区：云南省昆明市盘龙区拓东街道\n详细地址：白塔路77号锦绣天成8栋B座1203[7804]';
    const card = await then(buyer, () => buyer.says(block), 'Please check');
    expect(card.text).toContain('佘小禾');
    expect(card.text).toContain('18412345678-7804');
    expect(card.text).toContain('云南省昆明市盘龙区拓东街道白塔路77号锦绣天成8栋B座1203');
  });

  it('may be any words beside a phone, and those are shown', async () => {
    const buyer = await newBuyer(walnut, 'Hamlet');
    await then(buyer, () => buyer.says('核桃 1斤'), 'name, phone and address');
    const after = buyer.last();
    await buyer.says('王芳 13800001234 老槐树底下第三家');
    await buyer.waitsFor('I am not sure about these words', { after });
    expect((await buyer.waitsFor('Please check', { after })).text).toContain('老槐树底下第三家');
  });

  it('is one of several: chosen, changed, deleted, put back', async () => {
    const buyer = await withCard(await newBuyer(walnut, 'Mei'));
    await then(buyer, () => buyer.says('/addresses'), 'My addresses');
    await then(buyer, () => buyer.taps('➕ New address'), 'name, phone and address');
    await then(buyer, () => buyer.says('王芳 13900001234 西安市雁塔区长安路2号'), '王芳');
    await then(buyer, () => buyer.taps('⭐ Use this first'), 'My addresses');
    expect(labels(buyer)[0]).toBe('⭐ 王芳 · 西安市雁塔区长安路2号');
    await then(buyer, () => buyer.taps('⭐ 王芳 · 西安市雁塔区长安路2号'), 'Orders go here first');
    await then(buyer, () => buyer.taps('✏️ Change'), 'Just send what is new');
    expect((await then(buyer, () => buyer.says('13700001234'), '13700001234')).text).toContain('长安路2号');
    await then(buyer, () => buyer.taps('🗑 Delete'), 'My addresses');
    expect(labels(buyer).filter((label) => label.includes('王芳'))).toEqual(['↩️ Put back 王芳’s address']);
    await then(buyer, () => buyer.taps('↩️ Put back 王芳’s address'), '13700001234');
  });
});

describe('a note', () => {
  it('stands on the card and reaches the seller', async () => {
    const buyer = await withCard(await newBuyer(walnut, 'Nan'));
    await then(buyer, () => buyer.taps('💬 Note to the seller'), 'What should the seller know?');
    await then(buyer, () => buyer.says('Please no broken ones'), '💬 Please no broken ones');
    await then(buyer, () => buyer.taps('✅ Confirm ¥15'), 'Ordered');
    await seller.waitsFor('Please no broken ones');
  });

  it('makes the card above it stale: Confirm places what stands above it', async () => {
    const buyer = await withCard(await newBuyer(walnut, 'Old'));
    const old = buyer.last();
    await then(buyer, () => buyer.taps('💬 Note to the seller'), 'What should the seller know?');
    await then(buyer, () => buyer.says('By noon please'), 'By noon please');
    await buyer.taps('✅ Confirm ¥15', { on: old });
    await buyer.waitsFor('no longer the latest');
  });
});

describe('the cart', () => {
  it('can be emptied and filled again', async () => {
    const buyer = await withCard(await newBuyer(walnut, 'Pan'));
    await then(buyer, () => buyer.taps('✏️ Change the cart'), 'Your cart');
    await then(buyer, () => buyer.taps('Empty it'), 'Your cart is empty');
    await then(buyer, () => buyer.taps('↩️ Put it all back'), offers('Walnut'));
    await then(buyer, () => buyer.taps('🗑 Take out'), 'Your cart is empty');
    await then(buyer, () => buyer.taps('↩️ Put back Walnut 500 g'), 'Please check');
  });

  it('says what has become dearer before anything counts', async () => {
    const buyer = await withCard(await newBuyer(walnut, 'Qi'));
    seller.says('核桃涨到16块一斤');
    await seller.waitsFor('¥16');
    const shown = await then(buyer, () => buyer.says('/cart'), 'has changed');
    expect(shown.text).toContain('¥30/kg');
    expect(shown.text).toContain('¥32/kg');
    await then(buyer, () => buyer.taps('✅ Check out'), 'it was ¥30/kg, now it is ¥32/kg');
    await then(buyer, () => buyer.taps('✅ Confirm ¥16'), 'Ordered');
    seller.says('核桃降到15块一斤');
    await seller.waitsFor('¥16/斤 → ¥15/斤');
  });
});

describe('the cart and the card', () => {
  it('outlive a restart', async () => {
    const buyer = await withCard(await newBuyer(walnut, 'Re'));
    await walnut.restart();
    await then(buyer, () => buyer.says('/cart'), offers('Walnut 500 g'));
    await then(buyer, () => buyer.taps('✅ Confirm ¥15'), 'Ordered');
    await then(buyer, () => buyer.says('/cart'), 'Your cart is empty');
  });
});

describe('an address that comes with the order', () => {
  it('is not made of what else somebody wants', async () => {
    const buyer = await newBuyer(walnut, 'Wu');
    await then(buyer, () => buyer.says('核桃 1斤'), 'name, phone and address');
    await then(buyer, () => buyer.says('王芳 13800001234'), 'What is the address?');
    const card = await then(buyer, () => buyer.says('核桃 3斤'), 'Total ¥45');
    expect(card.text).toContain('name, phone and address');
  });

  it('is asked for only what it lacks', async () => {
    const buyer = await newBuyer(walnut, 'Ru');
    await then(buyer, () => buyer.says('核桃 1斤 送到太原市迎泽区桃园路1号'), 'Almost there');
    expect(buyer.last().text).toContain('太原市迎泽区桃园路1号');
    await then(buyer, () => buyer.says('王芳'), 'What is the phone number?');
    const card = await then(buyer, () => buyer.says('+86 138 0000 1234'), 'Please check');
    expect(card.text).toContain('王芳 13800001234');
    expect(card.text).toContain('太原市迎泽区桃园路1号');
  });

  it('goes to the same person as before, unless it says otherwise', async () => {
    const buyer = await withCard(await newBuyer(walnut, 'Su'));
    const card = await then(buyer, () => buyer.says('核桃 2斤 送到太原市小店区体育路3号'), 'Please check');
    expect(card.text).toContain('Li Lei 13800001234\n太原市小店区体育路3号');
    await then(buyer, () => buyer.says('王芳 13900001234 太原市杏花岭区府东街8号'), '府东街8号');
    await then(buyer, () => buyer.taps('✅ Confirm ¥30'), 'Ordered');
    await seller.waitsFor('王芳 13900001234');
  });
});

describe('Telegram’s keys', () => {
  it('share the phone and the place on the map; they go when the question does', async () => {
    const buyer = await newBuyer(walnut, 'Tang');
    await then(buyer, () => buyer.says('核桃 1斤'), 'Or tap below');
    expect(buyer.keyboard().flat()).toEqual(['📞 Share my phone number', '🗺 Share where I am']);
    await then(
      buyer,
      () => buyer.sharesLocation({ latitude: 37.86, longitude: 112.56 }),
      'place on the map is kept',
    );
    await then(
      buyer,
      () => buyer.sharesContact({ phone_number: '+8613800001234', first_name: 'Tang Wei' }),
      'What is the address?',
    );
    expect(buyer.keyboard()).not.toEqual([]);
    const card = await then(buyer, () => buyer.says('太原市迎泽区桃园路1号'), 'Please check');
    expect(card.text).toContain('Tang Wei 13800001234');
    expect(card.text).toContain('place on the map');
    await expect.poll(() => buyer.keyboard(), { timeout: 5_000 }).toEqual([]);
    await expect.poll(() => buyer.last().text, { timeout: 5_000 }).toContain('Please check');
    await then(buyer, () => buyer.taps('✅ Confirm ¥15'), 'Ordered');
    const sold = await seller.waitsFor('Tang Wei');
    expect(JSON.stringify(sold)).toContain('position=112.56,37.86');
  });
});

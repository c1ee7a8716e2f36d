import { describe, expect, it } from 'vitest';
import { puts } from '../support/goods.ts';
import { openHousehold } from '../support/household.ts';
import { offers } from '../support/offers.ts';
import { findPersonCalled } from '../support/people.ts';
import { newBuyer } from '../support/stall.ts';
import type { PrivateChat } from '../support/telegram/interface.ts';
import type { SeenMessage, Wanted } from '../support/telegram/phone.ts';

const { walnut, seller } = openHousehold();

/** Does something and resolves with what is said after it. */
async function then(chat: PrivateChat, act: () => unknown, words: Wanted): Promise<SeenMessage> {
  const after = chat.last();
  await act();
  return chat.waitsFor(words, { after });
}

const sells = (words: string, heard: string) => then(seller, () => seller.says(words), heard);

let count = 0;

/** A new buyer with an address, and the card for so much before them. */
async function orders(words: string, address = '太原市迎泽区桃园路1号'): Promise<PrivateChat> {
  count += 1;
  const buyer = await newBuyer(walnut, `B${count}`);
  await then(buyer, () => buyer.says(words), 'name, phone and address');
  await then(buyer, () => buyer.says(`王芳 13800001234 ${address}`), 'Please check');
  return buyer;
}

describe('what the seller asks for bringing goods', () => {
  it('is said in words, shown, and stands on the card', async () => {
    const shown = await sells('快递8元,满99包邮', '送货设置');
    expect(shown.text).toContain('🚚 快递：¥8');
    const buyer = await orders('核桃 1斤');
    expect(buyer.last().text).toContain('Express · ¥8');
    await then(buyer, () => buyer.taps('✅ Confirm ¥23'), 'Ordered');
    expect((await seller.waitsFor('A-0001')).text).toContain('¥23');
    const free = await orders('核桃 10斤');
    expect(free.last().text).toContain('Express · free');
  });

  it('is by weight and province', async () => {
    await sells('首重1公斤8元,续重每公斤3元', '续重每 2斤 ¥3');
    await sells('新疆20元', '新疆：¥20');
    const buyer = await orders('核桃 5斤');
    expect(buyer.last().text).toContain('Express · ¥14');
    const far = await orders('核桃 5斤', '新疆乌鲁木齐市天山区解放路2号');
    expect(far.last().text).toContain('Express · ¥20');
  });

  it('asks once which province it is, where the address does not tell', async () => {
    await sells('新疆20元', '新疆：¥20');
    count += 1;
    const buyer = await newBuyer(walnut, `B${count}`);
    await then(buyer, () => buyer.says('核桃 1斤'), 'name, phone and address');
    await then(buyer, () => buyer.says('王芳 13800001234 幸福小区3号楼2单元'), 'Which province');
    await then(buyer, () => buyer.taps('Xinjiang'), 'Express · ¥20');
    await then(buyer, () => buyer.says('核桃 2斤'), 'Express · ¥20');
  });

  it('changes nothing where it is not certain', async () => {
    await then(seller, () => seller.says('/delivery'), '送货设置');
    await then(seller, () => seller.taps('🚚 快递 · 运费'), '运费怎么收');
    await sells('大概十来块吧', '没看懂');
    expect(await walnut.database.db.shippingMethod.count()).toBe(0);
    await sells('12元', '🚚 快递：¥12');
  });

  it('is news before it counts', async () => {
    const buyer = await orders('核桃 1斤');
    await sells('快递6元', '🚚 快递：¥6');
    await then(buyer, () => buyer.taps('✅ Confirm ¥15'), 'The delivery fee of 王秀英家 family has changed');
    await buyer.waitsFor('Total ¥21');
    await then(buyer, () => buyer.taps('✅ Confirm ¥21'), 'Ordered');
  });
});

describe('delivery settings', () => {
  it('are nobody else’s: a stranger, and a helper without the right, hear so', async () => {
    const stranger = walnut.telegram
      .person({ first_name: 'Wu', language_code: 'en' })
      .chatWith(walnut.sellerBot);
    stranger.starts();
    await stranger.waitsFor('You have not joined');
    await then(stranger, () => stranger.says('/delivery'), 'You have not joined');
    const { db } = walnut.database;
    const person = await findPersonCalled(walnut, 'Wu');
    const { id: sellerId } = await db.seller.findFirstOrThrow({ orderBy: { createdAt: 'asc' } });
    const member = { sellerId, personId: person.id, role: 'helper', rights: ['pack'] };
    await db.member.create({ data: { ...member, createdAt: new Date() } });
    await then(stranger, () => stranger.says('/delivery'), 'whom the household allows to post');
    await stranger.says('express 99 yuan');
    await stranger.settles();
    expect(await db.shippingMethod.count()).toBe(0);
  });
});

describe('the way goods travel', () => {
  it('is chosen on the card; picking up needs no street; the next time it is the last one used', async () => {
    await walnut.database.db.seller.updateMany({ data: { pickupPlace: 'the mill' } });
    await sells('快递8元', '🚚 快递：¥8');
    await sells('可以自提', 'the mill');
    count += 1;
    const buyer = await newBuyer(walnut, `B${count}`);
    await then(buyer, () => buyer.says('核桃 1斤'), 'name, phone and address');
    await then(buyer, () => buyer.taps('🏡 Pick up · free'), 'name and phone');
    await then(buyer, () => buyer.says('王芳 13800001234'), '👤 王芳 13800001234');
    expect(buyer.last().text).toContain('Pay when you pick it up');
    const placed = await then(buyer, () => buyer.taps('✅ Confirm ¥15'), 'Ordered');
    expect(placed.text).toContain('Pick up');
    const number = /[A-Z]-\d{4}/.exec(placed.text)?.[0] ?? '';
    await seller.waitsFor(number);
    await then(seller, () => seller.taps('✅ 接单'), '备货中');
    await then(seller, () => seller.taps('🏡 可以来取了'), '等买家来取');
    const ready = await buyer.waitsFor('ready to be picked up');
    expect(ready.text).toContain('Pick up · the mill');
    await then(seller, () => seller.taps('🏡 买家取走了'), '已取走');
    const taken = await buyer.waitsFor('has been picked up');
    expect(taken.text).toMatch(/Status: picked up/);
    const next = await then(buyer, () => buyer.says('核桃 2斤'), 'the mill');
    expect(next.text).not.toContain('¥8');
  });

  it('can be switched off by the seller, but for the last', async () => {
    await sells('村里送3元', '🛵 村里送：¥3');
    await then(seller, () => seller.taps('🚚 快递 · 关掉'), '🚚 快递：没开');
    expect((await seller.taps('🛵 村里送 · 关掉')).toast).toContain('至少留一种');
    const buyer = await orders('核桃 1斤');
    expect(buyer.last().text).toContain('Village courier · ¥3');
  });
});

describe('what is not taken', () => {
  it('is an order to where nothing is sent, and the way on is another address', async () => {
    await sells('新疆西藏不发', '🗺 不发：新疆、西藏');
    const buyer = await orders('核桃 1斤', '西藏拉萨市城关区北京路1号');
    expect(buyer.last().text).toContain('cannot ship to Tibet');
    expect(buyer.buttons().flat()).not.toContain('✅ Confirm ¥15');
    await then(buyer, () => buyer.taps('📍 Another address'), 'Where to?');
    await then(buyer, () => buyer.taps('➕ New address'), 'name, phone and address');
    await then(buyer, () => buyer.says('王芳 13800001234 太原市迎泽区桃园路1号'), 'Please check');
    await then(buyer, () => buyer.taps('✅ Confirm ¥15'), 'Ordered');
  });

  it('is an order below the smallest', async () => {
    await then(seller, () => seller.says('/delivery'), '送货设置');
    await then(seller, () => seller.taps('💰 起送金额'), '满多少钱才发货');
    await sells('50元', '满 ¥50 发货');
    const buyer = await orders('核桃 1斤');
    expect(buyer.last().text).toContain('ships orders from ¥50; ¥35 to go');
    await then(buyer, () => buyer.says('核桃 4斤'), 'Please check');
    await then(buyer, () => buyer.taps('✅ Confirm ¥60'), 'Ordered');
  });

  it('is more than one person may have', async () => {
    await then(seller, () => seller.says('/delivery'), '送货设置');
    await then(seller, () => seller.taps('✋ 每人限购'), '每人最多买多少');
    await sells('核桃 5斤', '核桃 每人最多 5斤');
    const buyer = await orders('核桃 8斤');
    expect(buyer.last().text).toContain('at most 2.5 kg for each person; you may have 2.5 kg');
    await then(buyer, () => buyer.taps('🔄 All right, as it is now'), 'Please check');
    await then(buyer, () => buyer.taps('✅ Confirm ¥75'), 'Ordered');
    await then(buyer, () => buyer.says('核桃 1斤'), 'you have had yours');
    await then(buyer, () => buyer.says('/browse'), offers('Walnut'));
    await then(buyer, () => buyer.taps('Walnut ¥30/kg'), 'At most 2.5 kg for each person');
  });

  it('is a limit on the one product that is sold by weight, where two are called so', async () => {
    await puts(walnut, '核桃仁', { measure: 'COUNT', priceQuantity: 1, packs: [1] });
    await puts(walnut, '老核桃仁');
    await then(seller, () => seller.says('/delivery'), '送货设置');
    await then(seller, () => seller.taps('✋ 每人限购'), '每人最多买多少');
    await sells('核桃仁 5斤', '老核桃仁 每人最多 5斤');
  });

  it('is nothing on a day off: the buyer sees when it is packed again', async () => {
    await then(seller, () => seller.says('/delivery'), '送货设置');
    await then(seller, () => seller.taps('🏖 休息日'), '哪天休息');
    const today = seller.buttons().flat()[0] ?? '';
    await then(seller, () => seller.taps(today), '哪天休息');
    expect(seller.buttons().flat()[0]).toBe(`🏖 ${today}`);
    const buyer = await orders('核桃 1斤');
    expect(buyer.last().text).toMatch(/rests today and packs again on \w+day/);
    await then(buyer, () => buyer.taps('✅ Confirm ¥15'), 'Ordered');
  });
});

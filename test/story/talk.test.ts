import { beforeEach, describe, expect, it } from 'vitest';
import { inTransaction } from '../../src/db/work.ts';
import { createShop } from '../../src/shop/shop.ts';
import { openHousehold } from '../support/household.ts';
import { findPersonCalled, makeOperator } from '../support/people.ts';
import { newBuyer, ordersWalnuts } from '../support/stall.ts';
import type { PrivateChat } from '../support/telegram/interface.ts';

const { walnut, seller } = openHousehold();
let buyer: PrivateChat;

beforeEach(async () => {
  buyer = await newBuyer(walnut);
  await ordersWalnuts(buyer);
  await seller.waitsFor('A-0001');
});

/** The buyer has written about the order, and the seller has answered. */
async function haveWritten(): Promise<void> {
  await buyer.taps('📦 A-0001');
  await buyer.waitsFor('waiting for the seller');
  await buyer.taps('💬 Write to the seller');
  await buyer.waitsFor('Nobody is shown your phone number');
  buyer.says('Please pack it well, it is a present');
  await seller.taps('💬 回复', { on: await seller.waitsFor('Please pack it well') });
  await seller.waitsFor('写给');
  seller.says('放心,用木盒子');
  await buyer.waitsFor('放心,用木盒子');
}

/** Somebody of the village's office, who has opened the sellers' bot. */
async function operator(): Promise<PrivateChat> {
  const chat = walnut.telegram
    .person({ first_name: '李主任', language_code: 'zh-hans' })
    .chatWith(walnut.sellerBot);
  chat.starts();
  await chat.waitsFor('邀请');
  await makeOperator(walnut, '李主任');
  return chat;
}

describe('a buyer and a seller', () => {
  it('write to each other about an order without knowing each other’s numbers', async () => {
    await haveWritten();
    expect((await seller.waitsFor('Please pack it well')).text).toContain('Li Lei（订单 A-0001）');
    expect(buyer.last().text).toContain('王秀英家');
  });

  it('send each other photos, and find everything with the order', async () => {
    await haveWritten();
    await buyer.taps('💬 Answer');
    await buyer.waitsFor('just send words or a photo');
    await buyer.sendsPhoto({ caption: 'like this one' });
    await seller.waitsFor('like this one');
    expect(seller.last().photo).toBeDefined();
    await seller.taps('📦 看订单');
    await seller.taps('💬 写给买家');
    const all = await seller.waitsFor('订单 A-0001 的留言');
    expect(all.text).toMatch(/Please pack it well[\s\S]*用木盒子[\s\S]*like this one/);
  });

  it('keep it between themselves, also in the database', async () => {
    await haveWritten();
    const stranger = await newBuyer(walnut, 'Eve');
    const order = await walnut.database.db.order.findFirstOrThrow();
    const talk = await walnut.database.db.conversation.findFirstOrThrow({ where: { orderId: order.id } });
    const eve = await findPersonCalled(walnut, 'Eve');
    const seen = await inTransaction(walnut.app.appContext, async (context) => [
      await createShop(context).conversations.byId(eve.id, talk.id),
      await createShop(context).conversations.aboutOrder(eve.id, order.id),
    ]);
    expect(seen).toEqual([undefined, undefined]);
    expect(stranger.heard().some(({ text }) => text?.includes('木盒子'))).toBe(false);
    const rows = await walnut.database.db.conversationMessage.findMany();
    for (const { sealed } of rows) expect(Buffer.from(sealed).toString('utf8')).not.toContain('木盒子');
  });
});

describe('“a person please”', () => {
  it('reaches nobody’s deaf ears: what was said waits for the office', async () => {
    buyer.says('/person');
    await buyer.waitsFor('Nobody is at the village office');
    buyer.says('My parcel was opened');
    await buyer.waitsFor('Kept.');
    const office = await operator();
    office.says('/asked');
    await office.waitsFor('等着回复的');
    await office.taps('🙋 Li');
    await office.waitsFor('My parcel was opened');
  });

  it('is answered in the chat by somebody of the office, and settled', async () => {
    const office = walnut.telegram
      .person({ first_name: '张书记', language_code: 'zh-hans' })
      .chatWith(walnut.sellerBot);
    office.starts();
    await office.waitsFor('邀请');
    await makeOperator(walnut, '张书记');
    buyer.says('/person');
    await office.waitsFor('想找人帮忙');
    buyer.says('It was the left corner');
    await office.waitsFor('It was the left corner');
    await office.taps('💬 回复');
    await office.waitsFor('写给 Li');
    office.says('我去看看');
    await buyer.waitsFor('我去看看');
    expect(buyer.last().text).toContain('the village office');
    await office.taps('✔️ 办好了', { on: await office.waitsFor('It was the left corner') });
    await buyer.waitsFor('your matter is settled');
    expect(await walnut.database.db.conversation.count({ where: { kind: 'help', state: 'open' } })).toBe(0);
  });
});

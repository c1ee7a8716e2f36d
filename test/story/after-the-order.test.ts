import { describe, expect, it } from 'vitest';
import { formatPayload } from '../../src/flows/screens/links/deep-link.ts';
import { baseQuantity } from '../../src/shop/values/quantity.ts';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { newBuyer, ordersWalnuts } from '../support/stall.ts';
import type { PrivateChat } from '../support/telegram/interface.ts';

const MINUTE = 60_000;
const clock = testClock();
const { walnut, seller } = openHousehold({ clock });

const left = async () => {
  const { onHand, held } = await walnut.database.db.product.findFirstOrThrow();
  return onHand - held;
};

/** A buyer whose order has just been placed, looking at it. */
async function withOrder(name: string): Promise<PrivateChat> {
  const buyer = await newBuyer(walnut, name);
  await ordersWalnuts(buyer);
  await buyer.taps('📦 A-');
  await buyer.waitsFor('waiting for the seller');
  return buyer;
}

/** … which the seller has sent, and which has arrived. */
async function withGoods(name: string): Promise<PrivateChat> {
  const buyer = await withOrder(name);
  const { number } = await walnut.database.db.order.findFirstOrThrow({ orderBy: { number: 'desc' } });
  const sold = await seller.waitsFor(`${number} · 等您接单`);
  await seller.taps('✅ 接单', { on: sold });
  await buyer.waitsFor('has accepted');
  await seller.taps('🚚 发货', { on: await seller.waitsFor(`${number} · 备货中`) });
  await seller.waitsFor(`${number} 的运单号`);
  seller.says('SF1234567890123');
  await buyer.waitsFor('on its way');
  await buyer.taps('✅ I have it');
  await buyer.waitsFor('delivered');
  return buyer;
}

describe('a cancelled order', () => {
  it('stands again when its buyer thinks again within five minutes, and its goods are kept once', async () => {
    const buyer = await withOrder('Ann');
    const before = await left();
    await buyer.taps('✖️ Cancel the order');
    await buyer.waitsFor('Status: cancelled');
    expect(await left()).toBe(before + 500);
    await buyer.taps('↩️ Undo the cancelling');
    await buyer.waitsFor('waiting for the seller');
    await seller.waitsFor('买家恢复了订单');
    expect(await left()).toBe(before);
    const standing = buyer.last();
    const cancel = standing.buttons.flat().find(({ label }) => label === '✖️ Cancel the order')?.value ?? '';
    expect((await buyer.tapsForged(cancel, standing)).toast).toBe('Cancelled');
    // A second finger hears the same, and not that the seller was at it.
    expect((await buyer.tapsForged(cancel, standing)).toast).toBe('Cancelled');
  });

  it('stays cancelled after five minutes; the same can be ordered again in one tap and a Confirm', async () => {
    const buyer = await withOrder('Ben');
    await buyer.taps('✖️ Cancel the order');
    await buyer.waitsFor('Status: cancelled');
    clock.advance(6 * MINUTE);
    await buyer.taps('↩️ Undo the cancelling');
    const late = await buyer.waitsFor('More than five minutes');
    clock.advance(10 * MINUTE);
    await buyer.taps('🔁 The same again', { on: late });
    await buyer.waitsFor('Pay on delivery');
    await buyer.taps('✅ Confirm ¥15');
    await buyer.waitsFor('Ordered');
  });

  it('is not restored when somebody else has bought the goods meanwhile', async () => {
    const buyer = await withOrder('Cid');
    await buyer.taps('✖️ Cancel the order');
    await buyer.waitsFor('Status: cancelled');
    const { onHand } = await walnut.database.db.product.findFirstOrThrow();
    await walnut.database.db.product.updateMany({ data: { onHand: baseQuantity(0) } });
    await buyer.taps('↩️ Undo the cancelling');
    await buyer.waitsFor('has been bought by somebody else');
    await walnut.database.db.product.updateMany({ data: { onHand } });
    expect(
      (await walnut.database.db.order.findFirstOrThrow({ orderBy: { number: 'desc' } })).fulfilment,
    ).toBe('cancelled');
  });
});

describe('the code on a box', () => {
  it('brings its buyer the same again on a card, and shows anybody else the shop', async () => {
    const buyer = await withOrder('Hal');
    const { id } = await walnut.database.db.order.findFirstOrThrow({ orderBy: { number: 'desc' } });
    const code = formatPayload({ is: 'again', id });
    clock.advance(11 * MINUTE);
    await buyer.waitsFor('Pay on delivery', { after: buyer.says(`/start ${code}`) });
    const neighbour = await newBuyer(walnut, 'Ida');
    const shop = await neighbour.waitsFor('王秀英家', { after: neighbour.says(`/start ${code}`) });
    expect(shop.text).not.toContain('13800001234');
  });
});

describe('an order that nobody has accepted', () => {
  it('stays as it is until a new card is confirmed, which takes its place', async () => {
    const buyer = await withOrder('Dan');
    const before = await left();
    buyer.says('change my order');
    await buyer.waitsFor('Until then order');
    await buyer.waitsFor('Takes the place of order');
    expect(await left()).toBe(before);
    buyer.says('make it 1 kg');
    await buyer.waitsFor('Walnut: 500 g → 1 kg');
    await buyer.taps('✅ Confirm');
    await buyer.waitsFor('It takes the place of order');
    await seller.waitsFor('买家改了订单');
    expect(await left()).toBe(before - 500);
  });

  it('stays as it is where its buyer thinks again', async () => {
    const buyer = await withOrder('Dora');
    const before = await left();
    await buyer.taps('✏️ Change', { on: buyer.last() });
    await buyer.waitsFor('Takes the place of order');
    buyer.says('never mind, leave it');
    const kept = await buyer.waitsFor('Nothing is changed');
    expect(kept.text).toContain('waiting for the seller');
    expect(await left()).toBe(before);
    buyer.says('/cart');
    await buyer.waitsFor('Your cart is empty');
  });

  it('stays as it is where its seller accepts it meanwhile', async () => {
    const buyer = await withOrder('Dirk');
    const { number } = await walnut.database.db.order.findFirstOrThrow({ orderBy: { number: 'desc' } });
    await buyer.taps('✏️ Change', { on: buyer.last() });
    await buyer.waitsFor('Takes the place of order');
    await seller.taps('✅ 接单', { on: await seller.waitsFor(`${number} · 等您接单`) });
    await buyer.waitsFor('has accepted');
    await buyer.taps('✅ Confirm');
    await buyer.waitsFor('so it stays as it is');
    expect((await walnut.database.db.order.findFirstOrThrow({ orderBy: { number: 'desc' } })).number).toBe(
      number,
    );
  });
});

describe('goods that came', () => {
  it('are rated with stars and a line, which the seller reads', async () => {
    const buyer = await withGoods('Eva');
    await buyer.taps('⭐ Rate');
    await buyer.waitsFor('How was it?');
    await buyer.taps('5⭐');
    await buyer.waitsFor('You gave 5⭐');
    buyer.says('Crisp and sweet');
    await buyer.waitsFor('passed on to the seller');
    await seller.waitsFor('Crisp and sweet');
    buyer.says('/orders');
    await buyer.waitsFor('My orders');
    await buyer.taps('delivered');
    const order = await buyer.waitsFor('accepted by the seller');
    expect(order.text).toMatch(/ordered[\s\S]*accepted by the seller[\s\S]*shipped[\s\S]*delivered/);
  });

  it('are refunded in proportion when the seller agrees to a photo of the damage in one tap', async () => {
    const buyer = await withGoods('Fay');
    await buyer.taps('📷 Something is damaged');
    await buyer.waitsFor('How much of');
    buyer.says('200 g');
    await buyer.waitsFor('send a photo');
    buyer.says('they are all wet');
    await buyer.waitsFor('needs a photo');
    await buyer.sendsPhoto({ caption: 'wet through' });
    await buyer.waitsFor('a refund of ¥6');
    // The seller's message waits for the photo, by the clock that stands still here.
    await walnut.photosStored();
    clock.advance(2_000);
    await walnut.app.jobs?.sweep();
    const heard = await seller.waitsFor('wet through');
    expect(heard.text).toContain('坏了或少了 200克');
    await seller.taps('✅ 同意退 ¥6');
    await buyer.waitsFor('agrees to refund ¥6');
    const [row] = await walnut.database.db.claim.findMany();
    expect(row).toMatchObject({ state: 'agreed', quantity: 200, proposed: 600 });
  });

  it('are claimed for in one message, a photo and how much of it', async () => {
    const buyer = await withGoods('Gia');
    await buyer.taps('📷 Something is damaged');
    const asked = await buyer.waitsFor('How much of');
    await buyer.sendsPhoto({});
    const kept = await buyer.waitsFor('How much of the', { after: asked });
    buyer.says('3 kg');
    await buyer.waitsFor('could not read the amount', { after: kept });
    await buyer.sendsPhoto({ caption: 'about 100 g went mouldy' });
    await buyer.waitsFor('a refund of ¥3');
    await walnut.photosStored();
    clock.advance(2_000);
    await walnut.app.jobs?.sweep();
    const heard = await seller.waitsFor('坏了或少了 100克');
    // It is found again beside the order, until it is answered.
    const { number } = await walnut.database.db.order.findFirstOrThrow({ orderBy: { number: 'desc' } });
    seller.says(number);
    await seller.taps('✖️ 不同意', { on: await seller.waitsFor('坏了或少了 100克', { after: heard }) });
    await buyer.waitsFor('did not agree');
    expect(await walnut.database.db.claim.count({ where: { quantity: 100, proposed: 300 } })).toBe(1);
  });

  it('are claimed for in words that say how much is lost, and the photo is all that is asked for', async () => {
    const buyer = await withGoods('Hal');
    buyer.says('I am angry, 200 g of it went mouldy');
    await buyer.waitsFor('200 g of');
    await buyer.sendsPhoto({ caption: 'look' });
    await buyer.waitsFor('a refund of ¥6');
    await walnut.photosStored();
    clock.advance(2_000);
    await walnut.app.jobs?.sweep();
    const heard = await seller.waitsFor('坏了或少了 200克');
    expect(heard.text).toContain('200 g of it went mouldy · look');
  });

  it.each([
    ['the bag had split and I lost about 200 g of it', '200 g of'],
    ['the walnuts came and one bag is torn', 'How much of'],
    ['the bottom of the bag was soaked, what now', 'How much of'],
  ])('are claimed for by who tells what became of them: %s', async (said, asked) => {
    const buyer = await withGoods('Joy');
    buyer.says(said);
    await buyer.waitsFor('I am sorry');
    await buyer.waitsFor(asked);
  });

  it('are claimed for by a photo, whatever is written under it, and the amount is asked', async () => {
    const buyer = await withGoods('Kay');
    await buyer.sendsPhoto({ caption: 'look at the bottom of it' });
    const asked = await buyer.waitsFor('How much of');
    buyer.says('100 g');
    await buyer.waitsFor('a refund of ¥3', { after: asked });
  });

  it.each([
    ['nothing was broken, thank you!'],
    ['could you split it into two bags next time?'],
    ['the stream broke off'],
  ])('are not claimed for by who tells of something else: %s', async (said) => {
    const buyer = await withGoods('Lee');
    const before = buyer.last();
    buyer.says(said);
    const answer = await buyer.waitsFor('', { after: before });
    expect(answer.text).not.toContain('I am sorry');
  });

  it('can be told of without a photo, once, and claimed for when the photo comes after all', async () => {
    const buyer = await withGoods('Ivy');
    buyer.says('I am angry, 200 g of it went mouldy');
    const asked = await buyer.waitsFor('200 g of');
    const tell = asked.buttons.flat().find(({ label }) => label.startsWith('💬 No photo'))?.value ?? '';
    await buyer.tapsForged(tell, asked);
    await seller.waitsFor('200 g of it went mouldy');
    await buyer.tapsForged(tell, buyer.last());
    await buyer.waitsFor('delivered', { after: asked });
    await buyer.sendsPhoto({ caption: 'look' });
    await buyer.waitsFor('a refund of ¥6', { after: asked });
  });

  it('cannot be claimed for after 48 hours, but the seller can be written to', async () => {
    const buyer = await withGoods('Gus');
    clock.advance(49 * 60 * MINUTE);
    await buyer.taps('📷 Something is damaged');
    await buyer.waitsFor('More than 48 hours');
  });
});

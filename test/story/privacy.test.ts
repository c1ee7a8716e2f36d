import { describe, expect, it } from 'vitest';
import { storeRecording } from '../../src/chat/store/recordings.ts';
import type { PersonId } from '../../src/db/ids.ts';
import { inTransaction } from '../../src/db/work.ts';
import { readPersonalColumns } from '../../src/shop/customers/personal-columns.ts';
import { createShop } from '../../src/shop/shop.ts';
import { testClock } from '../support/clock.ts';
import { openHousehold } from '../support/household.ts';
import { findPersonCalled } from '../support/people.ts';
import { hears, newBuyer, ordersWalnuts } from '../support/stall.ts';
import type { PrivateChat } from '../support/telegram/interface.ts';

const MINUTE = 60_000;
const clock = testClock();
const { walnut, seller } = openHousehold({ clock });

const db = () => walnut.database.db;
const personCalled = async (name: string) => (await findPersonCalled(walnut, name)).id;
const dataOf = (id: PersonId) =>
  inTransaction(walnut.app.appContext, (context) => createShop(context).people.data(id));

/** A buyer who has ordered, written to the seller, and had their goods. */
async function longKnown(name: string): Promise<PrivateChat> {
  const buyer = await newBuyer(walnut, name);
  await ordersWalnuts(buyer);
  await buyer.taps('📦 A-');
  await buyer.waitsFor('waiting for the seller');
  await buyer.taps('💬 Write to the seller');
  await buyer.waitsFor('Nobody is shown your phone number');
  buyer.says('The blue gate');
  await seller.waitsFor('The blue gate');
  return buyer;
}

async function finish(buyer: PrivateChat): Promise<void> {
  const { number } = await db().order.findFirstOrThrow({ orderBy: { number: 'desc' } });
  await seller.taps('✅ 接单', { on: await seller.waitsFor(`${number} · 等您接单`) });
  await buyer.waitsFor('has accepted');
  await seller.taps('🚚 发货', { on: await seller.waitsFor(`${number} · 备货中`) });
  await seller.waitsFor(`${number} 的运单号`);
  seller.says('SF1234567890123');
  const shipped = await buyer.waitsFor('on its way');
  await buyer.taps('✅ I have it', { on: shipped });
  await buyer.waitsFor('Status: delivered');
}

describe('/me', () => {
  it('shows what the shop knows at a glance, and changes it', async () => {
    const buyer = await longKnown('Ann');
    buyer.says('/me');
    expect((await buyer.waitsFor('About me')).text).toMatch(/Name: Ann[\s\S]*1 address[\s\S]*No quiet hours/);
    await buyer.taps('🌙 Quiet hours');
    await buyer.waitsFor('When should I be quiet');
    await buyer.taps('22:00 to 07:00');
    await buyer.waitsFor('Quiet from 22:00 to 07:00');
    await buyer.taps('✏️ Change the name');
    await buyer.waitsFor('What shall I call you');
    buyer.says('Anna');
    await buyer.waitsFor('Name: Anna');
  });
});

describe('quiet hours', () => {
  it('keep the news of a stream until the morning, and nobody else’s', async () => {
    const [owl, lark] = [await newBuyer(walnut, 'Owl'), await newBuyer(walnut, 'Lark')];
    const { id } = await db().seller.findFirstOrThrow({ orderBy: { createdAt: 'asc' } });
    for (const buyer of [owl, lark]) {
      buyer.says(`/start s_${Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')}`);
      await buyer.waitsFor('王秀英家');
      await buyer.taps('⭐ Follow, tell me when they go live');
    }
    const personId = await personCalled('Lark');
    await inTransaction(walnut.app.appContext, (context) =>
      createShop(context).people.setQuiet(personId, { from: 600, until: 660 }),
    );
    seller.says('/live https://live.example.org/1');
    await owl.waitsFor('is live!');
    expect(await db().alertRecipient.count({ where: { state: 'quiet' } })).toBe(1);
    expect(lark.sees('is live!')).toBe(false);
    clock.advance(61 * MINUTE);
    await walnut.app.jobs?.sweep();
    await lark.waitsFor('is live!');
  });
});

describe('/privacy', () => {
  it('sends everything that is known as a file', async () => {
    const buyer = await longKnown('Ben');
    buyer.says('/privacy');
    await buyer.waitsFor('is in this file');
    const data = await dataOf(await personCalled('Ben'));
    expect(data.addresses).toMatchObject([{ name: 'Li Lei', phone: '13800001234' }]);
    expect(data.orders).toMatchObject([
      { recipient: { phone: '13800001234' }, steps: [{ change: 'placed' }] },
    ]);
    expect(data.talks).toMatchObject([{ words: 'The blue gate', isMine: true }]);
    expect(data.said.length).toBeGreaterThan(3);
    expect(data.files).toMatchObject([{ name: expect.stringMatching(/^walnut-.*json$/) }]);
    expect(data.photos).toEqual([]);
    const told = await buyer.waitsFor('What we cannot erase');
    expect(told.text).toContain('article 31');
    expect(told.text).toContain('Recordings on the page go once written down');
  });
});

describe('/forget', () => {
  it('names what is open, and erases when it closes if that is wanted', async () => {
    const buyer = await longKnown('Cid');
    const cid = await personCalled('Cid');
    buyer.says('/forget');
    await buyer.waitsFor('not finished yet');
    await buyer.taps('🗑 Erase when they are finished');
    await buyer.waitsFor('as soon as your orders are finished');
    await buyer.taps('↩️ Keep my data after all');
    await buyer.waitsFor('nothing is erased');
    const open = await hears(buyer, '/forget', 'not finished yet');
    await buyer.taps('🗑 Erase when they are finished', { on: open });
    await finish(buyer);
    await walnut.app.jobs?.sweep();
    await buyer.waitsFor('Your data has been erased');
    expect(await db().address.count({ where: { personId: cid } })).toBe(0);
  });

  it('leaves nothing of what /privacy listed but goods, amounts and dates', async () => {
    const buyer = await longKnown('Dan');
    await finish(buyer);
    const id = await personCalled('Dan');
    await inTransaction(walnut.app.appContext, (context) => storeRecording(context, id, Buffer.from('OggS')));
    const before = await dataOf(id);
    expect(before.recordings).toHaveLength(1);
    buyer.says('/forget');
    await buyer.waitsFor('Erase everything');
    await buyer.taps('🗑 Yes, erase it all');
    await buyer.waitsFor('Your data has been erased');
    const after = await dataOf(id);
    for (const table of Object.values(readPersonalColumns()))
      if (table.export) expect(Object.keys(before)).toContain(table.export);
    expect(after).toMatchObject({
      addresses: [],
      products: [],
      talks: [],
      follows: [],
      browsers: [],
      cart: [],
      wishes: [],
      recordings: [],
    });
    expect(after.said).toHaveLength(1);
    expect(after.orders).toEqual(
      before.orders.map((order) => ({ ...order, recipient: null, note: null, trackingNumber: null })),
    );

    clock.advance(2 * MINUTE);
    await walnut.app.jobs?.sweep();
    expect(await db().person.count({ where: { id } })).toBe(0);
    expect(await db().chat.count({ where: { personId: id } })).toBe(0);
    expect(await db().order.count({ where: { personId: id } })).toBe(1);
    const gone = buyer.last();
    buyer.starts();
    await buyer.waitsFor('Welcome to Lingtou', { after: gone });
  });

  it('asks the owner of a household to hand it over first', async () => {
    seller.says('/forget');
    await seller.waitsFor('要先把店交给别人');
  });
});

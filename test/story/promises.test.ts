import { afterEach, describe, expect, it } from 'vitest';
import { newBuyer, ordersWalnuts, sellerOfWalnuts } from '../support/stall.ts';
import type { PrivateChat } from '../support/telegram/interface.ts';
import { startWalnut, type Walnut, type WalnutOptions } from '../support/walnut.ts';

let walnut: Walnut;

afterEach(() => walnut.stop());

async function openShop(options?: WalnutOptions): Promise<PrivateChat> {
  walnut = await startWalnut(options);
  return sellerOfWalnuts(walnut);
}

describe('every update delivered twice', () => {
  it.each([false, true])('happens once (webhooks: %s)', async (webhooks) => {
    const seller = await openShop({ webhooks, telegram: { deliverTwice: true } });
    const buyer = await newBuyer(walnut);
    await ordersWalnuts(buyer);
    await seller.waitsFor('A-0001');
    await buyer.settles();
    const { db } = walnut.database;
    expect(await db.order.count()).toBe(1);
    expect(await db.product.count()).toBe(1);
    expect(buyer.heard().filter(({ text }) => text.includes('Ordered'))).toHaveLength(1);
    expect(seller.heard().filter(({ text }) => text.includes('A-0001'))).toHaveLength(1);
  });
});

describe('quick messages', () => {
  it.each([
    { how: 'in one batch of the seller bot', webhooks: false },
    { how: 'posted side by side', webhooks: true },
  ])('are answered in order when they come $how', async ({ webhooks }) => {
    const seller = await openShop({ webhooks, telegram: { webhook: { strictSequence: false } } });
    const before = seller.last();
    for (const left of [10, 20, 30, 40, 50]) seller.says(`核桃还有${left}斤`);
    await seller.waitsFor('40斤 → 50斤', { after: before });
    const changes = seller.heard().flatMap(({ text }) => /→ (\d+)斤/.exec(text)?.[1] ?? []);
    expect(changes).toEqual(['10', '20', '30', '40', '50']);
  });
});

describe('what is personal', () => {
  it('is not shown in a group', async () => {
    await openShop();
    await ordersWalnuts(await newBuyer(walnut));
    const li = walnut.telegram.person({ first_name: 'Li', language_code: 'en' });
    const group = walnut.telegram.group({ title: 'The village', people: [li], bots: [walnut.buyerBot] });
    const chat = group.as(li);
    chat.says(`/orders@${walnut.buyerBot.username}`);
    const answer = await chat.waitsFor('private chat');
    expect(answer.text).not.toMatch(/A-\d{4}|¥|核桃/);
  });

  it('stands in clear in no table and no queue', async () => {
    await openShop();
    const buyer = await newBuyer(walnut);
    await ordersWalnuts(buyer);
    await walnut.app.jobs?.sweep();
    const { db } = walnut.database;
    const tables = await db.$queryRaw<{ name: string }[]>`
      SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
      WHERE table_schema IN ('public', 'bullmq') AND table_type = 'BASE TABLE'`;
    expect(tables.length).toBeGreaterThan(20);
    const needles = ['13800001234', 'Taoyuan'].flatMap((text) => [
      text,
      Buffer.from(text).toString('hex'),
      Buffer.from(text).toString('base64').replace(/=+$/, '').slice(0, -1),
    ]);
    for (const { name } of tables) {
      const rows = await db.$queryRawUnsafe<{ row: string }[]>(`SELECT t::text AS row FROM ${name} t`);
      expect(
        rows.filter(({ row }) => needles.some((needle) => row.includes(needle))),
        name,
      ).toEqual([]);
    }
  });
});

describe('the database', () => {
  it('gives the whole app at most 60 connections while many people talk at once', async () => {
    await openShop();
    const { db } = walnut.database;
    const people = Array.from({ length: 60 }, (_, i) =>
      walnut.telegram.person({ first_name: `Buyer ${i}`, language_code: 'en' }).chatWith(walnut.buyerBot),
    );
    for (const buyer of people) buyer.starts();
    const [{ count } = { count: 0 }] = await db.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend'`;
    await Promise.all(people.map((buyer) => buyer.waitsFor('Welcome to Lingtou', { within: 20_000 })));
    // The test's own pool of at most ten is among them.
    expect(count).toBeLessThanOrEqual(60);
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import { startProcess, type WalnutProcess } from '../support/process.ts';
import { newBuyer, sellerOfWalnuts, withCard } from '../support/stall.ts';
import type { PrivateChat } from '../support/telegram/interface.ts';
import { startWalnut, type Walnut } from '../support/walnut.ts';

let walnut: Walnut;
let child: WalnutProcess;

afterEach(async () => {
  await child.kill('SIGKILL');
  await walnut.stop();
});

/** A shop whose own process has stopped, so that a child can be it and be killed; a card waits to be confirmed. */
async function openShop(): Promise<{ seller: PrivateChat; buyer: PrivateChat }> {
  walnut = await startWalnut();
  const seller = await sellerOfWalnuts(walnut);
  const buyer = await withCard(await newBuyer(walnut));
  await walnut.app.stop();
  child = await startProcess(walnut.settings);
  return { seller, buyer };
}

describe('a process that is killed', () => {
  it('between commit and send leaves nothing unsaid and nothing done twice', async () => {
    const { seller, buyer } = await openShop();
    const held = walnut.telegram.holdNext('editMessageText', { bot: walnut.buyerBot });
    buyer.tapsQuickly('✅ Confirm ¥15');
    await held.arrived;
    await child.kill('SIGKILL');
    held.release();
    child = await startProcess(walnut.settings);
    // The dead process had taken the message for 30 s; a sweep finds it within 15 s more.
    await buyer.waitsFor('Ordered', { within: 60_000 });
    await seller.waitsFor('A-0001', { within: 60_000 });
    expect(await walnut.database.db.order.count()).toBe(1);
    expect(seller.heard().filter(({ text }) => text.includes('A-0001'))).toHaveLength(1);
  });

  it('while one Confirm is tapped twenty times places one order', async () => {
    const { seller, buyer } = await openShop();
    for (let tap = 0; tap < 20; tap += 1) buyer.tapsQuickly('✅ Confirm ¥15');
    await walnut.telegram.called('getUpdates');
    await child.kill('SIGKILL');
    for (const update of walnut.buyerBot.updates().slice(-20)) walnut.buyerBot.redeliver(update);
    child = await startProcess(walnut.settings);
    await seller.waitsFor('A-0001', { within: 90_000 });
    await buyer.waitsFor('Ordered', { within: 90_000 });
    const { db } = walnut.database;
    expect(await db.order.count()).toBe(1);
    const product = await db.product.findFirstOrThrow();
    const { _sum } = await db.stockEntry.aggregate({ _sum: { change: true } });
    expect(product.onHand).toBe(99_500);
    expect(_sum.change).toBe(99_500);
  });

  it('finishes what it has begun when it is asked to stop', async () => {
    const { buyer } = await openShop();
    const held = walnut.telegram.holdNext('editMessageText', { bot: walnut.buyerBot });
    buyer.tapsQuickly('✅ Confirm ¥15');
    await held.arrived;
    const ended = child.kill('SIGINT');
    held.release();
    expect(await ended).toBe(0);
    expect(buyer.sees('Ordered')).toBe(true);
    expect(await walnut.database.db.order.count()).toBe(1);
    expect(await walnut.database.db.inbox.count({ where: { state: 'waiting' } })).toBe(0);
  });
});

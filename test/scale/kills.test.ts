import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { startProcess, type WalnutProcess } from '../support/process.ts';
import { newBuyer, sellerOfWalnuts, withCard } from '../support/stall.ts';
import type { PrivateChat } from '../support/telegram/interface.ts';
import { startWalnut, type Walnut } from '../support/walnut.ts';

/** What each of three machines does; only one may ask Telegram for updates. */
const MACHINES = ['web,bots', 'jobs', 'jobs'] as const;
const KILL_EVERY_MS = 5_000;
const BUYERS = 12;

let walnut: Walnut;
let processes: WalnutProcess[] = [];

afterEach(async () => {
  for (const one of processes) await one.kill('SIGKILL');
  processes = [];
  await walnut.stop();
});

const startMachine = (at: number): Promise<WalnutProcess> =>
  startProcess({ ...walnut.settings, PORT: '0' }, ['serve', '--roles', MACHINES[at] ?? 'jobs']);

it('three processes, one of them killed every five seconds, answer everybody and sell nothing twice', async () => {
  walnut = await startWalnut();
  const seller = await sellerOfWalnuts(walnut);
  const buyers: PrivateChat[] = [];
  for (let at = 0; at < BUYERS; at += 1) buyers.push(await withCard(await newBuyer(walnut)));
  await walnut.app.stop();
  processes = await Promise.all(MACHINES.map((_, at) => startMachine(at)));

  const perKill = BUYERS / MACHINES.length;
  for (const [at] of MACHINES.entries()) {
    for (const buyer of buyers.slice(at * perKill, (at + 1) * perKill)) buyer.tapsQuickly('✅ Confirm ¥15');
    await pause(KILL_EVERY_MS / 10);
    await processes[at]?.kill('SIGKILL');
    processes[at] = await startMachine(at);
    await pause(KILL_EVERY_MS);
  }

  for (const buyer of buyers) await buyer.waitsFor('Ordered', { within: 60_000 });
  const { db } = walnut.database;
  expect(await db.order.count()).toBe(BUYERS);
  for (const { number } of await db.order.findMany({ select: { number: true } }))
    await seller.waitsFor(number, { within: 60_000 });
  const product = await db.product.findFirstOrThrow();
  const { _sum } = await db.stockEntry.aggregate({ _sum: { change: true } });
  expect(product.onHand).toBe(_sum.change);
  expect(await db.inbox.count({ where: { state: { not: 'handled' } } })).toBe(0);
}, 180_000);

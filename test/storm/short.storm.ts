import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';
import { watchBoard } from '../support/board.ts';
import { freePort } from '../support/free-port.ts';
import { startProcess, type WalnutProcess } from '../support/process.ts';
import { seededRandom } from '../support/random.ts';
import { newBuyer, sellerOfWalnuts, withCard } from '../support/stall.ts';
import type { PrivateChat } from '../support/telegram/interface.ts';
import { startWalnut, type Walnut } from '../support/walnut.ts';

// About a minute of a village: people say and tap whatever they may while the shop's process is killed under them. What
// each does comes from a seed; `STORM_SEED=7 npm run test:storm -- short` plays one again.

const SEED = Number(process.env.STORM_SEED ?? Math.floor(Date.now() / 1_000) % 100_000);
const BUYERS = 6;
const ACTS = 50;
const DEATHS = 3;
/** Long enough for a dead process's lease to lapse and a sweep to find what it left. */
const QUIET = { timeout: 90_000, interval: 200 };

const ADMIN_TOKEN = 'a-token-of-24-characters';
/** How often the board is read meanwhile. */
const BOARD_MS = 100;

const ADDRESS = 'Li Lei, 13800001234, 12 Taoyuan Road, Yingze District, Taiyuan';

/** What somebody may say, and the buttons that they tap. */
interface Habits {
  readonly words: readonly string[];
  readonly taps: RegExp;
}

const BUYER: Habits = {
  words: ['核桃 1斤', '核桃 3斤', '再来两斤', '改成1斤', ADDRESS, '好的', '/orders', '/cart', '不要了'],
  taps: /./,
};
/** A seller who tapped anything would soon have taken everything off sale. */
const SELLER: Habits = {
  words: ['核桃还有20斤', '核桃 14元一斤', '核桃还有3斤', '/orders', '/products', '/live', '谢谢'],
  taps: /^[✅🚚📦✖]/u,
};

let walnut: Walnut;
let child: WalnutProcess;

afterEach(async () => {
  await child.kill('SIGKILL');
  await walnut.stop();
});

type Random = () => number;

const oneOf = <T>(random: Random, all: readonly T[]): T | undefined => all[Math.floor(random() * all.length)];

/** Taps any button of the newest message that has some, or says something where there is none. */
function act(chat: PrivateChat, random: Random, { words, taps }: Habits): void {
  const shown = chat.heard().findLast(({ buttons }) => buttons.length > 0);
  const labels = (shown?.buttons.flat() ?? [])
    .filter(({ label, does }) => does === 'tap' && taps.test(label))
    .map(({ label }) => label);
  // Who only wandered about would seldom get as far as an order.
  const wanted = labels.filter((one) => one.startsWith('✅'));
  const label = oneOf(random, random() < 0.5 && wanted.length > 0 ? wanted : labels);
  const isOnce = labels.filter((one) => one === label).length === 1;
  if (shown && label && isOnce && random() < 0.6) chat.tapsQuickly(label, { on: shown });
  else chat.says(oneOf(random, words) ?? '');
}

async function lives(chat: PrivateChat, seed: number, habits: Habits): Promise<void> {
  const random = seededRandom(seed);
  for (let i = 0; i < ACTS; i += 1) {
    act(chat, random, habits);
    await pause(random() * 1_000);
  }
}

/** Kills the process in the middle of whatever it does, starts another, and has Telegram bring some updates again. */
async function dies(random: Random): Promise<void> {
  for (let death = 0; death < DEATHS; death += 1) {
    await pause(3_000 + random() * 3_000);
    await child.kill('SIGKILL');
    const again = walnut.buyerBot.updates().slice(-5);
    for (const update of again) walnut.buyerBot.redeliver(update);
    child = await startProcess(walnut.settings);
  }
}

it(`keeps its promises while people tap at random and the process dies (STORM_SEED=${SEED})`, async () => {
  const port = await freePort();
  walnut = await startWalnut({ settings: { ADMIN_TOKEN, PORT: String(port) } });
  const seller = await sellerOfWalnuts(walnut, '核桃 15元一斤 有20斤');
  const buyers = await Promise.all(
    Array.from({ length: BUYERS }, async (_, i) => withCard(await newBuyer(walnut, `B${i}`))),
  );
  await walnut.app.stop();
  child = await startProcess(walnut.settings);
  const board = watchBoard(`http://127.0.0.1:${port}`, ADMIN_TOKEN, BOARD_MS);

  await Promise.all([
    lives(seller, SEED, SELLER),
    ...buyers.map((buyer, i) => lives(buyer, SEED + 1 + i, BUYER)),
    dies(seededRandom(SEED + 100)),
  ]);
  const { db } = walnut.database;
  await expect.poll(() => db.inbox.count({ where: { state: 'waiting' } }), QUIET).toBe(0);
  await expect.poll(() => db.message.count({ where: { state: { in: ['due', 'sending'] } } }), QUIET).toBe(0);
  expect(await db.inbox.count({ where: { state: 'parked' } })).toBe(0);
  await stockAddsUp();
  await moneyAddsUp();
  // What the storm broke is what the board shows: nothing that stayed, and nothing sold twice at any moment.
  const shown = await board.stop();
  for (const name of ['waiting_events', 'unsaid_messages', 'parked_events', 'failed_jobs', 'lapsed_leases'])
    expect(shown.get(`walnut_${name}`), name).toBe(0);
  expect(shown.get('walnut_database_up')).toBe(1);
  expect(board.most('walnut_oversold_products')).toBe(0);
  expect(board.most('walnut_waiting_events')).toBeGreaterThan(0);
});

async function stockAddsUp(): Promise<void> {
  const { db } = walnut.database;
  for (const { id, onHand, held } of await db.product.findMany()) {
    const { _sum } = await db.stockEntry.aggregate({ where: { productId: id }, _sum: { change: true } });
    const waiting = await db.orderLine.aggregate({
      where: { productId: id, order: { stock: 'held' } },
      _sum: { quantity: true },
    });
    const offered = await db.stockOffer.aggregate({
      where: { productId: id, state: 'open' },
      _sum: { quantity: true },
    });
    const kept = (waiting._sum.quantity ?? 0) + (offered._sum.quantity ?? 0);
    expect({ ledger: _sum.change, held: kept }).toEqual({ ledger: onHand, held });
    expect(onHand - held).toBeGreaterThanOrEqual(0);
  }
}

/** A checkout is one order of each seller, and nobody gets back more than was paid. */
async function moneyAddsUp(): Promise<void> {
  const orders = await walnut.database.db.order.findMany({ include: { payments: true, refunds: true } });
  expect(orders.length).toBeGreaterThan(0);
  expect(new Set(orders.map((order) => order.checkoutId)).size).toBe(orders.length);
  const sum = (rows: readonly { amount: number }[]) => rows.reduce((all, { amount }) => all + amount, 0);
  for (const { payments, refunds, fulfilment, total } of orders) {
    const onDelivery = fulfilment === 'delivered' ? total : 0;
    expect(sum(refunds)).toBeLessThanOrEqual(sum(payments) || onDelivery);
  }
}

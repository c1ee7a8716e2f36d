import { randomUUID } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import { type BoardWatch, watchBoard } from '../support/board.ts';
import { newBuyer, sellerOfWalnuts, withCard } from '../support/stall.ts';
import { startTcpProxy, type TcpProxy } from '../support/tcp-proxy.ts';
import { refusals } from '../support/telegram/failure.ts';
import { startWalnut, type Walnut } from '../support/walnut.ts';

// What breaks is what the board shows: /metrics is read all the while, and compared with what was broken.

const TOKEN = 'a-token-of-24-characters';
/** A channel is in trouble when several chats of it are. */
const BUYERS = 5;
const SOON = { timeout: 60_000, interval: 50 };

let walnut: Walnut;
let proxy: TcpProxy;
let board: BoardWatch;

afterEach(async () => {
  await board.stop().catch(() => undefined);
  await walnut.stop();
  await proxy[Symbol.asyncDispose]();
});

const shows = (name: string) => expect.poll(() => board.now().get(name), SOON);

/** A figure of the board, and the same counted in the tables. */
async function countedNow(): Promise<Record<string, number>> {
  const { db } = walnut.database;
  const [oversold] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM product WHERE held > on_hand`;
  return {
    walnut_oversold_products: oversold?.count ?? -1,
    walnut_waiting_events: await db.inbox.count({ where: { state: 'waiting' } }),
    walnut_parked_events: await db.inbox.count({ where: { state: 'parked' } }),
    walnut_unsaid_messages: await db.message.count({ where: { state: { in: ['due', 'sending'] } } }),
    walnut_failed_jobs: await db.outbox.count({ where: { failedAt: { not: null } } }),
    walnut_channels_in_trouble: await db.channelTrouble.count(),
  };
}

it('the board shows what breaks, while it is broken, and that it is well again', async () => {
  walnut = await startWalnut({
    settings: { ADMIN_TOKEN: TOKEN },
    async wayToDatabase(url) {
      proxy = await startTcpProxy(url);
      return proxy.url;
    },
  });
  await sellerOfWalnuts(walnut);
  const buyers = [];
  for (let n = 0; n < BUYERS; n += 1) buyers.push(await withCard(await newBuyer(walnut, `B${n}`)));
  board = watchBoard(walnut.app.url ?? '', TOKEN);
  await shows('walnut_database_up').toBe(1);

  // Telegram is away: its channel is in trouble, and what was decided waits longer and longer.
  walnut.telegram.setUnwell(refusals.badGateway, walnut.buyerBot);
  for (const buyer of buyers) buyer.tapsQuickly('✅ Confirm ¥15');
  await shows('walnut_channels_in_trouble').toBe(1);
  await shows('walnut_unsaid_messages').toBeGreaterThanOrEqual(BUYERS);
  await shows('walnut_oldest_message_seconds').toBeGreaterThanOrEqual(2);
  walnut.telegram.setUnwell(undefined);
  for (const buyer of buyers) await buyer.waitsFor('Ordered', { within: 60_000 });
  await shows('walnut_channels_in_trouble').toBe(0);
  await shows('walnut_oldest_message_seconds').toBe(0);

  // Telegram has had too many: counted by bot.
  const later = 'walnut_deliveries_total{channel="telegram-buyer",end="later"}';
  const before = board.now().get(later) ?? 0;
  walnut.telegram.failNext('sendMessage', refusals.tooMany(1));
  buyers[0]?.says('/help');
  await shows(later).toBe(before + 1);

  // PostgreSQL is away: nothing is known but that.
  board.forget();
  proxy.cut();
  await shows('walnut_database_up').toBe(0);
  expect(board.now().has('walnut_oversold_products')).toBe(false);
  proxy.restore();
  await shows('walnut_database_up').toBe(1);

  // An event that cannot be handled is set aside, and a danger as long as it is there.
  await walnut.database.db.$executeRaw`ALTER TABLE pack RENAME TO pack_away`;
  buyers[1]?.says('walnuts');
  await shows('walnut_parked_events').toBe(1);
  await shows('walnut_danger{promise="events-parked"}').toBe(1);
  await walnut.database.db.$executeRaw`ALTER TABLE pack_away RENAME TO pack`;
  const { id } = await walnut.database.db.inbox.findFirstOrThrow({ where: { state: 'parked' } });
  const headers = { authorization: `Bearer ${TOKEN}` };
  await fetch(`${walnut.app.url}/admin/parked/${id}/drop`, { method: 'POST', headers });
  await shows('walnut_danger{promise="events-parked"}').toBe(0);

  // A job is given up, as after its last try.
  await walnut.database.db.outbox.create({
    data: {
      ...{
        job: 'serve-waiting',
        payload: { product: randomUUID() },
        dueAt: new Date(),
        createdAt: new Date(),
      },
      ...{ relayedAt: new Date(), failedAt: new Date() },
    },
  });
  await shows('walnut_failed_jobs').toBe(1);
  await walnut.database.db.outbox.deleteMany({ where: { failedAt: { not: null } } });

  await walnut.app.engine.idle();
  const last = await board.stop();
  for (const [name, value] of Object.entries(await countedNow())) expect(last.get(name), name).toBe(value);
  for (const [name, value] of last) if (name.startsWith('walnut_danger')) expect(value, name).toBe(0);
});

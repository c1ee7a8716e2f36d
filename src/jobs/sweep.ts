import { say } from '../chat/screen.ts';
import { transact, type Work } from '../db/work.ts';
import { boughtScreen } from '../flows/buyer/bought-screen.ts';
import { soldExpiredScreen } from '../flows/seller/order-notice.ts';
import type { Order } from '../shop/orders.ts';
import { shopOf } from '../shop/shop.ts';
import { addBatches } from './alerts.ts';
import type { JobParts } from './job.ts';

export const SWEEP_MS = 15_000;

const DAY_MS = 24 * 3_600_000;
/** How long we keep what was said: what came in, what went to Telegram (which keeps its own), what the web chat shows. */
const INBOX_MS = 7 * DAY_MS;
const TELEGRAM_MS = 30 * DAY_MS;
const WEB_MS = 90 * DAY_MS;

/** Takes up everything that is due by now and that nobody is at: whatever an alarm or a dead process left behind. */
export async function sweep(parts: JobParts): Promise<void> {
  await parts.engine.sweep();
  await releaseHolds(parts);
  await resumeAlerts(parts);
  await forget(parts);
}

/** Lets go of what was held for orders that were not paid in time, and tells both sides. */
async function releaseHolds({ store, engine }: JobParts): Promise<void> {
  const told = await transact(store, async (work) => {
    const expired = await shopOf(work).orders.expireDue();
    const chats: string[] = [];
    for (const order of expired) chats.push(...(await tellExpired(work, engine, order)));
    return chats;
  });
  for (const chat of told) engine.wake(chat);
}

async function tellExpired(work: Work, engine: JobParts['engine'], order: Order): Promise<string[]> {
  const cause = `expired:${order.id}:${work.now.getTime()}`;
  const { text, buttons } = boughtScreen(order);
  const news = {
    text: [say('order-expired-notice', { number: order.number }), text],
    ...(buttons && { buttons }),
  };
  await engine.leave(work, order.chatId, cause, news);
  const sellers = await shopOf(work).sellers.chats(order.sellerId);
  for (const chat of sellers) await engine.leave(work, chat, `${cause}:${chat}`, soldExpiredScreen(order));
  return [order.chatId, ...sellers];
}

/** Goes on with alerts whose batches were lost, and with chats that a dead process had taken. */
async function resumeAlerts(parts: JobParts): Promise<void> {
  const { db, clock } = parts.store;
  const stuck = await db.alert.findMany({
    where: {
      state: 'sending',
      OR: [
        {
          deliveries: {
            some: { OR: [{ state: 'due' }, { state: 'sending', leaseUntil: { lte: clock.now() } }] },
          },
        },
        { deliveries: { none: { state: { in: ['due', 'sending'] } } } },
      ],
    },
    select: { id: true },
  });
  for (const { id } of stuck) await addBatches(parts, id);
}

async function forget({ store: { db, clock } }: JobParts): Promise<void> {
  const before = (ms: number): Date => new Date(clock.now().getTime() - ms);
  await db.inbox.deleteMany({ where: { at: { lt: before(INBOX_MS) }, state: { not: 'waiting' } } });
  await db.outbox.deleteMany({ where: { relayedAt: { lt: before(INBOX_MS) } } });
  await db.message.deleteMany({
    where: { createdAt: { lt: before(TELEGRAM_MS) }, chat: { channel: { startsWith: 'telegram-' } } },
  });
  await db.message.deleteMany({ where: { createdAt: { lt: before(WEB_MS) } } });
  await db.webSession.deleteMany({ where: { expiresAt: { lt: clock.now() } } });
}

import { say } from '../../chat/dsl/screen.ts';
import { forgetOldWords } from '../../chat/outbound/retention.ts';
import { logFault } from '../../db/away.ts';
import { forgetHandedOver } from '../../db/outbox.ts';
import { transact, type Work } from '../../db/work.ts';
import { farewell } from '../../flows/screens/goodbye-notice.ts';
import { soldExpiredScreen } from '../../flows/screens/order-notice.ts';
import { boughtScreen } from '../../flows/screens/order-screen.ts';
import { invoiceScreen, payScreens } from '../../flows/screens/pay-screen.ts';
import type { Order } from '../../shop/fulfilment/orders.ts';
import { forgetOldDeliveries } from '../../shop/notifications/recipients.ts';
import { shopOf } from '../../shop/shop.ts';
import type { JobParts } from '../job.ts';
import { remindOfUntouched } from './unanswered.ts';

export const SWEEP_MS = 15_000;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Untouched orders are hours old: no need to look for them with every sweep. */
const UNTOUCHED_MS = 5 * 60_000;
const DELIVERIES_MS = 30 * DAY_MS;

/**
 * Makes the sweep: it takes up everything that is due by now and that nobody is at, whatever an alarm or a dead process
 * left behind. `relay` hands over recorded work.
 */
export function sweepOf(parts: JobParts, relay: () => Promise<void>): () => Promise<void> {
  const { engine, alerts, log } = parts;
  let forgotAt = 0;
  let remindedAt = 0;

  const forget = async (): Promise<void> => {
    const now = parts.store.clock.now().getTime();
    if (now < forgotAt + HOUR_MS) return;
    forgotAt = now;
    await forgetOldWords(parts.store);
    await forgetHandedOver(parts.store, new Date(now - DAY_MS));
    await forgetOldDeliveries(parts.store, new Date(now - DELIVERIES_MS));
  };

  const untouched = async (): Promise<void> => {
    const now = parts.store.clock.now().getTime();
    if (now < remindedAt + UNTOUCHED_MS) return;
    remindedAt = now;
    await remindOfUntouched(parts);
  };

  const steps = {
    relay,
    engine: () => engine.sweep(),
    reminders: () => remindOfMoney(parts),
    holds: () => releaseHolds(parts),
    untouched,
    forgetting: () => sayFarewell(parts),
    alerts: () => alerts.sweep(),
    forget,
  };
  return async () => {
    // A step that fails keeps none of the others from being taken.
    for (const [step, take] of Object.entries(steps))
      await take().catch((error: unknown) => logFault(log, error, 'a sweep failed', { step }));
  };
}

/** Reminds buyers half an hour before their goods are let go, with everything they need to pay. */
async function remindOfMoney({ store, engine }: JobParts): Promise<void> {
  const told = await transact(store, async (work) => {
    const due = await shopOf(work).orders.remindDue();
    for (const order of due) {
      const news = { text: say('pay-reminder', { number: order.number }), fresh: true };
      const bill = await shopOf(work).invoices.billWith(order.personId, order.id);
      const codes = await shopOf(work).paymentCodes.of(order.sellerId);
      const screens = [news, ...(bill ? [invoiceScreen(bill)] : payScreens(order, codes))];
      for (const [index, screen] of screens.entries())
        await engine.leave(
          work,
          order.chatId,
          `unpaid:${order.id}:${order.dueAt?.getTime()}:${index}`,
          screen,
        );
    }
    return due.map((order) => order.chatId);
  });
  for (const chat of told) engine.wake(chat);
}

/** Erases those who asked for it while something was open, once nothing is, and tells them. */
async function sayFarewell({ store, engine }: JobParts): Promise<void> {
  const told = await transact(store, async (work) => {
    const chats = await shopOf(work).forgetting.forgetDue();
    for (const chat of chats) await engine.leave(work, chat, `forgotten:${chat}`, farewell);
    return chats;
  });
  for (const chat of told) engine.wake(chat);
}

/** Lets go of what was held for orders that were not paid in time, and tells both sides. A few at a time, until none is left. */
async function releaseHolds({ store, engine }: JobParts): Promise<void> {
  for (let isMore = true; isMore; ) {
    const told = await transact(store, async (work) => {
      const expired = await shopOf(work).orders.expireDue();
      const chats: string[] = [];
      for (const order of expired) chats.push(...(await tellExpired(work, engine, order)));
      return chats;
    });
    for (const chat of told) engine.wake(chat);
    isMore = told.length > 0;
  }
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

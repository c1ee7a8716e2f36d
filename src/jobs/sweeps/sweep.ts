import { say } from '../../chat/dsl/screen.ts';
import { deleteExpiredText } from '../../chat/outbound/retention.ts';
import { deleteUnkeptPhotos } from '../../chat/store/unkept-media.ts';
import { logFault } from '../../db/client/away.ts';
import type { ChatId } from '../../db/ids.ts';
import { deleteRelayed } from '../../db/outbox/outbox.ts';
import { inTransaction, type TxContext } from '../../db/work.ts';
import { goodbyeNotice } from '../../flows/screens/messages/goodbye-notice.ts';
import { soldExpiredScreen } from '../../flows/screens/orders/order-notice.ts';
import { orderScreen } from '../../flows/screens/orders/order-screen.ts';
import { invoiceScreen, payScreens } from '../../flows/screens/payments/pay-screen.ts';
import type { Order } from '../../shop/fulfilment/orders.ts';
import { deleteOldRecipients } from '../../shop/notifications/recipients.ts';
import { createShop } from '../../shop/shop.ts';
import type { JobDeps } from '../job.ts';
import { warnOperators } from './dangers.ts';
import { followProofs } from './proofs.ts';
import { sweepStreams } from './streams.ts';
import { remindOfExpiring, remindOfUnanswered } from './unanswered.ts';

export const SWEEP_MS = 15_000;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** How often unanswered orders are looked for: they are hours old, so not in every sweep. */
const UNTOUCHED_MS = 5 * 60_000;
/** How often the promises are looked at. */
const DANGERS_MS = 60_000;
const DELIVERIES_MS = 30 * DAY_MS;

/**
 * Makes the sweep, which handles whatever is due and was missed by an alarm or left by a dead process. `relay` hands over
 * recorded work.
 */
export function createSweep(deps: JobDeps, relay: () => Promise<void>): () => Promise<void> {
  const { engine, alerts, log } = deps;
  let forgotAt = 0;
  let remindedAt = 0;
  let lookedAt = 0;

  const forget = async (): Promise<void> => {
    const now = deps.appContext.clock.now().getTime();
    if (isWithin(HOUR_MS, forgotAt, now)) return;
    forgotAt = now;
    await deleteExpiredText(deps.appContext);
    await deleteUnkeptPhotos(deps.appContext);
    await deleteRelayed(deps.appContext, new Date(now - DAY_MS));
    await deleteOldRecipients(deps.appContext, new Date(now - DELIVERIES_MS));
  };

  const untouched = async (): Promise<void> => {
    const now = deps.appContext.clock.now().getTime();
    if (isWithin(UNTOUCHED_MS, remindedAt, now)) return;
    remindedAt = now;
    await remindOfUnanswered(deps);
    await remindOfExpiring(deps);
  };

  const dangers = async (): Promise<void> => {
    const now = deps.appContext.clock.now().getTime();
    if (isWithin(DANGERS_MS, lookedAt, now)) return;
    lookedAt = now;
    await warnOperators(deps);
  };

  const steps = {
    relay,
    engine: () => engine.sweep(),
    reminders: () => remindOfMoney(deps),
    holds: () => releaseHolds(deps),
    proofs: () => followProofs(deps),
    untouched,
    forgetting: () => sayGoodbye(deps),
    streams: () => sweepStreams(deps),
    alerts: () => alerts.sweep(),
    forget,
    dangers,
  };
  return async () => {
    // A step that fails does not stop the others.
    for (const [step, take] of Object.entries(steps))
      await take().catch((error: unknown) => logFault(log, error, 'a sweep failed', { step }));
  };
}

/** Also where the machine's clock was set back meanwhile: nothing waits for a time that is past. */
const isWithin = (ms: number, last: number, now: number): boolean => Math.abs(now - last) < ms;

/** Reminds buyers half an hour before their reservation ends, with all they need to pay. */
async function remindOfMoney({ appContext, engine }: JobDeps): Promise<void> {
  const notified = await inTransaction(appContext, async (context) => {
    const due = await createShop(context).orders.remindDue();
    for (const order of due) {
      const notices = { text: say('pay-reminder', { number: order.number }), fresh: true };
      const bill = await createShop(context).invoices.billWith(order.personId, order.id);
      const codes = await createShop(context).paymentCodes.of(order.sellerId);
      const screens = [notices, ...(bill ? [invoiceScreen(bill)] : payScreens(order, codes))];
      for (const [index, screen] of screens.entries())
        await engine.enqueue(
          context,
          order.chatId,
          `unpaid:${order.id}:${order.dueAt?.getTime()}:${index}`,
          screen,
        );
    }
    return due.map((order) => order.chatId);
  });
  for (const chat of notified) engine.wakeSender(chat);
}

/** Erases the people who asked for it and have nothing open any more, and says goodbye. */
async function sayGoodbye({ appContext, engine }: JobDeps): Promise<void> {
  const notified = await inTransaction(appContext, async (context) => {
    const chats = await createShop(context).erasure.eraseDue();
    for (const chat of chats) await engine.enqueue(context, chat, `forgotten:${chat}`, goodbyeNotice);
    return chats;
  });
  for (const chat of notified) engine.wakeSender(chat);
}

/** Expires orders that were not paid in time, releases their stock and notifies both sides, in batches. */
async function releaseHolds({ appContext, engine }: JobDeps): Promise<void> {
  for (let isMore = true; isMore; ) {
    const notified = await inTransaction(appContext, async (context) => {
      const expired = await createShop(context).orders.expireDue();
      const chats: ChatId[] = [];
      for (const order of expired) chats.push(...(await notifyExpired(context, engine, order)));
      return chats;
    });
    for (const chat of notified) engine.wakeSender(chat);
    isMore = notified.length > 0;
  }
}

/** It is the seller who did not answer, where nothing was to be paid. */
const expiredKey = ({ payment }: Order): string =>
  payment === 'none' ? 'order-unaccepted-notice' : 'order-expired-notice';

async function notifyExpired(context: TxContext, engine: JobDeps['engine'], order: Order): Promise<ChatId[]> {
  const cause = `expired:${order.id}:${context.now.getTime()}`;
  const { text, buttons } = orderScreen(order);
  const notices = {
    text: [say(expiredKey(order), { number: order.number }), text],
    ...(buttons && { buttons }),
  };
  await engine.enqueue(context, order.chatId, cause, notices);
  const sellers = await createShop(context).sellers.chats(order.sellerId);
  for (const chat of sellers)
    await engine.enqueue(context, chat, `${cause}:${chat}`, soldExpiredScreen(order));
  return [order.chatId, ...sellers];
}

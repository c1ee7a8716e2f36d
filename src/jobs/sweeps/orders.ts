import { say } from '../../chat/dsl/screen.ts';
import type { ChatId } from '../../db/ids.ts';
import { inTransaction, type TxContext } from '../../db/work.ts';
import { goodbyeNotice } from '../../flows/screens/messages/goodbye-notice.ts';
import { soldExpiredScreen } from '../../flows/screens/orders/order-notice.ts';
import { orderScreen } from '../../flows/screens/orders/order-screen.ts';
import { invoiceScreen, payScreens } from '../../flows/screens/payments/pay-screen.ts';
import type { Order } from '../../shop/fulfilment/orders.ts';
import { createShop } from '../../shop/shop.ts';
import type { JobDeps } from '../job.ts';

/** Reminds buyers half an hour before their reservation ends, with all they need to pay. */
export async function remindOfMoney({ appContext, engine }: JobDeps): Promise<void> {
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
export async function sayGoodbye({ appContext, engine }: JobDeps): Promise<void> {
  const notified = await inTransaction(appContext, async (context) => {
    const chats = await createShop(context).erasure.eraseDue();
    for (const chat of chats) await engine.enqueue(context, chat, `forgotten:${chat}`, goodbyeNotice);
    return chats;
  });
  for (const chat of notified) engine.wakeSender(chat);
}

/** Expires orders that were not paid in time, releases their stock and notifies both sides, in batches. */
export async function releaseHolds({ appContext, engine }: JobDeps): Promise<void> {
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

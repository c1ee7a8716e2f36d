import type { ChatId } from '../../db/ids.ts';
import { inTransaction } from '../../db/work.ts';
import { acceptAllRow } from '../../flows/screens/orders/accept-all-button.ts';
import { expiringScreen, unansweredScreen } from '../../flows/screens/orders/unanswered-screen.ts';
import { takeExpiring, takeUnanswered } from '../../shop/orders/unanswered.ts';
import { createShop } from '../../shop/shop.ts';
import type { JobDeps } from '../job.ts';

/** Reminds sellers of newcomers' orders that expire soon: once an order, by day. */
export async function remindOfExpiring({ appContext, engine }: JobDeps): Promise<void> {
  const notified = await inTransaction(appContext, async (context) => {
    const shop = createShop(context);
    const chats: ChatId[] = [];
    for (const one of await takeExpiring(context)) {
      const screen = expiringScreen(one, await acceptAllRow(shop, one.sellerId, context.now));
      for (const chat of await shop.sellers.chats(one.sellerId)) {
        await engine.enqueue(context, chat, `expiring:${chat}:${context.now.getTime()}`, screen);
        chats.push(chat);
      }
    }
    return chats;
  });
  for (const chat of notified) engine.wakeSender(chat);
}

/** Reminds sellers of orders that nobody has answered: one message a seller, once an order, by day. */
export async function remindOfUnanswered({ appContext, engine }: JobDeps): Promise<void> {
  const notified = await inTransaction(appContext, async (context) => {
    const chats: ChatId[] = [];
    const shop = createShop(context);
    for (const one of await takeUnanswered(context)) {
      const screen = unansweredScreen(one, await acceptAllRow(shop, one.sellerId, context.now));
      for (const chat of await shop.sellers.chats(one.sellerId)) {
        await engine.enqueue(context, chat, `untouched:${chat}:${context.now.getTime()}`, screen);
        chats.push(chat);
      }
    }
    return chats;
  });
  for (const chat of notified) engine.wakeSender(chat);
}

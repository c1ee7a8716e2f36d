import type { ChatId } from '../../db/ids.ts';
import { inTransaction } from '../../db/work.ts';
import { unansweredScreen } from '../../flows/screens/orders/unanswered-screen.ts';
import { takeUnanswered } from '../../shop/orders/unanswered.ts';
import { createShop } from '../../shop/shop.ts';
import type { JobDeps } from '../job.ts';

/** Reminds sellers of orders that nobody has answered: one message a seller, once an order, by day. */
export async function remindOfUnanswered({ appContext, engine }: JobDeps): Promise<void> {
  const notified = await inTransaction(appContext, async (context) => {
    const chats: ChatId[] = [];
    for (const one of await takeUnanswered(context)) {
      for (const chat of await createShop(context).sellers.chats(one.sellerId)) {
        await engine.enqueue(
          context,
          chat,
          `untouched:${chat}:${context.now.getTime()}`,
          unansweredScreen(one),
        );
        chats.push(chat);
      }
    }
    return chats;
  });
  for (const chat of notified) engine.wakeSender(chat);
}

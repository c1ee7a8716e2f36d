import { transact } from '../../db/work.ts';
import { untouchedScreen } from '../../flows/screens/unanswered-screen.ts';
import { takeUntouched } from '../../shop/orders/unanswered.ts';
import { shopOf } from '../../shop/shop.ts';
import type { JobParts } from '../job.ts';

/** Brings orders to mind that nobody has touched: one message for each household, once for each order, by day. */
export async function remindOfUntouched({ store, engine }: JobParts): Promise<void> {
  const told = await transact(store, async (work) => {
    const chats: string[] = [];
    for (const one of await takeUntouched(work)) {
      for (const chat of await shopOf(work).sellers.chats(one.sellerId)) {
        await engine.leave(work, chat, `untouched:${chat}:${work.now.getTime()}`, untouchedScreen(one));
        chats.push(chat);
      }
    }
    return chats;
  });
  for (const chat of told) engine.wake(chat);
}

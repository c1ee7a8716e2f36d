import type { Screen } from '../../chat/dsl/screen.ts';
import type { ChatId } from '../../db/ids.ts';
import { inTransaction, type TxContext } from '../../db/work.ts';
import { createShop } from '../../shop/shop.ts';
import { localDay } from '../../shop/values/village-time.ts';
import type { JobDeps } from '../job.ts';

/** What somebody hears by itself; `cause` names it once and for all. */
export interface Notice {
  readonly chat: ChatId;
  readonly cause: string;
  readonly screen: Screen;
}

/** Enqueues what `find` finds in its transaction, and wakes the sender. */
export async function notify(
  { appContext, engine }: JobDeps,
  find: (context: TxContext) => Promise<readonly Notice[]>,
): Promise<void> {
  const notices = await inTransaction(appContext, async (context) => {
    const found = await find(context);
    for (const { chat, cause, screen } of found) await engine.enqueue(context, chat, cause, screen);
    return found;
  });
  for (const { chat } of notices) engine.wakeSender(chat);
}

/** The village's day. */
export const today = async (context: TxContext): Promise<string> =>
  localDay(context.now, await createShop(context).sellers.timeZone());

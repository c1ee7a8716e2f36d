import type { ChatId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import {
  auditScreen,
  briefScreen,
  cartLeftScreen,
  parcelScreen,
} from '../../flows/screens/messages/daily-screens.ts';
import { takeLeftCarts, takeUnconfirmed } from '../../shop/reports/buyer-reminders.ts';
import { takeBriefs } from '../../shop/reports/morning-brief.ts';
import { auditStock, claimNightly } from '../../shop/reports/stock-audit.ts';
import { createShop } from '../../shop/shop.ts';
import type { JobDeps } from '../job.ts';
import { type Notice, notify, today } from './notices.ts';

/** Rows of one transaction; what is left is done in the next run. */
const TAKE = 50;
/** Products that an audit names. */
const NAMED = 10;

/** Tells sellers in the morning what there is to do today; whoever has nothing to do hears nothing. */
export const sendBriefs = (deps: JobDeps): Promise<void> =>
  notify(deps, async (context) => {
    const day = await today(context);
    const notices: Notice[] = [];
    for (const brief of await takeBriefs(context, day, TAKE)) {
      const screen = briefScreen(brief);
      if (!screen) continue;
      for (const chat of await findBriefChats(
        context,
        await createShop(context).sellers.chats(brief.sellerId),
      ))
        notices.push({ chat, cause: `brief:${day}:${chat}`, screen });
    }
    return notices;
  });

/** Of these chats those whose person wants a brief. */
async function findBriefChats({ tx }: TxContext, chats: readonly ChatId[]): Promise<ChatId[]> {
  const rows = await tx.chat.findMany({
    where: { id: { in: [...chats] }, person: { wantsBrief: true } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Asks buyers whether a parcel has come that left a week ago. */
export const askForParcels = (deps: JobDeps): Promise<void> =>
  notify(deps, async (context) =>
    (await takeUnconfirmed(context, TAKE)).map((one) => ({
      ...{ chat: one.chatId, cause: `arrived:${one.id}` },
      screen: parcelScreen(one),
    })),
  );

/** Reminds those who want it of a cart left behind, once a cart. */
export const remindOfCarts = (deps: JobDeps): Promise<void> =>
  notify(deps, async (context) =>
    (await takeLeftCarts(context, TAKE)).map((one) => ({
      ...{ chat: one.chatId, cause: `cart:${one.personId}:${context.now.getTime()}` },
      screen: cartLeftScreen(one),
    })),
  );

/** Compares stock with its ledger once a night; operators hear of what does not add up. */
export const auditStockNightly = (deps: JobDeps): Promise<void> =>
  notify(deps, async (context) => {
    const day = await today(context);
    if (!(await claimNightly(context, 'stock-audit', day))) return [];
    const faults = await auditStock(context, NAMED);
    if (faults.length === 0) return [];
    deps.log.error({ products: faults.map(({ id }) => id) }, 'stock differs from its ledger');
    const chats = await createShop(context).sellers.operators();
    return chats.map((chat) => ({ chat, cause: `stock-audit:${day}:${chat}`, screen: auditScreen(faults) }));
  });

import type { ChatId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { awaitedHarvestScreen, harvestDayScreen } from '../../flows/screens/messages/harvest-screens.ts';
import { takeAwaitedHarvests, takeHarvestDays } from '../../shop/reports/harvest-reminders.ts';
import { createShop } from '../../shop/shop.ts';
import type { JobDeps } from '../job.ts';
import { type Notice, notify, today } from './notices.ts';

/** Rows of one transaction; what is left is done in the next run. */
const TAKE = 50;

/** Reminds sellers and buyers of the day for which a harvest was promised. */
export async function remindOfHarvests(deps: JobDeps): Promise<void> {
  await notify(deps, tellSellers);
  await notify(deps, tellBuyers);
}

async function tellSellers(context: TxContext): Promise<Notice[]> {
  const day = await today(context);
  const notices: Notice[] = [];
  for (const harvest of await takeHarvestDays(context, day, TAKE)) {
    const chats = await createShop(context).sellers.chats(harvest.sellerId);
    for (const chat of await findWanting(context, chats))
      notices.push({
        ...{ chat, cause: `harvest:${day}:${harvest.productId}:${chat}` },
        screen: harvestDayScreen(harvest),
      });
  }
  return notices;
}

/** Of these chats those whose person wants to hear of it. */
async function findWanting({ tx }: TxContext, chats: readonly ChatId[]): Promise<ChatId[]> {
  const rows = await tx.chat.findMany({
    where: { id: { in: [...chats] }, person: { wantsHarvestReminder: true } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

async function tellBuyers(context: TxContext): Promise<Notice[]> {
  const day = await today(context);
  return (await takeAwaitedHarvests(context, day, TAKE)).map((line) => ({
    ...{ chat: line.chatId, cause: `harvest:${day}:${line.productId}:${line.orderId}` },
    screen: awaitedHarvestScreen(line),
  }));
}

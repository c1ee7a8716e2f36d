import type { TxContext } from '../../db/work.ts';
import { restOverScreen } from '../../flows/screens/messages/rest-screens.ts';
import { resumeRested } from '../../shop/catalogue/listings/resting.ts';
import { createShop } from '../../shop/shop.ts';
import type { JobDeps } from '../job.ts';
import { type Notice, notify, today } from './notices.ts';

/** Rows of one transaction; what is left is done in the next run. */
const TAKE = 50;

/** Goods that rested until today are on sale again; their sellers are told. */
export const resumeGoods = (deps: JobDeps): Promise<void> => notify(deps, resume);

async function resume(context: TxContext): Promise<Notice[]> {
  const day = await today(context);
  const notices: Notice[] = [];
  for (const goods of await resumeRested(context, day, TAKE))
    for (const chat of await createShop(context).sellers.chats(goods.sellerId))
      notices.push({
        ...{ chat, cause: `rest:${day}:${goods.id}:${chat}` },
        screen: restOverScreen(goods),
      });
  return notices;
}

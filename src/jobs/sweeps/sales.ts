import type { TxContext } from '../../db/work.ts';
import { saleOverScreen } from '../../flows/screens/messages/sale-screens.ts';
import { endSales } from '../../shop/catalogue/listings/sales-until.ts';
import { createShop } from '../../shop/shop.ts';
import type { JobDeps } from '../job.ts';
import { type Notice, notify, today } from './notices.ts';

/** Rows of one transaction; what is left is done in the next run. */
const TAKE = 50;

/** Goods whose price counted until yesterday cost what they usually do; their sellers are told. */
export const endSalesOfYesterday = (deps: JobDeps): Promise<void> => notify(deps, end);

async function end(context: TxContext): Promise<Notice[]> {
  const day = await today(context);
  const notices: Notice[] = [];
  for (const goods of await endSales(context, day, TAKE))
    for (const chat of await createShop(context).sellers.chats(goods.sellerId))
      notices.push({
        ...{ chat, cause: `sale-over:${day}:${goods.id}:${chat}` },
        screen: saleOverScreen(goods),
      });
  return notices;
}

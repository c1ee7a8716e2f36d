import { inTransaction } from '../../db/work.ts';
import { dangerNotice } from '../../flows/screens/messages/danger-notice.ts';
import { findDangers } from '../../health/dangers.ts';
import { readFigures } from '../../health/figures.ts';
import { recordDangers } from '../../health/warnings.ts';
import { createShop } from '../../shop/shop.ts';
import type { JobDeps } from '../job.ts';

/** Tells operators of each promise that is not kept: once when that begins, and once when it is over. */
export async function warnOperators({ appContext, engine }: JobDeps): Promise<void> {
  const dangers = findDangers(await readFigures(appContext));
  const notified = await inTransaction(appContext, async (context) => {
    const changes = await recordDangers(context, dangers);
    if (changes.begun.length + changes.over.length === 0) return [];
    const operators = await createShop(context).sellers.operators();
    const cause = `danger:${context.now.getTime()}`;
    for (const chat of operators)
      await engine.enqueue(context, chat, `${cause}:${chat}`, dangerNotice(changes));
    return operators;
  });
  for (const chat of notified) engine.wakeSender(chat);
}

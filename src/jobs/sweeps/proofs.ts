import type { ChatId } from '../../db/ids.ts';
import { inTransaction, type TxContext } from '../../db/work.ts';
import {
  type ProofNotices,
  proofLapsedNotices,
  proofWaitsNotices,
} from '../../flows/screens/payments/proof-waiting.ts';
import type { Order } from '../../shop/fulfilment/orders.ts';
import { lapseProofs, takeUnansweredProofs } from '../../shop/payments/unanswered-proofs.ts';
import { createShop } from '../../shop/shop.ts';
import type { JobDeps } from '../job.ts';

/** Brings back to seller, office and buyer what nobody has answered for a day, and ends it after three. */
export async function followProofs(deps: JobDeps): Promise<void> {
  await notifyEach(deps, async (context) =>
    (await takeUnansweredProofs(context)).map((proof) => ({
      order: proof.order,
      cause: `proof-waits:${proof.id}`,
      notices: proofWaitsNotices(proof),
    })),
  );
  await notifyEach(deps, async (context) =>
    (await lapseProofs(context)).map((order) => ({
      order,
      cause: `proof-lapsed:${order.id}:${context.now.getTime()}`,
      notices: proofLapsedNotices(order),
    })),
  );
}

interface Told {
  readonly order: Order;
  readonly cause: string;
  readonly notices: ProofNotices;
}

async function notifyEach(
  { appContext, engine }: JobDeps,
  take: (context: TxContext) => Promise<Told[]>,
): Promise<void> {
  const notified = await inTransaction(appContext, async (context) => {
    const { sellers } = createShop(context);
    const chats: ChatId[] = [];
    for (const { order, cause, notices } of await take(context)) {
      const to = [
        { chat: order.chatId, screen: notices.buyer },
        ...(await sellers.chats(order.sellerId)).map((chat) => ({ chat, screen: notices.seller })),
        ...(await sellers.operators()).map((chat) => ({ chat, screen: notices.office })),
      ];
      for (const [index, { chat, screen }] of to.entries()) {
        await engine.enqueue(context, chat, `${cause}:${index}`, { ...screen, fresh: true });
        chats.push(chat);
      }
    }
    return chats;
  });
  for (const chat of notified) engine.wakeSender(chat);
}

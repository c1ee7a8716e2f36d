import { z } from 'zod';
import type { Screen } from '../../chat/dsl/screen.ts';
import { type ChatId, idShape, type ProductId } from '../../db/ids.ts';
import { inTransaction, type TxContext } from '../../db/work.ts';
import {
  expiredScreen,
  leftScreen,
  offerScreen,
  offersMadeScreen,
  withdrawnScreen,
} from '../../flows/screens/messages/offer-screen.ts';
import type { Product } from '../../shop/catalogue/products/catalogue.ts';
import { findOverdueOffers, type Served } from '../../shop/notifications/waiting/waiting-queue.ts';
import { createShop } from '../../shop/shop.ts';
import { type JobDeps, job } from '../job.ts';

/** Offers what came back to those who wait, in their order, and tells everybody whom that concerns. */
export const serveWaitingJob = job(
  'serve-waiting',
  z.object({ product: idShape<ProductId>() }),
  ({ product }, deps) => serve(deps, product),
);

/** Ends offers whose alarm was missed. */
export async function endOverdueOffers(deps: JobDeps): Promise<void> {
  for (const product of await inTransaction(deps.appContext, findOverdueOffers)) await serve(deps, product);
}

async function serve({ appContext, engine }: JobDeps, productId: ProductId): Promise<void> {
  const told = await inTransaction(appContext, async (context) => {
    const shop = createShop(context);
    const served = await shop.waiting.serve(productId);
    const product = await shop.catalogue.byId(productId);
    if (!product) return [];
    const notices = [
      ...buyersNotices(context, product, served),
      ...(await sellersNotices(context, product, served)),
    ];
    for (const { chat, cause, screen } of notices) await engine.enqueue(context, chat, cause, screen);
    return notices.map(({ chat }) => chat);
  });
  for (const chat of told) engine.wakeSender(chat);
}

interface Notice {
  readonly chat: ChatId;
  readonly cause: string;
  readonly screen: Screen;
}

function buyersNotices({ now }: TxContext, product: Product, served: Served): Notice[] {
  return [
    ...served.expired.map((offer) => ({
      ...{ chat: offer.chatId, cause: `offer-expired:${offer.id}` },
      screen: expiredScreen(product, offer),
    })),
    ...served.withdrawn.map((offer) => ({
      ...{ chat: offer.chatId, cause: `offer-withdrawn:${offer.id}` },
      screen: withdrawnScreen(product, offer),
    })),
    ...served.offered.map((offer) => ({
      ...{ chat: offer.chatId, cause: `offer:${offer.id}` },
      screen: offerScreen(product, offer),
    })),
    ...served.left.map((one) => ({
      ...{ chat: one.chatId, cause: `offer-left:${product.id}:${one.personId}:${now.getTime()}` },
      screen: leftScreen(product, one),
    })),
  ];
}

async function sellersNotices(context: TxContext, product: Product, served: Served): Promise<Notice[]> {
  const screen = offersMadeScreen(product, served);
  if (!screen) return [];
  const cause = `offers-made:${served.offered[0]?.id}`;
  const chats = await createShop(context).sellers.chats(product.sellerId);
  return chats.map((chat) => ({ chat, cause: `${cause}:${chat}`, screen }));
}

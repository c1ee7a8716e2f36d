import { z } from 'zod';
import { findLastMessage } from '../../chat/outbound/history/last-message.ts';
import { type ChatId, idShape, type ProductId } from '../../db/ids.ts';
import { inTransaction } from '../../db/work.ts';
import { draftScreen } from '../../flows/screens/catalogue/draft-screen.ts';
import { hintsFor } from '../../shop/catalogue/listings/plausibility.ts';
import { findProduct } from '../../shop/catalogue/products/catalogue.ts';
import { job } from '../job.ts';

const payload = z.object({ product: idShape<ProductId>(), chat: idShape<ChatId>() });

/**
 * Shows the preview of a draft whose photos come one by one. Each photo enqueues this job, and only the job of the newest
 * photo shows anything. A later photo replaces the preview.
 */
export const showDraft = job(
  'show-draft',
  payload.extend({ photos: z.number().int().optional() }),
  async ({ product: id, chat, photos }, { appContext, engine }) => {
    await inTransaction(appContext, async (context) => {
      const product = await findProduct(context.tx, id);
      if (product?.status !== 'draft') return;
      if (photos !== undefined && product.photos.length > photos) return;
      const screen = draftScreen(product, await hintsFor(context.tx, product));
      const earlier = await findLastMessage(context, chat, `draft:${id}:`);
      await engine.enqueue(context, chat, `draft:${id}:${product.photos.length}`, screen, earlier);
    });
    engine.wakeSender(chat);
  },
);

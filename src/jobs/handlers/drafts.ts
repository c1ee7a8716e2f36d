import { z } from 'zod';
import { findLastMessage } from '../../chat/outbound/last-message.ts';
import { type ChatId, idShape, type ProductId } from '../../db/ids.ts';
import { inTransaction, type TxContext } from '../../db/work.ts';
import { draftScreen, suggestionScreen } from '../../flows/screens/catalogue/draft-screen.ts';
import { findProduct } from '../../shop/catalogue/catalogue.ts';
import { findSuggestion, type Suggestion, saveSuggestion } from '../../shop/catalogue/listings.ts';
import { hintsFor } from '../../shop/catalogue/plausibility.ts';
import { findProductWords } from '../../shop/customers/product-words.ts';
import { sellers } from '../../shop/sellers/sellers.ts';
import type { Draft, Drafted, Facts } from '../../writer/facts/facts.ts';
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

/** Has the writer propose words for a product; the seller decides. */
export const writeBlurb = job(
  'write-blurb',
  payload,
  async ({ product: id, chat }, { appContext, engine, writer }) => {
    const facts = await inTransaction(appContext, (context) => toFacts(context, id));
    if (!facts) return;
    const { drafts, by, why } = await writer.draft(facts);
    await inTransaction(appContext, async (context) => {
      const product = await findProduct(context.tx, id);
      if (!product) return;
      const draft = nextDraft(drafts, await findSuggestion(context, id));
      await saveSuggestion(context, id, draft);
      const byKey = by === 'model' ? 'suggestion-by-model' : `suggestion-${why}`;
      await engine.enqueue(
        context,
        chat,
        `suggestion:${id}:${context.now.getTime()}`,
        suggestionScreen(product, draft, byKey),
      );
    });
    engine.wakeSender(chat);
  },
  'slow',
);

/** "Again" shows the next of the drafts, in another voice. */
function nextDraft(drafts: Drafted['drafts'], shown: Suggestion | undefined): Draft {
  const at = drafts.findIndex(({ zh }) => zh.blurb === shown?.zh.blurb);
  return drafts[at + 1] ?? drafts[0];
}

async function toFacts(context: TxContext, id: ProductId): Promise<Facts | undefined> {
  const product = await findProduct(context.tx, id);
  const village = await sellers(context).village();
  if (!product || !village) return undefined;
  const { title, titleEn, measure, price, priceQuantity, packs, harvestedOn } = product;
  const { name, nameEn, county, countyEn, province, provinceEn } = village;
  const seller = await sellers(context).byId(product.sellerId);
  return {
    title,
    titleEn,
    category: product.category,
    year: context.now.getFullYear(),
    measure,
    price: { fen: price, per: priceQuantity },
    packs: packs.map((pack) => pack.quantity),
    harvestedOn: harvestedOn?.toISOString().slice(0, 10),
    seller: product.sellerName,
    sellerEn: product.sellerNameEn,
    story: seller?.story,
    words: (await findProductWords(context, id)).join('\n'),
    village: { name, nameEn, county, countyEn, province, provinceEn },
  };
}

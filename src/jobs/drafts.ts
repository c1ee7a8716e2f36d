import { z } from 'zod';
import { lastSaid } from '../chat/earlier.ts';
import { transact, type Work } from '../db/work.ts';
import { draftScreen, suggestionScreen } from '../flows/seller/draft-screen.ts';
import { productById } from '../shop/catalogue.ts';
import { keepSuggestion, type Suggestion, suggestionOf } from '../shop/offers.ts';
import { wordsOf } from '../shop/product-words.ts';
import { sellers } from '../shop/sellers.ts';
import { hintsFor } from '../shop/usual.ts';
import type { Draft, Drafted, Facts } from '../writer/facts.ts';
import { job } from './job.ts';

const payload = z.object({ product: z.uuid(), chat: z.uuid() });

/**
 * Shows a draft whose photos came one by one. Each photo asks for it; the last one's question counts. A photo that is
 * late takes the place of the preview that stands there already.
 */
export const showDraft = job(
  'show-draft',
  payload.extend({ photos: z.number().int().optional() }),
  async ({ product: id, chat, photos }, { store, engine }) => {
    await transact(store, async (work) => {
      const product = await productById(work.tx, id);
      if (product?.status !== 'draft') return;
      if (photos !== undefined && product.photos.length > photos) return;
      const screen = draftScreen(product, await hintsFor(work.tx, product));
      const earlier = await lastSaid(work, chat, `draft:${id}:`);
      await engine.leave(work, chat, `draft:${id}:${product.photos.length}`, screen, earlier);
    });
    engine.wake(chat);
  },
);

/** Has the writer propose words for a product; the seller decides. */
export const writeBlurb = job(
  'write-blurb',
  payload,
  async ({ product: id, chat }, { store, engine, writer }) => {
    const facts = await transact(store, (work) => factsOf(work, id));
    if (!facts) return;
    const { drafts, by, why } = await writer.draft(facts);
    await transact(store, async (work) => {
      const product = await productById(work.tx, id);
      if (!product) return;
      const draft = nextOf(drafts, await suggestionOf(work, id));
      await keepSuggestion(work, id, draft);
      const byKey = by === 'model' ? 'suggestion-by-model' : `suggestion-${why}`;
      await engine.leave(
        work,
        chat,
        `suggestion:${id}:${work.now.getTime()}`,
        suggestionScreen(product, draft, byKey),
      );
    });
    engine.wake(chat);
  },
  'slow',
);

/** "Again" shows the next of the drafts, in another voice. */
function nextOf(drafts: Drafted['drafts'], shown: Suggestion | undefined): Draft {
  const at = drafts.findIndex(({ zh }) => zh.blurb === shown?.zh.blurb);
  return drafts[at + 1] ?? drafts[0];
}

async function factsOf(work: Work, id: string): Promise<Facts | undefined> {
  const product = await productById(work.tx, id);
  const village = await sellers(work).village();
  if (!product || !village) return undefined;
  const { title, titleEn, measure, price, priceQuantity, packs, harvestedOn } = product;
  const { name, nameEn, county, countyEn, province, provinceEn } = village;
  const seller = await sellers(work).byId(product.sellerId);
  return {
    title,
    titleEn,
    category: product.category,
    year: work.now.getFullYear(),
    measure,
    price: { fen: price, per: priceQuantity },
    packs: packs.map((pack) => pack.quantity),
    harvestedOn: harvestedOn?.toISOString().slice(0, 10),
    seller: product.sellerName,
    sellerEn: product.sellerNameEn,
    story: seller?.story,
    words: (await wordsOf(work, id)).join('\n'),
    village: { name, nameEn, county, countyEn, province, provinceEn },
  };
}

import { z } from 'zod';
import type { Tx } from '../db/client.ts';
import { later } from '../db/outbox.ts';
import type { Outcome, Work } from '../db/work.ts';
import { type Product, type ProductStatus, productById } from './catalogue.ts';
import { categoryOf } from './categories.ts';
import { archived, draft, drafts, ofAlbum, openDraft } from './drafts.ts';
import { MAX_FEN } from './money.ts';
import { moveStock, type StockMove } from './offer-stock.ts';
import { own } from './own-product.ts';
import type { Pack } from './pricing.ts';
import { definedOf, type Patch } from './product-fields.ts';
import { type Changed, changeFields, enterEvent, historyOf } from './product-history.ts';
import { copyOf, type Sheet, sheetOf } from './product-sheet.ts';
import { lastChange, undoChange } from './product-undo.ts';
import { keepWords } from './product-words.ts';
import { isAmount, type Measure } from './quantity.ts';
import { announceRestock } from './restock.ts';
import type { SellerState } from './sellers.ts';
import { type Doubt, doubtPrice, doubtStock, type Hints, hintsFor } from './usual.ts';
import { announceWished } from './wishes.ts';

export const MAX_PHOTOS = 10;
/** An album's photos arrive within a moment of each other, without an end mark. */
const ALBUM_MS = 1_500;

/** What a seller says about a product; what is unsaid stays as it is. */
export interface OfferWords {
  readonly title?: string | undefined;
  readonly titleEn?: string | null | undefined;
  readonly blurb?: string | undefined;
  readonly blurbEn?: string | null | undefined;
  readonly measure?: Measure | undefined;
  /** Fen for `priceQuantity` base units. */
  readonly price?: number | undefined;
  readonly priceQuantity?: number | undefined;
  /** In base units, with the fen for one of them; one without a price of its own keeps what it had. */
  readonly packs?: readonly Pack[] | undefined;
}

/** What a product still needs before anybody may buy it. */
export type Missing = 'title' | 'price' | 'stock';

/** A seller's acts on their own products. `undefined` means that the product is not theirs to touch. */
export const offers = (work: Work) => ({
  draft: (personId: string, sellerId: string) => draft(work, personId, sellerId),
  openDraft: (personId: string, sellerId: string) => openDraft(work, personId, sellerId),
  drafts: (personId: string, sellerId: string) => drafts(work, personId, sellerId),
  archived: (personId: string, sellerId: string, page: number) => archived(work, personId, sellerId, page),
  /** What the photos of an album belong to, which come one by one. */
  ofAlbum: (personId: string, sellerId: string, album: string) => ofAlbum(work, personId, sellerId, album),
  nameAlbum: (personId: string, productId: string, album: string) =>
    enterEvent(work, personId, productId, 'album', {}, { album }),
  own: (personId: string, productId: string) => own(work.tx, personId, productId),
  describe: (personId: string, productId: string, words: OfferWords) =>
    describe(work, personId, productId, words),
  keepWords: (personId: string, productId: string, words: string) =>
    keepWords(work, personId, productId, words),
  addPhoto: (personId: string, productId: string, mediaId: string) =>
    addPhoto(work, personId, productId, mediaId),
  /** Changes fields of one's own product, with its history. */
  async change(personId: string, productId: string, patch: Patch): Promise<Changed | undefined> {
    const product = await own(work.tx, personId, productId);
    return product && changeFields(work, personId, product, patch);
  },
  async sheet(personId: string, productId: string): Promise<Sheet | undefined> {
    return (await own(work.tx, personId, productId)) && sheetOf(work, productId);
  },
  async copy(personId: string, productId: string): Promise<Product | undefined> {
    const product = await own(work.tx, personId, productId);
    return product && productById(work.tx, await copyOf(work, product));
  },
  undo: (personId: string, event: string) => undoChange(work, personId, event),
  lastChange: (personId: string, sellerId: string) => lastChange(work, personId, sellerId),
  async history(personId: string, productId: string, page: number) {
    const product = await own(work.tx, personId, productId);
    return product && { product, ...(await historyOf(work, productId, page)) };
  },
  /** Asks about a figure that is far from the usual; nothing where it is not. */
  async doubt(
    personId: string,
    productId: string,
    said: { readonly price: number; readonly priceQuantity: number } | StockMove,
  ): Promise<Doubt | undefined> {
    const product = await own(work.tx, personId, productId);
    if (!product) return undefined;
    return 'mode' in said ? doubtStock(work.tx, product, said) : doubtPrice(work.tx, product, said);
  },
  async hints(personId: string, productId: string): Promise<Hints> {
    const product = await own(work.tx, personId, productId);
    return product ? hintsFor(work.tx, product) : {};
  },
  setStatus: (personId: string, productId: string, status: ProductStatus) =>
    setStatus(work, personId, productId, status),
  moveStock: (personId: string, productId: string, change: StockMove) =>
    moveStock(work, personId, productId, change),

  /** Photos of an album come one by one: the draft is shown once, when no more than these have come for a moment. */
  showSoon: (productId: string, chatId: string, photos: number) =>
    later(
      work,
      'show-draft',
      { product: productId, chat: chatId, photos },
      new Date(work.now.getTime() + ALBUM_MS),
    ),
  askWriter: (productId: string, chatId: string) =>
    later(work, 'write-blurb', { product: productId, chat: chatId }),
  takeSuggestion: (personId: string, productId: string) => takeSuggestion(work, personId, productId),
});

const suggestionShape = z.object({
  zh: z.object({ title: z.string(), blurb: z.string() }),
  en: z.object({ title: z.string(), blurb: z.string() }),
});

/** Words that the writer proposes for a product. */
export type Suggestion = z.infer<typeof suggestionShape>;

/** Keeps what the writer proposes; it changes nothing until the seller takes it. */
export async function keepSuggestion({ tx }: Work, productId: string, { zh, en }: Suggestion): Promise<void> {
  const words = ({ title, blurb }: Suggestion['zh']) => ({ title, blurb });
  await tx.product.update({
    where: { id: productId },
    data: { suggestion: { zh: words(zh), en: words(en) } },
  });
}

/** What was proposed last, and may still be taken. */
export async function suggestionOf({ tx }: Work, productId: string): Promise<Suggestion | undefined> {
  const row = await tx.product.findUnique({ where: { id: productId }, select: { suggestion: true } });
  const kept = suggestionShape.safeParse(row?.suggestion);
  return kept.success ? kept.data : undefined;
}

async function takeSuggestion(work: Work, personId: string, productId: string): Promise<Product | undefined> {
  const kept = await suggestionOf(work, productId);
  if (!kept) return own(work.tx, personId, productId);
  const { zh, en } = kept;
  return describe(work, personId, productId, {
    title: zh.title,
    titleEn: en.title,
    blurb: zh.blurb,
    blurbEn: en.blurb,
  });
}

async function describe(
  work: Work,
  personId: string,
  productId: string,
  words: OfferWords,
): Promise<Product | undefined> {
  const product = await own(work.tx, personId, productId);
  if (!product) return undefined;
  return (await changeFields(work, personId, product, patchOf(product, words))).product;
}

/** What words change. A new title puts the product on another shelf, unless its seller has chosen one. */
function patchOf(product: Product, { packs, ...said }: OfferWords): Patch {
  const next = { ...product, ...definedOf(said) };
  if (next.price < 0 || next.price > MAX_FEN || !isAmount(next.priceQuantity))
    throw new RangeError('no such price');
  const words = (of: { title: string; titleEn: string | null }): string => `${of.title} ${of.titleEn ?? ''}`;
  const isShelved = product.title !== '' && product.category !== categoryOf(words(product));
  const priceOf = (quantity: number) =>
    product.packs.find((pack) => pack.quantity === quantity)?.price ?? null;
  return {
    ...said,
    ...(said.title !== undefined && !isShelved && { category: categoryOf(words(next)) }),
    ...(packs && {
      packs: packs.map(({ quantity, price }) => ({ quantity, price: price ?? priceOf(quantity) })),
    }),
  };
}

async function addPhoto(
  work: Work,
  personId: string,
  productId: string,
  mediaId: string,
): Promise<Product | undefined> {
  const product = await own(work.tx, personId, productId);
  if (!product || product.photos.length >= MAX_PHOTOS) return product;
  return (await changeFields(work, personId, product, { photos: [...product.photos, mediaId] })).product;
}

export function missingOf(product: Product): Missing[] {
  const missing: Missing[] = [];
  if (product.title === '') missing.push('title');
  if (product.price === 0) missing.push('price');
  if (product.status === 'draft' && product.available === 0) missing.push('stock');
  return missing;
}

/** Why a product did not change its status: not theirs, something is missing, or the office has not opened the shop. */
export type NotChanged = 'not-yours' | 'missing' | 'waiting' | 'closed';

/** Puts on sale, pauses or archives. Nothing goes on sale while something is missing, or while the shop is not open. */
async function setStatus(
  work: Work,
  personId: string,
  productId: string,
  status: ProductStatus,
): Promise<Outcome<Changed, NotChanged>> {
  const { tx, now } = work;
  const product = await own(tx, personId, productId);
  if (!product) return { ok: false, refusal: 'not-yours' };
  if (status === 'on-sale') {
    if (missingOf(product).length > 0) return { ok: false, refusal: 'missing' };
    const state = await lockedState(tx, product.sellerId);
    if (state !== 'open') return { ok: false, refusal: state };
    if (product.status === 'draft')
      await tx.product.update({ where: { id: productId }, data: { publishedAt: now } });
  }
  const isBack = status === 'on-sale' && product.status === 'paused' && product.available > 0;
  const changed = await changeFields(work, personId, product, { status });
  if (isBack) await announceRestock(work, productId);
  if (status === 'on-sale' && product.status === 'draft') await announceWished(work, productId);
  return { ok: true, ...changed };
}

/** Locked for reading, so that the office cannot close the shop in between and leave this product on sale. */
async function lockedState(tx: Tx, sellerId: string): Promise<SellerState> {
  const [row] = await tx.$queryRaw<{ state: SellerState }[]>`
    SELECT state FROM seller WHERE id = ${sellerId}::uuid FOR SHARE`;
  return row?.state ?? 'closed';
}

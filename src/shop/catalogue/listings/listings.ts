import type { Tx } from '../../../db/client/client.ts';
import type { ChatId, MediaId, PersonId, ProductId, SellerId, WriterDraftId } from '../../../db/ids.ts';
import { enqueue } from '../../../db/outbox/outbox.ts';
import type { Outcome, TxContext } from '../../../db/work.ts';
import { saveProductWords } from '../../customers/product-words.ts';
import { notifySavedSearches } from '../../notifications/saved-searches.ts';
import { notifyMoreStock } from '../../notifications/waiting/back-in-stock.ts';
import type { SellerState } from '../../sellers/sellers.ts';
import { detectCategory } from '../../terms/categories.ts';
import { type Fen, MAX_FEN } from '../../values/money.ts';
import { type BaseQuantity, isAmount, type Measure, NO_QUANTITY } from '../../values/quantity.ts';
import { findOwnProduct } from '../products/authorise.ts';
import type { Product, ProductStatus } from '../products/catalogue.ts';
import type { Pack } from '../products/pricing.ts';
import { askPhotoName, findLastProposal, findProposedName, markProposalUsed } from '../texts/model-uses.ts';
import {
  cancelDraft,
  findLastDraft,
  findOwnDraft,
  markUsed,
  requestDraft,
  type TextEdits,
} from '../texts/writer-drafts.ts';
import { archiveDrafts, createDraft, drafts, findDraftByAlbum, findOpenDraft } from './drafts.ts';
import { type Doubt, doubtPrice, doubtStock, type Hints, hintsFor } from './plausibility.ts';
import { type Patch, withoutUndefined } from './product-fields.ts';
import { changeFields, type ProductChange, productHistory, recordChange } from './product-history.ts';
import { findLastChanges, type UndoReach, undoChange } from './product-undo.ts';
import { endRest, restUntil } from './resting.ts';
import { type SaleTerms, sellUntil } from './sales-until.ts';
import { copyProduct, findSellerView, type SellerView } from './seller-view.ts';
import { moveStock, type StockMove } from './stock-moves.ts';

export const MAX_PHOTOS = 10;
/** An album's photos arrive within a moment of each other, without an end mark. */
const ALBUM_MS = 1_500;

/** A seller's changes of a product; fields that are left out stay as they are. */
export interface ListingText {
  readonly title?: string | undefined;
  readonly titleEn?: string | null | undefined;
  readonly blurb?: string | undefined;
  readonly blurbEn?: string | null | undefined;
  readonly unit?: string | null | undefined;
  readonly unitSize?: BaseQuantity | null | undefined;
  readonly measure?: Measure | undefined;
  /** For `priceQuantity`. */
  readonly price?: Fen | undefined;
  readonly priceQuantity?: BaseQuantity | undefined;
  /** With their prices; one without a price of its own keeps what it had. */
  readonly packs?: readonly Pack[] | undefined;
}

/** What a product still needs before anybody may buy it. */
export type Missing = 'title' | 'price' | 'stock';

/** An act on a product that gives it back as it is now, or says why it was not done. */
export type Listed<Refusal> = Promise<Outcome<{ readonly product: Product }, Refusal>>;

/** A seller's acts on their own products. `undefined` means that the product is not theirs to touch. */
export const listings = (context: TxContext) => ({
  draft: (personId: PersonId, sellerId: SellerId) => createDraft(context, personId, sellerId),
  openDraft: (personId: PersonId, sellerId: SellerId) => findOpenDraft(context, personId, sellerId),
  drafts: (personId: PersonId, sellerId: SellerId) => drafts(context, personId, sellerId),
  archived: (personId: PersonId, sellerId: SellerId, page: number) =>
    archiveDrafts(context, personId, sellerId, page),
  /** What the photos of an album belong to, which come one by one. */
  ofAlbum: (personId: PersonId, sellerId: SellerId, album: string) =>
    findDraftByAlbum(context, personId, sellerId, album),
  nameAlbum: (personId: PersonId, productId: ProductId, album: string) =>
    recordChange(context, personId, productId, 'album', {}, { album }),
  own: (personId: PersonId, productId: ProductId) => findOwnProduct(context.tx, personId, productId),
  describe: (personId: PersonId, productId: ProductId, words: ListingText) =>
    describe(context, personId, productId, words),
  /** Keeps what was said of one's own product, for the texts that are written of it later. */
  async saveWords(personId: PersonId, productId: ProductId, words: string): Promise<void> {
    if (await findOwnProduct(context.tx, personId, productId))
      await saveProductWords(context, personId, productId, words);
  },
  addPhoto: (personId: PersonId, productId: ProductId, mediaId: MediaId) =>
    addPhoto(context, personId, productId, mediaId),
  /** Changes fields of one's own product, with its history. */
  change: (personId: PersonId, productId: ProductId, patch: Patch) =>
    change(context, personId, productId, patch),
  async sheet(personId: PersonId, productId: ProductId): Promise<SellerView | undefined> {
    return (await findOwnProduct(context.tx, personId, productId)) && findSellerView(context, productId);
  },
  copy: (personId: PersonId, productId: ProductId) => copy(context, personId, productId),
  undo: (personId: PersonId, event: string) => undoChange(context, personId, event),
  lastChanges: (
    personId: PersonId,
    sellerId: SellerId,
    which?: { readonly reach?: UndoReach | undefined; readonly of?: 'price' | 'stock' | undefined },
  ) => findLastChanges(context, personId, sellerId, which),
  async history(personId: PersonId, productId: ProductId, page: number) {
    const product = await findOwnProduct(context.tx, personId, productId);
    return product && { product, ...(await productHistory(context, productId, page)) };
  },
  /** Returns a doubt about a figure far from the usual one; undefined where there is none. */
  async doubt(
    personId: PersonId,
    productId: ProductId,
    said: { readonly price: Fen; readonly priceQuantity: BaseQuantity } | StockMove,
  ): Promise<Doubt | undefined> {
    const product = await findOwnProduct(context.tx, personId, productId);
    if (!product) return undefined;
    return 'mode' in said ? doubtStock(context.tx, product, said) : doubtPrice(context.tx, product, said);
  },
  async hints(personId: PersonId, productId: ProductId): Promise<Hints> {
    const product = await findOwnProduct(context.tx, personId, productId);
    return product ? hintsFor(context.tx, product) : {};
  },
  setStatus: (personId: PersonId, productId: ProductId, status: ProductStatus) =>
    setStatus(context, personId, productId, status),
  /** Pauses it until a day of the village (a UTC midnight), from which it is on sale again. */
  restUntil: (personId: PersonId, productId: ProductId, back: Date) =>
    restUntil(context, personId, productId, back),
  /** Sells it at another price until a day; nothing for strangers, and where the day is over by `today`. */
  sellUntil: (personId: PersonId, productId: ProductId, terms: SaleTerms, today: string) =>
    sellUntil(context, personId, productId, terms, today),
  moveStock: (personId: PersonId, productId: ProductId, change: StockMove) =>
    moveStock(context, personId, productId, change),

  /** Enqueues the preview for 1.5 s later, since photos of an album come one by one; only the last one's is shown. */
  showSoon: (productId: ProductId, chatId: ChatId, photos: number) =>
    enqueue(
      context,
      'show-draft',
      { product: productId, chat: chatId, photos },
      new Date(context.now.getTime() + ALBUM_MS),
    ),
  /** Has a model that sees propose a name for a draft without one. */
  askName: (mediaId: MediaId, chatId: ChatId) => askPhotoName(context, mediaId, chatId),
  proposedName: (personId: PersonId, id: bigint) => findProposedName(context, personId, id),
  lastProposedName: (productId: ProductId) => findLastProposal(context, productId),
  /** Counts a proposed name as taken. */
  nameTaken: (id: bigint) => markProposalUsed(context, id),
  /** Enqueues a text by the writer. False: one is being written already, and nothing new was asked for. */
  askWriter: (personId: PersonId, productId: ProductId, chatId: ChatId, edits?: TextEdits) =>
    requestDraft(context, personId, productId, chatId, edits),
  cancelWriting: (personId: PersonId, productId: ProductId) => cancelDraft(context, personId, productId),
  /** What the writer proposed, for those who may sell the product. */
  written: (personId: PersonId, id: WriterDraftId) => findOwnDraft(context, personId, id),
  /** The newest text of the product that its seller has been shown. */
  lastWritten: (personId: PersonId, productId: ProductId) => findLastDraft(context, personId, productId),
  takeWritten: (personId: PersonId, id: WriterDraftId) => takeWritten(context, personId, id),
});

async function takeWritten(
  context: TxContext,
  personId: PersonId,
  id: WriterDraftId,
): Listed<NotDescribed | 'nothing-proposed'> {
  const written = await findOwnDraft(context, personId, id);
  if (!written) return { ok: false, refusal: 'nothing-proposed' };
  const { zh, en } = written.text;
  const words = { title: zh.title, titleEn: en.title, blurb: zh.blurb, blurbEn: en.blurb };
  const described = await describe(context, personId, written.productId, words);
  if (described.ok) await markUsed(context, id);
  return described;
}

/** Why a product was not described: not theirs, or for a price that no goods may have. */
export type NotDescribed = 'not-yours' | 'no-such-price';

async function describe(
  context: TxContext,
  personId: PersonId,
  productId: ProductId,
  words: ListingText,
): Listed<NotDescribed> {
  const product = await findOwnProduct(context.tx, personId, productId);
  if (!product) return { ok: false, refusal: 'not-yours' };
  const { price, priceQuantity } = { ...product, ...withoutUndefined(words) };
  if (price < 0 || price > MAX_FEN || !isAmount(priceQuantity))
    return { ok: false, refusal: 'no-such-price' };
  const changed = await changeFields(context, personId, product, toPatch(product, words));
  return { ok: true, product: changed.product };
}

/** What words change. A new title puts the product on another shelf, unless its seller has chosen one. */
function toPatch(product: Product, { packs, ...said }: ListingText): Patch {
  const next = { ...product, ...withoutUndefined(said) };
  const words = (of: { title: string; titleEn: string | null }): string => `${of.title} ${of.titleEn ?? ''}`;
  const isShelved = product.title !== '' && product.category !== detectCategory(words(product));
  const listedPrice = (quantity: BaseQuantity) =>
    product.packs.find((pack) => pack.quantity === quantity)?.price ?? null;
  return {
    ...said,
    ...(said.title !== undefined && !isShelved && { category: detectCategory(words(next)) }),
    ...(packs && {
      packs: packs.map(({ quantity, price }) => ({ quantity, price: price ?? listedPrice(quantity) })),
    }),
  };
}

async function copy(context: TxContext, personId: PersonId, productId: ProductId): Listed<'not-yours'> {
  const product = await findOwnProduct(context.tx, personId, productId);
  return product
    ? { ok: true, product: await copyProduct(context, product) }
    : { ok: false, refusal: 'not-yours' };
}

async function addPhoto(
  context: TxContext,
  personId: PersonId,
  productId: ProductId,
  mediaId: MediaId,
): Listed<'not-yours' | 'too-many'> {
  const product = await findOwnProduct(context.tx, personId, productId);
  if (!product) return { ok: false, refusal: 'not-yours' };
  if (product.photos.length >= MAX_PHOTOS) return { ok: false, refusal: 'too-many' };
  const changed = await changeFields(context, personId, product, { photos: [...product.photos, mediaId] });
  return { ok: true, product: changed.product };
}

export type Changed = Outcome<ProductChange, 'not-yours'>;

async function change(
  context: TxContext,
  personId: PersonId,
  productId: ProductId,
  patch: Patch,
): Promise<Changed> {
  const product = await findOwnProduct(context.tx, personId, productId);
  if (!product) return { ok: false, refusal: 'not-yours' };
  return { ok: true, ...(await changeFields(context, personId, product, patch)) };
}

export function findMissing(product: Product): Missing[] {
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
  context: TxContext,
  personId: PersonId,
  productId: ProductId,
  status: ProductStatus,
): Promise<Outcome<ProductChange, NotChanged>> {
  const { tx, now } = context;
  const product = await findOwnProduct(tx, personId, productId);
  if (!product) return { ok: false, refusal: 'not-yours' };
  if (status === 'on-sale') {
    if (findMissing(product).length > 0) return { ok: false, refusal: 'missing' };
    const state = await lockedState(tx, product.sellerId);
    if (state !== 'open') return { ok: false, refusal: state };
    if (product.status === 'draft')
      await tx.product.update({ where: { id: productId }, data: { publishedAt: now } });
  }
  const isBack = status === 'on-sale' && product.status === 'paused' && product.available > 0;
  const changed = await changeFields(context, personId, product, { status });
  await endRest(context, productId);
  if (isBack) await notifyMoreStock(context, productId, { before: NO_QUANTITY, after: product.available });
  if (status === 'on-sale' && product.status === 'draft')
    await notifySavedSearches(context, productId, { isNew: true });
  return { ok: true, ...changed };
}

/** Locks the seller, so that the office cannot close it in between and leave this product on sale. */
async function lockedState(tx: Tx, sellerId: SellerId): Promise<SellerState> {
  const [row] = await tx.$queryRaw<{ state: SellerState }[]>`
    SELECT state FROM seller WHERE id = ${sellerId}::uuid FOR SHARE`;
  return row?.state ?? 'closed';
}

import { z } from 'zod';
import type { Tx } from '../db/client.ts';
import { later } from '../db/outbox.ts';
import type { Work } from '../db/work.ts';
import { type Product, type ProductStatus, productById } from './catalogue.ts';
import { categoryOf } from './categories.ts';
import { MAX_FEN } from './money.ts';
import { isAmount, MAX_BASE, type Measure } from './quantity.ts';
import { announceRestock } from './restock.ts';
import { searchColumns } from './search-terms.ts';
import { actsFor } from './sellers.ts';
import { add, type Moved, setAvailable, take } from './stock.ts';

/** The longest title, in characters, that every screen still shows on one line. */
export const TITLE_LENGTH = 40;
export const BLURB_LENGTH = 600;
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
  readonly packs?: readonly number[] | undefined;
}

/** What a product still needs before anybody may buy it. */
export type Missing = 'title' | 'price' | 'stock';

export type StockMove = { readonly mode: 'set' | 'add' | 'sub'; readonly quantity: number };

/** A seller's acts on their own products. `undefined` means that the product is not theirs to touch. */
export const offers = (work: Work) => ({
  draft: (personId: string, sellerId: string) => draft(work, personId, sellerId),
  openDraft: (personId: string, sellerId: string) => openDraft(work, personId, sellerId),
  own: (personId: string, productId: string) => own(work.tx, personId, productId),
  describe: (personId: string, productId: string, words: OfferWords) =>
    describe(work, personId, productId, words),
  addPhoto: (personId: string, productId: string, mediaId: string) =>
    addPhoto(work, personId, productId, mediaId),
  setStatus: (personId: string, productId: string, status: ProductStatus) =>
    setStatus(work, personId, productId, status),
  moveStock: (personId: string, productId: string, change: StockMove) =>
    moveStock(work, personId, productId, change),

  /** Photos of an album come one by one: the draft is shown once, when no more have come for a moment. */
  showSoon: (productId: string, chatId: string) =>
    later(work, 'show-draft', { product: productId, chat: chatId }, new Date(work.now.getTime() + ALBUM_MS)),
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
export async function keepSuggestion({ tx }: Work, productId: string, suggestion: Suggestion): Promise<void> {
  await tx.product.update({ where: { id: productId }, data: { suggestion } });
}

async function takeSuggestion(work: Work, personId: string, productId: string): Promise<Product | undefined> {
  const row = await work.tx.product.findUnique({ where: { id: productId }, select: { suggestion: true } });
  const kept = suggestionShape.safeParse(row?.suggestion);
  if (!kept.success) return own(work.tx, personId, productId);
  const { zh, en } = kept.data;
  return describe(work, personId, productId, {
    title: zh.title,
    titleEn: en.title,
    blurb: zh.blurb,
    blurbEn: en.blurb,
  });
}

/** The product, if `personId` may act for its seller. */
async function own(tx: Tx, personId: string, productId: string): Promise<Product | undefined> {
  const product = await productById(tx, productId);
  return product && (await actsFor(tx, personId, product.sellerId)) ? product : undefined;
}

async function draft({ tx, now }: Work, personId: string, sellerId: string): Promise<Product | undefined> {
  if (!(await actsFor(tx, personId, sellerId))) return undefined;
  const blank = {
    title: '',
    category: 'other',
    measure: 'MASS',
    price: 0,
    priceQuantity: 1,
    status: 'draft',
  };
  const { id } = await tx.product.create({
    data: { sellerId, createdAt: now, ...blank },
    select: { id: true },
  });
  return productById(tx, id);
}

/** The newest draft of the seller's that is still open. */
async function openDraft({ tx }: Work, personId: string, sellerId: string): Promise<Product | undefined> {
  if (!(await actsFor(tx, personId, sellerId))) return undefined;
  const row = await tx.product.findFirst({
    where: { sellerId, status: 'draft' },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { id: true },
  });
  return row ? productById(tx, row.id) : undefined;
}

async function describe(
  work: Work,
  personId: string,
  productId: string,
  words: OfferWords,
): Promise<Product | undefined> {
  const { tx } = work;
  const product = await own(tx, personId, productId);
  if (!product) return undefined;
  const { packs, ...said } = words;
  const next = { ...product, ...definedOf(said) };
  if (next.price < 0 || next.price > MAX_FEN || !isAmount(next.priceQuantity))
    throw new RangeError('no such price');
  const { title, titleEn, blurb, blurbEn, measure, price, priceQuantity } = next;
  const cut = { title: title.slice(0, TITLE_LENGTH), blurb: blurb.slice(0, BLURB_LENGTH) };
  const found = searchColumns(cut.title, titleEn, product.sellerName);
  const category = said.title === undefined ? product.category : categoryOf(`${title} ${titleEn ?? ''}`);
  await tx.product.update({
    where: { id: productId },
    data: { ...cut, titleEn, blurbEn, measure, price, priceQuantity, category, ...found },
  });
  if (packs) await setPacks(tx, productId, packs);
  return productById(tx, productId);
}

async function setPacks(tx: Tx, productId: string, packs: readonly number[]): Promise<void> {
  await tx.pack.deleteMany({ where: { productId } });
  const quantities = [...new Set(packs)].filter(isAmount);
  await tx.pack.createMany({ data: quantities.map((quantity) => ({ productId, quantity })) });
}

async function addPhoto(
  { tx }: Work,
  personId: string,
  productId: string,
  mediaId: string,
): Promise<Product | undefined> {
  const product = await own(tx, personId, productId);
  if (!product) return undefined;
  if (product.photos.length < MAX_PHOTOS) {
    await tx.productPhoto.create({ data: { productId, mediaId, position: product.photos.length } });
  }
  return productById(tx, productId);
}

export function missingOf(product: Product): Missing[] {
  const missing: Missing[] = [];
  if (product.title === '') missing.push('title');
  if (product.price === 0) missing.push('price');
  if (product.status === 'draft' && product.available === 0) missing.push('stock');
  return missing;
}

/** Puts on sale, pauses or archives. Nothing goes on sale while something is missing. */
async function setStatus(
  work: Work,
  personId: string,
  productId: string,
  status: ProductStatus,
): Promise<Product | undefined> {
  const { tx, now } = work;
  const product = await own(tx, personId, productId);
  if (!product || (status === 'on-sale' && missingOf(product).length > 0)) return product;
  const isFirst = status === 'on-sale' && product.status === 'draft';
  const isBack = status === 'on-sale' && product.status === 'paused' && product.available > 0;
  await tx.product.update({
    where: { id: productId },
    data: { status, ...(isFirst && { publishedAt: now }) },
  });
  if (isBack) await announceRestock(work, productId);
  return productById(tx, productId);
}

/** Changes what is left to buy; `undefined` where that cannot be: more taken away than there is, or past the largest stock. */
async function moveStock(
  work: Work,
  personId: string,
  productId: string,
  { mode, quantity }: StockMove,
): Promise<Moved | undefined> {
  const product = await own(work.tx, personId, productId);
  if (!product || !Number.isSafeInteger(quantity) || quantity < 0 || product.held + quantity > MAX_BASE)
    return undefined;
  const moved = await move(work, product, personId, { mode, quantity });
  if (moved && moved.before === 0 && moved.after > 0) await announceRestock(work, productId);
  return moved;
}

async function move(
  work: Work,
  product: Product,
  personId: string,
  { mode, quantity }: StockMove,
): Promise<Moved | undefined> {
  if (mode === 'set')
    return setAvailable(work, product.id, quantity, {
      reason: product.status === 'draft' ? 'opening' : 'set',
      personId,
    });
  if (quantity === 0) return { before: product.available, after: product.available };
  if (mode === 'add') return add(work, product.id, quantity, { reason: 'added', personId });
  const isTaken = await take(work, product.id, quantity, { reason: 'sold-elsewhere', personId });
  return isTaken ? { before: product.available, after: product.available - quantity } : undefined;
}

function definedOf<T extends object>(words: T): Partial<{ [K in keyof T]: Exclude<T[K], undefined> }> {
  return Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined)) as ReturnType<
    typeof definedOf<T>
  >;
}

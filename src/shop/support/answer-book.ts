import { z } from 'zod';
import { sealedAt } from '../../db/crypto/sealed-columns.ts';
import { newId, type PersonId, type ProductAnswerId, type ProductId } from '../../db/ids.ts';
import type { TxContext } from '../../db/work.ts';
import { findOwnProduct } from '../catalogue/products/authorise.ts';
import type { Product } from '../catalogue/products/catalogue.ts';
import { findProductWords } from '../customers/product-words.ts';
import { type Page, pageRange } from '../values/pages.ts';

const keptShape = z.object({ question: z.string(), answer: z.string() });

/** A question about a product, and what its seller answered. */
export interface KeptAnswer {
  readonly id: ProductAnswerId;
  readonly productId: ProductId;
  readonly question: string;
  readonly answer: string;
  /** How often it was used. */
  readonly uses: number;
}

const PAGE_SIZE = 5;
/** The newest of a product; the older ones are still listed for its seller. */
const MOST_SEARCHED = 50;

/** What sellers have answered about their products, kept for the next buyer who asks. */
export const answerBook = (context: TxContext) => ({
  /** Keeps an answer that its seller has still to confirm; undefined for those who may not sell the product. */
  propose: (personId: PersonId, productId: ProductId, question: string, answer: string) =>
    propose(context, personId, productId, question, answer),
  /** One that may be confirmed or removed. */
  own: (personId: PersonId, id: ProductAnswerId) => findOwn(context, personId, id),
  /** From now on it is used. */
  confirm: (personId: PersonId, id: ProductAnswerId) => confirm(context, personId, id),
  /** Undefined where it was not theirs, or is gone already. */
  remove: (personId: PersonId, id: ProductAnswerId) => remove(context, personId, id),
  /** The confirmed answers of one's own product, the newest first. */
  page: (personId: PersonId, productId: ProductId, page: number) =>
    findPage(context, personId, productId, page),
  /** What may be answered to buyers. */
  confirmed: (productId: ProductId) => findConfirmed(context, productId),
  /** What the seller said of the product in captions and answers. */
  said: (productId: ProductId) => findProductWords(context, productId),
  noteUse: (id: ProductAnswerId) =>
    context.tx.productAnswer.updateMany({ where: { id }, data: { uses: { increment: 1 } } }),
});

async function propose(
  { tx, cipher, now }: TxContext,
  personId: PersonId,
  productId: ProductId,
  question: string,
  answer: string,
): Promise<ProductAnswerId | undefined> {
  if (!(await findOwnProduct(tx, personId, productId))) return undefined;
  const id = newId<ProductAnswerId>();
  const sealed = cipher.encrypt({ question, answer }, sealedAt('product_answer.sealed', id));
  await tx.productAnswer.create({ data: { id, productId, personId, state: 'proposed', sealed, at: now } });
  return id;
}

async function confirm(
  context: TxContext,
  personId: PersonId,
  id: ProductAnswerId,
): Promise<KeptAnswer | undefined> {
  const kept = await findOwn(context, personId, id);
  if (kept) await context.tx.productAnswer.update({ where: { id }, data: { state: 'confirmed' } });
  return kept;
}

async function remove(
  context: TxContext,
  personId: PersonId,
  id: ProductAnswerId,
): Promise<KeptAnswer | undefined> {
  const kept = await findOwn(context, personId, id);
  if (kept) await context.tx.productAnswer.delete({ where: { id } });
  return kept;
}

async function findOwn(
  { tx, cipher }: TxContext,
  personId: PersonId,
  id: ProductAnswerId,
): Promise<KeptAnswer | undefined> {
  const row = await tx.productAnswer.findUnique({ where: { id } });
  if (!row || !(await findOwnProduct(tx, personId, row.productId))) return undefined;
  return toKept(cipher, row);
}

interface Row {
  readonly id: ProductAnswerId;
  readonly productId: ProductId;
  readonly sealed: Uint8Array;
  readonly uses: number;
}

const toKept = (cipher: TxContext['cipher'], { id, productId, sealed, uses }: Row): KeptAnswer => ({
  ...{ id, productId, uses },
  ...keptShape.parse(cipher.decrypt(sealed, sealedAt('product_answer.sealed', id))),
});

async function findConfirmed({ tx, cipher }: TxContext, productId: ProductId): Promise<KeptAnswer[]> {
  const rows = await tx.productAnswer.findMany({
    where: { productId, state: 'confirmed' },
    orderBy: { at: 'desc' },
    take: MOST_SEARCHED,
  });
  return rows.map((row) => toKept(cipher, row));
}

async function findPage(
  { tx, cipher }: TxContext,
  personId: PersonId,
  productId: ProductId,
  wanted: number,
): Promise<(Page<KeptAnswer> & { readonly product: Product }) | undefined> {
  const product = await findOwnProduct(tx, personId, productId);
  if (!product) return undefined;
  const where = { productId, state: 'confirmed' };
  const { page, pages, skip } = pageRange(await tx.productAnswer.count({ where }), wanted, PAGE_SIZE);
  const rows = await tx.productAnswer.findMany({ where, orderBy: { at: 'desc' }, skip, take: PAGE_SIZE });
  return { items: rows.map((row) => toKept(cipher, row)), page, pages, product };
}

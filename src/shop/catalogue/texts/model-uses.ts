import { z } from 'zod';
import type { ChatId, MediaId, PersonId, ProductId, SellerId } from '../../../db/ids.ts';
import { enqueue } from '../../../db/outbox/outbox.ts';
import type { TxContext } from '../../../db/work.ts';
import { categories } from '../../terms/categories.ts';
import { findOwnProduct } from '../products/authorise.ts';
import { findProduct, type Product } from '../products/catalogue.ts';

// What a model was asked beyond drafts: the budget counts it, and operators see it.

/** What one answer of a model took. */
export interface AnswerCost {
  readonly model: string;
  readonly prompt: string;
  readonly tokensIn: number;
  readonly tokensOut: number;
  /** Millionths of a yuan. */
  readonly costMicros: number;
  readonly latencyMs: number;
}

const nameShape = z.object({
  title: z.string().min(1),
  titleEn: z.string(),
  category: z.enum(categories).catch('other'),
});

/** What a photo seems to show. */
export interface ProposedName {
  readonly title: string;
  readonly titleEn: string;
  readonly category: string;
}

/** Stores what a model made of a photo, and what it cost; returns the row's number. */
export async function saveProposedName(
  { tx, now }: TxContext,
  { id, sellerId }: Pick<Product, 'id' | 'sellerId'>,
  name: ProposedName | undefined,
  cost: AnswerCost,
): Promise<bigint> {
  const row = await tx.modelUse.create({
    data: { kind: 'photo-name', productId: id, sellerId, said: { ...name }, ...cost, at: now },
    select: { id: true },
  });
  return row.id;
}

/** What a relayed message is about: nothing of these where it is for the office. */
export interface RelayedAbout {
  readonly productId: ProductId | null;
  readonly sellerId: SellerId | null;
}

/** Stores what the translation of a relayed message cost, and whether it could be shown; never its words. */
export async function saveRelayCost(
  { tx, now }: TxContext,
  { productId, sellerId }: RelayedAbout,
  isUsed: boolean,
  cost: AnswerCost,
): Promise<void> {
  await tx.modelUse.create({
    data: { kind: 'relay', productId, sellerId, said: {}, ...cost, isUsed, at: now },
  });
}

export interface NamedByPhoto {
  readonly product: Product;
  readonly name: z.infer<typeof nameShape>;
}

/** A name that was proposed for one's own product. */
export async function findProposedName(
  { tx }: TxContext,
  personId: PersonId,
  id: bigint,
): Promise<NamedByPhoto | undefined> {
  const row = await tx.modelUse.findUnique({ where: { id, kind: 'photo-name' } });
  const name = nameShape.safeParse(row?.said);
  const product = row?.productId ? await findOwnProduct(tx, personId, row.productId) : undefined;
  return product && name.success ? { product, name: name.data } : undefined;
}

/** The number of the newest name that was proposed for a product. */
export async function findLastProposal({ tx }: TxContext, productId: ProductId): Promise<bigint | undefined> {
  const row = await tx.modelUse.findFirst({
    where: { productId, kind: 'photo-name' },
    orderBy: { id: 'desc' },
    select: { id: true },
  });
  return row?.id;
}

export const markProposalUsed = ({ tx }: TxContext, id: bigint) =>
  tx.modelUse.update({ where: { id }, data: { isUsed: true }, select: { id: true } });

/** What a seller's uses of the model have cost since then, in millionths of a yuan; drafts are counted elsewhere. */
export async function useCostSince({ tx }: TxContext, sellerId: SellerId, since: Date): Promise<number> {
  const { _sum } = await tx.modelUse.aggregate({
    where: { sellerId, at: { gte: since } },
    _sum: { costMicros: true },
  });
  return _sum.costMicros ?? 0;
}

/** Names proposed from photos, and how many were taken. */
export interface UseFigures {
  readonly photosNamed: number;
  readonly namesUsed: number;
  readonly costMicros: number;
}

export async function useFigures({ tx }: Pick<TxContext, 'tx'>, since: Date): Promise<UseFigures> {
  const where = { at: { gte: since } };
  const names = { ...where, kind: 'photo-name' };
  const { _sum } = await tx.modelUse.aggregate({ where, _sum: { costMicros: true } });
  return {
    photosNamed: await tx.modelUse.count({ where: names }),
    namesUsed: await tx.modelUse.count({ where: { ...names, isUsed: true } }),
    costMicros: _sum.costMicros ?? 0,
  };
}

/** The draft without a name whose first photo this is, once the photo is here. */
export async function findUnnamed({ tx }: TxContext, mediaId: MediaId): Promise<Product | undefined> {
  const row = await tx.productPhoto.findFirst({
    where: { mediaId, media: { state: 'stored' }, product: { status: 'draft', title: '' } },
    select: { productId: true },
  });
  const product = row && (await findProduct(tx, row.productId));
  return product?.photos[0] === mediaId ? product : undefined;
}

/** Enqueues a look at a photo that nothing was said of. One that is still being fetched is asked about when it is here. */
export async function askPhotoName(context: TxContext, mediaId: MediaId, chatId: ChatId): Promise<void> {
  if (await findUnnamed(context, mediaId))
    await enqueue(context, 'name-photo', { media: mediaId, chat: chatId });
}

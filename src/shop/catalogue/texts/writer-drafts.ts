import { z } from 'zod';
import { sealedAt } from '../../../db/crypto/sealed-columns.ts';
import {
  type ChatId,
  newId,
  type PersonId,
  type ProductId,
  type SellerId,
  type WriterDraftId,
} from '../../../db/ids.ts';
import { enqueue } from '../../../db/outbox/outbox.ts';
import type { TxContext } from '../../../db/work.ts';
import { findOwnProduct } from '../products/authorise.ts';
import { type UseFigures, useCostSince, useFigures } from './model-uses.ts';

const wording = z.object({
  title: z.string(),
  blurb: z.string(),
  points: z.array(z.string()),
  tags: z.array(z.string()),
});
const editsShape = z.object({
  /** How often "shorter" was said. */
  shorter: z.int().min(0),
  /** Words that the text may not hold. */
  avoid: z.array(z.string()),
  voice: z.string().optional(),
});
const receiptShape = z.object({ sentence: z.string(), facts: z.array(z.string()) });
const textShape = z.object({ voice: z.string(), zh: wording, en: wording });
const keptShape = z.object({
  edits: editsShape,
  text: textShape.optional(),
  receipts: z.array(receiptShape).default([]),
});

/** What a seller has asked to be changed in the texts of a product. */
export type TextEdits = z.infer<typeof editsShape>;
export type WrittenText = z.infer<typeof textShape>;
export type TextReceipt = z.infer<typeof receiptShape>;

/** A text by the writer, as it was shown. */
export interface WrittenDraft {
  readonly id: WriterDraftId;
  readonly productId: ProductId;
  readonly text: WrittenText;
  readonly receipts: readonly TextReceipt[];
}

/** Who wrote a text, and what it took. */
export interface WritingCost {
  readonly writtenBy: 'model' | 'template';
  readonly model?: string | undefined;
  readonly prompt?: string | undefined;
  readonly tokensIn: number;
  readonly tokensOut: number;
  /** Millionths of a yuan. */
  readonly costMicros: number;
  readonly latencyMs: number;
}

const NO_EDITS: TextEdits = { shorter: 0, avoid: [] };
/** A request that nothing came of for so long is no longer waited for. */
const LONGEST_MS = 120_000;
/** How many of the texts shown before the next one has to differ from. */
const MOST_EARLIER = 6;
const MOST_AVOIDED = 10;
/** How many texts that a seller took are examples for the next. */
const MOST_EXAMPLES = 2;

const draftPlace = (id: WriterDraftId) => sealedAt('writer_draft.sealed', id);

const openDraft = (cipher: TxContext['cipher'], row: { id: WriterDraftId; sealed: Uint8Array }) =>
  keptShape.parse(cipher.decrypt(row.sealed, draftPlace(row.id)));

/** Asks for a text. New edits cancel a request that is running; without, a second tap asks for nothing. */
export async function requestDraft(
  context: TxContext,
  personId: PersonId,
  productId: ProductId,
  chatId: ChatId,
  edits?: TextEdits,
): Promise<boolean> {
  const { tx, now, cipher } = context;
  const product = await findOwnProduct(tx, personId, productId);
  if (!product) return false;
  const since = edits ? now : new Date(now.getTime() - LONGEST_MS);
  await tx.writerDraft.updateMany({
    where: { productId, state: 'asked', askedAt: { lte: since } },
    data: { state: 'cancelled' },
  });
  const merged = mergeEdits((await editsSoFar(context, productId)) ?? NO_EDITS, edits);
  const id = newId<WriterDraftId>();
  const { count } = await tx.writerDraft.createMany({
    data: [
      {
        ...{ id, productId, personId, sellerId: product.sellerId, state: 'asked', askedAt: now },
        sealed: cipher.encrypt({ edits: merged }, draftPlace(id)),
      },
    ],
    skipDuplicates: true,
  });
  if (count === 0) return false;
  await enqueue(context, 'write-blurb', { product: productId, chat: chatId, draft: id });
  return true;
}

export async function cancelDraft(
  { tx }: TxContext,
  personId: PersonId,
  productId: ProductId,
): Promise<void> {
  if (!(await findOwnProduct(tx, personId, productId))) return;
  await tx.writerDraft.updateMany({ where: { productId, state: 'asked' }, data: { state: 'cancelled' } });
}

const mergeEdits = (before: TextEdits, more: TextEdits | undefined): TextEdits => ({
  shorter: before.shorter + (more?.shorter ?? 0),
  avoid: [...new Set([...before.avoid, ...(more?.avoid ?? [])])].slice(-MOST_AVOIDED),
  voice: more?.voice ?? before.voice,
});

async function editsSoFar({ tx, cipher }: TxContext, productId: ProductId): Promise<TextEdits | undefined> {
  const row = await tx.writerDraft.findFirst({ where: { productId }, orderBy: { askedAt: 'desc' } });
  return row ? openDraft(cipher, row).edits : undefined;
}

/** What a request is written with; undefined where it was cancelled, or is done. */
export interface OpenRequest {
  readonly edits: TextEdits;
  readonly sellerId: SellerId;
  /** Chinese blurbs shown before, the newest first: the next differs from them. */
  readonly earlier: readonly string[];
  /** How many texts of this product were shown. */
  readonly round: number;
  /** Blurbs of other products that this seller took. */
  readonly examples: readonly string[];
}

export async function findRequest(context: TxContext, id: WriterDraftId): Promise<OpenRequest | undefined> {
  const { tx, cipher } = context;
  const row = await tx.writerDraft.findUnique({ where: { id } });
  if (row?.state !== 'asked') return undefined;
  const { productId, sellerId } = row;
  const shown = await tx.writerDraft.findMany({
    where: { productId, state: { in: ['shown', 'used'] } },
    orderBy: { askedAt: 'desc' },
    select: { id: true, sealed: true },
  });
  const blurbs = shown.flatMap((one) => openDraft(cipher, one).text?.zh.blurb ?? []);
  return {
    sellerId,
    edits: openDraft(cipher, row).edits,
    earlier: blurbs.slice(0, MOST_EARLIER),
    round: blurbs.length,
    examples: await findExamples(context, sellerId, productId),
  };
}

/** Whether somebody still waits for it. */
export const isAsked = async ({ tx }: Pick<TxContext, 'tx'>, id: WriterDraftId): Promise<boolean> =>
  (await tx.writerDraft.count({ where: { id, state: 'asked' } })) > 0;

async function findExamples(
  { tx, cipher }: TxContext,
  sellerId: SellerId,
  productId: ProductId,
): Promise<string[]> {
  const rows = await tx.writerDraft.findMany({
    where: { sellerId, state: 'used', productId: { not: productId } },
    orderBy: { askedAt: 'desc' },
    take: MOST_EXAMPLES,
    select: { id: true, sealed: true },
  });
  return rows.flatMap((one) => openDraft(cipher, one).text?.zh.blurb ?? []);
}

/** Stores what was written. False: it was cancelled meanwhile, and is not shown; what it cost is kept all the same. */
export async function saveDraft(
  { tx, cipher }: TxContext,
  id: WriterDraftId,
  edits: TextEdits,
  text: WrittenText,
  receipts: readonly TextReceipt[],
  cost: WritingCost,
): Promise<boolean> {
  const { model = null, prompt = null, ...figures } = cost;
  const data = { model, prompt, ...figures };
  const { count } = await tx.writerDraft.updateMany({
    where: { id, state: 'asked' },
    data: { ...data, state: 'shown', sealed: cipher.encrypt({ edits, text, receipts }, draftPlace(id)) },
  });
  if (count === 0) await tx.writerDraft.updateMany({ where: { id }, data });
  return count === 1;
}

export async function findOwnDraft(
  { tx, cipher }: TxContext,
  personId: PersonId,
  id: WriterDraftId,
): Promise<WrittenDraft | undefined> {
  const row = await tx.writerDraft.findUnique({ where: { id } });
  if (!row) return undefined;
  const kept = openDraft(cipher, row);
  if (!kept.text || !(await findOwnProduct(tx, personId, row.productId))) return undefined;
  return { id, productId: row.productId, text: kept.text, receipts: kept.receipts };
}

export async function findLastDraft(
  context: TxContext,
  personId: PersonId,
  productId: ProductId,
): Promise<WrittenDraft | undefined> {
  const row = await context.tx.writerDraft.findFirst({
    where: { productId, state: { in: ['shown', 'used'] } },
    orderBy: { askedAt: 'desc' },
    select: { id: true },
  });
  return row ? findOwnDraft(context, personId, row.id) : undefined;
}

export const markUsed = ({ tx }: TxContext, id: WriterDraftId) =>
  tx.writerDraft.updateMany({ where: { id }, data: { state: 'used' } });

/** What a seller's texts have cost since then, in millionths of a yuan. */
export async function writingCostSince(context: TxContext, sellerId: SellerId, since: Date): Promise<number> {
  const { tx } = context;
  const { _sum } = await tx.writerDraft.aggregate({
    where: { sellerId, askedAt: { gte: since } },
    _sum: { costMicros: true },
  });
  return (_sum.costMicros ?? 0) + (await useCostSince(context, sellerId, since));
}

/** What operators see of the writer: texts shown and taken, and what the model cost. */
export interface WriterFigures extends UseFigures {
  readonly shown: number;
  readonly used: number;
  readonly byModel: number;
}

export async function writerFigures({ tx }: Pick<TxContext, 'tx'>, since: Date): Promise<WriterFigures> {
  const where = { askedAt: { gte: since } };
  const shownStates = { in: ['shown', 'used'] };
  const { _sum } = await tx.writerDraft.aggregate({ where, _sum: { costMicros: true } });
  const uses = await useFigures({ tx }, since);
  return {
    ...uses,
    shown: await tx.writerDraft.count({ where: { ...where, state: shownStates } }),
    used: await tx.writerDraft.count({ where: { ...where, state: 'used' } }),
    byModel: await tx.writerDraft.count({ where: { ...where, state: shownStates, writtenBy: 'model' } }),
    costMicros: (_sum.costMicros ?? 0) + uses.costMicros,
  };
}

import { tap } from '../../../../chat/dsl/action.ts';
import type { Reply, ReplyPart } from '../../../../chat/dsl/screen.ts';
import { type Button, say } from '../../../../chat/dsl/screen.ts';
import { readPointed } from '../../../../nlu/acts/drafts/draft-act.ts';
import { type DraftFix, readDraftFix } from '../../../../nlu/acts/drafts/draft-fix.ts';
import { isPronoun } from '../../../../nlu/acts/offers/group.ts';
import { readBareNumber } from '../../../../nlu/acts/question-topic.ts';
import { readSeller } from '../../../../nlu/read.ts';
import type { SellerReading } from '../../../../nlu/reading.ts';
import { readOnlyAmount } from '../../../../nlu/rules/price-move.ts';
import { findMissing } from '../../../../shop/catalogue/listings/listings.ts';
import type { Product } from '../../../../shop/catalogue/products/catalogue.ts';
import type { Membership } from '../../../../shop/sellers/members.ts';
import type { Turn } from '../../../flow.ts';
import { productName } from '../../../screens/values.ts';
import { fill, preview } from './draft-fill.ts';
import { inDraftUnit } from './said-unit.ts';
import { draftInAction, draftsInSight, tableDraft, waitingCalled } from './waiting.ts';

// What is said of a draft on the screen, though nothing is missing from it.

/**
 * 不对，是22一斤; 写错了，是160一斤，不是一公斤; 另外那个12块: the draft on the screen, or the one that is pointed at, is put
 * right.
 */
export async function correctDraft(
  turn: Turn,
  seller: Membership,
  reading: SellerReading,
): Promise<Reply | undefined> {
  const about = await spokenOf(turn, seller);
  if (!about) return undefined;
  const fix = readDraftFix(about.text);
  const text = fix?.right ?? about.text;
  const isPlain = fix === undefined && about.text === turn.text;
  if (isPlain) return reading.title === null ? putRight(turn, about.draft, text, reading) : undefined;
  const right = fix?.not && rightStock(fix, about.draft);
  if (right) return putRight(turn, about.draft, text, { ...openReading(reading), stock: right });
  const draft = await namedIn(turn, seller, about.draft, readSeller(text));
  return draft && putRight(turn, draft, text, readOf(draft, text));
}

/** The draft on the table, or another in sight that the message points at, and what is said of it. */
async function spokenOf(
  turn: Turn,
  seller: Membership,
): Promise<{ draft: Product; text: string } | undefined> {
  const table = await tableDraft(turn);
  const pointed = readPointed(turn.text);
  if (!pointed) return table && { draft: table, text: turn.text };
  const { nth, rest } = pointed;
  const inSight = await draftsInSight(turn, seller);
  const others = inSight.filter(({ id }) => id !== table?.id);
  const draft = nth === 'other' ? others[0] : inSight.at(nth > 0 ? nth - 1 : nth);
  const isOne = nth !== 'other' || others.length === 1;
  return draft && isOne ? { draft, text: rest } : undefined;
}

/** Whatever is named is that; something else that is on sale is no draft's business. */
async function namedIn(
  turn: Turn,
  seller: Membership,
  draft: Product,
  { title }: SellerReading,
): Promise<Product | undefined> {
  if (title === null || isPronoun(title) || draft.title.includes(title)) return draft;
  return waitingCalled(turn, seller, title);
}

/** 38 says nothing by itself; behind the name of what it is about, it does. */
function readOf(draft: Product, text: string): SellerReading {
  const alone = readSeller(text);
  const isNamed = alone.title !== null && draft.title.includes(alone.title);
  const reading = isNamed || draft.title === '' ? alone : readSeller(`${draft.title} ${text}`);
  const says = ({ price, stock }: SellerReading): boolean => price !== null || stock !== null;
  return says(reading) ? reading : alone;
}

/** 不是40是38: a bare figure that was the stock. */
function rightStock(
  { right, not }: DraftFix,
  { available, price, unit }: Product,
): SellerReading['stock'] | undefined {
  const now = readBareNumber(right);
  if (not?.is !== 'number' || not.value === undefined || now === undefined) return undefined;
  const was = not.value / 1_000;
  const size = [unit?.size ?? 1, 500, 1_000, 1].find((one) => was * one === available);
  const isPrice = was * 100 === price;
  return size === undefined || isPrice ? undefined : { mode: 'set', quantity: now * size };
}

const openReading = (reading: SellerReading): SellerReading => ({
  ...reading,
  ...{ price: null, priceQuantity: null, measure: null, packs: [] },
});

async function putRight(
  turn: Turn,
  draft: Product,
  text: string,
  reading: SellerReading,
): Promise<Reply | undefined> {
  const said = inDraftUnit(reading, draft);
  const amount = readOnlyAmount(text);
  const isAmount = said.price === null && said.stock === null && amount?.measure === draft.measure;
  const stock = isAmount ? ({ mode: 'set', quantity: amount.base } as const) : said.stock;
  // 卖了3袋 is said of what is on sale; of what waits nothing is sold yet.
  if (stock?.mode === 'sub' || said.kind === 'status' || said.kind === 'stream') return undefined;
  if (said.price === null && stock === null) return undefined;
  const quantity = stock?.mode === 'add' ? draft.available + stock.quantity : stock?.quantity;
  await fill({ ...turn, text }, draft, {
    ...said,
    title: null,
    stock: quantity === undefined ? null : { mode: 'set', quantity },
  });
  return preview(turn, draft.id, said);
}

/** Drafts that were left for something else can be gone on with: their buttons stand below what was said. */
export async function withParkedDraft(turn: Turn, seller: Membership, reply: Reply): Promise<Reply> {
  const table = await tableDraft(turn);
  const waiting = [...(table ? [table] : []), ...(await draftsInSight(turn, seller))];
  const own = new Map(waiting.map((one) => [one.id, one]));
  const left = [...own.values()].filter((one) => !reply.some((part) => 'text' in part && isAbout(part, one)));
  const at = reply.findLastIndex((part) => 'text' in part);
  return left
    .slice(0, MOST_PARKED)
    .reduce<Reply>(
      (parts, draft) => parts.map((part, i) => (i === at ? withButton(part, draft) : part)),
      reply,
    );
}

/** More of them are a list of their own. */
const MOST_PARKED = 4;

const isAbout = (part: Extract<ReplyPart, { text: unknown }>, { id }: Product): boolean =>
  (part.buttons ?? []).flat().some((one) => 'tap' in one && draftInAction(one.tap) === id);

const withButton = (part: ReplyPart, draft: Product): ReplyPart =>
  'text' in part ? { ...part, buttons: [...(part.buttons ?? []), [goOnButton(draft)]] } : part;

/** What is complete can go on sale from here; of anything else the next question is asked. */
export function goOnButton(draft: Product): Button {
  const title = draft.title === '' ? say('draft-untitled') : productName(draft);
  const isReady = findMissing(draft).length === 0;
  return {
    label: say(isReady ? 'draft-publish-this' : 'home-draft', { title }),
    tap: tap(isReady ? 'publish/:product' : 'draft/:product', { product: draft.id }),
  };
}

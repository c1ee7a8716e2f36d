import { tap } from '../../../../chat/dsl/action.ts';
import type { Reply, ReplyPart } from '../../../../chat/dsl/screen.ts';
import { type Button, say } from '../../../../chat/dsl/screen.ts';
import { readCorrection } from '../../../../nlu/acts/seller/seller-act.ts';
import { readSeller } from '../../../../nlu/read.ts';
import type { SellerReading } from '../../../../nlu/reading.ts';
import { readOnlyAmount } from '../../../../nlu/rules/price-move.ts';
import { findMissing } from '../../../../shop/catalogue/listings/listings.ts';
import type { Product } from '../../../../shop/catalogue/products/catalogue.ts';
import type { Turn } from '../../../flow.ts';
import { productName } from '../../../screens/values.ts';
import { fill, preview } from './draft-fill.ts';
import { inDraftUnit } from './said-unit.ts';

// What is said of the draft on the screen, though nothing is missing from it.

/** The draft that was shown last. */
export async function tableDraft(turn: Turn<string>): Promise<Product | undefined> {
  const id = turn.focus.product;
  const product = id && (await turn.shop.listings.own(turn.person.id, id));
  return product && product.status === 'draft' ? product : undefined;
}

/** 不对，是22一斤; 库存写错了，是50斤; 再加一句 without a name: the draft on the screen is put right. */
export async function correctDraft(turn: Turn, reading: SellerReading): Promise<Reply | undefined> {
  const draft = await tableDraft(turn);
  if (!draft) return undefined;
  const right = readCorrection(turn.text);
  const said = right === undefined ? reading : readSeller(right);
  const isOfOther = said.title !== null && !draft.title.includes(said.title);
  if (right === undefined && (said.title !== null || (said.price === null && said.stock === null)))
    return undefined;
  const amount = readOnlyAmount(right ?? turn.text);
  const isStock = said.price === null && amount?.measure === draft.measure;
  if (said.price === null && said.stock === null && !isStock) return undefined;
  if (isOfOther && said.kind === 'product' && right === undefined) return undefined;
  const stock = isStock ? { mode: 'set' as const, quantity: amount.base } : said.stock;
  await fill({ ...turn, text: right ?? turn.text }, draft, {
    ...inDraftUnit(said, draft),
    title: null,
    stock,
  });
  return preview(turn, draft.id, said);
}

/** A draft that was left for something else can be gone on with: its button stands below what was said. */
export async function withParkedDraft(turn: Turn, reply: Reply): Promise<Reply> {
  const draft = await tableDraft(turn);
  if (!draft || reply.some((part) => 'text' in part && isAbout(part, draft))) return reply;
  const at = reply.findLastIndex((part) => 'text' in part);
  return reply.map((part, i) => (i === at ? withButton(part, draft) : part));
}

const isAbout = (part: Extract<ReplyPart, { text: unknown }>, { id }: Product): boolean =>
  JSON.stringify(part.buttons ?? []).includes(tap('discard/:product', { product: id }));

/** What is complete can go on sale from here; of anything else the next question is asked. */
function withButton(part: ReplyPart, draft: Product): ReplyPart {
  if (!('text' in part)) return part;
  const title = draft.title === '' ? say('draft-untitled') : productName(draft);
  const isReady = findMissing(draft).length === 0;
  const goOn: Button = {
    label: say(isReady ? 'draft-publish-this' : 'home-draft', { title }),
    tap: tap(isReady ? 'publish/:product' : 'draft/:product', { product: draft.id }),
  };
  return { ...part, buttons: [...(part.buttons ?? []), [goOn]] };
}

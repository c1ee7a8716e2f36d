import { z } from 'zod';
import type { Reply } from '../../../../chat/dsl/screen.ts';
import { idShape, type ProductId } from '../../../../db/ids.ts';
import {
  isUnsureUnit,
  type PerUnit,
  readPerUnit,
  readUnitRest,
  saysHolds,
} from '../../../../nlu/acts/drafts/per-unit.ts';
import { readOffers } from '../../../../nlu/acts/parts.ts';
import { readSeller } from '../../../../nlu/read.ts';
import { readOnlyAmount } from '../../../../nlu/rules/price-move.ts';
import type { Product } from '../../../../shop/catalogue/products/catalogue.ts';
import { type Fen, fenShape } from '../../../../shop/values/money.ts';
import { baseQuantity, isAmount } from '../../../../shop/values/quantity.ts';
import type { Turn } from '../../../flow.ts';
import { perWhatScreen } from '../../../screens/catalogue/draft-screen.ts';
import { unusedScreen } from '../../../screens/messages/unused-screen.ts';
import { notYours, ownProduct } from '../../acting.ts';
import { answer, fill, isNoTitle, isOtherProduct, preview } from './draft-fill.ts';

// ¥35 是多少的价？ is answered by a unit, and by whatever is said beside it; the price stays until another is said.

export const draftUnitShape = z.object({ product: idShape<ProductId>(), fen: fenShape });

/** "一斤的价，有18斤": what the price that was said is for, and how much there is. */
export async function readUnit(
  turn: Turn,
  { product: id, fen }: z.infer<typeof draftUnitShape>,
): Promise<Reply | undefined> {
  const draft = await ownProduct(turn, id);
  if (!draft) return notYours(turn);
  if (draft.status !== 'draft') return undefined;
  const per = readPerUnit(turn.text);
  if (per) return priced(turn, draft, fen, per);
  return isUnsureUnit(turn.text) ? [perWhatScreen(draft, fen)] : unpriced(turn, draft, fen);
}

async function priced(
  turn: Turn,
  draft: Product,
  fen: Fen,
  { amount, words, rest }: PerUnit,
): Promise<Reply> {
  const text = `${draft.title} ${fen / 100}元${words ?? ''}`;
  const reading = readSeller(text, { titles: [draft.title] });
  const isRead = words !== undefined && reading.price === fen && reading.priceQuantity !== null;
  const { measure } = amount.unit;
  const priceQuantity = isAmount(amount.base) ? baseQuantity(amount.base) : undefined;
  if (isRead) await fill({ ...turn, text }, draft, { ...reading, title: null, stock: null });
  else if (priceQuantity !== undefined)
    await turn.shop.listings.describe(turn.person.id, draft.id, { measure, price: fen, priceQuantity });
  const { stock, left } = readUnitRest(rest);
  const now = stock && (await turn.shop.listings.own(turn.person.id, draft.id));
  const reply = now
    ? await answer({ ...turn, text: stock }, now, readSeller(stock))
    : await preview(turn, draft.id);
  // 一斤，小米一斤8块: what is said of anything else is quoted, and left undone.
  return left.length > 0 ? [...reply, unusedScreen(left)] : reply;
}

/** 有18斤, and not what the price is for: noted, and that is asked again. Another price takes its place. */
async function unpriced(turn: Turn, draft: Product, fen: Fen): Promise<Reply | undefined> {
  if (readOffers(turn.text) || isNoTitle(turn.text)) return undefined;
  const reading = readSeller(turn.text);
  const amount = saysHolds(turn.text) ? readOnlyAmount(turn.text) : undefined;
  const stock = reading.stock ?? (amount && ({ mode: 'set', quantity: amount.base } as const));
  if (await isOtherProduct(turn, draft, reading)) return undefined;
  if (reading.price !== null) return answer(turn, draft, reading);
  if (stock?.mode !== 'set') return undefined;
  const measure = reading.measure ?? amount?.measure ?? null;
  await fill(turn, draft, { ...reading, title: null, measure, stock });
  const now = await turn.shop.listings.own(turn.person.id, draft.id);
  return now ? [perWhatScreen(now, fen)] : notYours(turn);
}

import type { Reply } from '../../chat/screen.ts';
import { readOnlyAmount } from '../../reader/price-move.ts';
import { pricedPacks, readSeller, type SellerReading } from '../../reader/seller.ts';
import type { Product } from '../../shop/catalogue.ts';
import { missingOf } from '../../shop/offers.ts';
import type { Pack } from '../../shop/pricing.ts';
import type { Turn } from '../flow.ts';
import { notYours, posting } from './acting.ts';
import { draftScreen, perWhatScreen } from './draft-screen.ts';
import { mineScreen } from './mine-screen.ts';

// How words find their way into a draft.

/** Below a photo of something without a name, one short word is its name. */
export function captionIn(words: string, product: Product): SellerReading {
  const reading = readSeller(words);
  const isName = reading.kind === 'other' && product.title === '' && /^[^\d?？\n]{1,12}$/.test(words.trim());
  return isName ? { ...reading, title: words.trim() } : reading;
}

/** The draft as it stands, with what is to be asked next. */
export async function preview(turn: Turn<string>, id: string, reading?: SellerReading): Promise<Reply> {
  const { shop, person } = turn;
  const product = await shop.offers.own(person.id, id);
  if (!product) return notYours(turn);
  if (product.status !== 'draft') return [mineScreen(product)];
  const isUnitOpen = missingOf(product)[0] === 'price' && reading?.price && reading.priceQuantity === null;
  if (isUnitOpen) return [perWhatScreen(product, reading.price)];
  return [draftScreen(product, await shop.offers.hints(person.id, id))];
}

/** Puts what the reader is sure of into the draft; what it is not sure of stays to be asked. */
export async function fill(
  { shop, person, words }: Turn<string>,
  product: Product,
  reading: SellerReading,
): Promise<void> {
  await shop.offers.keepWords(person.id, product.id, words);
  const isPriceSure = reading.price !== null && reading.priceQuantity !== null && reading.measure !== null;
  await shop.offers.describe(person.id, product.id, {
    ...(reading.title && { title: reading.title }),
    ...(reading.measure && { measure: reading.measure }),
    ...(isPriceSure && { price: reading.price ?? 0, priceQuantity: reading.priceQuantity ?? 1 }),
    ...(reading.packs.length > 0 && { packs: packsIn(words, reading) }),
  });
  if (reading.stock)
    await shop.offers.moveStock(person.id, product.id, { mode: 'set', quantity: reading.stock.quantity });
}

/** The packs of a reading, with the prices that were said of them. */
function packsIn(words: string, { packs, measure }: SellerReading): Pack[] {
  const priced = pricedPacks(words).filter((pack) => pack.measure === measure);
  return packs.map((quantity) => ({
    quantity,
    price: priced.find((pack) => pack.quantity === quantity)?.price ?? null,
  }));
}

/** A message that may answer what an open draft asks. Nothing when there is no such draft, or another product is meant. */
export async function fillOpenDraft(turn: Turn, reading: SellerReading): Promise<Reply | undefined> {
  const allowed = await posting(turn);
  if ('refused' in allowed) return undefined;
  const open = await turn.shop.offers.openDraft(turn.person.id, allowed.seller.id);
  if (!open || missingOf(open).length === 0) return undefined;
  if (reading.kind === 'other' && !mayAnswer(turn.words, open)) return undefined;
  return (await isAboutOther(turn, open, reading)) ? undefined : answer(turn, open, reading);
}

/** A name where one is missing, or the amount that is asked. */
const mayAnswer = (words: string, draft: Product): boolean =>
  missingOf(draft)[0] === 'title'
    ? /^[^\d?？\n]{1,12}$/.test(words.trim())
    : readOnlyAmount(words)?.measure === draft.measure;

/** What changes something on sale is no answer about a draft: 卖了3袋, 小米还有30斤, though the draft is of 小米 too. */
export async function isAboutOther(
  { shop }: Turn<string>,
  draft: Product,
  { kind, title, price, stock }: SellerReading,
): Promise<boolean> {
  const isChange = kind === 'status' || (kind === 'stock' && stock !== null && stock.mode !== 'set');
  if (kind === 'stream' || title === null) return kind === 'stream' || isChange;
  const isSame = draft.title === '' || draft.title.includes(title) || title.includes(draft.title);
  const saysSomething = price !== null || stock !== null;
  if (kind === 'product' && isSame && saysSomething) return false;
  const known = await shop.catalogue.searchOwn(draft.sellerId, title);
  return known.some(({ id, status }) => id !== draft.id && status !== 'draft');
}

/** The answer to the one thing that a draft asks. */
export async function answer(turn: Turn, draft: Product, reading: SellerReading): Promise<Reply> {
  const [missing] = missingOf(draft);
  const amount = readOnlyAmount(turn.words);
  if (reading.kind === 'other' && missing === 'title')
    await fill(turn, draft, { ...reading, title: turn.words.trim() });
  else if (
    missing === 'stock' &&
    !reading.stock &&
    reading.price === null &&
    amount?.measure === draft.measure
  )
    await fill(turn, draft, { ...reading, title: null, stock: { mode: 'set', quantity: amount.base } });
  else await fill(turn, draft, draft.title === '' ? reading : { ...reading, title: null });
  return preview(turn, draft.id, reading);
}

/** A product that was described without a photo. */
export async function draftFrom(turn: Turn, reading: SellerReading): Promise<Reply> {
  const allowed = await posting(turn);
  if ('refused' in allowed) return allowed.refused;
  const product = await turn.shop.offers.draft(turn.person.id, allowed.seller.id);
  if (!product) return notYours(turn);
  await fill(turn, product, reading);
  return preview(turn, product.id, reading);
}

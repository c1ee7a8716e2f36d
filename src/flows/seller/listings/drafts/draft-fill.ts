import type { Reply } from '../../../../chat/dsl/screen.ts';
import type { ProductId } from '../../../../db/ids.ts';
import { readBarePrice } from '../../../../nlu/acts/drafts/bare-price.ts';
import { withKind } from '../../../../nlu/acts/offers/whole-title.ts';
import { mayBeTitle } from '../../../../nlu/acts/question-topic.ts';
import { readSellerAct } from '../../../../nlu/acts/seller/seller-act.ts';
import { guessSellerAct } from '../../../../nlu/guess/seller-guess.ts';
import { lex } from '../../../../nlu/lexer/lexer.ts';
import { isQuantity } from '../../../../nlu/lexer/tokens.ts';
import { readSeller } from '../../../../nlu/read.ts';
import type { SellerReading } from '../../../../nlu/reading.ts';
import { pricedPacks } from '../../../../nlu/rules/offers/seller.ts';
import { readOnlyAmount } from '../../../../nlu/rules/price-move.ts';
import { findMissing } from '../../../../shop/catalogue/listings/listings.ts';
import type { Product } from '../../../../shop/catalogue/products/catalogue.ts';
import type { Pack } from '../../../../shop/catalogue/products/pricing.ts';
import type { Membership } from '../../../../shop/sellers/members.ts';
import { fen, isPrice } from '../../../../shop/values/money.ts';
import { baseQuantity, isAmount, isStockFigure, NO_QUANTITY } from '../../../../shop/values/quantity.ts';
import type { Turn } from '../../../flow.ts';
import { draftScreen, perWhatScreen } from '../../../screens/catalogue/draft-screen.ts';
import { notYours, requirePostRight } from '../../acting.ts';
import { bulkOfDraft } from '../changes/bulk-words.ts';
import { myListingsScreen } from '../products/my-listings-screen.ts';
import { titleFields } from '../products/titles.ts';
import { presaleQuestion, setPresale } from './presale-words.ts';
import { inDraftUnit, readSaidUnit } from './said-unit.ts';
import { waitingCalled } from './waiting.ts';

// Filling a draft from texts.

/** Below a photo of something without a name, one short word is its name. */
export function parseCaption(text: string, product: Product): SellerReading {
  const reading = readSeller(text);
  const saysMore = reading.price !== null || reading.stock !== null || lex(text).tokens.some(isQuantity);
  const isName = !saysMore && product.title === '' && mayBeTitle(text) && !isNoTitle(text);
  return isName ? { ...reading, kind: 'other', title: text.trim() } : reading;
}

/** The draft as it stands, with what is to be asked next. */
export async function preview(turn: Turn<string>, id: ProductId, reading?: SellerReading): Promise<Reply> {
  const { shop, person } = turn;
  const product = await shop.listings.own(person.id, id);
  if (!product) return notYours(turn);
  if (product.status !== 'draft') return [myListingsScreen(product)];
  const isUnitOpen = findMissing(product)[0] === 'price' && reading?.price && reading.priceQuantity === null;
  if (isUnitOpen) return [perWhatScreen(product, fen(reading.price))];
  const hints = await shop.listings.hints(person.id, id);
  const asked = [...bulkOfDraft(turn, product), ...(await presaleQuestion(turn, product))];
  return [draftScreen(product, hints), ...asked];
}

/** Writes into the draft what the reader is certain of; the rest is asked. */
export async function fill(turn: Turn<string>, product: Product, reading: SellerReading): Promise<void> {
  const { shop, person, text } = turn;
  await shop.listings.saveWords(person.id, product.id, text);
  const { price, priceQuantity, measure, stock } = reading;
  const isPriceSure =
    price !== null && isPrice(price) && priceQuantity !== null && isAmount(priceQuantity) && measure !== null;
  await shop.listings.describe(person.id, product.id, {
    ...(reading.title && titleFields(withKind(text, reading.title), product)),
    ...(measure && { measure }),
    ...readSaidUnit(text, reading, product),
    ...(isPriceSure && { price, priceQuantity }),
    ...(reading.packs.length > 0 && { packs: parsePacks(text, reading) }),
  });
  const isOfOther = measure !== null && measure !== product.measure && product.available > 0;
  // 40斤, and now it goes by the piece: how many that is nobody knows.
  if (isOfOther && !stock)
    await shop.listings.moveStock(person.id, product.id, { mode: 'set', quantity: NO_QUANTITY });
  if (stock && isStockFigure(stock.quantity))
    await shop.listings.moveStock(person.id, product.id, { mode: 'set', quantity: stock.quantity });
  await setPresale(turn, product.id);
}

/** The packs of a reading, with the prices that were said of them. */
function parsePacks(text: string, { packs, measure }: SellerReading): Pack[] {
  const priced = pricedPacks(text).filter((pack) => pack.measure === measure);
  return packs.map((quantity) => {
    const price = priced.find((pack) => pack.quantity === quantity)?.price;
    return { quantity: baseQuantity(quantity), price: price == null ? null : fen(price) };
  });
}

/**
 * A message that may answer what an open draft asks. Nothing when there is no such draft, or another product is
 * meant.
 */
export async function fillOpenDraft(turn: Turn, reading: SellerReading): Promise<Reply | undefined> {
  const allowed = await requirePostRight(turn);
  if ('refused' in allowed) return undefined;
  const open = await turn.shop.listings.openDraft(turn.person.id, allowed.seller.id);
  const called = open && (await offeredBefore(turn, allowed.seller, open, reading));
  if (called) return answer(turn, called, reading);
  if (!open || findMissing(open).length === 0) return undefined;
  if (reading.kind === 'other' && !mayAnswer(turn.text, open)) return undefined;
  return (await isOtherProduct(turn, open, reading)) ? undefined : answer(turn, open, reading);
}

/** 萝卜干9块一斤, and it waits for its price below another that was offered with it. */
async function offeredBefore(
  turn: Turn,
  seller: Membership,
  open: Product,
  { kind, title, price, stock }: SellerReading,
): Promise<Product | undefined> {
  if (kind !== 'product' || title === null || (price !== null && stock !== null)) return undefined;
  const called = await waitingCalled(turn, seller, title);
  if (!called || (called.id === open.id && findMissing(open).length > 0)) return undefined;
  return called.title.toLowerCase() === title.toLowerCase() ? called : undefined;
}

/** 谢谢啊, 在哪看订单: said to the shop, and the name of nothing. */
export const isNoTitle = (text: string): boolean =>
  readSellerAct(text) !== undefined || guessSellerAct(text) !== undefined;

/** A name where one is missing, or the amount that is asked. */
function mayAnswer(text: string, draft: Product): boolean {
  const [missing] = findMissing(draft);
  if (missing === 'title') return mayBeTitle(text) && !isNoTitle(text);
  return (
    readOnlyAmount(text)?.measure === draft.measure ||
    (missing === 'price' && readBarePrice(text) !== undefined)
  );
}

/** What changes something on sale is no answer about a draft: 卖了3袋, 小米还有30斤, though the draft is of 小米 too. */
export async function isOtherProduct(
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
  const [missing] = findMissing(draft);
  const amount = readOnlyAmount(turn.text);
  const price = missing === 'price' && reading.kind === 'other' ? readBarePrice(turn.text) : undefined;
  if (price !== undefined) return preview(turn, draft.id, { ...reading, price, priceQuantity: null });
  if (reading.kind === 'other' && missing === 'title')
    await fill(turn, draft, { ...reading, title: turn.text.trim() });
  else if (
    missing === 'stock' &&
    !reading.stock &&
    reading.price === null &&
    amount?.measure === draft.measure
  )
    await fill(turn, draft, { ...reading, title: null, stock: { mode: 'set', quantity: amount.base } });
  else
    await fill(
      turn,
      draft,
      draft.title === '' ? reading : { ...readAbout(draft, turn.text, reading), title: null },
    );
  return preview(turn, draft.id, reading);
}

/** 涨到28 says nothing by itself; with the name of what it is about, it does. */
function readAbout(draft: Product, text: string, reading: SellerReading): SellerReading {
  if (reading.kind !== 'other') return inDraftUnit(reading, draft);
  return inDraftUnit(readSeller(`${draft.title}${text}`), draft);
}

/** A product that was described without a photo. */
export async function createDraftFrom(turn: Turn, reading: SellerReading): Promise<Reply> {
  const allowed = await requirePostRight(turn);
  if ('refused' in allowed) return allowed.refused;
  const product = await turn.shop.listings.draft(turn.person.id, allowed.seller.id);
  if (!product) return notYours(turn);
  await fill(turn, product, reading);
  return preview(turn, product.id, reading);
}

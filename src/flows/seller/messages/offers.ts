import type { Reply } from '../../../chat/dsl/screen.ts';
import { isFiguresAlone, readDraftFix } from '../../../nlu/acts/drafts/draft-fix.ts';
import { isPronoun, isSameTitle } from '../../../nlu/acts/offers/group.ts';
import { isBareNow, isNoPrice, readOfTable } from '../../../nlu/acts/offers/of-table.ts';
import { withPlainFigures } from '../../../nlu/acts/offers/spoken.ts';
import { withoutSupposed } from '../../../nlu/acts/offers/supposed.ts';
import { type OfferPart, type Offers, readOffers } from '../../../nlu/acts/parts.ts';
import { isPicked, saysRest } from '../../../nlu/acts/seller/seller-stock.ts';
import { readPlainStatus } from '../../../nlu/acts/seller/status-words.ts';
import { readSeller } from '../../../nlu/read.ts';
import type { SellerReading } from '../../../nlu/reading.ts';
import { readPriceMove } from '../../../nlu/rules/price-move.ts';
import type { Product } from '../../../shop/catalogue/products/catalogue.ts';
import type { Membership } from '../../../shop/sellers/members.ts';
import { newQuestionId } from '../../common/question-id.ts';
import type { Turn } from '../../flow.ts';
import { freshly } from '../../screens/messages/freshly.ts';
import { unusedScreen } from '../../screens/messages/unused-screen.ts';
import { hasRight, noRight } from '../acting.ts';
import { allPricesAnswer } from '../listings/changes/all-prices.ts';
import {
  type Act,
  type ChangeRequest,
  changeActs,
  parseChangeRequest,
} from '../listings/changes/change-request.ts';
import { changeOrAsk } from '../listings/changes/changes.ts';
import {
  notFoundScreen,
  otherUnitScreen,
  whichProductScreen,
  whichScreen,
} from '../listings/changes/changes-screen.ts';
import { withDescribed } from '../listings/changes/described.ts';
import { latestOrMeant, latestProduct } from '../listings/changes/latest-product.ts';
import { isSameName, meantProducts, ownTitles } from '../listings/changes/meant.ts';
import { packWords } from '../listings/changes/pack-words.ts';
import { stockWords } from '../listings/changes/stock-words.ts';
import { answer, createDraftFrom, fillOpenDraft } from '../listings/drafts/draft-fill.ts';
import { correctDraft } from '../listings/drafts/draft-words.ts';
import { waitingCalled } from '../listings/drafts/waiting.ts';
import { askWhichOrNew } from '../listings/drafts/which-or-new.ts';
import { myListingsScreen } from '../listings/products/my-listings-screen.ts';
import { allocateHarvest } from '../orders/preorders.ts';
import { announceLive } from '../streams/stream.ts';
import { askGuessed, withMeantStatus } from './meant-status.ts';

/** What is answered instead, where goods are named and nothing that could be done with them. */
type WhenLost = () => Promise<Reply | undefined>;

/** Offers, prices, stock and status; nothing where the message states none of them. */
export async function offerAnswer(
  typed: Turn,
  seller: Membership,
  whenLost?: WhenLost,
): Promise<Reply | undefined> {
  const { turn: described, isOpen, isOthers } = await withDescribed(typed, seller);
  if (isOthers) return whenLost?.();
  const context = { titles: await ownTitles(typed, seller) };
  const text = withMeantStatus(withPlainFigures(withoutSupposed(described.text)), context.titles);
  const turn = { ...described, text, ...(isOpen && { focus: {} }) };
  const ofAll = await allPricesAnswer(turn, seller);
  if (ofAll) return ofAll;
  const offers = readOffers(turn.text, context);
  const read = readPlainStatus(turn.text, context.titles) ?? readSeller(turn.text, context);
  const own = await ofTheTable(turn, withOwnTitle(read, context.titles));
  // 最贵的涨两块, and two are as dear: asked about, and not what is on the table.
  const reading = isOpen ? { ...own, title: null } : own;
  if (reading.kind === 'price' && isNoPrice(turn.text, reading.price)) return whenLost?.();
  // 最贵的涨两块, of what is weighed and what is counted: which is the dearest, nobody knows.
  if (isOpen && reading.kind === 'other' && readPriceMove(turn.text))
    return [whichProductScreen(await meantProducts(turn, seller, null))];
  if (reading.kind === 'stream') return announceLive(turn);
  if (!hasRight(seller, 'post')) return reading.kind === 'other' ? undefined : noRight(seller, 'post');
  const packs = speaksOfOne(offers) ? await packWords(turn, seller) : undefined;
  if (packs) return packs;
  if (offers) return severalAnswer(turn, seller, offers);
  const special =
    (await correctDraft(typed, seller, reading)) ??
    (await fillOpenDraft(turn, reading)) ??
    (await stockWords(turn, seller, reading));
  if (special) return special;
  const ofTable = isOpen ? undefined : await tablePart(turn, seller, reading);
  if (ofTable) return oneAnswer({ ...turn, text: ofTable.text }, seller, ofTable, whenLost);
  return oneAnswer(turn, seller, { text: turn.text, reading }, whenLost);
}

/** 那再加100斤 今天磨的: of what was just spoken of, where the message names no goods, or what nobody sells. */
async function tablePart(
  turn: Turn,
  seller: Membership,
  { kind, title }: SellerReading,
): Promise<OfferPart | undefined> {
  // 卖了3斤 of two things that are sold is asked about, as ever.
  if (title === null && kind !== 'other') return undefined;
  const id = turn.focus.product;
  const isNamed = title !== null && (await meantProducts(turn, seller, title)).length > 0;
  const product = id && !isNamed && kind !== 'product' && (await turn.shop.listings.own(turn.person.id, id));
  if (!product || product.status === 'draft') return undefined;
  return readOfTable(turn.text, product.title);
}

/** 被邻居借走20斤: one sign that names nothing of the seller's is no title of what changes. */
function withOwnTitle(reading: SellerReading, titles: readonly string[]): SellerReading {
  const { kind, title } = reading;
  const isWord = kind !== 'product' && title?.length === 1 && !titles.some((name) => name.includes(title));
  return isWord ? { ...reading, title: null } : reading;
}

/** actually make it 58: what is on the table is meant. */
async function ofTheTable(turn: Turn, reading: SellerReading): Promise<SellerReading> {
  if (reading.title === null || !isPronoun(reading.title)) return reading;
  const id = turn.focus.product;
  const product = id && (await turn.shop.listings.own(turn.person.id, id));
  return { ...reading, title: product ? product.title : null };
}

/** Two sizes of one thing, and no offers of two. */
const speaksOfOne = (offers: Offers | undefined): boolean =>
  offers === undefined ||
  offers.parts.every(({ reading }) => isSameTitle(reading.title, offers.parts[0]?.reading.title ?? null));

/** Each in its turn, in the order in which they were said. What was not used is quoted. */
async function severalAnswer(
  turn: Turn,
  seller: Membership,
  { parts, unused }: NonNullable<ReturnType<typeof readOffers>>,
): Promise<Reply> {
  const replies: Reply[] = [];
  const isOffer = parts.some(({ reading }) => reading.kind === 'product');
  const reasons: string[] = [];
  for (const part of parts) {
    if ((await isReason(turn, seller, part)) || isBareBesideStock(part, parts)) {
      reasons.push(part.text);
      continue;
    }
    const own = { ...turn, text: part.text };
    const offered = isOffer ? await offeredUnpriced(own, seller, part) : undefined;
    replies.push(offered ?? (await partAnswer(own, seller, part)) ?? []);
  }
  const isChange = parts.every(({ reading }) => reading.kind !== 'product');
  const left = isChange ? [...unused, ...reasons] : [];
  return [...replies.flat().map(freshly), ...(left.length > 0 ? [unusedScreen(left)] : [])];
}

/** 3 jin came back, now 53: it may be how much there is, and is quoted. */
const isBareBesideStock = ({ text, reading }: OfferPart, parts: readonly OfferPart[]): boolean =>
  reading.kind === 'price' && isBareNow(text) && parts.some((other) => other.reading.kind === 'stock');

/** What they sell, or what waits to be put on sale. */
const isKnown = async (turn: Turn, seller: Membership, title: string): Promise<boolean> =>
  (await meantProducts(turn, seller, title)).length > 0 ||
  (await waitingCalled(turn, seller, title)) !== undefined;

/** 面又贵咧，锅盔提两块: of nothing that they sell, and without a figure. */
async function isReason(turn: Turn, seller: Membership, { reading }: OfferPart): Promise<boolean> {
  const { kind, title, price, stock, packs } = reading;
  const isFigured = price !== null || stock !== null || packs.length > 0;
  if (kind === 'status' || kind === 'product' || isFigured || title === null) return false;
  return !(await isKnown(turn, seller, title));
}

/** 笋干30一斤，萝卜干也有40斤: what nobody knows yet is offered too, and its price is asked. */
async function offeredUnpriced(
  turn: Turn,
  seller: Membership,
  { reading }: OfferPart,
): Promise<Reply | undefined> {
  const { kind, title, stock } = reading;
  if (kind !== 'stock' || title === null || stock?.mode !== 'set') return undefined;
  return (await isKnown(turn, seller, title)) ? undefined : createDraftFrom(turn, reading);
}

/** 卖了8斤，还剩大概50斤: what is no certain figure is asked about here too. */
const partAnswer = async (turn: Turn, seller: Membership, part: OfferPart): Promise<Reply | undefined> =>
  (part.reading.kind === 'stock' ? await stockWords(turn, seller, part.reading) : undefined) ??
  (await oneAnswer(turn, seller, part));

async function oneAnswer(
  turn: Turn,
  seller: Membership,
  part: OfferPart,
  whenLost?: WhenLost,
): Promise<Reply | undefined> {
  switch (part.reading.kind) {
    case 'product':
      return newOrKnown(turn, seller, part.reading);
    case 'stock':
    case 'price':
    case 'status':
      return change(turn, seller, part.reading, whenLost);
    case 'stream':
    case 'other':
      return undefined;
  }
}

/** Finds the product and the change that a text means; asks where there are several. */
async function change(
  turn: Turn,
  seller: Membership,
  reading: SellerReading,
  whenLost?: WhenLost,
): Promise<Reply> {
  const found = await latestOrMeant(turn, seller, reading.title);
  if (found.length === 0) return notOnSale(turn, seller, reading, whenLost);
  const [only, ...others] = found;
  const wish =
    parseChangeRequest(turn.text, reading) ??
    (only && others.length === 0 ? rightWish(turn.text, only) : undefined);
  if (!wish) {
    const shown = only && others.length === 0 ? myListingsScreen(only) : whichProductScreen(found);
    return askGuessed(turn, found) ?? (await whenLost?.()) ?? [shown];
  }
  const choices = found.flatMap((product) => changeActs(product, wish).map((act) => ({ product, act })));
  const [sure, ...more] = choices;
  if (!sure) return [otherUnitScreen(found)];
  if (more.length > 0) return [whichScreen(choices, newQuestionId(turn.now))];
  return carryOut(turn, sure.product, sure.act);
}

/** 哎不是，1块25, of what has just been put on sale. */
function rightWish(text: string, { title }: Product): ChangeRequest | undefined {
  const fix = readDraftFix(text);
  return fix && parseChangeRequest(fix.right, readSeller(`${title} ${fix.right}`));
}

/** 苦瓜片涨到28, and its preview still waits. */
async function notOnSale(
  turn: Turn,
  seller: Membership,
  reading: SellerReading,
  whenLost?: WhenLost,
): Promise<Reply> {
  const { title, stock } = reading;
  const draft = title === null ? undefined : await waitingCalled(turn, seller, title);
  if (draft && stock?.mode !== 'sub') return answer(turn, draft, reading);
  // 菜籽油有100斤: there is so much to sell, and its price is asked.
  const isOffer = title !== null && stock?.mode === 'set' && !saysRest(turn.text);
  if (isOffer) return createDraftFrom(turn, reading);
  return (await whenLost?.()) ?? [notFoundScreen(title ?? turn.text)];
}

async function carryOut(turn: Turn, product: Product, act: Act): Promise<Reply> {
  const isHarvest = product.expectedOn !== null && isPicked(turn.text);
  return isHarvest && act.is === 'stock' && act.mode === 'add'
    ? allocateHarvest(turn, product, act.quantity)
    : changeOrAsk(turn, product, act);
}

/** 9.5元一斤: of what? Of nothing on sale it is said of something new. */
async function unnamed(turn: Turn, seller: Membership, reading: SellerReading): Promise<Reply> {
  const spoken = isFiguresAlone(turn.text) ? await latestProduct(turn, seller) : undefined;
  if (spoken) return change(turn, seller, { ...reading, kind: 'price', title: spoken.title });
  const onSale = await meantProducts(turn, seller, null);
  return onSale.length > 0 ? [whichProductScreen(onSale)] : createDraftFrom(turn, reading);
}

/** `小米 8块 有50斤`, and there is 小米 already: its new price and stock. Anything else is something new. */
export async function newOrKnown(turn: Turn, seller: Membership, reading: SellerReading): Promise<Reply> {
  const { title, price, priceQuantity, stock, packs } = reading;
  if (title === null) return unnamed(turn, seller, reading);
  const isBare = priceQuantity === null && !stock;
  const found = packs.length === 0 ? await meantProducts(turn, seller, title) : [];
  const known = isBare
    ? found
    : found.filter((one) => isSameName(one.title, title) || isSameName(one.titleEn ?? '', title));
  const [product, ...others] = known;
  const asked = product ? undefined : askWhichOrNew(turn, reading, found);
  if (asked) return [asked];
  // 红枣 0: a price or a stock? What is on sale is shown, and never begun anew.
  if (product && price === null)
    return others.length === 0 ? [myListingsScreen(product)] : [whichProductScreen(known)];
  const changes = [
    parseChangeRequest(turn.text, { ...reading, stock: null }),
    stock && parseChangeRequest(turn.text, reading),
  ];
  const acts = changes.map((wish) =>
    product && others.length === 0 && wish ? changeActs(product, wish) : [],
  );
  if (!product || acts.every((some) => some.length === 0)) return createDraftFrom(turn, reading);
  const ask = newQuestionId(turn.now);
  // Both are certain: both are done, each with its undo.
  if (stock && acts.every((some) => some.length === 1)) {
    const replies: Reply[] = [];
    for (const act of acts.flat()) replies.push(await carryOut(turn, product, act));
    return replies.flat().map(freshly);
  }
  return [
    whichScreen(
      acts.flat().map((act) => ({ product, act })),
      ask,
    ),
  ];
}

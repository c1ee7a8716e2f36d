import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Reply, type Screen, say } from '../../../chat/dsl/screen.ts';
import { readSeller } from '../../../nlu/read.ts';
import type { SellerReading } from '../../../nlu/reading.ts';
import type { Product } from '../../../shop/catalogue/catalogue.ts';
import { readOrderNumber } from '../../../shop/orders/order-number.ts';
import type { Membership } from '../../../shop/sellers/members.ts';
import { sellerContext } from '../../common/read-context.ts';
import { receiveVoice } from '../../common/voice-notes.ts';
import { flow, type Turn } from '../../flow.ts';
import { homeButton, productName } from '../../screens/values.ts';
import { findActingSeller, hasRight, notASeller, requirePostRight } from '../acting.ts';
import { changeActs, parseChangeRequest } from '../listings/change-request.ts';
import { changeOrAsk, newAsk } from '../listings/changes.ts';
import { notFoundScreen, openButton, whichScreen } from '../listings/changes-screen.ts';
import { createDraftFrom, fillOpenDraft } from '../listings/draft-fill.ts';
import { changed } from '../listings/edit.ts';
import { myListingsScreen } from '../listings/my-listings-screen.ts';
import { handleOrderMessage } from '../orders/order-messages.ts';
import { orderWithClaims } from '../orders/orders.ts';
import { allocateHarvest } from '../orders/preorders.ts';
import { handleShippingMessage } from '../shipping/shipping.ts';
import { showByNumber } from '../streams/showing.ts';
import { announceLive } from '../streams/stream.ts';
import { answerShortcut } from './shortcuts.ts';

/** Sellers' free texts: stock, prices, new products. */
export const freeText = flow('seller-words', { onMessage: { text: onText, voice: receiveVoice } });

async function onText(turn: Turn): Promise<Reply> {
  const seller = await findActingSeller(turn);
  if (!seller) return notASeller;
  const ofOrder = await handleOrderMessage(turn);
  if (ofOrder) return ofOrder;
  const number = readOrderNumber(turn.text);
  const order = number && (await turn.shop.orders.soldByNumber(turn.person.id, number));
  if (order) return orderWithClaims(turn, order);
  const heard =
    (await handleShippingMessage(turn)) ??
    (await answerShortcut(turn, seller)) ??
    (await renamed(turn, seller)) ??
    (await showByNumber(turn, seller.id));
  if (heard) return heard;
  const reading = readSeller(turn.text, await sellerContext(turn, seller.id));
  if (reading.kind === 'stream') return announceLive(turn);
  const allowed = await requirePostRight(turn);
  if ('refused' in allowed) return reading.kind === 'other' ? notUnderstood : allowed.refused;
  const filled = await fillOpenDraft(turn, reading);
  if (filled) return filled;
  switch (reading.kind) {
    case 'product':
      return newOrKnown(turn, seller, reading);
    case 'stock':
    case 'price':
    case 'status':
      return change(turn, seller, reading);
    case 'other':
      return notUnderstood;
  }
}

const notUnderstood: Reply = [
  {
    text: say('seller-not-understood'),
    buttons: [[{ label: say('home-help'), tap: tap('help') }, homeButton]],
    isMiss: true,
    fresh: true,
  },
];

/** 把小米改名叫黄小米. */
const RENAMED = /^把?(.{1,20}?)(?:改名|名字改)(?:叫|为|成)?\s*[「“"]?(.{1,40}?)[」”"]?$/;

async function renamed(turn: Turn, seller: Membership): Promise<Reply | undefined> {
  const [, old, title] = RENAMED.exec(turn.text.trim()) ?? [];
  const [product, ...others] = old ? await meant(turn, seller, old) : [];
  if (!title || !product || others.length > 0 || !hasRight(seller, 'post')) return undefined;
  return changed(turn, await turn.shop.listings.change(turn.person.id, product.id, { title }));
}

/** 红枣采了600斤: what was sold before its harvest is shared out. */
const PICKED = /[采摘收挖打割刨][了好]|picked|harvested|dug/i;

/** Finds the product and the change that a text means; asks where there are several. */
async function change(turn: Turn, seller: Membership, reading: SellerReading): Promise<Reply> {
  const found = await meant(turn, seller, reading.title);
  if (found.length === 0) return [notFoundScreen(reading.title ?? turn.text)];
  const wish = parseChangeRequest(turn.text, reading);
  const [only, ...others] = found;
  if (!wish) return only && others.length === 0 ? [myListingsScreen(only)] : [whichProduct(found)];
  const choices = found.flatMap((product) => changeActs(product, wish).map((act) => ({ product, act })));
  const [sure, ...more] = choices;
  if (!sure) return [otherUnit(found)];
  if (more.length > 0) return [whichScreen(choices, newAsk(turn.now))];
  const { product, act } = sure;
  const isHarvest = product.expectedOn !== null && PICKED.test(turn.text);
  return isHarvest && act.is === 'stock' && act.mode === 'add'
    ? allocateHarvest(turn, product, act.quantity)
    : changeOrAsk(turn, product, act);
}

/** What `title` may mean among the seller's own; without one, everything that is for sale. A name in full is that one. */
async function meant({ shop }: Turn, seller: Membership, title: string | null): Promise<readonly Product[]> {
  if (title === null) return (await shop.catalogue.pageOfSeller(seller.id, 0)).items.filter(isPublished);
  const found = (await shop.catalogue.searchOwn(seller.id, title)).filter(isPublished);
  const exact = found.filter((one) => [one.title, one.titleEn ?? ''].some((name) => isSame(name, title)));
  return exact.length > 0 ? exact : found;
}

const isPublished = ({ status }: Product): boolean => status !== 'draft';
const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.trim().toLowerCase();

const whichProduct = (found: readonly Product[]): Screen => ({
  text: say('mine-which'),
  buttons: found.map((one): Button[] => [
    {
      label: say('mine-which-button', { title: productName(one) }),
      tap: tap('mine-one/:product', { product: one.id }),
    },
  ]),
});

const otherUnit = ([product]: readonly Product[]): Screen => ({
  text: say('stock-other-unit', { title: product ? productName(product) : '' }),
  buttons: [product ? [openButton(product)] : [homeButton]],
});

/** 9.5元一斤: of what? Of nothing on sale it is said of something new. */
async function unnamed(turn: Turn, seller: Membership, reading: SellerReading): Promise<Reply> {
  const onSale = await meant(turn, seller, null);
  return onSale.length > 0 ? [whichProduct(onSale)] : createDraftFrom(turn, reading);
}

/** `小米 8块`, and there is 小米 already: its new price, or something new? */
async function newOrKnown(turn: Turn, seller: Membership, reading: SellerReading): Promise<Reply> {
  const { title, price, priceQuantity, stock, packs } = reading;
  if (title === null) return unnamed(turn, seller, reading);
  const isBare = priceQuantity === null && !stock;
  const found = packs.length === 0 ? await meant(turn, seller, title) : [];
  const known = isBare ? found : found.filter((one) => isSame(one.title, title));
  const [product, ...others] = known;
  // 红枣 0: a price or a stock? What is on sale is shown, and never begun anew.
  if (product && price === null)
    return others.length === 0 ? [myListingsScreen(product)] : [whichProduct(known)];
  const changes = [
    parseChangeRequest(turn.text, { ...reading, stock: null }),
    stock && parseChangeRequest(turn.text, reading),
  ];
  const acts =
    product && others.length === 0 ? changes.flatMap((wish) => (wish ? changeActs(product, wish) : [])) : [];
  if (!product || acts.length === 0) return createDraftFrom(turn, reading);
  return [
    whichScreen(
      acts.map((act) => ({ product, act })),
      newAsk(turn.now),
    ),
  ];
}

import { z } from 'zod';
import { tap } from '../../../../chat/dsl/action.ts';
import { type Button, type Reply, say, type Text } from '../../../../chat/dsl/screen.ts';
import { wrongKind } from '../../../../chat/engine/repair.ts';
import { idShape, type MediaId, type ProductId, type SellerId } from '../../../../db/ids.ts';
import { readOffers } from '../../../../nlu/acts/parts.ts';
import { isNewPhoto } from '../../../../nlu/acts/seller/seller-act.ts';
import { readSeller } from '../../../../nlu/read.ts';
import type { Listed, NotDescribed } from '../../../../shop/catalogue/listings/listings.ts';
import type { Product } from '../../../../shop/catalogue/products/catalogue.ts';
import type { Membership } from '../../../../shop/sellers/members.ts';
import { isPrice, parseFen } from '../../../../shop/values/money.ts';
import { isAmount, measures, parseQuantity } from '../../../../shop/values/quantity.ts';
import { flow, type Turn } from '../../../flow.ts';
import { askedDraft, draftScreen } from '../../../screens/catalogue/draft-screen.ts';
import { lawButtons, productWords, rewrittenText } from '../../../screens/catalogue/law-warning.ts';
import { homeButton, productName } from '../../../screens/values.ts';
import { notYours, ownProduct, requirePostRight } from '../../acting.ts';
import { blockedByOffice } from '../../law-block.ts';
import { handleOrderMessage } from '../../orders/order-messages.ts';
import { paymentCodePhoto } from '../../orders/payment-codes.ts';
import { methodsText } from '../../shipping/settings-screen.ts';
import { closedScreen } from '../../shop-closed.ts';
import { stockRefused } from '../changes/changes.ts';
import { undoButton } from '../changes/changes-screen.ts';
import { namedProduct, ownTitles, tableProduct } from '../changes/meant.ts';
import { photoRefused, putNewFirst } from '../products/listing-photos.ts';
import { myListingsScreen } from '../products/my-listings-screen.ts';
import { answer, fill, isNoTitle, isOtherProduct, parseCaption, preview } from './draft-fill.ts';
import { draftUnitShape, readUnit } from './draft-unit.ts';
import { askKnownPhoto } from './known-photo.ts';

/** One photo, one sentence, one tap: a product on sale. */
export const post = flow('post', {
  taps: {
    'draft/:product': showDraft,
    'draft-stock/:product/:quantity': setStock,
    'draft-price/:product/:fen/:per/:measure': setPrice,
    'publish/:product': publish,
    'publish-sure/:product/:price/:stock': publishSurely,
    'discard/:product': discard,
    'withhold/:product': discard,
    'lawful/:product': makeLawful,
  },
  answers: {
    draft: { data: z.object({ product: idShape<ProductId>() }), takesPhotos: true, read: readAnswer },
    'draft-unit': { data: draftUnitShape, read: readUnit },
  },
  onMessage: { photos: onPhotos },
});

/** Photos of an album come one by one and in any order, the caption with any of them: all join one product. */
async function onPhotos(turn: Turn): Promise<Reply> {
  const ofOrder = await handleOrderMessage(turn);
  if (ofOrder) return ofOrder;
  const ofCode = await paymentCodePhoto(turn);
  if (ofCode) return ofCode;
  const allowed = await requirePostRight(turn);
  if ('refused' in allowed) return allowed.refused;
  // A text was asked for: a photo without a caption neither answers nor begins a product.
  if (turn.asking && turn.text === '' && eventAlbum(turn) === undefined) return wrongKind(true);
  const known = await photographed(turn, allowed.seller);
  if (known) return putNewFirst(turn, known);
  const renewed = await askKnownPhoto(turn, allowed.seller);
  if (renewed) return renewed;
  const product = await productOfPhotos(turn, allowed.seller.id);
  return product ? addPhotos(turn, product) : notYours(turn);
}

/** 魔芋粉换这张照片: a caption that gives something on sale another photo. */
async function photographed(turn: Turn, seller: Membership): Promise<Product | undefined> {
  if (!isNewPhoto(turn.text, await ownTitles(turn, seller))) return undefined;
  const product = (await namedProduct(turn, seller, null)) ?? (await tableProduct(turn, seller, ''));
  return product && product.status !== 'draft' ? product : undefined;
}

async function productOfPhotos(turn: Turn, sellerId: SellerId): Promise<Product | undefined> {
  const { shop, person, text } = turn;
  const album = eventAlbum(turn);
  const known = album && (await shop.listings.ofAlbum(person.id, sellerId, album));
  if (known && !isAnotherThing(text, known)) return known;
  const open = await shop.listings.openDraft(person.id, sellerId);
  const isMore = text === '' && (album === undefined || open?.photos.length === 0);
  const product =
    open && !known && (isMore || open.title === '') ? open : await shop.listings.draft(person.id, sellerId);
  if (product && album) await shop.listings.nameAlbum(person.id, product.id, album);
  return product;
}

/** A caption that names other goods than the photos before it: an album of several products. */
function isAnotherThing(caption: string, { title }: Product): boolean {
  const said = caption === '' || title === '' ? null : readSeller(caption).title;
  return said !== null && !said.includes(title) && !title.includes(said);
}

const eventAlbum = ({ body }: Turn): string | undefined => (body.is === 'photos' ? body.album : undefined);

async function addPhotos(turn: Turn, product: Product): Promise<Reply> {
  const { shop, person, photos, text } = turn;
  let count = product.photos.length;
  let refused: Reply = [];
  const kept: MediaId[] = [];
  for (const file of photos) {
    const media = await turn.keepPhoto(file);
    const added = await shop.listings.addPhoto(person.id, product.id, media);
    kept.push(media);
    if (added.ok) count = added.product.photos.length;
    else refused = await photoRefused(turn, product, added.refusal);
  }
  const reading = text === '' ? undefined : parseCaption(text, product);
  if (reading) await fill(turn, product, reading);
  for (const media of kept) await shop.listings.askName(media, turn.chat.id);
  if (eventAlbum(turn) === undefined) return [...refused, ...(await preview(turn, product.id, reading))];
  await shop.listings.showSoon(product.id, turn.chat.id, count);
  return refused;
}

/** Continues a draft, however old. */
export async function showDraft(turn: Turn<'product'>): Promise<Reply> {
  const product = await ownProduct(turn, turn.params.product);
  if (!product) return notYours(turn);
  if (product.status !== 'draft') return [myListingsScreen(product)];
  return [askedDraft(product, await turn.shop.listings.hints(turn.person.id, product.id))];
}

async function readAnswer(turn: Turn, { product: id }: { product: ProductId }): Promise<Reply | undefined> {
  const draft = await ownProduct(turn, id);
  if (!draft) return notYours(turn);
  if (turn.photos.length > 0) return addPhotos(turn, draft);
  // Several things are several products, and none of them answers what this one lacks.
  if (readOffers(turn.text)) return undefined;
  const reading = readSeller(turn.text);
  if (reading.kind === 'other' && isNoTitle(turn.text)) return undefined;
  return (await isOtherProduct(turn, draft, reading)) ? undefined : answer(turn, draft, reading);
}

async function setStock(turn: Turn<'product' | 'quantity'>): Promise<Reply> {
  const draft = await ownProduct(turn, turn.params.product);
  const quantity = parseQuantity(turn.params.quantity);
  if (draft?.status !== 'draft' || quantity === undefined) return showDraft(turn);
  const moved = await turn.shop.listings.moveStock(turn.person.id, draft.id, { mode: 'set', quantity });
  return moved.ok ? preview(turn, draft.id) : stockRefused(turn, draft, moved.refusal);
}

async function setPrice(turn: Turn<'product' | 'fen' | 'per' | 'measure'>): Promise<Reply> {
  const draft = await ownProduct(turn, turn.params.product);
  const [price, priceQuantity] = [parseFen(turn.params.fen), parseQuantity(turn.params.per)];
  const measure = measures.find((one) => one === turn.params.measure);
  const isSound = isPrice(price) && isAmount(priceQuantity);
  if (draft?.status !== 'draft' || !isSound || !measure) return showDraft(turn);
  const words = { price, priceQuantity, measure };
  return shownAfter(turn, draft.id, await turn.shop.listings.describe(turn.person.id, draft.id, words));
}

/** A figure far from the usual is asked about once more, here and in the preview. */
async function publish(turn: Turn<'product'>): Promise<Reply> {
  const product = await ownProduct(turn, turn.params.product);
  if (!product) return notYours(turn);
  const isDraft = product.status === 'draft';
  const hints = isDraft ? await turn.shop.listings.hints(turn.person.id, product.id) : {};
  return hints.doubt ? [draftScreen(product, hints)] : putOnSale(turn, product);
}

async function publishSurely(turn: Turn<'product' | 'price' | 'stock'>): Promise<Reply> {
  const product = await ownProduct(turn, turn.params.product);
  const { price, stock } = turn.params;
  const isSame = product && String(product.price) === price && String(product.available) === stock;
  return isSame ? putOnSale(turn, product) : showDraft(turn);
}

async function putOnSale(turn: Turn<string>, product: Product): Promise<Reply> {
  const { id } = product;
  const blocked = await blockedByOffice(turn, productWords(product));
  if (blocked) return [{ text: blocked, buttons: [...lawButtons(product), [editButton(product)]] }];
  const changed = await turn.shop.listings.setStatus(turn.person.id, id, 'on-sale');
  if (changed.ok) {
    const { product: listed, event } = changed;
    const unset = await defaultShippingText(turn, listed);
    const undo = event === undefined ? [] : [[undoButton(event)]];
    return [
      { toast: say('published-toast') },
      {
        text: [say('published', { title: productName(listed) }), ...unset, say('published-next')],
        buttons: [
          ...undo,
          ...(unset.length > 0 ? [[shippingButton]] : []),
          ...(myListingsScreen(listed).buttons ?? []),
        ],
      },
    ];
  }
  switch (changed.refusal) {
    case 'not-yours':
      return notYours(turn);
    case 'missing':
      return preview(turn, id);
    case 'waiting':
    case 'closed':
      return [closedScreen(changed.refusal)];
  }
}

const editButton = ({ id }: Product): Button => ({
  label: say('mine-edit'),
  tap: tap('edit/:product', { product: id }),
});

const shippingButton: Button = { label: say('myshop-delivery'), tap: tap('delivery') };

/** What buyers are offered where the seller has set no shipping: shown before the first order, not with it. */
async function defaultShippingText({ shop, person }: Turn<string>, { sellerId }: Product): Promise<Text[]> {
  const settings = await shop.shippingSettings.of(person.id, sellerId);
  if (!settings || settings.isSet) return [];
  return [say('published-delivery'), ...methodsText(settings), say('published-delivery-how')];
}

async function discard(turn: Turn<'product'>): Promise<Reply> {
  const product = await ownProduct(turn, turn.params.product);
  if (product?.status !== 'draft') return product ? [myListingsScreen(product)] : notYours(turn);
  const { title } = product;
  const dropped = await turn.shop.listings.setStatus(turn.person.id, product.id, 'archived');
  const event = dropped.ok ? dropped.event : undefined;
  const text = title === '' ? say('discarded') : say('discarded-goods', { title: productName(product) });
  return [{ text, buttons: [[...(event === undefined ? [] : [undoButton(event)]), homeButton]] }];
}

/** The draft with its new words, or why it did not take them. */
const shownAfter = (
  turn: Turn<string>,
  id: ProductId,
  described: Awaited<Listed<NotDescribed>>,
): Promise<Reply> => (described.ok ? preview(turn, id) : describeRefused(turn, described.refusal));

export async function describeRefused(turn: Turn<string>, refusal: NotDescribed): Promise<Reply> {
  if (refusal === 'not-yours') return notYours(turn);
  return [{ text: say('price-not-so-large'), buttons: [[homeButton]] }];
}

/** Takes out of a listing's words what the advertising law forbids. */
async function makeLawful(turn: Turn<'product'>): Promise<Reply> {
  const product = await ownProduct(turn, turn.params.product);
  if (!product) return notYours(turn);
  const words = rewrittenText(product);
  return shownAfter(turn, product.id, await turn.shop.listings.describe(turn.person.id, product.id, words));
}

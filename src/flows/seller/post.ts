import { tap } from '../../chat/action.ts';
import { type Button, type Reply, say } from '../../chat/screen.ts';
import { readSeller, type SellerReading } from '../../reader/seller.ts';
import type { Product } from '../../shop/catalogue.ts';
import { missingOf } from '../../shop/offers.ts';
import { flow, type Turn } from '../flow.ts';
import { homeButton, titleOf } from '../show.ts';
import { actingFor, notASeller } from './acting.ts';
import { draftScreen } from './draft-screen.ts';
import { mineScreen } from './mine-screen.ts';
import { hearWeight } from './pack-weigh.ts';

/** One photo, one sentence, one tap: a product on sale. */
export const post = flow('post', {
  taps: {
    'draft/:product': showDraft,
    'publish/:product': publish,
    'discard/:product': discard,
    'write/:product': write,
    'take/:product': takeSuggestion,
  },
  hears: { photos: hearPhotos },
});

/** Photos of an album come one by one, the caption with any of them: all join one draft. */
async function hearPhotos(turn: Turn): Promise<Reply> {
  const { shop, person, photos, words, body } = turn;
  const seller = await actingFor(turn);
  if (!seller) return notASeller;
  const weighed = await hearWeight(turn);
  if (weighed) return weighed;
  const open = await shop.offers.openDraft(person.id, seller.id);
  const product =
    open && (words === '' || open.title === '') ? open : await shop.offers.draft(person.id, seller.id);
  if (!product) return notASeller;
  for (const file of photos) await shop.offers.addPhoto(person.id, product.id, await turn.keepPhoto(file));
  if (words !== '') await fill(turn, product, readSeller(words));
  if (body.is === 'photos' && body.album !== undefined) {
    await shop.offers.showSoon(product.id, turn.chat.id);
    return [];
  }
  return preview(turn, product.id);
}

async function preview({ shop, person }: Turn<string>, id: string): Promise<Reply> {
  const product = await shop.offers.own(person.id, id);
  return [product ? draftScreen(product) : notYours];
}

const notYours = { text: say('product-not-yours'), buttons: [[homeButton]] };

/** Puts what the reader is sure of into the draft; what it is not sure of stays to be asked. */
export async function fill(
  { shop, person }: Turn<string>,
  product: Product,
  reading: SellerReading,
): Promise<void> {
  const isPriceSure = reading.price !== null && reading.priceQuantity !== null && reading.measure !== null;
  await shop.offers.describe(person.id, product.id, {
    ...(reading.title && { title: reading.title }),
    ...(reading.measure && { measure: reading.measure }),
    ...(isPriceSure && { price: reading.price ?? 0, priceQuantity: reading.priceQuantity ?? 1 }),
    ...(reading.packs.length > 0 && { packs: reading.packs }),
  });
  if (reading.stock)
    await shop.offers.moveStock(person.id, product.id, { mode: 'set', quantity: reading.stock.quantity });
}

/** A message that may answer what an open draft asks. Nothing when there is no such draft. */
export async function fillOpenDraft(turn: Turn, reading: SellerReading): Promise<Reply | undefined> {
  const seller = await actingFor(turn);
  const open = seller && (await turn.shop.offers.openDraft(turn.person.id, seller.id));
  const [missing] = open ? missingOf(open) : [];
  if (!open || !missing) return undefined;
  if (reading.kind === 'other' && missing === 'title')
    await fill(turn, open, { ...reading, title: turn.words.trim() });
  else await fill(turn, open, missing === 'stock' ? reading : withoutTitle(reading, open));
  return preview(turn, open.id);
}

/** An answer to "what does it cost" does not rename the product. */
const withoutTitle = (reading: SellerReading, { title }: Product): SellerReading =>
  title === '' ? reading : { ...reading, title: null };

/** A product that was described without a photo. */
export async function draftFrom(turn: Turn, reading: SellerReading): Promise<Reply> {
  const seller = await actingFor(turn);
  const product = seller && (await turn.shop.offers.draft(turn.person.id, seller.id));
  if (!product) return notASeller;
  await fill(turn, product, reading);
  return preview(turn, product.id);
}

function showDraft(turn: Turn<'product'>): Promise<Reply> {
  return preview(turn, turn.params.product);
}

async function publish({ shop, person, params }: Turn<'product'>): Promise<Reply> {
  const product = await shop.offers.setStatus(person.id, params.product, 'on-sale');
  if (!product) return [notYours];
  if (product.status !== 'on-sale') return [draftScreen(product)];
  return [
    { toast: say('published-toast') },
    { text: say('published', { title: titleOf(product) }), buttons: mineScreen(product).buttons ?? [] },
  ];
}

async function discard({ shop, person, params }: Turn<'product'>): Promise<Reply> {
  const product = await shop.offers.own(person.id, params.product);
  if (product?.status !== 'draft') return [product ? mineScreen(product) : notYours];
  await shop.offers.setStatus(person.id, params.product, 'archived');
  return [{ text: say('discarded'), buttons: [[homeButton]] }];
}

/** Asks the writer, who answers in a message of its own. */
async function write({ shop, person, chat, params }: Turn<'product'>): Promise<Reply> {
  const product = await shop.offers.own(person.id, params.product);
  if (!product) return [notYours];
  await shop.offers.askWriter(product.id, chat.id);
  return [{ toast: say('writing-toast') }];
}

async function takeSuggestion({ shop, person, params }: Turn<'product'>): Promise<Reply> {
  const product = await shop.offers.takeSuggestion(person.id, params.product);
  if (!product) return [notYours];
  const edit: Button = { label: say('mine-open'), tap: tap('mine-one/:product', { product: product.id }) };
  return [
    { toast: say('taken-toast') },
    product.status === 'draft'
      ? draftScreen(product)
      : { text: say('taken', { title: titleOf(product) }), buttons: [[edit]] },
  ];
}

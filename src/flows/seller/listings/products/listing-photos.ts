import { z } from 'zod';
import { tap } from '../../../../chat/dsl/action.ts';
import { ask } from '../../../../chat/dsl/flow.ts';
import { type Button, type Reply, type Screen, say } from '../../../../chat/dsl/screen.ts';
import { idShape, type MediaId, type ProductId } from '../../../../db/ids.ts';
import { isOwnBusiness } from '../../../../nlu/acts/seller/seller-business.ts';
import { MAX_PHOTOS } from '../../../../shop/catalogue/listings/listings.ts';
import type { Product } from '../../../../shop/catalogue/products/catalogue.ts';
import { flow, type Turn } from '../../../flow.ts';
import { productName } from '../../../screens/values.ts';
import { notYours, ownProduct } from '../../acting.ts';
import { openButton, undoButton } from '../changes/changes-screen.ts';

/** The photos of a product, one on the screen at a time: which comes first, which goes, which are new. */
export const listingPhotos = flow('mine-photos', {
  taps: {
    'photos/:product': showFirst,
    'photo/:product/:photo': showOne,
    'photo-first/:product/:photo': putFirst,
    'photo-drop/:product/:photo': drop,
    'photo-add/:product': askPhoto,
  },
  answers: {
    photo: { data: z.object({ product: idShape<ProductId>() }), takesPhotos: true, read: readPhoto },
  },
});

async function showFirst(turn: Turn<'product'>): Promise<Reply> {
  const product = await ownProduct(turn, turn.params.product);
  return product ? [photoScreen(product, 0)] : notYours(turn);
}

async function showOne(turn: Turn<'product' | 'photo'>): Promise<Reply> {
  const product = await ownProduct(turn, turn.params.product);
  if (!product) return notYours(turn);
  const photos: readonly string[] = product.photos;
  return [photoScreen(product, Math.max(0, photos.indexOf(turn.params.photo)))];
}

function photoScreen(product: Product, at: number, undo?: string): Screen {
  const { id, photos } = product;
  const photo = photos[at];
  const others = photos.map((other, i): Button => {
    const label = say('photo-at', { place: i + 1 });
    return i === at
      ? { label, dead: true }
      : { label, tap: tap('photo/:product/:photo', { product: id, photo: other }) };
  });
  const first: Button[] =
    photo && at > 0
      ? [{ label: say('photo-first'), tap: tap('photo-first/:product/:photo', { product: id, photo }) }]
      : [];
  const away: Button[] = photo
    ? [
        {
          label: say('photo-drop'),
          tap: tap('photo-drop/:product/:photo', { product: id, photo }),
          tone: 'danger',
        },
      ]
    : [];
  const add: Button = { label: say('photo-add'), tap: tap('photo-add/:product', { product: id }) };
  return {
    text: photo
      ? say('photo-which', { title: productName(product), place: at + 1, count: photos.length })
      : say('photo-none', { title: productName(product) }),
    photo,
    buttons: [
      ...(others.length > 1 ? [others.slice(0, 5), others.slice(5)].filter((row) => row.length > 0) : []),
      ...(first.length + away.length > 0 ? [[...first, ...away]] : []),
      ...(photos.length < MAX_PHOTOS ? [[add]] : []),
      [...(undo === undefined ? [] : [undoButton(undo)]), openButton(product)],
    ],
  };
}

async function putFirst(turn: Turn<'product' | 'photo'>): Promise<Reply> {
  const { photo } = turn.params;
  return rearrange(turn, (photos) => [
    ...photos.filter((one) => one === photo),
    ...photos.filter((one) => one !== photo),
  ]);
}

async function drop(turn: Turn<'product' | 'photo'>): Promise<Reply> {
  return rearrange(turn, (photos) => photos.filter((one) => one !== turn.params.photo));
}

/** Only photos that the product has are moved; a stale button for one that is gone changes nothing. */
async function rearrange(
  turn: Turn<'product' | 'photo'>,
  next: (photos: readonly MediaId[]) => MediaId[],
): Promise<Reply> {
  const product = await ownProduct(turn, turn.params.product);
  if (!product) return notYours(turn);
  if (!product.photos.some((one) => one === turn.params.photo)) return [photoScreen(product, 0)];
  const photos = next(product.photos);
  const done = await turn.shop.listings.change(turn.person.id, product.id, { photos });
  return done.ok
    ? [{ toast: say('edit-done-toast') }, photoScreen(done.product, 0, done.event)]
    : notYours(turn);
}

/** 魔芋粉换这张照片: what came with these words stands first from now on. */
export async function putNewFirst(turn: Turn, product: Product): Promise<Reply> {
  const media: MediaId[] = [];
  for (const file of turn.photos) media.push(await turn.keepPhoto(file));
  return putMediaFirst(turn, product, media);
}

/** The same of photos that were kept before. */
export async function putMediaFirst(
  turn: Turn<string>,
  product: Product,
  media: readonly MediaId[],
): Promise<Reply> {
  for (const one of media) {
    const added = await turn.shop.listings.addPhoto(turn.person.id, product.id, one);
    if (!added.ok) return photoRefused(turn, product, added.refusal);
  }
  const { photos } = (await turn.shop.listings.own(turn.person.id, product.id)) ?? product;
  const isNew = (one: MediaId): boolean => !product.photos.includes(one);
  const ordered = [...photos.filter(isNew), ...photos.filter((one) => !isNew(one))];
  const done = await turn.shop.listings.change(turn.person.id, product.id, { photos: ordered });
  return done.ok ? [{ ...photoScreen(done.product, 0, done.event), fresh: true }] : notYours(turn);
}

async function askPhoto(turn: Turn<'product'>): Promise<Reply> {
  const product = await ownProduct(turn, turn.params.product);
  return product ? [photoQuestion(product)] : notYours(turn);
}

/** Says why a photo was not taken. */
export async function photoRefused(
  turn: Turn<string>,
  product: Product,
  refusal: 'not-yours' | 'too-many',
): Promise<Reply> {
  if (refusal === 'not-yours') return notYours(turn);
  const values = { title: productName(product), max: MAX_PHOTOS };
  return [{ text: say('photos-too-many', values), buttons: [[openButton(product)]] }];
}

const photoQuestion = (product: Product): Screen => ({
  text: say('photo-ask', { title: productName(product) }),
  asks: ask('photo', { product: product.id }),
  fresh: true,
});

/** A text is no photo: it is read as if none had been asked for. */
async function readPhoto(turn: Turn, { product: id }: { product: ProductId }): Promise<Reply | undefined> {
  if (turn.photos.length === 0 && isOwnBusiness(turn.text)) return undefined;
  const product = await ownProduct(turn, id);
  if (!product) return notYours(turn);
  if (turn.photos.length === 0) return [{ ...photoQuestion(product), isMiss: true }];
  for (const file of turn.photos) {
    const added = await turn.shop.listings.addPhoto(turn.person.id, id, await turn.keepPhoto(file));
    if (!added.ok) return photoRefused(turn, product, added.refusal);
  }
  const now = (await turn.shop.listings.own(turn.person.id, id)) ?? product;
  // More of an album may follow: the question stays open.
  return [{ ...photoScreen(now, now.photos.length - 1), asks: ask('photo', { product: id }) }];
}

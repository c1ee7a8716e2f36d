import { tap } from '../../../../chat/dsl/action.ts';
import { type Button, type Reply, say } from '../../../../chat/dsl/screen.ts';
import type { Product } from '../../../../shop/catalogue/products/catalogue.ts';
import { flow, type Turn } from '../../../flow.ts';
import { askedDraft } from '../../../screens/catalogue/draft-screen.ts';
import {
  homeButton,
  pager,
  parsePage,
  priceValue,
  productName,
  quantityValue,
} from '../../../screens/values.ts';
import { notYours, ownProduct, requirePostRight } from '../../acting.ts';
import { changeStatus } from '../changes/changes.ts';
import { myListingsScreen } from './my-listings-screen.ts';

/** A seller's own products. */
export const myListings = flow('mine', {
  commands: { products: showFirst },
  taps: {
    'mine/:page': showPage,
    'mine-away/:page': showArchived,
    'mine-one/:product': showOne,
    'pause/:product': (turn) => setTo(turn, 'paused'),
    'archive/:product': (turn) => setTo(turn, 'archived'),
    'copy/:product': copy,
  },
});

function showFirst(turn: Turn<'rest'>): Promise<Reply> {
  return showPage({ ...turn, params: { page: '0' } });
}

async function showPage(turn: Turn<'page'>): Promise<Reply> {
  const allowed = await requirePostRight(turn);
  if ('refused' in allowed) return allowed.refused;
  const page = await turn.shop.catalogue.pageOfSeller(allowed.seller.id, parsePage(turn.params.page));
  const title = say(page.items.length === 0 ? 'mine-none' : 'mine-list');
  const away: Button = { label: say('mine-away'), tap: tap('mine-away/:page', { page: 0 }) };
  return [
    {
      text: title,
      buttons: [
        ...page.items.map((one) => [ownButton(one)]),
        ...pager(page, (to) => tap('mine/:page', { page: to })),
        [away, homeButton],
      ],
      focus: { products: page.items.map(({ id }) => id) },
    },
  ];
}

function ownButton(product: Product): Button {
  const title = product.title === '' ? say('draft-untitled') : productName(product);
  const values = { title, quantity: quantityValue(product, product.available) };
  return {
    label: say(`mine-button-${product.status}`, values),
    tap: tap('mine-one/:product', { product: product.id }),
    picture: product.storedPhotos[0],
    ...(product.price > 0 && { detail: say('mine-button-price', { price: priceValue(product) }) }),
  };
}

async function showArchived(turn: Turn<'page'>): Promise<Reply> {
  const allowed = await requirePostRight(turn);
  if ('refused' in allowed) return allowed.refused;
  const { person, params } = turn;
  const away = await turn.shop.listings.archived(person.id, allowed.seller.id, parsePage(params.page));
  const all: Button = { label: say('mine-all'), tap: tap('mine/:page', { page: 0 }) };
  return [
    {
      text: say(away.items.length === 0 ? 'mine-away-none' : 'mine-away-list'),
      buttons: [
        ...away.items.map((one) => [ownButton(one)]),
        ...pager(away, (to) => tap('mine-away/:page', { page: to })),
        [all, homeButton],
      ],
    },
  ];
}

async function showOne(turn: Turn<'product'>): Promise<Reply> {
  const product = await ownProduct(turn, turn.params.product);
  if (!product) return notYours(turn);
  if (product.status === 'draft')
    return [askedDraft(product, await turn.shop.listings.hints(turn.person.id, product.id))];
  return [myListingsScreen(product, await turn.shop.listings.sheet(turn.person.id, product.id))];
}

async function setTo(turn: Turn<'product'>, status: 'paused' | 'archived'): Promise<Reply> {
  const product = await ownProduct(turn, turn.params.product);
  if (!product) return notYours(turn);
  // A draft that is paused would be for sale; it is only thrown away.
  if (product.status === 'draft' && status === 'paused') return showOne(turn);
  return changeStatus(turn, product, status);
}

async function copy(turn: Turn<'product'>): Promise<Reply> {
  const copied = await turn.shop.listings.copy(turn.person.id, turn.params.product);
  if (!copied.ok) return notYours(turn);
  return [{ toast: say('copied-toast') }, askedDraft(copied.product, {})];
}

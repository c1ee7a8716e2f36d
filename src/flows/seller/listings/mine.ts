import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Reply, say } from '../../../chat/dsl/screen.ts';
import type { Product } from '../../../shop/catalogue/catalogue.ts';
import { flow, type Turn } from '../../flow.ts';
import { askedDraft } from '../../screens/draft-screen.ts';
import { homeButton, pageOf, pager, quantityOf, titleOf } from '../../screens/values.ts';
import { notYours, ownProduct, posting } from '../acting.ts';
import { changeStatus } from './changes.ts';
import { mineScreen } from './mine-screen.ts';

/** A seller's own products. */
export const mine = flow('mine', {
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
  const allowed = await posting(turn);
  if ('refused' in allowed) return allowed.refused;
  const page = await turn.shop.catalogue.pageOfSeller(allowed.seller.id, pageOf(turn.params.page));
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
    },
  ];
}

function ownButton(product: Product): Button {
  const title = product.title === '' ? say('draft-untitled') : titleOf(product);
  const values = { title, quantity: quantityOf(product.measure, product.available) };
  return {
    label: say(`mine-button-${product.status}`, values),
    tap: tap('mine-one/:product', { product: product.id }),
  };
}

async function showArchived(turn: Turn<'page'>): Promise<Reply> {
  const allowed = await posting(turn);
  if ('refused' in allowed) return allowed.refused;
  const { person, params } = turn;
  const away = await turn.shop.offers.archived(person.id, allowed.seller.id, pageOf(params.page));
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
    return [askedDraft(product, await turn.shop.offers.hints(turn.person.id, product.id))];
  return [mineScreen(product, await turn.shop.offers.sheet(turn.person.id, product.id))];
}

async function setTo(turn: Turn<'product'>, status: 'paused' | 'archived'): Promise<Reply> {
  const product = await ownProduct(turn, turn.params.product);
  if (!product) return notYours(turn);
  // A draft that is paused would be for sale; it is only thrown away.
  if (product.status === 'draft' && status === 'paused') return showOne(turn);
  return changeStatus(turn, product, status);
}

async function copy(turn: Turn<'product'>): Promise<Reply> {
  const copied = await turn.shop.offers.copy(turn.person.id, turn.params.product);
  if (!copied) return notYours(turn);
  return [{ toast: say('copied-toast') }, askedDraft(copied, {})];
}

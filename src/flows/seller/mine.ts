import { tap } from '../../chat/action.ts';
import { type Button, type Reply, say } from '../../chat/screen.ts';
import { flow, type Turn } from '../flow.ts';
import { homeButton, pageOf, pager, quantityOf, titleOf } from '../show.ts';
import { actingFor, notASeller } from './acting.ts';
import { draftScreen } from './draft-screen.ts';
import { mineScreen } from './mine-screen.ts';

/** A seller's own products. */
export const mine = flow('mine', {
  commands: { products: showFirst },
  taps: { 'mine/:page': showPage, 'mine-one/:product': showOne, 'pause/:product': pause },
});

function showFirst(turn: Turn<'rest'>): Promise<Reply> {
  return showPage({ ...turn, params: { page: '0' } });
}

async function showPage(turn: Turn<'page'>): Promise<Reply> {
  const seller = await actingFor(turn);
  if (!seller) return notASeller;
  const page = await turn.shop.catalogue.pageOfSeller(seller.id, pageOf(turn.params.page));
  const buttons = page.items.map((product): Button[] => {
    const values = { title: titleOf(product), quantity: quantityOf(product.measure, product.available) };
    return [
      {
        label: say(`mine-button-${product.status}`, values),
        tap: tap('mine-one/:product', { product: product.id }),
      },
    ];
  });
  const title = say(page.items.length === 0 ? 'mine-none' : 'mine-list');
  return [
    {
      text: title,
      buttons: [...buttons, ...pager(page, (to) => tap('mine/:page', { page: to })), [homeButton]],
    },
  ];
}

async function showOne({ shop, person, params }: Turn<'product'>): Promise<Reply> {
  const product = await shop.offers.own(person.id, params.product);
  if (!product) return [notYours];
  return [product.status === 'draft' ? draftScreen(product) : mineScreen(product)];
}

const notYours = { text: say('product-not-yours'), buttons: [[homeButton]] };

async function pause({ shop, person, params }: Turn<'product'>): Promise<Reply> {
  const product = await shop.offers.setStatus(person.id, params.product, 'paused');
  return [product ? mineScreen(product) : notYours];
}

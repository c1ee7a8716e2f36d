import { z } from 'zod';
import { tap } from '../../chat/action.ts';
import { ask } from '../../chat/flow.ts';
import { type Button, type Reply, type Screen, say, type Text } from '../../chat/screen.ts';
import { lineOf } from '../../shop/cart.ts';
import type { Product } from '../../shop/catalogue.ts';
import { flow, type Turn } from '../flow.ts';
import { homeButton, moneyOf, priceOf, quantityOf, rowsOf, sellerOf, titleOf } from '../show.ts';
import { amountIn } from './amount.ts';
import { addToCard } from './cart.ts';

/** One product: what it is, what is left, and how to have it. */
export const product = flow('product', {
  taps: { 'product/:product': show, 'amount/:product': askAmount, 'wait/:product': wait },
  answers: { amount: { data: z.object({ product: z.uuid() }), read: readAmount } },
});

async function show(turn: Turn<'product'>): Promise<Reply> {
  const screen = await productScreen(turn, turn.params.product);
  return [screen ?? gone];
}

const gone: Screen = { text: say('product-gone'), buttons: [[homeButton]] };

/** The product as a buyer sees it; nothing for what is not on sale (any more). */
export async function productScreen({ shop }: Turn<string>, id: string): Promise<Screen | undefined> {
  const found = await shop.catalogue.byId(id);
  if (!found || found.status === 'draft' || found.status === 'archived') return undefined;
  return {
    text: productText(found),
    photo: found.storedPhotos[0],
    buttons: [...waysToHave(found), ...ways(found)],
  };
}

/** What a product is, as buyers read it. */
export function productText(found: Product): Text {
  const { measure, available, blurb, blurbEn, harvestedOn } = found;
  const left =
    available > 0
      ? say('product-left', { quantity: quantityOf(measure, available) })
      : say('product-sold-out');
  return [
    say('product-title', { title: titleOf(found), price: priceOf(found) }),
    say('product-origin', { seller: sellerOf(found) }),
    ...(harvestedOn ? [say('product-harvest', { day: harvestedOn.toISOString().slice(0, 10) })] : []),
    ...(blurb === '' ? [] : [say('product-blurb', { blurb: { own: blurb, en: blurbEn } })]),
    found.status === 'paused' ? say('product-paused') : left,
  ];
}

/** Pack buttons with what each costs; a product without packs offers its own price unit. */
function waysToHave(found: Product): Button[][] {
  const { id, measure, available } = found;
  if (found.status !== 'on-sale' || available === 0)
    return [[{ label: say('product-wait'), tap: tap('wait/:product', { product: id }) }]];
  const quantities =
    found.packs.length > 0 ? found.packs.map((pack) => pack.quantity) : [found.priceQuantity];
  const packs = quantities.map((quantity): Button => {
    const label = say('product-pack', {
      quantity: quantityOf(measure, quantity),
      total: moneyOf(lineOf(found, quantity).total),
    });
    if (quantity > available) return { label, dead: true };
    return { label, tap: tap('add/:product/:quantity', { product: id, quantity }), tone: 'primary' };
  });
  return [
    ...rowsOf(packs, 2),
    [{ label: say('product-other-amount'), tap: tap('amount/:product', { product: id }) }],
  ];
}

function ways(found: Product): Button[][] {
  const seller: Button = {
    label: say('product-seller', { seller: sellerOf(found) }),
    tap: tap('seller/:seller', { seller: found.sellerId }),
  };
  return [
    [seller],
    [
      { label: say('home-browse'), tap: tap('browse/:page', { page: 0 }) },
      { label: say('cart'), tap: tap('cart') },
      homeButton,
    ],
  ];
}

async function askAmount({ shop, params }: Turn<'product'>): Promise<Reply> {
  const found = await shop.catalogue.byId(params.product);
  if (!found) return [gone];
  const example = say(`amount-example-${found.measure}`);
  return [
    {
      text: say('amount-ask', { title: titleOf(found), example }),
      asks: ask('amount', { product: found.id }),
      fresh: true,
    },
  ];
}

async function readAmount(turn: Turn, data: { product: string }): Promise<Reply> {
  const found = await turn.shop.catalogue.byId(data.product);
  if (!found) return [gone];
  const quantity = amountIn(turn.words, found);
  if (quantity !== undefined) return addToCard(turn, found, quantity);
  const example = say(`amount-example-${found.measure}`);
  return [{ text: say('amount-unclear', { example }), asks: ask('amount', data), isMiss: true }];
}

async function wait({ shop, person, chat, params }: Turn<'product'>): Promise<Reply> {
  const found = await shop.catalogue.byId(params.product);
  if (!found) return [gone];
  await shop.subscriptions.waitFor(person.id, chat.id, found.id);
  return [
    { toast: say('wait-toast') },
    { text: say('wait-set', { title: titleOf(found) }), fresh: true, buttons: [[homeButton]] },
  ];
}

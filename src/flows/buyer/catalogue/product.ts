import { z } from 'zod';
import { tap } from '../../../chat/dsl/action.ts';
import { ask } from '../../../chat/dsl/flow.ts';
import { type Button, type Reply, type Screen, say } from '../../../chat/dsl/screen.ts';
import { idShape, type ProductId } from '../../../db/ids.ts';
import { isAmount } from '../../../shop/values/quantity.ts';
import { flow, type Turn } from '../../flow.ts';
import { originalScreen } from '../../screens/catalogue/translated-product.ts';
import { homeButton, inRows, parsePage, productName, quantityValue } from '../../screens/values.ts';
import { parseAmount } from '../checkout/amount.ts';
import { addToCard } from '../checkout/cart.ts';
import { packButtons, productScreen } from './product-screen.ts';

/** A product: details, stock, and ordering it. */
export const product = flow('product', {
  taps: {
    'product/:product': show,
    'photo/:product/:at': turnPhoto,
    'original/:product': showOriginal,
    'follow-here/:product': follow,
    'amount/:product': askAmount,
    'wait/:product': wait,
    'wait/:product/:quantity': waitFor,
  },
  answers: {
    amount: { data: z.object({ product: idShape<ProductId>() }), read: readAmount },
    hoped: { data: z.object({ product: idShape<ProductId>() }), read: readHoped },
  },
});

async function show(turn: Turn<'product'>): Promise<Reply> {
  return [(await productScreen(turn, turn.params.product)) ?? gone];
}

const gone: Screen = { text: say('product-gone'), buttons: [[homeButton]] };

async function showOriginal({ shop, params }: Turn<'product'>): Promise<Reply> {
  const found = await shop.catalogue.byId(params.product);
  return [found && found.status !== 'draft' && found.status !== 'archived' ? originalScreen(found) : gone];
}

async function turnPhoto(turn: Turn<'product' | 'at'>): Promise<Reply> {
  return [(await productScreen(turn, turn.params.product, parsePage(turn.params.at))) ?? gone];
}

async function follow(turn: Turn<'product'>): Promise<Reply> {
  const { shop, person, chat, params } = turn;
  const found = await shop.catalogue.byId(params.product);
  if (!found) return [gone];
  await shop.subscriptions.follow(person.id, chat.id, { kind: 'seller', targetId: found.sellerId });
  return [{ toast: say('followed-toast') }, ...(await show(turn))];
}

async function askAmount({ shop, params }: Turn<'product'>): Promise<Reply> {
  const found = await shop.catalogue.byId(params.product);
  if (!found) return [gone];
  const example = say(`amount-example-${found.measure}`);
  return [
    {
      text: say('amount-ask', { title: productName(found), example }),
      asks: ask('amount', { product: found.id }),
      fresh: true,
    },
  ];
}

async function readAmount(turn: Turn, data: { product: ProductId }): Promise<Reply> {
  const found = await turn.shop.catalogue.byId(data.product);
  if (!found) return [gone];
  const quantity = parseAmount(turn.text, found);
  if (quantity !== undefined) return addToCard(turn, found, quantity);
  const example = say(`amount-example-${found.measure}`);
  return [{ text: say('amount-unclear', { example }), asks: ask('amount', data), isMiss: true }];
}

/** Subscribes immediately; the wanted quantity is optional. */
async function wait({ shop, person, chat, params }: Turn<'product'>): Promise<Reply> {
  const found = await shop.catalogue.byId(params.product);
  if (!found) return [gone];
  await shop.subscriptions.waitFor(person.id, chat.id, found.id);
  const amounts = packButtons(found).map(
    (quantity): Button => ({
      label: say('wait-amount', { quantity: quantityValue(found, quantity) }),
      tap: tap('wait/:product/:quantity', { product: found.id, quantity }),
    }),
  );
  return [
    { toast: say('wait-toast') },
    {
      text: [say('wait-set', { title: productName(found) }), say('wait-how-much')],
      buttons: [...inRows(amounts, 3), [homeButton]],
      asks: ask('hoped', { product: found.id }),
      focus: { product: found.id },
      fresh: true,
    },
  ];
}

/** 3斤吧: how much is hoped for; once it is back, it is ordered like anything else. */
async function readHoped(turn: Turn, data: { product: ProductId }): Promise<Reply | undefined> {
  const found = await turn.shop.catalogue.byId(data.product);
  const quantity = found && parseAmount(turn.text, found);
  if (!found || quantity === undefined || found.available > 0) return undefined;
  return waitFor({ ...turn, params: { product: found.id, quantity: String(quantity) } });
}

async function waitFor({ shop, person, chat, params }: Turn<'product' | 'quantity'>): Promise<Reply> {
  const found = await shop.catalogue.byId(params.product);
  const quantity = Number(params.quantity);
  if (!found || !isAmount(quantity)) return [gone];
  await shop.subscriptions.waitFor(person.id, chat.id, found.id, quantity);
  const values = { title: productName(found), quantity: quantityValue(found, quantity) };
  return [
    { toast: say('wait-toast') },
    { text: say('wait-set-amount', values), focus: { product: found.id }, buttons: [[homeButton]] },
  ];
}

import { z } from 'zod';
import { ask } from '../../chat/flow.ts';
import { type Reply, say } from '../../chat/screen.ts';
import type { Product } from '../../shop/catalogue.ts';
import { flow, type Turn } from '../flow.ts';
import { homeButton, titleOf } from '../show.ts';
import { amountIn } from './amount.ts';
import { cartScreen, shortScreen } from './cart-screen.ts';
import { cardScreen } from './checkout.ts';

/** What the buyer has set their mind on, over several sellers. */
export const cart = flow('cart', {
  commands: { cart: showCart },
  taps: {
    cart: showCart,
    'add/:product/:quantity': add,
    'line/:product': askLine,
    'set/:product/:quantity': set,
    empty,
  },
  answers: { line: { data: z.object({ product: z.uuid() }), read: readLine } },
});

async function showCart({ shop, person }: Turn<string>): Promise<Reply> {
  return [cartScreen(await shop.cart.lines(person.id))];
}

/** One tap on a pack leads to the card that can be confirmed. */
async function add(turn: Turn<'product' | 'quantity'>): Promise<Reply> {
  const found = await turn.shop.catalogue.byId(turn.params.product);
  const quantity = Number(turn.params.quantity);
  if (!found || !Number.isSafeInteger(quantity))
    return [{ text: say('product-gone'), buttons: [[homeButton]] }];
  return addToCard(turn, found, quantity);
}

/** Puts the amount into the cart and shows the card. What is not there is said, with what is left. */
export async function addToCard(turn: Turn<string>, product: Product, quantity: number): Promise<Reply> {
  const { shop, person } = turn;
  const inCart =
    (await shop.cart.lines(person.id)).find((line) => line.product.id === product.id)?.quantity ?? 0;
  if (product.status !== 'on-sale' || inCart + quantity > product.available)
    return [shortScreen(product, quantity)];
  const isTaken = await shop.cart.add(person.id, product.id, quantity);
  return isTaken ? cardScreen(turn) : [shortScreen(product, quantity)];
}

async function askLine({ shop, params }: Turn<'product'>): Promise<Reply> {
  const found = await shop.catalogue.byId(params.product);
  if (!found) return [{ text: say('product-gone'), buttons: [[homeButton]] }];
  const example = say(`amount-example-${found.measure}`);
  return [
    {
      text: say('amount-ask', { title: titleOf(found), example }),
      asks: ask('line', { product: found.id }),
      fresh: true,
    },
  ];
}

async function readLine(turn: Turn, data: { product: string }): Promise<Reply> {
  const found = await turn.shop.catalogue.byId(data.product);
  if (!found) return [{ text: say('product-gone'), buttons: [[homeButton]] }];
  const quantity = amountIn(turn.words, found);
  if (quantity !== undefined) return setTo(turn, found, quantity);
  return [
    {
      text: say('amount-unclear', { example: say(`amount-example-${found.measure}`) }),
      asks: ask('line', data),
      isMiss: true,
    },
  ];
}

async function set(turn: Turn<'product' | 'quantity'>): Promise<Reply> {
  const { shop, person, params } = turn;
  const found = await shop.catalogue.byId(params.product);
  const quantity = Number(params.quantity);
  if (quantity === 0) await shop.cart.set(person.id, params.product, 0);
  else if (found && Number.isSafeInteger(quantity)) return setTo(turn, found, quantity);
  return showCart(turn);
}

async function setTo(turn: Turn<string>, product: Product, quantity: number): Promise<Reply> {
  if (product.status !== 'on-sale' || quantity > product.available) return [shortScreen(product, quantity)];
  const isSet = await turn.shop.cart.set(turn.person.id, product.id, quantity);
  return isSet ? cardScreen(turn) : [shortScreen(product, quantity)];
}

async function empty({ shop, person }: Turn): Promise<Reply> {
  await shop.cart.empty(person.id);
  return [{ toast: say('cart-emptied') }, cartScreen([])];
}

import { z } from 'zod';
import { tap } from '../../../chat/dsl/action.ts';
import { ask } from '../../../chat/dsl/flow.ts';
import { type Button, type Reply, say } from '../../../chat/dsl/screen.ts';
import { idShape, type ProductId } from '../../../db/ids.ts';
import type { Product } from '../../../shop/catalogue/products/catalogue.ts';
import {
  type BaseQuantity,
  NO_QUANTITY,
  parseQuantity,
  plusQuantity,
} from '../../../shop/values/quantity.ts';
import { flow, type Turn } from '../../flow.ts';
import { homeButton, productName } from '../../screens/values.ts';
import { parseAmount } from './amount.ts';
import { cartScreen, putBack, shortScreen } from './cart-screen.ts';
import { cardScreen, nothingLeft } from './checkout-open.ts';
import { shortage } from './shortage.ts';

/** The cart, over several sellers. */
export const cart = flow('cart', {
  commands: { cart: showCart },
  taps: {
    cart: showCart,
    'add/:product/:quantity': add,
    'line/:product': askLine,
    'set/:product/:quantity': set,
    empty,
    'refill/:kept': refill,
  },
  answers: { line: { data: z.object({ product: idShape<ProductId>() }), read: readLine } },
});

async function showCart({ shop, person }: Turn<string>): Promise<Reply> {
  return [cartScreen(await shop.cart.lines(person.id))];
}

/** One tap on a pack leads to the card that can be confirmed. */
async function add(turn: Turn<'product' | 'quantity'>): Promise<Reply> {
  const found = await turn.shop.catalogue.byId(turn.params.product);
  const quantity = parseQuantity(turn.params.quantity);
  if (!found || quantity === undefined) return [{ text: say('product-gone'), buttons: [[homeButton]] }];
  return addToCard(turn, found, quantity);
}

/** Puts the amount into the cart and shows the card. What is not there is said, with what is left. */
export async function addToCard(
  turn: Turn<string>,
  product: Product,
  quantity: BaseQuantity,
): Promise<Reply> {
  const { shop, person } = turn;
  const inCart =
    (await shop.cart.lines(person.id)).find((line) => line.product.id === product.id)?.quantity ??
    NO_QUANTITY;
  const short = await shortage(turn, product, plusQuantity(inCart, quantity));
  if (short) return [short];
  const isTaken = await shop.cart.add(person.id, product.id, quantity);
  return isTaken ? cardScreen(turn) : [shortScreen(product, quantity)];
}

async function askLine({ shop, params }: Turn<'product'>): Promise<Reply> {
  const found = await shop.catalogue.byId(params.product);
  if (!found) return [{ text: say('product-gone'), buttons: [[homeButton]] }];
  const example = say(`amount-example-${found.measure}`);
  return [
    {
      text: say('amount-ask', { title: productName(found), example }),
      asks: ask('line', { product: found.id }),
      fresh: true,
    },
  ];
}

async function readLine(turn: Turn, data: { product: ProductId }): Promise<Reply> {
  const found = await turn.shop.catalogue.byId(data.product);
  if (!found) return [{ text: say('product-gone'), buttons: [[homeButton]] }];
  const quantity = parseAmount(turn.text, found);
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
  const { shop, params } = turn;
  const found = await shop.catalogue.byId(params.product);
  const quantity = parseQuantity(params.quantity);
  if (quantity === 0) return takeOut(turn, params.product);
  if (found && quantity !== undefined) return setTo(turn, found, quantity);
  return showCart(turn);
}

/** What was taken out can be put back with one tap. */
async function takeOut(turn: Turn<string>, product: ProductId): Promise<Reply> {
  const { shop, person } = turn;
  const out = (await shop.cart.lines(person.id)).find((line) => line.product.id === product);
  await shop.cart.set(person.id, product, NO_QUANTITY);
  const left = await shop.cart.lines(person.id);
  const undo = out && putBack(out);
  return left.length === 0 ? nothingLeft(turn, undo) : [cartScreen(left, undo)];
}

async function setTo(turn: Turn<string>, product: Product, quantity: BaseQuantity): Promise<Reply> {
  const short = await shortage(turn, product, quantity);
  if (short) return [short];
  const isSet = await turn.shop.cart.set(turn.person.id, product.id, quantity);
  return isSet ? cardScreen(turn) : [shortScreen(product, quantity)];
}

async function empty(turn: Turn): Promise<Reply> {
  const { shop, person, chat } = turn;
  const kept = await shop.cart.empty(person.id, chat.id);
  const undo: Button | undefined = kept
    ? { label: say('cart-undo'), tap: tap('refill/:kept', { kept }) }
    : undefined;
  return [{ toast: say('cart-emptied') }, ...(await nothingLeft(turn, undo))];
}

async function refill(turn: Turn<'kept'>): Promise<Reply> {
  await turn.shop.cart.refill(turn.person.id, turn.params.kept);
  return showCart(turn);
}

import { type Reply, say, type Text } from '../../../chat/dsl/screen.ts';
import { type AmountChange, readAmountChange, readRemoval } from '../../../nlu/acts/act.ts';
import { readBuyer } from '../../../nlu/read.ts';
import type { BuyerReading } from '../../../reader/buyer.ts';
import type { CartLine } from '../../../shop/cart/cart.ts';
import type { Product } from '../../../shop/catalogue/catalogue.ts';
import { type BaseQuantity, NO_QUANTITY, plusQuantity } from '../../../shop/values/quantity.ts';
import { toBaseQuantity } from '../../common/amounts.ts';
import type { Turn } from '../../flow.ts';
import { productName, quantityValue } from '../../screens/values.ts';
import { productScreen } from '../catalogue/product-screen.ts';
import { parseGiven } from '../checkout/address.ts';
import { parseAmount } from '../checkout/amount.ts';
import { cartScreen, putBack, shortScreen } from '../checkout/cart-screen.ts';
import { cardScreen } from '../checkout/checkout-open.ts';
import { onlyOne, orderLines } from './order.ts';
import { mentionsLine } from './order-status.ts';

// "10斤" with a product open, 再来两斤, 改成3斤, 第二个, 核桃不要了: amounts that are about what is on the table.

/** A change of what is wanted; nothing where the message is something else. */
export async function amountAnswer(turn: Turn): Promise<Reply | undefined> {
  const removed = await removalAnswer(turn);
  if (removed) return removed;
  const change = readAmountChange(turn.text);
  const product = await tableProduct(turn, change);
  const quantity = product && amountOf(change.rest, product);
  if (product && quantity !== undefined) return changeLine(turn, change.how, { product, quantity });
  if (change.nth !== undefined && product && !/\d/.test(change.rest)) {
    const screen = await productScreen(turn, product.id);
    return screen && [screen];
  }
  return change.how === 'say' ? undefined : namedChange(turn, change);
}

/** What "this", "the second" and a bare amount are about. */
async function tableProduct({ shop, focus }: Turn, { nth }: AmountChange): Promise<Product | undefined> {
  const shown = nth === undefined ? undefined : focus.products?.at(nth > 0 ? nth - 1 : nth);
  const id = nth === undefined ? focus.product : shown;
  return id === undefined ? undefined : shop.catalogue.byId(id);
}

/** An amount alone; an amount of something named is another matter. */
function amountOf(rest: string, product: Product): BaseQuantity | undefined {
  if (rest.length > 24) return undefined;
  const { lines, recipient } = readBuyer(rest);
  if (recipient || lines.some((line) => line.product !== '')) return undefined;
  return parseAmount(rest, product);
}

interface Wanted {
  readonly product: Product;
  readonly quantity: BaseQuantity;
}

async function changeLine(turn: Turn, how: AmountChange['how'], wanted: Wanted): Promise<Reply> {
  const done = await putLine(turn, how, wanted);
  return 'short' in done ? [done.short] : cardScreen(turn, {}, done.news);
}

/** More is added to what is there; everything else says what is to be there. */
async function putLine(
  { shop, person }: Turn,
  how: AmountChange['how'],
  { product, quantity }: Wanted,
): Promise<{ news: Text[] } | { short: ReturnType<typeof shortScreen> }> {
  const was = (await shop.cart.lines(person.id)).find((line) => line.product.id === product.id)?.quantity;
  const now = how === 'add' ? plusQuantity(was ?? NO_QUANTITY, quantity) : quantity;
  const isThere = product.status === 'on-sale' && now <= product.available;
  if (!isThere || !(await shop.cart.set(person.id, product.id, now)))
    return { short: shortScreen(product, now) };
  return { news: was === undefined || was === now ? [] : [wasNow(product, was, now)] };
}

const wasNow = (product: Product, was: BaseQuantity, now: BaseQuantity): Text =>
  say('card-was-now', {
    title: productName(product),
    was: quantityValue(product.measure, was),
    now: quantityValue(product.measure, now),
  });

/** 再来3斤绿豆: each line by its own name, where all are clear; else they are asked about as in any order. */
async function namedChange(turn: Turn, { how, rest }: AmountChange): Promise<Reply | undefined> {
  const { lines, recipient } = readBuyer(rest);
  if (recipient || lines.length === 0) return undefined;
  const wanted: Wanted[] = [];
  for (const line of lines) {
    const sure = await sureLine(turn, line);
    if (!sure) return undefined;
    wanted.push(sure);
  }
  const news: Text[] = [];
  for (const one of wanted) {
    const done = await putLine(turn, how, one);
    if ('short' in done) return [done.short];
    news.push(...done.news);
  }
  return cardScreen(turn, {}, news);
}

async function sureLine(
  { shop, person }: Turn,
  { product: words, ...said }: BuyerReading['lines'][number],
): Promise<Wanted | undefined> {
  if (words === '' || said.quantity === null) return undefined;
  const inCart = (await shop.cart.lines(person.id)).filter(({ product }) => mentionsLine(product, words));
  const found = onlyOne(words, await shop.catalogue.find(words));
  const product = inCart.length === 1 ? inCart[0]?.product : found;
  const quantity = product && toBaseQuantity({ ...said, quantity: said.quantity }, product);
  return product && quantity !== undefined ? { product, quantity } : undefined;
}

/** 核桃不要了: off the cart, and what else was said is done too. */
async function removalAnswer(turn: Turn): Promise<Reply | undefined> {
  const { shop, person, text } = turn;
  const removal = readRemoval(text);
  if (!removal) return undefined;
  const lines = await shop.cart.lines(person.id);
  const out = lines.find(({ product }) => mentionsLine(product, removal.words));
  if (!out) return undefined;
  await shop.cart.set(person.id, out.product.id, NO_QUANTITY);
  const { lines: others } = readBuyer(removal.rest);
  if (others.length > 0) return orderLines(turn, others, parseGiven(removal.rest));
  return withoutLine(turn, out);
}

async function withoutLine(turn: Turn, out: CartLine): Promise<Reply> {
  const left = await turn.shop.cart.lines(turn.person.id);
  if (left.length === 0) return [cartScreen([], putBack(out))];
  const news = say('card-removed', { title: productName(out.product) });
  const [card, ...more] = await cardScreen(turn, {}, [news]);
  if (!card || !('text' in card)) return card ? [card, ...more] : more;
  return [{ ...card, buttons: [...(card.buttons ?? []), [putBack(out)]] }, ...more];
}

import { type Reply, say, type Text } from '../../../../chat/dsl/screen.ts';
import { withUnitWords } from '../../../../nlu/acts/container-words.ts';
import type { AmountChange } from '../../../../nlu/acts/orders/changes/order-change.ts';
import type { BuyerReading } from '../../../../nlu/rules/orders/buyer.ts';
import type { CartLine } from '../../../../shop/cart/cart.ts';
import type { Product } from '../../../../shop/catalogue/products/catalogue.ts';
import {
  type BaseQuantity,
  minusQuantity,
  NO_QUANTITY,
  plusQuantity,
} from '../../../../shop/values/quantity.ts';
import { toBaseQuantity } from '../../../common/amounts.ts';
import type { Turn } from '../../../flow.ts';
import { orderedValue, productName } from '../../../screens/values.ts';
import { shortScreen } from '../../checkout/cart-screen.ts';
import { cardScreen } from '../../checkout/checkout-open.ts';
import { shortage } from '../../checkout/shortage.ts';
import { namedAmong } from '../../orders/named-among.ts';
import { onlyOne } from './order.ts';

// Lines that are put onto the card by words, with was and now.

export interface Wanted {
  readonly product: Product;
  readonly quantity: BaseQuantity;
}

/** More is added to what is there, less taken from it; everything else says what is to be there. */
export async function putLine(
  turn: Turn,
  how: AmountChange['how'],
  { product, quantity }: Wanted,
): Promise<{ news: Text[] } | { short: ReturnType<typeof shortScreen> }> {
  const { shop, person } = turn;
  const was = (await shop.cart.lines(person.id)).find((line) => line.product.id === product.id)?.quantity;
  const now = changedQuantity(how, was ?? NO_QUANTITY, quantity);
  const short = await shortage(turn, product, now);
  if (short) return { short };
  if (!(await shop.cart.set(person.id, product.id, now))) return { short: shortScreen(product, now) };
  return { news: was === undefined || was === now ? [] : [wasNow(product, was, now)] };
}

function changedQuantity(how: AmountChange['how'], was: BaseQuantity, quantity: BaseQuantity): BaseQuantity {
  if (how === 'add') return plusQuantity(was, quantity);
  if (how === 'less') return was > quantity ? minusQuantity(was, quantity) : NO_QUANTITY;
  return quantity;
}

const wasNow = (product: Product, was: BaseQuantity, now: BaseQuantity): Text =>
  say('card-was-now', {
    title: productName(product),
    was: orderedValue(product, was),
    now: orderedValue(product, now),
  });

/** Puts all of it onto the card, in place of `out` where something goes. */
export async function putAll(
  turn: Turn,
  how: AmountChange['how'],
  wanted: readonly Wanted[],
  out?: CartLine,
): Promise<Reply> {
  const news: Text[] = [];
  for (const one of wanted) {
    const done = await putLine(turn, how, one);
    if ('short' in done) return [done.short];
    news.push(...done.news);
  }
  if (!out) return cardScreen(turn, {}, news);
  await turn.shop.cart.set(turn.person.id, out.product.id, NO_QUANTITY);
  return cardScreen(turn, {}, [...news, say('card-removed', { title: productName(out.product) })]);
}

/** The one product and amount that a line surely means. */
export async function sureLine(
  { shop, person, text }: Turn,
  line: BuyerReading['lines'][number],
): Promise<Wanted | undefined> {
  const { product: words, ...said } = withUnitWords([line], text)[0] ?? line;
  if (words === '' || said.quantity === null) return undefined;
  const inCart = namedAmong(await shop.cart.lines(person.id), words, ({ product }) => product);
  const found = onlyOne(words, await shop.catalogue.find(words));
  const product = inCart.length === 1 ? inCart[0]?.product : found;
  const quantity = product && toBaseQuantity({ ...said, quantity: said.quantity }, product);
  return product && quantity !== undefined ? { product, quantity } : undefined;
}

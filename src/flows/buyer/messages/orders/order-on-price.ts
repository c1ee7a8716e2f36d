import { type Reply, say } from '../../../../chat/dsl/screen.ts';
import { readOrderOnFreeShipping } from '../../../../nlu/acts/orders/on-free-shipping.ts';
import { type OrderOnPrice, readOrderOnPrice } from '../../../../nlu/acts/orders/on-price.ts';
import { readBuyer } from '../../../../nlu/read.ts';
import { priceLine } from '../../../../shop/cart/cart.ts';
import { toBaseQuantity } from '../../../common/amounts.ts';
import { buyerContext } from '../../../common/read-context.ts';
import type { Turn } from '../../../flow.ts';
import { freshly } from '../../../screens/messages/freshly.ts';
import { priceValue, productName } from '../../../screens/values.ts';
import { productScreen } from '../../catalogue/product-screen.ts';
import { questionAnswer } from '../questions/question.ts';
import { sureLine, type Wanted } from './put-lines.ts';

/**
 * 枣花蜜不超过70就来一斤: what hangs on a price that is known is ordered if it costs no more, and else not; nothing where the
 * message says no such thing of one product.
 */
export async function onPriceAnswer(
  turn: Turn,
  answer: (turn: Turn) => Promise<Reply>,
): Promise<Reply | undefined> {
  const said = readOrderOnPrice(turn.text);
  const wanted = said && (await wantedOf({ ...turn, text: said.order }));
  if (!said || !wanted) return undefined;
  const { product } = wanted;
  const values = { title: productName(product), price: priceValue(product) };
  const isMet = isWithin(said, wanted);
  if (isMet) {
    const ordered = await answer({ ...turn, text: said.order });
    return [{ text: say('on-price-met', values), fresh: true }, ...ordered.map(freshly)];
  }
  const screen = await productScreen(turn, product.id);
  const why = say(isMet === undefined ? 'on-price-unsure' : 'on-price-over', values);
  return screen && [{ ...screen, text: [why, screen.text] }];
}

/** 要是包邮我就要12斤: what the goods cost with their fee is answered, and the order is one tap away; nothing else of it is read. */
export async function onFreeShippingAnswer(turn: Turn): Promise<Reply | undefined> {
  // With a card in sight the fee is of what is on it, too.
  const order = turn.focus.card ? undefined : readOrderOnFreeShipping(turn.text);
  if (order === undefined) return undefined;
  const asked = HAN.test(order) ? `${order}，运费多少` : `how much is shipping for ${order}`;
  return questionAnswer({ ...turn, text: asked });
}

const HAN = /\p{Script=Han}/u;

async function wantedOf(turn: Turn): Promise<Wanted | undefined> {
  const [line, ...others] = readBuyer(turn.text, await buyerContext(turn)).lines;
  if (!line || others.length > 0) return undefined;
  if (line.product !== '') return sureLine(turn, line);
  const product = turn.focus.product && (await turn.shop.catalogue.byId(turn.focus.product));
  const quantity =
    product && line.quantity !== null && toBaseQuantity({ ...line, quantity: line.quantity }, product);
  return product && quantity ? { product, quantity } : undefined;
}

/** Where it was not said what the price is of, of one unit or of all of it must say the same. */
function isWithin(
  { fen, isBelow, isOfOne, per, order }: OrderOnPrice,
  { product, quantity }: Wanted,
): boolean | undefined {
  const { price, priceQuantity, measure } = product;
  if (per !== undefined && (per === 1) !== (measure === 'COUNT')) return undefined;
  const usual = measure === 'MASS' ? (HAN.test(order) ? [JIN] : [JIN, KILO]) : [priceQuantity];
  const each = (per === undefined ? usual : [per]).map((of) => (price * of) / priceQuantity);
  const meant = per === undefined && !isOfOne ? [...each, priceLine(product, quantity).total] : each;
  const found = new Set(meant.map((one) => (isBelow ? one < fen : one <= fen)));
  return found.size === 1 ? [...found][0] : undefined;
}

const [JIN, KILO] = [500, 1_000];

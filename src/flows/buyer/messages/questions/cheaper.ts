import { tap } from '../../../../chat/dsl/action.ts';
import { type Reply, type Screen, say, type Text } from '../../../../chat/dsl/screen.ts';
import { ordersByPrice, readCheaperAsked } from '../../../../nlu/acts/goods/cheaper.ts';
import { readAmountChange } from '../../../../nlu/acts/orders/changes/order-change.ts';
import { readBuyer } from '../../../../nlu/read.ts';
import type { Product } from '../../../../shop/catalogue/products/catalogue.ts';
import type { Turn } from '../../../flow.ts';
import { homeButton, priceValue, productName, productSeller } from '../../../screens/values.ts';
import { productButton } from '../../catalogue/list.ts';

// 巴旦木哪种便宜些, and then 便宜的那种来两斤.

/** More of a kind are a list of their own, page by page. */
const MOST = 12;

/** All of a kind with their prices, the cheapest first; and "the cheaper one", where nothing was compared, is asked. */
export async function cheaperAnswer(turn: Turn): Promise<Reply | undefined> {
  if (ordersByPrice(turn.text)) return cheaperOfWhat(turn);
  const words = readCheaperAsked(turn.text);
  if (words === undefined) return undefined;
  const products = words === '' ? await productsShown(turn) : await productsCalled(turn, words);
  if (products.length < 2 || (words === '' && !areComparable(products))) return undefined;
  return [comparedScreen(products.toSorted(byPrice))];
}

async function productsCalled({ shop }: Turn, words: string): Promise<readonly Product[]> {
  const { match, items } = await shop.catalogue.find(words);
  return match === 'exact' ? items.slice(0, MOST) : [];
}

async function productsShown({ shop, focus }: Turn): Promise<readonly Product[]> {
  const found = await Promise.all((focus.products ?? []).map((id) => shop.catalogue.byId(id)));
  return found.filter((one) => one !== undefined);
}

/** Weights before volumes before pieces: jars and jin cannot be compared. */
const byPrice = (one: Product, other: Product): number =>
  MEASURES.indexOf(one.measure) - MEASURES.indexOf(other.measure) ||
  one.price / one.priceQuantity - other.price / other.priceQuantity;

const MEASURES: readonly Product['measure'][] = ['MASS', 'VOLUME', 'COUNT'];

const comparedScreen = (products: readonly Product[]): Screen => ({
  text: [
    say(isOfOneMeasure(products) ? 'cheaper-first' : 'cheaper-mixed'),
    ...products.map(
      (product): Text =>
        say('cheaper-line', {
          title: productName(product),
          price: priceValue(product),
          seller: productSeller(product),
        }),
    ),
  ],
  focus: { products: products.map(({ id }) => id) },
  buttons: [...products.map((product) => [productButton(product)]), [homeButton]],
  fresh: true,
});

const isOfOneMeasure = (products: readonly Product[]): boolean =>
  products.every(({ measure }) => measure === products[0]?.measure);

/** Two things, or some of one kind: a list of all there is compares nothing. */
const areComparable = (products: readonly Product[]): boolean =>
  products.length === 2 ||
  [...(products[0]?.title ?? '')].some((sign) => products.every(({ title }) => title.includes(sign)));

/** Which goods the cheaper one is of; nothing where that is seen or said. */
async function cheaperOfWhat(turn: Turn): Promise<Reply | undefined> {
  const { lines } = readBuyer(readAmountChange(turn.text).rest);
  if (lines.some(({ product }) => product !== '')) return undefined;
  const shown = await productsShown(turn);
  if (shown.length > 1 && areComparable(shown) && isOfOneMeasure(shown)) return undefined;
  if (shown.length > 1 && areComparable(shown)) return [comparedScreen(shown.toSorted(byPrice))];
  const browse = { label: say('home-browse'), tap: tap('browse/:page', { page: 0 }) };
  return [{ text: say('cheaper-of-what'), buttons: [[browse, homeButton]], fresh: true }];
}

import { matchAction } from '../../../chat/dsl/action.ts';
import { idShape, type ProductId } from '../../../db/ids.ts';
import { readAct } from '../../../nlu/acts/act.ts';
import { readAmountChange, readQuality } from '../../../nlu/acts/orders/changes/order-change.ts';
import { readBuyer } from '../../../nlu/read.ts';
import type { Product } from '../../../shop/catalogue/products/catalogue.ts';
import { areNamed } from '../../../shop/terms/search-terms.ts';
import type { Turn } from '../../flow.ts';
import { isAboutTail } from '../orders/find-orders.ts';
import { namedAmong } from '../orders/named-among.ts';

// "Which one?" answered by its place, its price or its name.

export interface SaidChoice {
  readonly product: Product;
  /** The message without the words that said which. */
  readonly rest: string;
}

/** The one of the products in sight that is meant. */
export async function readChoice(turn: Turn): Promise<SaidChoice | undefined> {
  const { nth, rest } = readAmountChange(turn.text);
  const shown = await productsInSight(turn);
  if (nth !== undefined && nth !== 'each') {
    const product = typeof nth === 'number' ? shown.at(nth > 0 ? nth - 1 : nth) : pickShown(shown, nth, turn);
    return product && { product, rest };
  }
  const words = nameIn(turn.text);
  const product =
    onlyOne(shown.filter(({ title, titleEn }) => areNamed(words, title, titleEn))) ??
    onlyOne(namedAmong(shown, words, (one) => one)) ??
    onlyOne(shown.filter((one) => isAboutTail(one, words))) ??
    toldApart(shown, turn.text);
  return product && { product, rest: turn.text };
}

/** 细的, of 手工细粉条 and 手工宽粉条: the one that has all that is said, where no other has. */
function toldApart(shown: readonly Product[], text: string): Product | undefined {
  const signs = readAct(text) ? [] : readQuality(text);
  const has = ({ title, titleEn }: Product, sign: string): boolean =>
    title.includes(sign) || (titleEn?.toLowerCase().includes(sign) ?? false);
  return signs.length > 0 ? onlyOne(shown.filter((one) => signs.every((sign) => has(one, sign)))) : undefined;
}

/** The goods that the message names, without their amount. */
const nameIn = (text: string): string =>
  readBuyer(text).lines.find(({ product }) => product !== '')?.product ?? text;

async function productsInSight({ shop, offered }: Turn): Promise<readonly Product[]> {
  const ids = offered.flatMap(({ action }) => {
    const params = matchAction('pick/:product', action) ?? matchAction('pick/:product/:quantity', action);
    return idShape<ProductId>().safeParse(params?.product).data ?? [];
  });
  const found = await Promise.all([...new Set(ids)].map((id) => shop.catalogue.byId(id)));
  return found.filter((one) => one !== undefined);
}

const onlyOne = ([first, ...others]: readonly Product[]): Product | undefined =>
  others.length === 0 ? first : undefined;

const unitPrice = ({ price, priceQuantity }: Product): number => price / priceQuantity;

/** The cheapest of them, the dearest, or the other of two. */
export function pickShown(
  products: readonly Product[],
  which: 'cheapest' | 'dearest' | 'other',
  { focus }: Pick<Turn, 'focus'>,
): Product | undefined {
  const onTable = products.find(({ id }) => id === focus.product);
  if (which !== 'other') return byPrice(products, which);
  // Of two that were only listed, the other one is the second.
  return onlyOne(products.filter((one) => one !== (onTable ?? products[0])));
}

/** The cheapest or the dearest of them. */
const byPrice = (products: readonly Product[], end: 'cheapest' | 'dearest'): Product | undefined =>
  products.toSorted((one, other) => unitPrice(one) - unitPrice(other)).at(end === 'cheapest' ? 0 : -1);

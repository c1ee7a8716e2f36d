import { tap } from '../../../../chat/dsl/action.ts';
import { ask } from '../../../../chat/dsl/flow.ts';
import { type Button, type Screen, say, type Text } from '../../../../chat/dsl/screen.ts';
import { priceLine } from '../../../../shop/cart/cart.ts';
import type { Product } from '../../../../shop/catalogue/products/catalogue.ts';
import type { BaseQuantity, Measure } from '../../../../shop/values/quantity.ts';
import { toBaseQuantity } from '../../../common/amounts.ts';
import type { Turn } from '../../../flow.ts';
import {
  inRows,
  moneyValue,
  priceValue,
  productName,
  productSeller,
  quantityValue,
} from '../../../screens/values.ts';
import { packButtons, packLabel } from '../../catalogue/product-screen.ts';
import { savedSearchButton } from '../../catalogue/search.ts';
import { isNumbered, numberQuestion } from './stream-number.ts';

// The one question that is asked about a line of an order, with its answers as buttons.

/** The step under which lines wait. */
export const STEP = 'lines';

interface Line {
  readonly product: string;
  readonly quantity: number | null;
  readonly measure: Measure | null;
  readonly isContainer?: boolean | undefined;
  readonly unitWord?: string | undefined;
  readonly item?: number | undefined;
}

/** Which product, or how much of the `chosen` one. `waiting` is what the question keeps. */
export async function questionAbout(
  turn: Turn<string>,
  line: Line,
  chosen: Product | undefined,
  waiting: { readonly lines: readonly Pick<Line, 'product'>[] },
): Promise<Screen> {
  const { text, buttons } = chosen ? howMuch(line, chosen) : await which(turn, line);
  const more = waiting.lines.slice(1);
  return {
    text: more.length > 0 ? [text, moreText(more)] : text,
    buttons: [...buttons, [{ label: say('order-skip'), tap: tap('skip') }]],
    asks: ask(STEP, waiting),
    ...(chosen && { focus: { product: chosen.id } }),
  };
}

/** What is asked next, by its name where all of it has one. */
function moreText(lines: readonly Pick<Line, 'product'>[]): Text {
  const goods = lines.map(({ product }) => product);
  const count = lines.length;
  return goods.includes('')
    ? say('order-more-lines', { count })
    : say('order-more-named', { count, goods: goods.join(' · ') });
}

interface Question {
  readonly text: Text;
  readonly buttons: readonly (readonly Button[])[];
}

/** 这个来4斤, and several were shown: one of those; 改成5斤 with several in the cart: one of them. */
async function shownBefore({ shop, focus, person }: Turn<string>): Promise<readonly Product[]> {
  const found = await Promise.all((focus.products ?? []).slice(0, 6).map((id) => shop.catalogue.byId(id)));
  const shown = found.filter((one) => one !== undefined);
  if (shown.length > 0 || focus.card === undefined) return shown;
  return (await shop.cart.lines(person.id)).slice(0, 6).map(({ product }) => product);
}

async function which(turn: Turn<string>, line: Line): Promise<Question> {
  const { shop } = turn;
  if (isNumbered(line)) return whichNumber(turn, line);
  const words = line.product;
  const found = words === '' ? undefined : await shop.catalogue.find(words);
  if (found?.items.length === 0)
    return { text: say('search-none', { words }), buttons: [[savedSearchButton(words)]] };
  const shown = found ? [] : await shownBefore(turn);
  const items = found?.items ?? (shown.length > 1 ? shown : await shop.catalogue.fresh(6));
  const isExact = found !== undefined && found.match !== 'near';
  const title = say(words === '' ? 'order-what' : isExact ? 'order-which' : 'order-none', { words });
  return {
    text: title,
    buttons: [
      ...items.map((product) => [chooseButton(line, product)]),
      ...(isExact || words === '' ? [] : [[savedSearchButton(words)]]),
    ],
  };
}

/** Which stream's number it is; with none, what there is to have. */
async function whichNumber(turn: Turn<string>, line: Line): Promise<Question> {
  const asked = await numberQuestion(turn, line);
  if (asked)
    return { text: asked.text, buttons: asked.products.map((product) => [chooseButton(line, product)]) };
  const items = await turn.shop.catalogue.fresh(6);
  return {
    text: say('number-none', { number: line.item ?? 0 }),
    buttons: items.map((product) => [chooseButton(line, product)]),
  };
}

/** With the amount where that was said and is there, so that one tap is enough. */
function chooseButton({ quantity, ...said }: Line, product: Product): Button {
  const base = quantity === null ? undefined : toBaseQuantity({ ...said, quantity }, product);
  if (base === undefined || base > product.available)
    return {
      label: say('order-choose', { product: productName(product), seller: productSeller(product) }),
      tap: tap('choose/:product', { product: product.id }),
      picture: product.storedPhotos[0],
      detail: say('order-choose-price', { price: priceValue(product) }),
    };
  const values = {
    product: productName(product),
    seller: productSeller(product),
    quantity: quantityValue(product, base),
  };
  const total = moneyValue(priceLine(product, base).total);
  return {
    label: say('which-button', values),
    tap: pick(product, base),
    picture: product.storedPhotos[0],
    detail: say('order-choose-total', { price: priceValue(product), total }),
  };
}

const pick = (product: Product, quantity: BaseQuantity): string =>
  tap('pick/:product/:quantity', { product: product.id, quantity });

/** Packs as buttons; where more was said than is there, all that is left. */
function howMuch({ quantity, ...said }: Line, product: Product): Question {
  const { available } = product;
  const wanted = quantity === null ? undefined : toBaseQuantity({ ...said, quantity }, product);
  const values = { title: productName(product), left: quantityValue(product, available) };
  if (wanted !== undefined && wanted > available) {
    const short = { ...values, wanted: quantityValue(product, wanted) };
    const all: Button = {
      label: say('short-take-all', values),
      tap: pick(product, available),
      tone: 'primary',
    };
    const wait: Button = { label: say('product-wait'), tap: tap('wait/:product', { product: product.id }) };
    return {
      text: say(available === 0 ? 'short-nothing' : 'short-some', short),
      buttons: [[available === 0 ? wait : all]],
    };
  }
  const buttons = packButtons(product)
    .filter((one) => one <= available)
    .map((one): Button => ({ label: packLabel(product, one), tap: pick(product, one) }));
  const example = say(`amount-example-${product.measure}`);
  // 来一箱苹果, where nothing says what a box of them is.
  const unit = wanted === undefined && said.isContainer ? said.unitWord : undefined;
  const text = unit
    ? say('amount-ask-unit', { ...values, example, unit })
    : say('amount-ask', { ...values, example });
  return { text, buttons: inRows(buttons, 2) };
}

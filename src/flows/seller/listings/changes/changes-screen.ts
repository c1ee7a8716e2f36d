import { tap } from '../../../../chat/dsl/action.ts';
import { type Button, type Message, type Screen, say, type Text } from '../../../../chat/dsl/screen.ts';
import type { Doubt } from '../../../../shop/catalogue/listings/plausibility.ts';
import type { Product } from '../../../../shop/catalogue/products/catalogue.ts';
import type { BaseQuantity } from '../../../../shop/values/quantity.ts';
import { homeButton, moneyValue, priceValue, productName, quantityValue } from '../../../screens/values.ts';
import type { Act } from './change-request.ts';

export const openButton = ({ id }: Product): Button => ({
  label: say('mine-open'),
  tap: tap('mine-one/:product', { product: id }),
});

export const undoButton = (event: string): Button => ({
  label: say('change-undo'),
  tap: tap('undo/:event', { event }),
});

/** The result of a change, with undo and next steps. */
export const doneScreen = (text: readonly Text[], product: Product, event: string | undefined): Screen => ({
  text,
  buttons: [[...(event === undefined ? [] : [undoButton(event)]), openButton(product)]],
  focus: { product: product.id },
});

/** `核桃：130斤 → 30斤`, and what is reserved for unpaid orders. */
export function stockText(product: Product, before: BaseQuantity, after: BaseQuantity): Text[] {
  const { held } = product;
  const values = { before: quantityValue(product, before), after: quantityValue(product, after) };
  return [
    say('stock-changed', { title: productName(product), ...values }),
    ...(held > 0 ? [say('mine-held', { quantity: quantityValue(product, held) })] : []),
  ];
}

/** `小米：¥9/斤 → ¥8/斤`, the sale that is over by that, and packs that keep a price of their own. */
export function priceText(before: Product, now: Product): Text[] {
  const values = { title: productName(now), before: priceValue(before), after: priceValue(now) };
  const own = now.packs.flatMap(({ quantity, price }) =>
    price === null
      ? []
      : [
          say('price-pack-stays', {
            quantity: quantityValue(now, quantity),
            price: moneyValue(price),
          }),
        ],
  );
  const isOver = before.saleUntil !== null && now.saleUntil === null;
  return [say('price-changed', values), ...(isOver ? [say('sale-ended')] : []), ...own];
}

/** An act in a few words, for a button: `还有 30斤`. */
export function actText(product: Product, act: Act): Message {
  switch (act.is) {
    case 'stock':
      return say(`act-${act.mode}`, { quantity: quantityValue(product, act.quantity) });
    case 'price':
      return say('act-price', { price: priceValue({ ...product, ...act }) });
    case 'status':
      return say(`act-${act.to}`);
  }
}

/** `ask` names the question, so that it counts once however often it is tapped. */
export function actTap({ id }: Product, act: Act, ask: string): string {
  switch (act.is) {
    case 'stock':
      return tap('do-stock/:product/:mode/:quantity/:ask', { product: id, ...act, ask });
    case 'price':
      return tap('do-price/:product/:fen/:per/:ask', {
        product: id,
        fen: act.price,
        per: act.priceQuantity,
        ask,
      });
    case 'status':
      return tap('do-status/:product/:to', { product: id, to: act.to });
  }
}

export interface Choice {
  readonly product: Product;
  readonly act: Act;
}

/** One question, a button for each thing that may have been meant. Of one product its name goes without saying. */
export function whichScreen(choices: readonly Choice[], ask: string, isKnown = true): Screen {
  const real = choices.filter(changesAnything);
  const [first] = choices;
  // 改成 ¥9/斤, of what costs that already, would change nothing.
  if (real.length === 0 && first) return unchangedScreen(first.product);
  if (real.length < choices.length) return whichScreen(real, ask, isKnown);
  const isOne = isKnown && choices.every(({ product }) => product.id === first?.product.id);
  const buttons = choices.map(({ product, act }): Button[] => [
    {
      label: isOne
        ? actText(product, act)
        : say('which-act', { title: productName(product), act: actText(product, act) }),
      tap: actTap(product, act, ask),
    },
  ]);
  const text = isOne && first ? say('change-what', { title: productName(first.product) }) : say('mine-which');
  return { text, buttons: [...buttons, [cancelButton]] };
}

const changesAnything = ({ product, act }: Choice): boolean =>
  act.is !== 'price' || act.price * product.priceQuantity !== product.price * act.priceQuantity;

const unchangedScreen = (product: Product): Screen => ({
  text: say('price-is-so', { title: productName(product), price: priceValue(product) }),
  buttons: [[openButton(product)], [homeButton]],
  focus: { product: product.id },
});

export const cancelButton: Button = { label: say('change-leave'), tap: tap('change-leave') };

/** Asks about a figure far from the usual one before it is applied. */
export const doubtScreen = (product: Product, act: Act, doubt: Doubt, ask: string): Screen => ({
  text: doubtText(product, act, doubt),
  buttons: [
    [{ label: say('doubt-yes', { act: actText(product, act) }), tap: actTap(product, act, ask) }],
    [cancelButton, openButton(product)],
  ],
  focus: { product: product.id },
  yes: actTap(product, act, ask),
});

export function doubtText(product: Product, act: Act, doubt: Doubt): Text {
  const title = productName(product);
  const { measure } = product;
  switch (doubt.is) {
    case 'zero':
      return say('doubt-zero', { title, left: quantityValue(product, product.available) });
    case 'price':
      return say('doubt-price', {
        title,
        said: priceValue(act.is === 'price' ? { ...product, ...act } : product),
        usual: priceValue({ ...doubt.usual, measure }),
      });
    case 'stock':
      return say('doubt-stock', {
        title,
        said: quantityValue(product, act.is === 'stock' ? act.quantity : product.available),
        usual: quantityValue(product, doubt.usual),
      });
  }
}

export const notFoundScreen = (words: string): Screen => ({
  text: say('mine-not-found', { words }),
  buttons: [[{ label: say('mine-all'), tap: tap('mine/:page', { page: 0 }) }, homeButton]],
});

/** Of which of several goods it was said. */
export const whichProductScreen = (found: readonly Product[]): Screen => ({
  text: say('mine-which'),
  buttons: found.map((one): Button[] => [
    {
      label: say('mine-which-button', { title: productName(one) }),
      tap: tap('mine-one/:product', { product: one.id }),
    },
  ]),
});

/** What it is sold by is not what was said. */
export const otherUnitScreen = ([product]: readonly Product[]): Screen => ({
  text: say('stock-other-unit', { title: product ? productName(product) : '' }),
  buttons: [product ? [openButton(product)] : [homeButton]],
});

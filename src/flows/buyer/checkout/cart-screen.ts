import { tap } from '../../../chat/dsl/action.ts';
import { type Button, type Screen, say, type Text } from '../../../chat/dsl/screen.ts';
import type { CartLine } from '../../../shop/cart/cart.ts';
import type { Product } from '../../../shop/catalogue/products/catalogue.ts';
import { findLeast } from '../../../shop/checkout/minimum-quantity.ts';
import { sumFen } from '../../../shop/values/money.ts';
import type { BaseQuantity } from '../../../shop/values/quantity.ts';
import {
  cartLineText,
  homeButton,
  moneyValue,
  productName,
  productSeller,
  quantityValue,
} from '../../screens/values.ts';

/** The cart: every line is a button to change it, beside one to take it out. `undo` takes the last step back. */
export function cartScreen(lines: readonly CartLine[], undo?: Button): Screen {
  const undoRow = undo ? [[undo]] : [];
  if (lines.length === 0) {
    return {
      text: say('cart-empty'),
      buttons: [
        ...undoRow,
        [{ label: say('home-browse'), tap: tap('browse/:page', { page: 0 }) }, homeButton],
      ],
    };
  }
  const total = sumFen(lines.map((line) => line.total));
  return {
    text: [say('cart-title'), ...lines.flatMap(changesText), say('cart-total', { total: moneyValue(total) })],
    buttons: [
      ...undoRow,
      ...lines.map(lineButtons),
      [{ label: say('cart-checkout'), tap: tap('checkout'), tone: 'primary' }],
      [
        { label: say('cart-more'), tap: tap('browse/:page', { page: 0 }) },
        { label: say('cart-empty-button'), tap: tap('empty') },
      ],
    ],
  };
}

/** What has changed about a line since it was last shown, or stands against it. */
function changesText({ product, quantity, available, was }: CartLine): Text[] {
  const { measure, price, priceQuantity, status } = product;
  const title = productName(product);
  if (status !== 'on-sale') return [say('card-off-sale', { title })];
  const values = { title, wanted: quantityValue(product, quantity), left: quantityValue(product, available) };
  const short = available === 0 ? [say('short-nothing', values)] : [say('short-some', values)];
  const now = { price: { fen: price, per: priceQuantity, measure } };
  return [
    ...(was ? [say('price-news', { title, was: { price: { ...was, measure } }, now })] : []),
    ...(available < quantity ? short : []),
    ...belowText(product, quantity, available),
  ];
}

function belowText(product: Product, quantity: BaseQuantity, available: BaseQuantity): Text[] {
  const least = findLeast(product, available) ?? quantity;
  const values = { title: productName(product), minimum: quantityValue(product, least) };
  return least > quantity ? [say('below-quantity', values)] : [];
}

/** Puts a line back that was taken out. */
export const putBack = ({ product, quantity }: CartLine): Button => ({
  label: say('cart-put-back', {
    title: productName(product),
    quantity: quantityValue(product, quantity),
  }),
  tap: tap('set/:product/:quantity', { product: product.id, quantity }),
});

const lineButtons = (line: CartLine): Button[] => [
  {
    label: cartLineText(line),
    tap: tap('line/:product', { product: line.product.id }),
    picture: line.product.storedPhotos[0],
    detail: say('cart-change', { seller: productSeller(line.product) }),
  },
  {
    label: say('cart-remove'),
    tap: tap('set/:product/:quantity', { product: line.product.id, quantity: 0 }),
  },
];

/** Less is left than wanted: offers what is left, or an alert when there is more. */
export function shortScreen(product: Product, wanted: BaseQuantity): Screen {
  const { id, available } = product;
  const left = quantityValue(product, available);
  const wait = { label: say('product-wait'), tap: tap('wait/:product', { product: id }) };
  const values = { title: productName(product), wanted: quantityValue(product, wanted), left };
  if (available === 0)
    return {
      text: say('short-nothing', values),
      buttons: [[wait], [homeButton]],
      yes: wait.tap,
      focus: { product: id },
      fresh: true,
    };
  const all = {
    label: say('short-take-all', { left }),
    tap: tap('set/:product/:quantity', { product: id, quantity: available }),
    tone: 'primary',
  } as const;
  return {
    text: say('short-some', values),
    buttons: [[all], [wait], [homeButton]],
    yes: all.tap,
    focus: { product: id },
    fresh: true,
  };
}

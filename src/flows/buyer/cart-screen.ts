import { tap } from '../../chat/action.ts';
import { type Button, type Screen, say } from '../../chat/screen.ts';
import type { CartLine } from '../../shop/cart.ts';
import type { Product } from '../../shop/catalogue.ts';
import { cartLineText, homeButton, moneyOf, quantityOf, titleOf } from '../show.ts';

/** The cart: every line can be changed or taken out. */
export function cartScreen(lines: readonly CartLine[]): Screen {
  if (lines.length === 0) {
    return {
      text: say('cart-empty'),
      buttons: [[{ label: say('home-browse'), tap: tap('browse/:page', { page: 0 }) }, homeButton]],
    };
  }
  const total = lines.reduce((sum, line) => sum + line.total, 0);
  return {
    text: [say('cart-title'), ...lines.map(cartLineText), say('cart-total', { total: moneyOf(total) })],
    buttons: [
      ...lines.map(lineButtons),
      [{ label: say('cart-checkout'), tap: tap('checkout'), tone: 'primary' }],
      [
        { label: say('cart-more'), tap: tap('browse/:page', { page: 0 }) },
        { label: say('cart-empty-button'), tap: tap('empty') },
      ],
    ],
  };
}

const lineButtons = ({ product }: CartLine): Button[] => [
  {
    label: say('cart-change', { title: titleOf(product) }),
    tap: tap('line/:product', { product: product.id }),
  },
  { label: say('cart-remove'), tap: tap('set/:product/:quantity', { product: product.id, quantity: 0 }) },
];

/** Not so much is left: what is, and how to have that or hear of more. */
export function shortScreen(product: Product, wanted: number): Screen {
  const { id, measure, available } = product;
  const left = quantityOf(measure, available);
  const wait: Button = { label: say('product-wait'), tap: tap('wait/:product', { product: id }) };
  const values = { title: titleOf(product), wanted: quantityOf(measure, wanted), left };
  if (available === 0)
    return { text: say('short-nothing', values), buttons: [[wait], [homeButton]], fresh: true };
  const all: Button = {
    label: say('short-take-all', { left }),
    tap: tap('set/:product/:quantity', { product: id, quantity: available }),
    tone: 'primary',
  };
  return { text: say('short-some', values), buttons: [[all], [wait], [homeButton]], fresh: true };
}

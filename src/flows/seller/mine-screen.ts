import { tap } from '../../chat/action.ts';
import { type Button, type Screen, say } from '../../chat/screen.ts';
import type { Product } from '../../shop/catalogue.ts';
import { homeButton, priceOf, quantityOf, titleOf } from '../show.ts';
import { harvestButton } from './harvest.ts';

/** A seller's own product: how it stands, and what can be changed. */
export function mineScreen(product: Product): Screen {
  const { id, measure, available, held, status, photos } = product;
  const toggle: Button =
    status === 'paused'
      ? { label: say('mine-resume'), tap: tap('publish/:product', { product: id }), tone: 'success' }
      : { label: say('mine-pause'), tap: tap('pause/:product', { product: id }) };
  return {
    text: [
      say('mine-title', { title: titleOf(product), price: priceOf(product) }),
      say(`mine-status-${status}`),
      say('mine-left', { quantity: quantityOf(measure, available) }),
      ...(held > 0 ? [say('mine-held', { quantity: quantityOf(measure, held) })] : []),
      say('mine-how'),
    ],
    photo: photos[0],
    buttons: [
      [harvestButton(id, product.expectedOn !== null)],
      [toggle, { label: say('draft-write'), tap: tap('write/:product', { product: id }) }],
      [{ label: say('mine-all'), tap: tap('mine/:page', { page: 0 }) }, homeButton],
    ],
  };
}

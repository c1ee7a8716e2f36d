import { tap } from '../../../chat/dsl/action.ts';
import { type Screen, say } from '../../../chat/dsl/screen.ts';
import type { Resumed } from '../../../shop/catalogue/listings/resting.ts';
import { productName } from '../values.ts';

/** The seller hears that goods are on sale again on the day that was said. */
export const restOverScreen = (goods: Resumed): Screen => ({
  text: say('goods-rest-over', { title: productName(goods) }),
  buttons: [
    [
      {
        label: say('mine-which-button', { title: productName(goods) }),
        tap: tap('mine-one/:product', { product: goods.id }),
      },
    ],
  ],
  fresh: true,
});

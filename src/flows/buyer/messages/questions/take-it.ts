import { tap } from '../../../../chat/dsl/action.ts';
import { type Button, say } from '../../../../chat/dsl/screen.ts';
import { priceLine } from '../../../../shop/cart/cart.ts';
import type { Product } from '../../../../shop/catalogue/products/catalogue.ts';
import type { BaseQuantity } from '../../../../shop/values/quantity.ts';
import { moneyValue, quantityValue } from '../../../screens/values.ts';

// So much was reckoned for somebody: one tap takes it, and so does a yes (那就按这个来).

export const takeAction = ({ id }: Product, quantity: BaseQuantity): string =>
  tap('add/:product/:quantity', { product: id, quantity });

export const takeButton = (product: Product, quantity: BaseQuantity): Button => ({
  label: say('price-take', {
    quantity: quantityValue(product, quantity),
    total: moneyValue(priceLine(product, quantity).total),
  }),
  tap: takeAction(product, quantity),
  tone: 'primary',
});

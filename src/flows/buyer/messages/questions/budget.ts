import { type Reply, say } from '../../../../chat/dsl/screen.ts';
import { readMoneyFor } from '../../../../nlu/acts/money-for.ts';
import { priceLine } from '../../../../shop/cart/cart.ts';
import type { Product } from '../../../../shop/catalogue/products/catalogue.ts';
import { type BaseQuantity, baseQuantity, isAmount, minQuantity } from '../../../../shop/values/quantity.ts';
import type { Turn } from '../../../flow.ts';
import { moneyValue, productName, quantityValue } from '../../../screens/values.ts';
import { productScreen } from '../../catalogue/product-screen.ts';
import { onNamed } from '../named-product.ts';

/** 手里就60块钱，百合干能买多少: the most of it that so much money buys, and what that costs. */
export async function budgetAnswer(turn: Turn): Promise<Reply | undefined> {
  const money = readMoneyFor(turn.text);
  if (money === undefined) return undefined;
  const { focus } = await onNamed(turn);
  const product = focus.product && (await turn.shop.catalogue.byId(focus.product));
  const screen = product && (await productScreen(turn, product.id));
  if (!product || !screen) return undefined;
  const quantity = mostFor(product, money);
  const title = productName(product);
  const text =
    quantity === undefined
      ? say('budget-too-little', { title, money: moneyValue(money) })
      : say('budget-buys', {
          ...{ title, money: moneyValue(money), quantity: quantityValue(product, quantity) },
          total: moneyValue(priceLine(product, quantity).total),
        });
  return [{ ...screen, text: [text, screen.text] }];
}

/** Weights and volumes are reckoned in steps of a 两, or of what the farmer sells it by. */
const STEP = { MASS: 50, VOLUME: 50, COUNT: 1 } as const;

/** Never more than is there; nothing where not even the least can be had. */
function mostFor(product: Product, money: Parameters<typeof moneyValue>[0]): BaseQuantity | undefined {
  const step = product.unit?.size ?? STEP[product.measure];
  const bought = Math.floor((money * product.priceQuantity) / product.price / step) * step;
  if (!isAmount(bought)) return undefined;
  const quantity = minQuantity(baseQuantity(bought), product.available);
  return isAmount(quantity) && priceLine(product, quantity).total <= money ? quantity : undefined;
}

import { type Reply, say, type Text } from '../../../../chat/dsl/screen.ts';
import type { ProductId } from '../../../../db/ids.ts';
import { readMoneyFor } from '../../../../nlu/acts/money-for.ts';
import { priceLine } from '../../../../shop/cart/cart.ts';
import type { Product } from '../../../../shop/catalogue/products/catalogue.ts';
import { mostOfPacks } from '../../../../shop/catalogue/products/pricing.ts';
import type { Fen } from '../../../../shop/values/money.ts';
import {
  type BaseQuantity,
  baseQuantity,
  isAmount,
  minQuantity,
  NO_QUANTITY,
} from '../../../../shop/values/quantity.ts';
import type { Turn } from '../../../flow.ts';
import { moneyValue, productName, quantityValue } from '../../../screens/values.ts';
import { productScreen } from '../../catalogue/product-screen.ts';
import { onNamed } from '../named-product.ts';
import { takeAction, takeButton } from './take-it.ts';

/** 手里就60块钱，百合干能买多少: the most of it that so much money buys, and what that costs. */
export async function budgetAnswer(turn: Turn): Promise<Reply | undefined> {
  const money = readMoneyFor(turn.text);
  if (money === undefined) return undefined;
  const { focus } = await onNamed(turn);
  return focus.product && budgetScreen(turn, focus.product, money);
}

/** The most of one product that so much money buys, to be taken with a tap; nothing of what is sold out. */
export async function budgetScreen(turn: Turn, id: ProductId, money: Fen): Promise<Reply | undefined> {
  const product = await turn.shop.catalogue.byId(id);
  const screen = product && (await productScreen(turn, product.id));
  if (!product || !screen || !isAmount(product.available)) return undefined;
  const quantity = mostFor(product, money);
  if (quantity === undefined)
    return [{ ...screen, text: [say('budget-too-little', moneyAndTitle(product, money)), screen.text] }];
  return [
    {
      ...screen,
      text: [budgetText(product, money, quantity), screen.text],
      buttons: [[takeButton(product, quantity)], ...(screen.buttons ?? [])],
      yes: takeAction(product, quantity),
    },
  ];
}

const moneyAndTitle = (product: Product, money: Fen) => ({
  title: productName(product),
  money: moneyValue(money),
});

/** … in words. */
export const budgetText = (product: Product, money: Fen, quantity: BaseQuantity): Text =>
  say(quantity === roomFor(product) ? 'budget-buys-all' : 'budget-buys', {
    ...moneyAndTitle(product, money),
    quantity: quantityValue(product, quantity),
    total: moneyValue(priceLine(product, quantity).total),
  });

/** Weights and volumes are reckoned in steps of a 两, or of what the farmer sells it by. */
const STEP = { MASS: 50, VOLUME: 50, COUNT: 1 } as const;

/** What one person can have of it. */
const roomFor = ({ available, personLimit }: Product): BaseQuantity =>
  minQuantity(available, personLimit ?? available);

/** Never more than can be had; nothing where not even the least can. */
export function mostFor(product: Product, money: Fen): BaseQuantity | undefined {
  const step = product.unit?.size ?? STEP[product.measure];
  const room = roomFor(product);
  const loose = Math.floor((money * product.priceQuantity) / product.price / step) * step;
  const price = { fen: product.price, per: product.priceQuantity };
  const quantities = [
    minQuantity(baseQuantity(loose), room),
    mostOfPacks(price, product.packs, money, room),
    // A pack may make all of it cheaper than what is weighed out.
    room,
  ].filter((one) => isAmount(one) && priceLine(product, one).total <= money);
  const most = quantities.reduce((best, one) => (one > best ? one : best), NO_QUANTITY);
  const least = minQuantity(product.minimumQuantity ?? NO_QUANTITY, room);
  return isAmount(most) && most >= least ? most : undefined;
}

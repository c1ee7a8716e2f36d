// What must not compile: `npm run check:types` reads this file, and nothing runs it. A line below `@ts-expect-error` that
// does compile is an error.
import type { ProductId } from '../../src/db/ids.ts';
import { newId } from '../../src/db/ids.ts';
import type { TxContext } from '../../src/db/work.ts';
import { moneyValue, quantityValue } from '../../src/flows/screens/values.ts';
import type { Pack } from '../../src/shop/catalogue/products/pricing.ts';
import { reserve } from '../../src/shop/inventory/stock.ts';
import type { Shop } from '../../src/shop/shop.ts';
import { type Fen, fen, lineTotal, plusFen, sumFen } from '../../src/shop/values/money.ts';
import { type BaseQuantity, baseQuantity, isAmount } from '../../src/shop/values/quantity.ts';

const product = newId<ProductId>();
const price = fen(1_500);
const jin = baseQuantity(500);

/** Money and quantities cannot stand for each other, and a bare number stands for neither. */
export const mixedUp = [
  lineTotal({ fen: price, per: jin }, jin),
  // @ts-expect-error a price is not for fen
  lineTotal({ fen: price, per: price }, jin),
  // @ts-expect-error a quantity is no price
  lineTotal({ fen: jin, per: jin }, jin),
  // @ts-expect-error a bare number is no price
  lineTotal({ fen: 1_500, per: jin }, jin),
  // @ts-expect-error a bare number is no quantity
  lineTotal({ fen: price, per: jin }, 500),
  // @ts-expect-error kilograms cannot be added to yuan
  plusFen(price, jin),
  // @ts-expect-error a sum of money takes money alone
  sumFen([price, 800]),
  moneyValue(price),
  // @ts-expect-error a screen shows no quantity as money
  moneyValue(jin),
  // @ts-expect-error nor money as a quantity
  quantityValue('MASS', price),
];

// @ts-expect-error arithmetic makes a bare number: sums of money go through plusFen, which checks them
export const bare: Fen = price + price;

// @ts-expect-error a pack's price and its quantity cannot be swapped
export const swapped: Pack = { quantity: price, price: jin };

/** A number that was checked is a quantity. */
export const checked = (said: number): BaseQuantity | undefined => (isAmount(said) ? said : undefined);

/** The shop's acts and the columns of its tables take what they name. */
export async function unitsOfTheWrongKind(context: TxContext, shop: Shop): Promise<Fen> {
  await reserve(context, product, jin);
  // @ts-expect-error stock is not counted in fen
  await reserve(context, product, price);
  // @ts-expect-error what a message said is checked first
  await shop.cart.set(newId(), product, 500);
  await context.tx.product.update({ where: { id: product }, data: { price, onHand: jin } });
  // @ts-expect-error a column of money takes no quantity
  await context.tx.product.update({ where: { id: product }, data: { price: jin } });
  // @ts-expect-error nor a bare number
  await context.tx.product.update({ where: { id: product }, data: { onHand: 500 } });
  const row = await context.tx.product.findUniqueOrThrow({ where: { id: product } });
  // @ts-expect-error what is on hand is no money
  return row.onHand;
}

import type { BuyerLine, BuyerReading, SellerReading } from '../reading.ts';
import { readSeller } from '../rules/offers/seller.ts';
import { readBuyer } from '../rules/orders/buyer.ts';

/** What the rules make of a message, as long as they stand beside the models. */
export const rulesForBuyer = (message: string): BuyerReading => readBuyer(message);
export const rulesForSeller = (message: string): SellerReading => readSeller(message);

const keyOf = ({ product, quantity, measure }: BuyerLine): string =>
  [product.toLowerCase(), quantity, measure].join('|');

/** Whether two readings order the same. */
export const sameOrder = (
  one: Pick<BuyerReading, 'kind' | 'lines'>,
  other: Pick<BuyerReading, 'kind' | 'lines'>,
): boolean => one.kind === other.kind && one.lines.map(keyOf).join() === other.lines.map(keyOf).join();

/** Whether two readings state the same numbers. */
export const sameOffer = (one: SellerReading, other: SellerReading): boolean =>
  one.kind === other.kind && numbersOf(one) === numbersOf(other);

const numbersOf = ({ measure, price, priceQuantity, stock, packs }: SellerReading): string =>
  JSON.stringify([measure, price, priceQuantity, stock?.mode, stock?.quantity, packs]);

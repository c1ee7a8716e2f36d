import { readBuyer } from '../../reader/buyer.ts';
import type { Product } from '../../shop/catalogue.ts';
import { isAmount } from '../../shop/quantity.ts';

/**
 * How much of `product` somebody wants who was asked just that, in base units; nothing where it is not certain.
 * A container counts what its pack holds; a bare number counts only for what is sold by the piece.
 */
export function amountIn(words: string, product: Product): number | undefined {
  const bare = /^\s*(\d{1,6})\s*$/.exec(words)?.[1];
  if (bare) return product.measure === 'COUNT' ? checked(Number(bare)) : undefined;
  const [line, ...others] = readBuyer(words).lines;
  if (!line || others.length > 0 || line.quantity === null) return undefined;
  return amountOf(line.quantity, line.measure, product);
}

/** A quantity as it was said, in the product's base units: `3 bags` of a product with one pack are three packs. */
export function amountOf(quantity: number, measure: string | null, product: Product): number | undefined {
  if (measure === product.measure) return checked(quantity);
  const [pack, ...others] = product.packs;
  return measure === 'COUNT' && pack && others.length === 0 ? checked(quantity * pack.quantity) : undefined;
}

const checked = (base: number): number | undefined => (isAmount(base) ? base : undefined);

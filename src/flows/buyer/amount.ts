import { readBuyer } from '../../reader/buyer.ts';
import type { Product } from '../../shop/catalogue.ts';
import { isAmount } from '../../shop/quantity.ts';
import { areNamed } from '../../shop/search-terms.ts';

/**
 * How much of `product` somebody wants who was asked just that, in base units; nothing where it is not certain.
 * A container counts what its pack holds; a bare number counts only for what is sold by the piece.
 */
export function amountIn(words: string, product: Product): number | undefined {
  const bare = /^\s*(\d{1,6})\s*$/.exec(words)?.[1];
  if (bare) return product.measure === 'COUNT' ? checked(Number(bare)) : undefined;
  const [line, ...others] = readBuyer(words).lines;
  if (!line || others.length > 0 || line.quantity === null) return undefined;
  // 鸡蛋一箱, while it is asked how much millet: that is no answer.
  if (line.product !== '' && !areNamed(line.product, product.title, product.titleEn)) return undefined;
  return amountOf({ ...line, quantity: line.quantity }, product);
}

/** What was said, before the catalogue is asked what a bag or a box of it holds. */
export interface SaidAmount {
  readonly quantity: number;
  readonly measure: string | null;
  readonly isContainer?: boolean | undefined;
}

/** A quantity as it was said, in the product's base units: `3 bags` of a product with one pack are three packs. */
export function amountOf(
  { quantity, measure, isContainer }: SaidAmount,
  { measure: own, packs, priceQuantity }: Product,
): number | undefined {
  if (measure === own && !isContainer) return checked(quantity);
  if (measure !== 'COUNT' || packs.length > 1) return undefined;
  // A box of eggs that are priced by thirty holds thirty; of eggs that are priced one by one nobody knows.
  const content = packs[0]?.quantity ?? (own === 'COUNT' && priceQuantity > 1 ? priceQuantity : undefined);
  return content === undefined ? undefined : checked(quantity * content);
}

const checked = (base: number): number | undefined => (isAmount(base) ? base : undefined);

import type { Product } from '../../shop/catalogue/catalogue.ts';
import { isAmount } from '../../shop/values/quantity.ts';

/** What was said, before the catalogue is asked what a bag or a box of it holds. */
export interface SaidAmount {
  readonly quantity: number;
  readonly measure: string | null;
  readonly isContainer?: boolean | undefined;
}

/** A quantity as it was said, in the product's base units: `3 bags` of a product with one pack are three packs. */
export function toBaseQuantity(
  { quantity, measure, isContainer }: SaidAmount,
  { measure: own, packs, priceQuantity }: Product,
): number | undefined {
  if (measure === own && !isContainer) return validAmount(quantity);
  if (measure !== 'COUNT' || packs.length > 1) return undefined;
  // A box of eggs that are priced by thirty holds thirty; of eggs that are priced one by one nobody knows.
  const content = packs[0]?.quantity ?? (own === 'COUNT' && priceQuantity > 1 ? priceQuantity : undefined);
  return content === undefined ? undefined : validAmount(quantity * content);
}

/** An amount that may stand in an order; nothing for any other number. */
export const validAmount = (base: number): number | undefined => (isAmount(base) ? base : undefined);

import type { Product } from '../../shop/catalogue/catalogue.ts';
import { type BaseQuantity, isAmount } from '../../shop/values/quantity.ts';

/** A quantity as it was written, before the product's packs tell what a bag or box holds. */
export interface SaidAmount {
  readonly quantity: number;
  readonly measure: string | null;
  readonly isContainer?: boolean | undefined;
}

/** A written quantity in the product's base units: `3 bags` of a product with one pack are three packs. */
export function toBaseQuantity(
  { quantity, measure, isContainer }: SaidAmount,
  { measure: own, packs, priceQuantity }: Product,
): BaseQuantity | undefined {
  if (measure === own && !isContainer) return validAmount(quantity);
  if (measure !== 'COUNT' || packs.length > 1) return undefined;
  // A box of eggs that are priced by thirty holds thirty; of eggs that are priced one by one nobody knows.
  const content = packs[0]?.quantity ?? (own === 'COUNT' && priceQuantity > 1 ? priceQuantity : undefined);
  return content === undefined ? undefined : validAmount(quantity * content);
}

/** An amount that may stand in an order; nothing for any other number. */
export const validAmount = (base: number): BaseQuantity | undefined => (isAmount(base) ? base : undefined);

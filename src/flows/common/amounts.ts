import type { Product } from '../../shop/catalogue/products/catalogue.ts';
import { alikeUnits, translateUnit } from '../../shop/terms/selling-units.ts';
import { type BaseQuantity, isAmount, type SellingUnit } from '../../shop/values/quantity.ts';

/** A quantity as it was written, before the product's packs tell what a bag or box holds. */
export interface SaidAmount {
  readonly quantity: number;
  readonly measure: string | null;
  readonly isContainer?: boolean | undefined;
  /** The word in which it was counted. */
  readonly unitWord?: string | undefined;
}

/**
 * A written quantity in the product's base units: `3 bags` of what its seller counts in bags, or of a product with one
 * pack.
 */
export function toBaseQuantity(
  { quantity, measure, isContainer, unitWord }: SaidAmount,
  { measure: own, packs, priceQuantity, unit }: Product,
): BaseQuantity | undefined {
  // 布鞋 2 are two pairs; 2双 are four pieces already.
  const isBare = own === 'COUNT' && unitWord === undefined;
  if (measure === own && !isContainer) return validAmount(isBare ? quantity * countedBy(unit) : quantity);
  if (measure !== 'COUNT') return undefined;
  if (unit && unitWord && isCountedBy(unitWord, unit)) return validAmount(quantity * unit.size);
  if (packs.length > 1) return undefined;
  // A box of eggs that are priced by thirty holds thirty; of eggs that are priced one by one nobody knows.
  const content = packs[0]?.quantity ?? (own === 'COUNT' && priceQuantity > 1 ? priceQuantity : undefined);
  return content === undefined ? undefined : validAmount(quantity * content);
}

/** How many pieces a bare number counts by. */
export const countedBy = (unit: SellingUnit | null | undefined): number => unit?.size ?? 1;

/** Whether a word names what the goods are counted in, or what many call the same. */
export const isCountedBy = (word: string, unit: SellingUnit): boolean =>
  isCalled(word, unit) || isAlike(word, unit);

/** 瓶, 瓶子, `bottles`. */
function isCalled(word: string, { name }: Pick<SellingUnit, 'name'>): boolean {
  const { one, many } = translateUnit(name);
  return word.startsWith(name) || word === one || word === many;
}

/** A jar of honey is a bottle of it to many, and a bag a packet. */
const isAlike = (word: string, { name }: SellingUnit): boolean =>
  alikeUnits.some((names) => names.includes(name) && names.some((one) => isCalled(word, { name: one })));

/** An amount that may stand in an order; nothing for any other number. */
export const validAmount = (base: number): BaseQuantity | undefined => (isAmount(base) ? base : undefined);

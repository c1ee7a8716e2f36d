import type { SellerReading } from '../../../nlu/reading.ts';
import type { Product } from '../../../shop/catalogue/catalogue.ts';
import { detectSellingUnit, KILOGRAM_UNIT } from '../../../shop/terms/selling-units.ts';
import { type BaseQuantity, baseQuantity } from '../../../shop/values/quantity.ts';

interface SaidUnit {
  readonly unit: string | null;
  readonly unitSize: BaseQuantity | null;
}

const KILOGRAM = 1_000;
/** A price by weight or volume takes the place of one by the jar. */
const BY_MEASURE = /[斤两克升]|\b(?:kg|jin|g|ml|l)\b/i;

/**
 * The word in which the seller counts: what is counted goes by 枚 or 个, a jar of 500 g that has a price is a 瓶, and whoever
 * says 公斤 for both price and stock reads 公斤. Nothing where the text names no price or no such word: what is known stays.
 */
export function readSaidUnit(text: string, reading: SellerReading): SaidUnit | undefined {
  const { measure, price, priceQuantity } = reading;
  if (measure === 'COUNT') return countedIn(text);
  if (measure === null || price === null || priceQuantity === null) return undefined;
  const container = detectSellingUnit(text);
  if (container && isSoldBy(text, reading, priceQuantity))
    return { unit: container, unitSize: baseQuantity(priceQuantity) };
  const isKilograms = measure === 'MASS' && priceQuantity === KILOGRAM && isInKilograms(text);
  if (isKilograms) return { unit: KILOGRAM_UNIT, unitSize: baseQuantity(KILOGRAM) };
  return BY_MEASURE.test(text) ? { unit: null, unitSize: null } : undefined;
}

function countedIn(text: string): SaidUnit | undefined {
  const unit = detectSellingUnit(text);
  return unit === undefined ? undefined : { unit, unitSize: baseQuantity(1) };
}

/** The price buys what one container holds, and the stock is not said by weight. */
function isSoldBy(text: string, { packs, stock }: SellerReading, content: number): boolean {
  if (packs.length !== 1 || packs[0] !== content) return false;
  if (!stock) return true;
  const byWeight = new RegExp(
    `(?<![\\d.])(?:${stock.quantity / 500}\\s*(?:斤|jin)|${stock.quantity / KILOGRAM}\\s*(?:公斤|千克|kg))`,
    'i',
  );
  return stock.quantity % content === 0 && !byWeight.test(text);
}

/** 两 and 斤 are said nowhere beside it. */
const isInKilograms = (text: string): boolean =>
  /公斤|千克/.test(text) && !/[斤两]/.test(text.replaceAll(/公斤/g, ''));

/** 22, where the price was ¥20 for a 斤: the unit stays what it was. */
export function inDraftUnit(said: SellerReading, draft: Product): SellerReading {
  if (said.price === null || said.priceQuantity !== null || draft.price === 0) return said;
  return { ...said, priceQuantity: draft.priceQuantity, measure: draft.measure };
}

import type { SellerReading } from '../../../../nlu/reading.ts';
import { saysKilogramsAlone, saysMeasure, saysWeight } from '../../../../nlu/text/measure-words.ts';
import type { Product } from '../../../../shop/catalogue/products/catalogue.ts';
import { countPieces, detectSellingUnit, KILOGRAM_UNIT } from '../../../../shop/terms/selling-units.ts';
import { type BaseQuantity, baseQuantity } from '../../../../shop/values/quantity.ts';

interface SaidUnit {
  readonly unit: string | null;
  readonly unitSize: BaseQuantity | null;
}

const NONE: SaidUnit = { unit: null, unitSize: null };
const KILOGRAM = 1_000;

/**
 * The word in which the seller counts: what is counted goes by 枚 or 个, a jar of 500 g that has a price is a 瓶, and whoever
 * says 公斤 for both price and stock reads 公斤. Nothing where the text names no price or no such word: what is known stays.
 */
export function readSaidUnit(
  text: string,
  reading: SellerReading,
  before: Pick<Product, 'measure'>,
): SaidUnit | undefined {
  const { measure, price, priceQuantity } = reading;
  if (measure === 'COUNT') return countedIn(text) ?? (measure === before.measure ? undefined : NONE);
  if (measure === null || price === null || priceQuantity === null) return undefined;
  const container = detectSellingUnit(text);
  if (container && isSoldBy(text, reading, priceQuantity))
    return { unit: container, unitSize: baseQuantity(priceQuantity) };
  const isKilograms = measure === 'MASS' && priceQuantity === KILOGRAM && saysKilogramsAlone(text);
  if (isKilograms) return { unit: KILOGRAM_UNIT, unitSize: baseQuantity(KILOGRAM) };
  // A price by weight or volume takes the place of one by the jar.
  return saysMeasure(text) || measure !== before.measure ? NONE : undefined;
}

function countedIn(text: string): SaidUnit | undefined {
  const unit = detectSellingUnit(text);
  return unit === undefined ? undefined : { unit, unitSize: countPieces(unit) };
}

/** The price buys what one container holds, and the stock is not said by weight. */
function isSoldBy(text: string, { packs, stock }: SellerReading, content: number): boolean {
  if (packs.length !== 1 || packs[0] !== content) return false;
  return !stock || (stock.quantity % content === 0 && !saysWeight(text, stock.quantity));
}

/** 22, where the price was ¥20 for a 斤: the unit stays what it was. So it does for 20桶, where it is known what a 桶 holds. */
export function inDraftUnit(said: SellerReading, draft: Product): SellerReading {
  const counted = inContent(said, draft);
  if (counted.price === null || counted.priceQuantity !== null || draft.price === 0) return counted;
  return { ...counted, priceQuantity: draft.priceQuantity, measure: draft.measure };
}

function inContent(said: SellerReading, { measure, packs }: Product): SellerReading {
  const [pack, ...others] = packs;
  const isCounted = said.measure === 'COUNT' && measure !== 'COUNT' && said.price === null && said.stock;
  if (!isCounted || !said.stock || !pack || others.length > 0) return said;
  return { ...said, measure, stock: { ...said.stock, quantity: said.stock.quantity * pack.quantity } };
}

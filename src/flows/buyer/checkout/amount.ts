import { withUnitWords } from '../../../nlu/acts/container-words.ts';
import { readBuyer } from '../../../nlu/read.ts';
import type { Product } from '../../../shop/catalogue/products/catalogue.ts';
import { areNamed } from '../../../shop/terms/search-terms.ts';
import type { BaseQuantity } from '../../../shop/values/quantity.ts';
import { countedBy, toBaseQuantity, validAmount } from '../../common/amounts.ts';

/**
 * Parses the answer to "how much?" into base units of `product`; undefined where it is not certain.
 * A container counts what its pack holds; a bare number counts only for what is sold by the piece.
 */
export function parseAmount(text: string, product: Product): BaseQuantity | undefined {
  const bare = /^\s*(\d{1,6})\s*$/.exec(text)?.[1];
  if (bare)
    return product.measure === 'COUNT' ? validAmount(Number(bare) * countedBy(product.unit)) : undefined;
  const [line, ...others] = withUnitWords(readBuyer(text).lines, text);
  if (!line || others.length > 0 || line.quantity === null) return undefined;
  // 鸡蛋一箱, while it is asked how much millet: that is no answer.
  if (line.product !== '' && !areNamed(line.product, product.title, product.titleEn)) return undefined;
  return toBaseQuantity({ ...line, quantity: line.quantity }, product);
}

import type { Product } from '../../../../shop/catalogue/products/catalogue.ts';
import { englishTitle } from '../../../../writer/drafts/translate.ts';

/**
 * What a new title sets: buyers who read English get the name that data/glossary.yaml has for it. An English name that the
 * seller wrote stays; one that we made goes with its title.
 */
export function titleFields(
  title: string,
  product: Pick<Product, 'title' | 'titleEn'>,
): { readonly title: string; readonly titleEn?: string | null } {
  const isTheirs = product.titleEn !== null && product.titleEn !== englishTitle(product.title);
  return isTheirs ? { title } : { title, titleEn: englishTitle(title) ?? null };
}

import { tap } from '../../../chat/dsl/action.ts';
import type { Locale } from '../../../chat/dsl/event.ts';
import { type Button, type Screen, say, type Text } from '../../../chat/dsl/screen.ts';
import type { Product } from '../../../shop/catalogue/products/catalogue.ts';
import { homeButton, productBlurb, productName } from '../values.ts';

// A product whose words a machine translated: marked as such, with the original one tap away.

/** Whether a reader of this language gets words that a machine translated. */
function isTranslated(product: Product, locale: Locale): boolean {
  const shown = [
    [productName(product), product.titleTranslated],
    [productBlurb(product), product.blurbTranslated],
  ] as const;
  return shown.some(([words, translated]) => translated !== null && words[locale] === translated);
}

export const translationMark = (product: Product, locale: Locale): Text[] =>
  isTranslated(product, locale) ? [say('product-translated')] : [];

export const originalButton = (product: Product, locale: Locale): Button[] =>
  isTranslated(product, locale)
    ? [{ label: say('product-original-button'), tap: tap('original/:product', { product: product.id }) }]
    : [];

/** The seller's own words. */
export const originalScreen = ({ id, title, blurb }: Product): Screen => ({
  text: [say('product-original', { words: [title, blurb].filter(Boolean).join('\n') })],
  focus: { product: id },
  buttons: [[{ label: say('back'), tap: tap('product/:product', { product: id }) }, homeButton]],
});

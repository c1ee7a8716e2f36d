import { tap } from '../../../chat/dsl/action.ts';
import { type Button, say, type Text } from '../../../chat/dsl/screen.ts';
import type { ListingText } from '../../../shop/catalogue/listings/listings.ts';
import type { Product } from '../../../shop/catalogue/products/catalogue.ts';
import { findLawHits } from '../../../writer/law/law.ts';
import { rewriteLawfully } from '../../../writer/law/rewrite.ts';

/** Named in one line; who wrote more of them sees the next ones when these are mended. */
const MOST_WORDS = 4;

/** The words of a text that the law forbids, or allows only to who holds the certificate; empty where there are none. */
function wordsAt(text: string, level: 'forbidden' | 'certificate'): string {
  const hits = findLawHits(text).filter((hit) => hit.level === level);
  return [...new Set(hits.map(({ words }) => words))].slice(0, MOST_WORDS).join('、');
}

/** What of a text the advertising law forbids, or allows only to who holds the certificate. */
export function textWarnings(text: string): Text[] {
  const [forbidden, certificate] = [wordsAt(text, 'forbidden'), wordsAt(text, 'certificate')];
  return [
    ...(forbidden === '' ? [] : [say('law-forbidden', { words: forbidden })]),
    ...(certificate === '' ? [] : [say('law-certificate', { words: certificate })]),
  ];
}

/** Why a text may not be published where the office blocks what the law forbids; nothing where it may. */
export function blockedText(text: string): Text | undefined {
  const words = wordsAt(text, 'forbidden');
  return words === '' ? undefined : say('law-blocked', { words });
}

export const lawWarnings = (product: Product): Text[] => textWarnings(productWords(product));

/** One tap that mends it, where something is left to say. */
export function lawButtons(product: Product): Button[][] {
  const { title } = rewrittenText(product);
  const isNeeded = lawWarnings(product).length > 0;
  if (!isNeeded || title === undefined) return [];
  return [[{ label: say('law-rewrite', { title }), tap: tap('lawful/:product', { product: product.id }) }]];
}

/** The product's words as they may be published; a title that has nothing left is not given. */
export function rewrittenText({ title, titleEn, blurb, blurbEn }: Product): ListingText {
  return {
    title: rewriteLawfully(title),
    titleEn: titleEn && (rewriteLawfully(titleEn) ?? null),
    blurb: rewriteLawfully(blurb) ?? '',
    blurbEn: blurbEn && (rewriteLawfully(blurbEn) ?? null),
  };
}

export const productWords = ({
  title,
  titleEn,
  blurb,
  blurbEn,
}: Pick<ListingText, 'title' | 'titleEn' | 'blurb' | 'blurbEn'>): string =>
  [title, titleEn, blurb, blurbEn].filter(Boolean).join('\n');

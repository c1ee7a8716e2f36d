import { tap } from '../../../chat/dsl/action.ts';
import { type Button, say, type Text } from '../../../chat/dsl/screen.ts';
import type { Product } from '../../../shop/catalogue/catalogue.ts';
import type { ListingText } from '../../../shop/catalogue/listings.ts';
import { findLawHits } from '../../../writer/law/law.ts';
import { rewriteLawfully } from '../../../writer/law/rewrite.ts';

/** Named in one line; who wrote more of them sees the next ones when these are mended. */
const MOST_WORDS = 4;

/** What of a seller's own words the advertising law forbids, or allows only to who holds the certificate. */
export function lawWarnings(product: Product): Text[] {
  const hits = findLawHits(textOf(product));
  const wordsAt = (level: string): string =>
    [...new Set(hits.filter((hit) => hit.level === level).map(({ words }) => words))]
      .slice(0, MOST_WORDS)
      .join('、');
  const [forbidden, certificate] = [wordsAt('forbidden'), wordsAt('certificate')];
  return [
    ...(forbidden === '' ? [] : [say('law-forbidden', { words: forbidden })]),
    ...(certificate === '' ? [] : [say('law-certificate', { words: certificate })]),
  ];
}

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

const textOf = ({ title, titleEn, blurb, blurbEn }: Product): string =>
  [title, titleEn, blurb, blurbEn].filter(Boolean).join('\n');

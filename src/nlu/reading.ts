import type { Measure } from '../shop/values/quantity.ts';

export const buyerKinds = ['order', 'search', 'question', 'status', 'cancel', 'human', 'other'] as const;
export type BuyerKind = (typeof buyerKinds)[number];

/** One thing that somebody wants. */
export interface BuyerLine {
  /** In the buyer's own words; empty when unsaid. */
  readonly product: string;
  /** Base units; null when unsaid or vague. */
  readonly quantity: number | null;
  /** Null when unsaid; of a vague amount it is known (几斤). */
  readonly measure: Measure | null;
  /** Counted in boxes or bags of unknown content; only the catalogue knows what is in one. */
  readonly isContainer?: true;
  /** The number of a stream's item, where one was said. */
  readonly item?: number;
}

/** Whom goods go to, as far as a message says. */
export interface Recipient {
  readonly name: string | null;
  /** Digits; of a landline with a dash behind the area code. */
  readonly phone: string | null;
  /** In one string, without labels. */
  readonly address: string | null;
  /** Behind a marketplace's hidden number. */
  readonly extension?: string;
  readonly postcode?: string;
}

/** What a buyer's message says. Whatever it states occurs in the message. */
export interface BuyerReading {
  readonly kind: BuyerKind;
  readonly lines: readonly BuyerLine[];
  readonly recipient: Recipient | null;
  /** What will have to be asked. */
  readonly ambiguous: readonly string[];
}

export const sellerKinds = ['product', 'stock', 'price', 'status', 'stream', 'other'] as const;
export type SellerKind = (typeof sellerKinds)[number];
export type StockMode = 'set' | 'add' | 'sub';

/** What a seller's message says. What is null was not said, or is not certain. */
export interface SellerReading {
  readonly kind: SellerKind;
  readonly title: string | null;
  readonly measure: Measure | null;
  /** Fen per `priceQuantity` base units, as said. */
  readonly price: number | null;
  readonly priceQuantity: number | null;
  readonly stock: { readonly mode: StockMode; readonly quantity: number } | null;
  /** Base units of packs that were named. */
  readonly packs: readonly number[];
  readonly ambiguous: readonly string[];
}

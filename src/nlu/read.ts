import { type Known, knownWith } from './model/goods.ts';
import { loadLearned } from './model/learned.ts';
import { readBuyerWith } from './read-buyer.ts';
import { readSellerWith } from './read-seller.ts';
import type { BuyerReading, SellerReading } from './reading.ts';

/** What the reader may know beside the message. */
export interface ReadContext {
  /** The catalogue's titles: they are names of goods wherever they stand. */
  readonly titles?: readonly string[];
}

const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

const buyers = once(() => loadLearned('buyer'));
const sellers = once(() => loadLearned('seller'));
const noTitles = once(() => knownWith([]));
const byTitles = new WeakMap<readonly string[], Known>();

function knownFor({ titles }: ReadContext): Known {
  if (!titles || titles.length === 0) return noTitles();
  const known = byTitles.get(titles) ?? knownWith(titles);
  byTitles.set(titles, known);
  return known;
}

/** What a buyer's message says. Whatever number it states occurs in the message. */
export const readBuyer = (message: string, context: ReadContext = {}): BuyerReading =>
  readBuyerWith(buyers(), message, knownFor(context));

/** What a seller's message says. */
export const readSeller = (message: string, context: ReadContext = {}): SellerReading =>
  readSellerWith(sellers(), message, knownFor(context));

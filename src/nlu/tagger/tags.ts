/** Tags of words: a name of goods begins, goes on; anything else. */
export const wordTags = ['B', 'I', 'O'] as const;
export type WordTag = (typeof wordTags)[number];

/**
 * Tags of amounts in buyers' messages: how much of the goods to the left (QL) or right (QR), of each of those (EL, ER),
 * what a container of them holds (C); an amount that orders nothing (X).
 */
export const buyerTags = ['QL', 'QR', 'EL', 'ER', 'C', 'X'] as const;
export type BuyerTag = (typeof buyerTags)[number];

/** In sellers' messages: price, what the price is for, content of a container, stock as it is, more, less; none. */
export const sellerTags = ['PR', 'PER', 'CONT', 'SET', 'ADD', 'SUB', 'X'] as const;
export type SellerTag = (typeof sellerTags)[number];

export type Tag<T extends string> = WordTag | T;

/** A run of tokens that names goods. */
export interface Name {
  readonly first: number;
  readonly last: number;
}

export function findNames(tags: readonly string[]): Name[] {
  const names: Name[] = [];
  for (const [i, tag] of tags.entries()) {
    const last = names.at(-1);
    if (tag === 'B') names.push({ first: i, last: i });
    else if (tag === 'I' && last?.last === i - 1) names[names.length - 1] = { ...last, last: i };
  }
  return names;
}

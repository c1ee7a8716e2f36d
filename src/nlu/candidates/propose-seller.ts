import { isQuantity, type Lexed } from '../lexer/tokens.ts';
import { type SellerKind, type SellerReading, sellerKinds } from '../reading.ts';
import { type SellerTag, sellerTags, type Tag } from '../tagger/tags.ts';
import { assembleSeller, nothing } from './assemble-seller.ts';
import type { Proposals } from './candidates.ts';
import { isRefused } from './refused-offers.ts';

export interface SellerCandidate {
  readonly reading: SellerReading;
  readonly tags: readonly Tag<SellerTag>[];
  /** Logarithms of the shares that the tagger and the classifier give it. */
  readonly tagScore: number;
  readonly classScore: number;
}

export function sellerCandidates(lexed: Lexed, { taggings, blank, shares }: Proposals): SellerCandidate[] {
  const all: SellerCandidate[] = [];
  for (const kind of sellerKinds) {
    const share = shares.get(kind) ?? Number.NEGATIVE_INFINITY;
    if (kind === 'stream' || kind === 'other') {
      const tags = lexed.tokens.map((token) => (isQuantity(token) ? 'X' : 'O'));
      all.push({ reading: assembleSeller(kind, lexed, tags), tags, tagScore: blank, classScore: share });
      continue;
    }
    if (kind === 'stock') all.push(...openStocks(lexed, taggings as Titled[], share));
    for (const { tags, score } of taggings as { tags: Tag<SellerTag>[]; score: number }[])
      if (fits(kind, tags))
        all.push({ reading: assembleSeller(kind, lexed, tags), tags, tagScore: score, classScore: share });
  }
  return all.filter((one) => !isRefused(lexed, one));
}

interface Titled {
  readonly tags: Tag<SellerTag>[];
  readonly score: number;
}

/** 核桃卖了一半: of goods whose amount nobody can say, the stock is to be asked. */
function openStocks(lexed: Lexed, taggings: readonly Titled[], classScore: number): SellerCandidate[] {
  return taggings
    .filter(({ tags }) => tags.includes('B') && !tags.some((tag) => tag !== 'X' && AMOUNTS.has(tag)))
    .map(({ tags, score }) => {
      const { title } = assembleSeller('status', lexed, tags);
      const reading = { kind: 'stock', ...nothing, title, ambiguous: ['stock'] } as const;
      return { reading, tags, tagScore: score, classScore };
    });
}

const AMOUNTS: ReadonlySet<string> = new Set(sellerTags);

/** Whether a message of that kind can be tagged so. */
function fits(kind: SellerKind, tags: readonly Tag<SellerTag>[]): boolean {
  const has = (...some: string[]): boolean => tags.some((tag) => some.includes(tag));
  const hasStock = has('SET', 'ADD', 'SUB');
  if (kind === 'status') return !hasStock && !has('PR', 'PER', 'CONT');
  if (kind === 'price') return !hasStock;
  if (kind === 'stock') return hasStock && !has('PR', 'PER');
  return has('PR');
}

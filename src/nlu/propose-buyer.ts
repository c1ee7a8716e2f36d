import { assembleBuyer, type Draft } from './assemble-buyer.ts';
import type { Proposals } from './candidates.ts';
import type { BuyerKind } from './reading.ts';
import type { BuyerTag, Tag } from './tags.ts';
import type { Lexed } from './tokens.ts';

/** One way to take a message. */
export interface BuyerCandidate extends Draft {
  readonly kind: BuyerKind;
  readonly tags: readonly Tag<BuyerTag>[];
  readonly score: number;
}

/** How much less the tagger's opinion of messages without goods counts than the classifier's. */
const BLANK_WEIGHT = 0.5;

/** The ways to take a buyer's message, the likeliest first: a class with a tagging that fits it. */
export function buyerCandidates(lexed: Lexed, { taggings, blank, shares }: Proposals): BuyerCandidate[] {
  const all: BuyerCandidate[] = [];
  const share = (kind: BuyerKind): number => shares.get(kind) ?? Number.NEGATIVE_INFINITY;
  for (const { tags, score } of taggings) {
    const draft = assembleBuyer(lexed, tags as Tag<BuyerTag>[]);
    const isCounted = tags.some((tag) => tag === 'QL' || tag === 'QR' || tag === 'EL' || tag === 'ER');
    if (draft.lines.length > 0) all.push({ kind: 'order', tags: tags as Tag<BuyerTag>[], ...draft, score: share('order') + score });
    if (draft.lines.length === 1 && !isCounted)
      all.push({ kind: 'search', tags: tags as Tag<BuyerTag>[], ...draft, score: share('search') + score });
  }
  for (const kind of ['search', 'question', 'status', 'cancel', 'human', 'other'] as const)
    all.push({ kind, tags: [], lines: [], isVague: false, score: share(kind) + BLANK_WEIGHT * blank - (kind === 'search' ? 3 : 0) });
  return all.sort((one, other) => other.score - one.score);
}

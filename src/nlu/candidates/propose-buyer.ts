import { orderWords } from '../choose/buyer/order-words.ts';
import { findCueClasses } from '../clauses/cues.ts';
import type { Lexed } from '../lexer/tokens.ts';
import type { BuyerKind } from '../reading.ts';
import type { Tagging } from '../tagger/tagger.ts';
import type { BuyerTag, Tag } from '../tagger/tags.ts';
import { assembleBuyer, type Draft } from './assemble-buyer.ts';
import type { Proposals } from './candidates.ts';
import { createVariants } from './repair.ts';

/** One way to take a message. */
export interface BuyerCandidate extends Draft {
  readonly kind: BuyerKind;
  readonly tags: readonly Tag<BuyerTag>[];
  /** Logarithms of the shares that the tagger and the classifier give it. */
  readonly tagScore: number;
  readonly classScore: number;
}

/** How many of the likeliest taggings are varied. */
const VARIED = 2;

function withVariants({ taggings, scoreOf }: Proposals): Tagging[] {
  const seen = new Set(taggings.map(({ tags }) => tags.join()));
  const variants = taggings.slice(0, VARIED).flatMap(({ tags }) => createVariants(tags));
  const fresh = variants.filter((tags) => !seen.has(tags.join()) && seen.add(tags.join()));
  return [...taggings, ...fresh.map((tags) => ({ tags, score: scoreOf(tags) }))];
}

/** The ways to take a buyer's message, the likeliest first: a class with a tagging that fits it. */
export function buyerCandidates(lexed: Lexed, proposals: Proposals): BuyerCandidate[] {
  const { blank, shares } = proposals;
  const all: BuyerCandidate[] = [];
  const share = (kind: BuyerKind): number => shares.get(kind) ?? Number.NEGATIVE_INFINITY;
  for (const { tags, score } of withVariants(proposals)) {
    const draft = assembleBuyer(lexed, tags as Tag<BuyerTag>[]);
    if (draft.lines.some(({ product }) => isNoName(product)) || holdsItself(lexed, tags)) continue;
    const isCounted = tags.some((tag) => tag === 'QL' || tag === 'QR' || tag === 'EL' || tag === 'ER');
    if (draft.lines.length > 0)
      all.push({
        kind: 'order',
        tags: tags as Tag<BuyerTag>[],
        ...draft,
        tagScore: score,
        classScore: share('order'),
      });
    if (draft.lines.length === 1 && !isCounted)
      all.push({
        kind: 'search',
        tags: tags as Tag<BuyerTag>[],
        ...draft,
        tagScore: score,
        classScore: share('search'),
      });
  }
  for (const kind of ['search', 'question', 'status', 'cancel', 'human', 'other'] as const)
    all.push({ kind, tags: [], lines: [], isVague: false, tagScore: blank, classScore: share(kind) });
  const orders = all.filter(({ kind }) => kind === 'order');
  return opensWithItem(lexed) && orders.length > 0 ? orders : all;
}

/** 3号两斤，多少钱 asks, */
const PRICING = new Set(['howmuch', 'price', 'shipping']);
/** … and 3号两斤，退了吧 gives back. */
const GIVES_BACK = /退[了货掉款]|取消|不要了/u;

/** 6号两袋,什么时候发货: a first clause that is a number on screen with its amount and no more orders; what is asked comes behind. */
function opensWithItem(lexed: Lexed): boolean {
  const { tokens } = lexed;
  if (findCueClasses(lexed).some((name) => PRICING.has(name)) || GIVES_BACK.test(lexed.text.plain))
    return false;
  const end = tokens.findIndex(({ is }) => is === 'sign');
  const [item, amount, ...others] = tokens.slice(0, Math.max(end, 0));
  return item?.is === 'code' && amount?.is === 'amount' && others.length === 0;
}

/** 我买一箱梨，我妈买两箱: no box holds boxes. */
function holdsItself({ tokens }: Lexed, tags: readonly string[]): boolean {
  const unitOf = (i: number): string | undefined => {
    const token = tokens[i];
    return token?.is === 'amount' && token.amount.unit.isContainer ? token.amount.unit.word : undefined;
  };
  const held = new Set(tags.flatMap((tag, i) => (tag === 'C' ? [unitOf(i)] : [])).filter(Boolean));
  return tags.some((tag, i) => tag !== 'C' && tag !== 'X' && held.has(unitOf(i)));
}

/** `otherwise one small bag`, 对头，就60个: small words name no goods. */
const isNoName = (product: string): boolean => {
  const word = product.toLowerCase();
  return orderWords.noName.at(word, 0)?.word === word && word !== '';
};

import { isQuantity, type Lexed } from '../lexer/tokens.ts';
import { classShares } from '../model/classifier.ts';
import { tokenFeatures } from '../model/features.ts';
import type { Mark } from '../model/goods.ts';
import { messageFeatures } from '../model/message-features.ts';
import type { Model } from '../model/model.ts';
import { type Automaton, createAutomaton, goodsSince } from '../tagger/automaton.ts';
import { likeliest, type Tagging } from '../tagger/tagger.ts';
import { buyerTags, sellerTags } from '../tagger/tags.ts';

export const automata = {
  buyer: createAutomaton(buyerTags, 2, goodsSince),
  seller: createAutomaton(sellerTags, 2, goodsSince),
} as const;

/** What a side has learned. */
export interface Models {
  readonly tagger: Model;
  readonly classes: Model;
}

export interface Proposals {
  /** The likeliest taggings, the likeliest first. */
  readonly taggings: readonly Tagging[];
  /** The logarithm of the share of the tagging that names nothing and counts nothing. */
  readonly blank: number;
  readonly shares: ReadonlyMap<string, number>;
  /** The logarithm of the share of any other tagging. */
  readonly scoreOf: (tags: readonly string[]) => number;
}

const MOST = 10;

/** What the models make of a message. */
export function proposalsFor(
  models: Models,
  automaton: Automaton,
  lexed: Lexed,
  marks: readonly Mark[],
): Proposals {
  const found = likeliest(models.tagger, automaton, lexed.tokens, tokenFeatures(lexed, marks), MOST);
  const blank = lexed.tokens.map((token) => (isQuantity(token) ? 'X' : 'O'));
  return {
    taggings: found.taggings,
    blank: found.scoreOf(blank),
    scoreOf: found.scoreOf,
    shares: classShares(models.classes, messageFeatures(lexed, marks)),
  };
}

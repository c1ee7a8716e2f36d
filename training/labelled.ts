import type { Lexed } from '../src/nlu/lexer/tokens.ts';

/** A message with its class and the tag of every token: what the models learn from. */
export interface Labelled {
  readonly lexed: Lexed;
  readonly class: string;
  readonly tags: readonly string[];
  readonly weight: number;
}

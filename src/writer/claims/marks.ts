import type { Span } from './phrases.ts';

/** Whether a text states what it names, denies it, or leaves it open: `不一定甜`, `may contain nuts`. */
export type Polarity = 'said' | 'denied' | 'doubtful';

/** What a text says of each of its characters, and the words by which it denies. */
export interface Polarities {
  readonly at: readonly Polarity[];
  readonly cues: readonly Span[];
}

/** Where a text is being read: what it says of its places so far. */
export interface Marks {
  readonly text: string;
  readonly at: Polarity[];
  readonly cues: Span[];
  mark(from: number, to: number, as?: Polarity): void;
}

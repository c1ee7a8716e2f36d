/**
 * The states of a tagger that remembers: after any words it still knows the tag of the last amount, and some flags of
 * what came before (goods since that amount; a price, a stock). So an amount's tag can depend on the amounts before
 * it, however many words stand between.
 */
export interface Automaton {
  readonly tags: readonly string[];
  readonly states: number;
  /** Of each state the tag that led to it. */
  readonly tagOf: readonly number[];
  /** Of each state what it remembers, as one number below `memories`. */
  readonly memoryOf: readonly number[];
  readonly memories: number;
  /** The state that `tag` leads to from `state`, or -1 where it may not follow. */
  readonly next: (state: number, tag: number) => number;
  readonly start: number;
}

const [B, I, O] = [0, 1, 2];
const WORDS = 3;

/** `flagsAfter` says which of `flags` values (whole numbers below it) hold behind a tag. */
export function createAutomaton(
  amountTags: readonly string[],
  flags: number,
  flagsAfter: (flags: number, tag: string) => number,
): Automaton {
  const tags = ['B', 'I', 'O', ...amountTags];
  const memories = (amountTags.length + 1) * flags;
  const words = WORDS * memories;
  const states = words + amountTags.length * flags;
  const tagOf = Array.from({ length: states }, (_, s) =>
    s < words ? Math.floor(s / memories) : Math.floor((s - words) / flags) + WORDS,
  );
  const memoryOf = Array.from({ length: states }, (_, s) => (s < words ? s % memories : s - words + flags));
  const next = (state: number, tag: number): number => {
    const last = tagOf[state] ?? O;
    const memory = memoryOf[state] ?? 0;
    const after = flagsAfter(memory % flags, tags[tag] ?? 'O');
    if (tag >= WORDS) return words + (tag - WORDS) * flags + after;
    if (tag === I && last !== B && last !== I) return -1;
    return tag * memories + memory - (memory % flags) + after;
  };
  return { tags, states, tagOf, memoryOf, memories, next, start: O * memories };
}

/** Whether goods were named since the last amount. */
export const goodsSince = (flags: number, tag: string): number =>
  tag === 'B' ? 1 : tag === 'I' || tag === 'O' ? flags : 0;

/**
 * The states of a tagger that remembers: after any words it still knows the tag of the last amount, and whether goods
 * were named since. So an amount's tag can depend on the amount before it, however many words stand between.
 */
export interface Automaton {
  readonly tags: readonly string[];
  readonly states: number;
  /** Of each state the tag that led to it. */
  readonly tagOf: readonly number[];
  /** Of each state: last amount's tag and whether goods came since, as one number below `memories`. */
  readonly memoryOf: readonly number[];
  readonly memories: number;
  /** The state that `tag` leads to from `state`, or -1 where it may not follow. */
  readonly next: (state: number, tag: number) => number;
  readonly start: number;
}

const [B, I, O] = [0, 1, 2];
const WORDS = 3;

export function automatonOf(amountTags: readonly string[]): Automaton {
  const tags = ['B', 'I', 'O', ...amountTags];
  const memories = (amountTags.length + 1) * 2;
  const words = WORDS * memories;
  const start = O * memories;
  const states = words + amountTags.length;
  const tagOf = Array.from({ length: states }, (_, s) => (s < words ? Math.floor(s / memories) : s - words + WORDS));
  const memoryOf = Array.from({ length: states }, (_, s) => (s < words ? s % memories : (s - words + 1) * 2));
  const next = (state: number, tag: number): number => {
    const last = tagOf[state] ?? O;
    const memory = memoryOf[state] ?? 0;
    if (tag >= WORDS) return words + tag - WORDS;
    if (tag === I && last !== B && last !== I) return -1;
    return tag * memories + (tag === B ? memory | 1 : memory);
  };
  return { tags, states, tagOf, memoryOf, memories, next, start };
}

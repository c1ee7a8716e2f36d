/** Numbers events in the order this process took them: microseconds since 1970, never the same twice. */
export function createSequence(now: () => Date): () => bigint {
  let last = 0n;
  return () => {
    const micros = BigInt(now().getTime()) * 1_000n;
    last = micros > last ? micros : last + 1n;
    return last;
  };
}

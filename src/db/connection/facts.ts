/** Facts that rarely change are read again after so long in any case. */
const KEPT_MS = 60_000;

/**
 * Facts of one database that this process has read and that rarely change. They feed screens, never a decision: a change
 * is heard of shortly after its commit (FACTS_CHANNEL).
 */
export interface Facts {
  /** What is known under `name`, or what `read` finds; `undefined` and `null` are not kept. */
  know<T>(name: string, read: () => Promise<T>): Promise<T>;
  /** Something has changed. */
  forget(): void;
}

/** Triggers of the database tell here that a fact has changed. */
export const FACTS_CHANNEL = 'walnut_facts';

export function createFacts(): Facts {
  const known = new Map<string, { readonly value: unknown; readonly until: number }>();
  let changes = 0;
  return {
    async know<T>(name: string, read: () => Promise<T>): Promise<T> {
      const kept = known.get(name);
      // Each name is read by one function, so that what is kept is of its type.
      if (kept && kept.until > performance.now()) return kept.value as T;
      const before = changes;
      const value = await read();
      // What was read while something changed may be what it was before.
      if (before === changes && value !== undefined && value !== null)
        known.set(name, { value, until: performance.now() + KEPT_MS });
      return value;
    },
    forget() {
      changes += 1;
      known.clear();
    },
  };
}

/** Something that is being learned, a little at each step: who takes the steps may do other things between them. */
export type Learning<T> = Generator<void, T, void>;

/** What is learned once. */
export interface Learned<T> {
  /** What was learned; what is not learned yet is learned now. */
  (): T;
  /** The steps that are left; none where it is read as fast as a message could wait for. */
  steps(): Learning<void>;
}

/** Learns when it is first asked for, or step by step before. */
export function learnOnce<T>(begin: () => Learning<T>, isKept: () => boolean = () => false): Learned<T> {
  let learning: Learning<T> | undefined;
  let learned: { readonly is: T } | undefined;
  const step = (): { readonly is: T } | undefined => {
    const current = learning ?? begin();
    // Steps that failed are at their end, with nothing learned: whoever asks next begins anew.
    learning = undefined;
    const { done, value } = current.next();
    learning = current;
    if (done) learned = { is: value };
    return learned;
  };
  const all = (): T => {
    let found = learned;
    while (!found) found = step();
    return found.is;
  };
  return Object.assign(all, {
    *steps(): Learning<void> {
      if (!learning && isKept()) return;
      while (!learned) {
        step();
        yield;
      }
    },
  });
}

/** All steps at once. */
export function learnNow<T>(learning: Learning<T>): T {
  for (let step = learning.next(); ; step = learning.next()) if (step.done) return step.value;
}

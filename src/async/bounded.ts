/** Work that goes on while its starter does something else. */
export interface BoundedTasks {
  /** Starts `work` when fewer than `most` are on their way. It must not throw. */
  add(work: () => Promise<void>): Promise<void>;
  isEmpty(): boolean;
  /** Resolves when everything has landed. */
  drain(): Promise<void>;
}

export function createBoundedTasks(most: number): BoundedTasks {
  const flying = new Set<Promise<void>>();
  return {
    async add(work) {
      while (flying.size >= most) await Promise.race(flying);
      const one: Promise<void> = work().finally(() => flying.delete(one));
      flying.add(one);
    },
    isEmpty: () => flying.size === 0,
    async drain() {
      while (flying.size > 0) await Promise.all(flying);
    },
  };
}

/** Something that changes, and those who wait for a certain state of it. */
export interface Signal {
  fire(): void;
  /** Looks now and after every change, until `look` finds something. Throws what `complain` says after `within` ms. */
  until<T>(look: () => T | undefined, within: number, complain: () => string): Promise<T>;
  /** The same, and nothing after `within` ms. Ends at once with nothing when `signal` aborts. */
  awaits<T>(look: () => T | undefined, within: number, signal?: AbortSignal): Promise<T | undefined>;
}

export function createSignal(): Signal {
  const waiting = new Set<() => void>();

  const awaits = <T>(look: () => T | undefined, within: number, signal?: AbortSignal) =>
    new Promise<T | undefined>((resolve) => {
      const end = (found?: T): void => {
        clearTimeout(timer);
        waiting.delete(check);
        signal?.removeEventListener('abort', stop);
        resolve(found);
      };
      const stop = (): void => end();
      const check = (): void => {
        const found = look();
        if (found !== undefined) end(found);
      };
      const timer = setTimeout(stop, within);
      waiting.add(check);
      signal?.addEventListener('abort', stop);
      if (signal?.aborted) stop();
      else check();
    });

  return {
    fire() {
      for (const check of [...waiting]) check();
    },
    awaits,
    async until(look, within, complain) {
      const found = await awaits(look, within);
      if (found === undefined) throw new Error(complain());
      return found;
    },
  };
}

/** Counts what each caller has open at one time. */
export interface Slots {
  /** Takes one of the caller's; answers how to give it back, or nothing when all are taken. */
  take(caller: string): (() => void) | undefined;
}

export function createSlots(most: number): Slots {
  const taken = new Map<string, number>();
  return {
    take(caller) {
      const count = taken.get(caller) ?? 0;
      if (count >= most) return undefined;
      taken.set(caller, count + 1);
      let isTaken = true;
      return () => {
        if (!isTaken) return;
        isTaken = false;
        const left = (taken.get(caller) ?? 1) - 1;
        if (left > 0) taken.set(caller, left);
        else taken.delete(caller);
      };
    },
  };
}

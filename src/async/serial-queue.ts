/** The result of a visit to a lane: more work may wait, none waits, or the lane is to be visited again later. */
export type Step = 'more' | 'nothing' | { readonly againInMs: number };

/** A queue with lanes: serial within a lane, lanes in parallel, in turn. */
export interface SerialQueue<Lane extends string = string> {
  /** Marks that a lane may have work. It is visited as soon as possible, even during a pause. */
  wake(lane: Lane): void;
  /** Whether a visit runs or is due; a lane that pauses is not. */
  isBusy(): boolean;
  /** Resolves when no lane has work left. */
  idle(): Promise<void>;
  /** Starts no more visits; resolves when the running ones have ended. */
  stop(): Promise<void>;
}

/**
 * At most `atOnce` visits run at a time. A lane waits in memory, without a connection. After each visit it goes to the end
 * of the queue, so that a busy lane cannot starve the others. `visit` must not throw.
 */
export function createSerialQueue<Lane extends string>(
  atOnce: number,
  visit: (lane: Lane) => Promise<Step>,
): SerialQueue<Lane> {
  const known = new Map<Lane, { again: boolean; pause?: NodeJS.Timeout | undefined }>();
  const row: Lane[] = [];
  let running = 0;
  let isStopped = false;
  let onQuiet: (() => void)[] = [];

  const pump = (): void => {
    while (!isStopped && running < atOnce) {
      const lane = row.shift();
      if (lane === undefined) break;
      running += 1;
      void visit(lane).then((end) => finish(lane, end));
    }
    if (running === 0 && (isStopped || known.size === 0)) {
      for (const resolve of onQuiet) resolve();
      onQuiet = [];
    }
  };

  const finish = (lane: Lane, end: Step): void => {
    running -= 1;
    const state = known.get(lane);
    if (end === 'more' || (end === 'nothing' && state?.again)) {
      if (state) state.again = false;
      row.push(lane);
    } else if (end === 'nothing') known.delete(lane);
    else later(lane, end.againInMs);
    pump();
  };

  const later = (lane: Lane, ms: number): void => {
    const state = known.get(lane);
    if (state) state.pause = setTimeout(() => resume(lane), ms);
  };

  const resume = (lane: Lane): void => {
    const state = known.get(lane);
    clearTimeout(state?.pause);
    if (state) state.pause = undefined;
    row.push(lane);
    pump();
  };

  const quiet = (): Promise<void> => {
    const { promise, resolve } = Promise.withResolvers<void>();
    onQuiet.push(resolve);
    pump();
    return promise;
  };

  return {
    wake(lane) {
      const state = known.get(lane);
      if (state?.pause) resume(lane);
      else if (state) state.again = true;
      else {
        known.set(lane, { again: false });
        row.push(lane);
        pump();
      }
    },
    isBusy: () => running > 0 || row.length > 0,
    idle: quiet,
    stop() {
      isStopped = true;
      for (const { pause } of known.values()) clearTimeout(pause);
      return quiet();
    },
  };
}

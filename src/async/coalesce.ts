/** Runs an act after each call, one run at a time. Any number of calls during a run cause one more run. */
export interface CoalescedTrigger {
  (): void;
  /** Resolves when nothing runs. */
  idle(): Promise<void>;
  /** Starts no more runs; resolves when the current one has ended. */
  stop(): Promise<void>;
}

/** `act` must not throw. */
export function createCoalescedTrigger(act: () => Promise<void>): CoalescedTrigger {
  let running: Promise<void> | undefined;
  let isWanted = false;
  let isStopped = false;

  const run = async (): Promise<void> => {
    while (isWanted && !isStopped) {
      isWanted = false;
      await act();
    }
    running = undefined;
  };

  const trigger = (): void => {
    isWanted = true;
    if (!isStopped) running ??= run();
  };
  return Object.assign(trigger, {
    idle: async () => running,
    async stop() {
      isStopped = true;
      await running;
    },
  });
}

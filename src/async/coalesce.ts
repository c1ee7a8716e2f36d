/** Runs an act soon after each call, one run at a time: calls during a run lead to one run more. */
export interface CoalescedTrigger {
  (): void;
  /** Resolves when nothing runs. */
  idle(): Promise<void>;
  /** Runs nothing more; resolves when what runs has ended. */
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

  const nudge = (): void => {
    isWanted = true;
    if (!isStopped) running ??= run();
  };
  return Object.assign(nudge, {
    idle: async () => running,
    async stop() {
      isStopped = true;
      await running;
    },
  });
}

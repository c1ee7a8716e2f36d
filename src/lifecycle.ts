import type { Logger } from 'pino';

interface Part {
  readonly name: string;
  stop(): Promise<unknown>;
}

/** The parts of a process that have started: stopped from the last to the first. */
export interface Parts {
  add(name: string, stop: () => Promise<unknown>): void;
  /** One that fails to stop is reported and holds up nobody. */
  stop(): Promise<void>;
}

export function partsOf(log: Logger): Parts {
  const started: Part[] = [];
  return {
    add: (name, stop) => started.push({ name, stop }),
    async stop() {
      for (let part = started.pop(); part; part = started.pop()) {
        await part
          .stop()
          .catch((error: unknown) => log.error({ err: error }, `${part?.name} did not stop cleanly`));
      }
    },
  };
}

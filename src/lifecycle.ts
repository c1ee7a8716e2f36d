import type { Logger } from 'pino';

interface StartedService {
  readonly name: string;
  stop(): Promise<unknown>;
}

/** The parts of a process that have started: stopped from the last to the first. */
export interface Lifecycle {
  add(name: string, stop: () => Promise<unknown>): void;
  /** One that fails to stop is reported and holds up nobody. */
  stop(): Promise<void>;
}

export function createLifecycle(log: Logger): Lifecycle {
  const started: StartedService[] = [];
  return {
    add: (name, stop) => started.push({ name, stop }),
    async stop() {
      for (let service = started.pop(); service; service = started.pop()) {
        await service
          .stop()
          .catch((error: unknown) => log.error({ err: error }, `${service?.name} did not stop cleanly`));
      }
    },
  };
}

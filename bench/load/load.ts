import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Measured, Plan } from './plan.ts';

/** People and Telegram, in a process of their own so that their work is not the bot's. */
export interface Load {
  /** What a bot takes as its API's root. */
  readonly telegramRoot: string;
  run(plan: Plan): Promise<Measured>;
  stop(): void;
}

export async function startLoad(): Promise<Load> {
  const child = fork(fileURLToPath(new URL('./load.child.ts', import.meta.url)));
  const [telegramRoot] = (await once(child, 'message')) as [string];
  return {
    telegramRoot,
    async run(plan) {
      child.send(plan);
      return ((await once(child, 'message')) as [Measured])[0];
    },
    stop: () => child.disconnect(),
  };
}

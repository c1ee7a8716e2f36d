import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect } from 'vitest';

/** Another process that uses an embedded database. */
export interface Holder {
  readonly url: string;
  /** Leaves; answers whether it was the last and stopped the server. */
  leave(): Promise<boolean>;
  /** Sends a signal to the process and all that share its terminal; resolves when it is dead. */
  kill(signal: 'SIGKILL' | 'SIGINT'): Promise<void>;
}

/** Starts another process on `folder`, in a process group of its own, with nothing in its environment. */
export async function holdInOtherProcess(folder: string): Promise<Holder> {
  const program = join(import.meta.dirname, 'holder.ts');
  const child = spawn(process.execPath, [program, folder], {
    env: { PATH: process.env.PATH },
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const nextLine = async (): Promise<string> => String((await lines.next()).value);
  const url = await nextLine();
  expect(url).toMatch(/^postgresql:/);
  return {
    url,
    async leave() {
      child.stdin.write('leave\n');
      const wasLast = await nextLine();
      await once(child, 'exit');
      return wasLast === 'true';
    },
    async kill(signal) {
      const dead = once(child, 'exit');
      process.kill(-Number(child.pid), signal);
      await dead;
    },
  };
}

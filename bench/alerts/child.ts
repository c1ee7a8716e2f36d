import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

interface Child {
  /** The line by which it says that it is ready. */
  readonly said: string;
  stop(): Promise<void>;
}

export async function startChild(
  file: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<Child> {
  const child = spawn(process.execPath, [file], {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = await once(child.stdout, 'data');
  return { said: String(said).trim(), stop: () => ended(child) };
}

async function ended(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

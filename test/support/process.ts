import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** A Walnut in a process of its own, as `npm start` runs it. */
export interface WalnutProcess {
  /** What it has printed so far. */
  output(): string;
  kill(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts `src/start.js` with these settings and no others, and waits until it says that it is running. */
export async function startProcess(
  settings: Readonly<Record<string, string>>,
  args: readonly string[] = [],
): Promise<WalnutProcess> {
  const env = { PATH: process.env.PATH ?? '', LOG_LEVEL: 'warn', ...settings };
  const child = spawn(process.execPath, ['src/start.js', ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (part) => {
    output += String(part);
  });
  child.stderr.on('data', (part) => {
    output += String(part);
  });
  await running(child, () => output);
  return {
    output: () => output,
    async kill(signal) {
      if (child.exitCode !== null) return child.exitCode;
      const ended = once(child, 'exit');
      child.kill(signal);
      await ended;
      return child.exitCode;
    },
  };
}

async function running(child: ChildProcess, output: () => string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', () => {
      if (output().includes('Walnut')) resolve();
    });
    child.once('exit', () => reject(new Error(`it ended:\n${output()}`)));
  });
}

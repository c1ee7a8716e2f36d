import { spawn } from 'node:child_process';

/** The system account that runs PostgreSQL when Walnut itself runs as root. */
export interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

/** How a program ended: its exit code (-1 when a signal ended it) and all it printed. */
export interface ExitStatus {
  readonly code: number;
  readonly output: string;
}

// Windows programs need their own environment to load; elsewhere nothing of ours (PGPORT, LANG) may steer PostgreSQL.
const environment =
  process.platform === 'win32'
    ? {}
    : { env: { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C' } };

/**
 * Runs a program to its end as `account` (else as ourselves), in a session of its own so that Ctrl-C in a terminal
 * does not reach it. Rejects when the program cannot be started at all.
 */
export function runProgram(
  program: string,
  args: readonly string[],
  options: { account?: Account | undefined; cwd: string; input?: string; isQuiet?: boolean },
): Promise<ExitStatus> {
  const { promise, resolve, reject } = Promise.withResolvers<ExitStatus>();
  const { account, cwd, input, isQuiet } = options;
  const output: string[] = [];
  const child = spawn(program, args, {
    ...environment,
    ...(account && { uid: account.uid, gid: account.gid }),
    cwd,
    detached: true,
    windowsHide: true,
    stdio: isQuiet ? 'ignore' : 'pipe',
  });
  child.stdout?.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => output.push(chunk.toString()));
  child.stdin?.on('error', () => {}).end(input ?? '');
  child.on('error', reject);
  child.on('close', (code) => resolve({ code: code ?? -1, output: output.join('') }));
  return promise;
}

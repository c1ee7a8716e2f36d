import { readConfig } from '../../src/config.ts';
import type { Finding } from '../../src/doctor/finding.ts';
import { diagnose } from '../../src/doctor.ts';
import { scratchFolder } from '../db/scratch.ts';

const SECRET_KEY = Buffer.alloc(32, 7).toString('base64');

/** Settings of a shop on that database. What is not under test: nothing of it leaves this machine. */
export const server = (url: string) => ({
  DATABASE_URL: url,
  SECRET_KEY,
  TELEGRAM_API_ROOT: 'http://127.0.0.1:1',
});

/** … on a database that cannot be reached. */
export const nowhere = server('postgresql://walnut:hush-hush@127.0.0.1:1/walnut');

/** What the doctor finds with these settings, by what it looked at. */
export async function examine(
  env: Record<string, string>,
  limitMs = 5_000,
): Promise<Record<string, Finding>> {
  const findings: Record<string, Finding> = {};
  for await (const finding of diagnose(readConfig(env), limitMs)) findings[finding.what] = finding;
  return findings;
}

/** Acts in a folder that goes away afterwards. */
export async function inFolder(act: (folder: string) => Promise<void>): Promise<void> {
  await using scratch = await scratchFolder();
  await act(scratch.folder);
}

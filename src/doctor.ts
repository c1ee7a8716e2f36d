import type { Config } from './config.ts';
import { oneLine } from './db/fault.ts';
import { checkBackups } from './doctor/backups.ts';
import { checkFolder, lookAtDatabase } from './doctor/database.ts';
import type { Finding, Result } from './doctor/finding.ts';
import { checkPictures } from './doctor/pictures.ts';
import { checkBot, checkModel, checkPublicUrl, checkPush, checkQueues } from './doctor/services.ts';

/** A check that has not ended by then is wrong. */
const CHECK_MS = 5_000;
/** A model writes a whole draft, and may have to be loaded first. */
const MODEL_TIMES = 6;
/** A database of our own may have to start first, and to recover from a power cut. */
const EMBEDDED_MS = 30_000;

/** Tries everything that is configured, all at once, and tells one by one what came of it. Never throws, never hangs. */
export async function* diagnose(config: Config, limitMs = CHECK_MS): AsyncGenerator<Finding> {
  const { database, bots } = config;
  const isEmbedded = database.is === 'embedded';
  const look = lookAtDatabase(config);
  const databaseMs = isEmbedded ? EMBEDDED_MS : limitMs;
  const checks: readonly Promise<Finding>[] = [
    within(
      databaseMs,
      'database',
      look.then(({ database }) => database),
    ),
    within(
      databaseMs,
      'village',
      look.then(({ village }) => village, unknownYet),
    ),
    within(
      databaseMs,
      'secret key',
      look.then(({ key }) => key, unknownYet),
    ),
    within(
      databaseMs,
      'promises',
      look.then(({ promises }) => promises, unknownYet),
    ),
    ...(isEmbedded ? checkFolders(database.dataDir, config.backups, limitMs) : []),
    within(limitMs, 'queues', checkQueues(config.queues)),
    within(limitMs, 'pictures', checkPictures(config.pictures)),
    within(limitMs, 'buyer bot', checkBot('buyer', bots)),
    within(limitMs, 'seller bot', checkBot('seller', bots)),
    within(limitMs, 'public address', checkPublicUrl(bots)),
    within(limitMs, 'push', Promise.resolve(checkPush(config.http))),
    within(limitMs * MODEL_TIMES, 'model', checkModel(config.model)),
  ];
  yield* checks;
}

const checkFolders = (dataDir: string, backups: Config['backups'], limitMs: number): Promise<Finding>[] => [
  within(limitMs, 'data folder', checkFolder(dataDir)),
  within(limitMs, 'backups', checkBackups(backups)),
];

const unknownYet = (): Result => ({ is: 'off', said: 'unknown as long as the database is' });

async function within(ms: number, what: string, check: Promise<Result>): Promise<Finding> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Result>((resolve) => {
    timer = setTimeout(resolve, ms, { is: 'wrong', said: `no answer within ${ms / 1_000} s` });
  });
  const failed = (error: unknown): Result => ({ is: 'wrong', said: oneLine(error) });
  const result = await Promise.race([check.catch(failed), late]).finally(() => clearTimeout(timer));
  return { what, ...result };
}

const signs = { fine: '✓', off: '–', wrong: '✗' } as const;

/** Prints findings as they come; answers the exit code: 1 when anything is wrong. */
export async function printDoctor(
  findings: AsyncIterable<Finding>,
  out: { write(text: string): unknown },
): Promise<0 | 1> {
  let code: 0 | 1 = 0;
  for await (const { what, is, said, todo } of findings) {
    out.write(`${signs[is]} ${what.padEnd(15)} ${said}\n${todo ? `${' '.repeat(18)}→ ${todo}\n` : ''}`);
    if (is === 'wrong') code = 1;
  }
  out.write(code === 0 ? 'All is well.\n' : 'Something is wrong: see ✗ above.\n');
  return code;
}

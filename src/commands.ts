import { parseArgs } from 'node:util';
import type { Logger } from 'pino';
import { holdDatabase } from './commands/database.ts';
import { parseRoles } from './commands/roles.ts';
import { CommandUsage } from './commands/usage.ts';
import { type Config, configFromEnvironment } from './config.ts';
import type { Data } from './data.ts';
import { backup } from './db/backup/backup.ts';
import { restore } from './db/backup/restore.ts';
import { beginEmbedded } from './db/embedded/embedded.ts';
import { createLifecycle } from './lifecycle.ts';

type Command = (args: string[], log: Logger) => Promise<void>;

/** What `npm start`, `npm run invite` and the others do, by name. What takes long to load is loaded by who needs it. */
export const commands: Readonly<Record<string, Command>> = {
  serve,
  migrate: (_args, log) => withStore(log, async () => say('The database is up to date.')),
  seed: (_args, log) =>
    withStore(log, async ({ appContext }) => {
      const { seedDemo } = await import('../prisma/demo/seed.ts');
      say(
        (await seedDemo(appContext)) === 'seeded'
          ? 'The demo village is there.'
          : 'There is a village already: nothing was changed.',
      );
    }),
  village: (args, log) =>
    withStore(log, async ({ appContext }) => {
      const { runVillage } = await import('./commands/village.ts');
      return runVillage(args, appContext, say);
    }),
  invite: (args, log) =>
    withStore(log, async ({ appContext }, config) => {
      const { runInvite } = await import('./commands/invite.ts');
      return runInvite(args, appContext, config, say);
    }),
  pictures: (args, log) =>
    withStore(log, async ({ appContext }) => {
      const { runPictures } = await import('./commands/pictures.ts');
      return runPictures(args, appContext, say);
    }),
  'rotate-key': (_args, log) =>
    withStore(log, async (data, config) => {
      const { runRotateKey } = await import('./commands/rotate-key.ts');
      return runRotateKey(config, data, say);
    }),
  read: async (args) => {
    const { readCommand } = await import('./nlu/command.ts');
    return readCommand(args, process.stdin, process.stdout);
  },
  law: async () => {
    const { lawCommand } = await import('./writer/commands/lines.ts');
    return lawCommand(process.stdin, process.stdout);
  },
  claims: async () => {
    const { claimsCommand } = await import('./writer/commands/lines.ts');
    return claimsCommand(process.stdin, process.stdout);
  },
  draft: async (args) => {
    const { draftCommand } = await import('./writer/commands/draft-command.ts');
    return draftCommand(args, configFromEnvironment().model, process.stdout, new Date().getFullYear());
  },
  // A check that did not answer in time may still be at it.
  doctor: async () => {
    const { diagnose, printDoctor } = await import('./doctor.ts');
    process.exit(await printDoctor(diagnose(configFromEnvironment()), process.stdout));
  },
  database: () => holdOpen(),
  backup: backUp,
  restore: bringBack,
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** The embedded server comes up while the rest of us is loaded. */
async function serve(args: string[], log: Logger): Promise<void> {
  const roles = parseRoles(args);
  const config = configFromEnvironment();
  log.level = config.logLevel;
  const embedded =
    config.database.is === 'embedded'
      ? await beginEmbedded(config.database.dataDir, { notice: (line) => log.info(line) })
      : undefined;
  const served = await import('./commands/serve.ts');
  return served.serve(config, { log, roles, embedded: embedded?.opened, say });
}

async function withStore(log: Logger, act: (data: Data, config: Config) => Promise<void>): Promise<void> {
  const config = configFromEnvironment();
  log.level = 'warn';
  const { openData, systemClock } = await import('./data.ts');
  const parts = createLifecycle(log);
  try {
    await act(await openData(config, parts, log, systemClock), config);
  } finally {
    await parts.stop();
  }
}

function embeddedFolder(config: Config): string {
  if (config.database.is === 'embedded') return config.database.dataDir;
  throw new CommandUsage(
    'DATABASE_URL is set: use that server’s own tools (psql, pg_dump, pg_restore), and keep SECRET_KEY beside a backup.',
  );
}

const backupKeys = ({ database: { secretKey, otherSecretKeys = [] } }: Config) =>
  secretKey ? { secretKeys: [secretKey, ...otherSecretKeys] } : {};

async function holdOpen(): Promise<void> {
  const dataDir = embeddedFolder(configFromEnvironment());
  const leaving = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => leaving.abort());
  await holdDatabase(dataDir, say, leaving.signal);
}

async function backUp([target]: string[]): Promise<void> {
  const config = configFromEnvironment();
  const dataDir = embeddedFolder(config);
  if (!target) throw new CommandUsage('Say where to: npm run backup -- /media/usb/walnut-2026-11-23');
  const { folder, key } = await backup(dataDir, target, backupKeys(config));
  say(`The backup is in ${folder}.`);
  if (key) say(`Its key is ${key}: keep it somewhere else, it opens what the backup holds.`);
}

async function bringBack(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    options: { check: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  return values.check ? checkOne(positionals[0]) : restoreOne(positionals[0]);
}

/** Changes nothing, also beside a running shop. */
async function checkOne(source: string | undefined): Promise<void> {
  if (!source) throw new CommandUsage('Say which: npm run restore -- --check /media/usb/walnut-2026-11-23');
  const { checkBackup } = await import('./db/backup/check.ts');
  const { madeAt, products, orders } = await checkBackup(source);
  say(`The backup of ${madeAt.toISOString()} can be restored: ${products} products, ${orders} orders.`);
}

async function restoreOne(source: string | undefined): Promise<void> {
  const config = configFromEnvironment();
  const dataDir = embeddedFolder(config);
  if (!source) throw new CommandUsage('Say where from: npm run restore -- /media/usb/walnut-2026-11-23');
  const { madeAt, previous, missingKey } = await restore(source, dataDir, backupKeys(config));
  say(`The village of ${madeAt.toISOString()} is back.`);
  if (previous) say(`What was there before is kept in ${previous}; remove it when all is well.`);
  if (missingKey) say(`Put the key of that time to ${missingKey} before you start; no other opens it.`);
}

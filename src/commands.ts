import { parseArgs } from 'node:util';
import type { Logger } from 'pino';
import { type App, allRoles, type ProcessRole, startApp } from './app.ts';
import { holdDatabase } from './commands/database.ts';
import { openDemo } from './commands/demo.ts';
import { runPictures } from './commands/pictures.ts';
import { runRotateKey } from './commands/rotate-key.ts';
import { CommandUsage, DEMO_LEFT, FOUND_EXAMPLE } from './commands/usage.ts';
import { runVillage } from './commands/village.ts';
import { type Config, configFromEnvironment } from './config.ts';
import { type Data, openData, systemClock } from './data.ts';
import { backup } from './db/backup/backup.ts';
import { checkBackup } from './db/backup/check.ts';
import { restore } from './db/backup/restore.ts';
import { inTransaction } from './db/work.ts';
import { createLifecycle } from './lifecycle.ts';
import { readCommand } from './nlu/command.ts';
import { DEMO_SLUG, villageHere } from './shop/sellers/villages.ts';
import { claimsCommand, lawCommand } from './writer/commands/lines.ts';

type Command = (args: string[], log: Logger) => Promise<void>;

/** What `npm start`, `npm run invite` and the others do, by name. */
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
  village: (args, log) => withStore(log, async ({ appContext }) => runVillage(args, appContext, say)),
  invite: (args, log) =>
    withStore(log, async ({ appContext }, config) => {
      const { runInvite } = await import('./commands/invite.ts');
      return runInvite(args, appContext, config, say);
    }),
  pictures: (args, log) => withStore(log, ({ appContext }) => runPictures(args, appContext, say)),
  'rotate-key': (_args, log) => withStore(log, (data, config) => runRotateKey(config, data, say)),
  read: (args) => readCommand(args, process.stdin, process.stdout),
  law: () => lawCommand(process.stdin, process.stdout),
  claims: () => claimsCommand(process.stdin, process.stdout),
  draft: async (args) => {
    const { draftCommand } = await import('./writer/commands/draft-command.ts');
    return draftCommand(args, configFromEnvironment().model, process.stdout, systemClock.now().getFullYear());
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

async function serve(args: string[], log: Logger): Promise<void> {
  const { values } = parseArgs({ args, options: { roles: { type: 'string' } }, strict: false });
  const roles = parseRoles(values.roles);
  const config = configFromEnvironment();
  log.level = config.logLevel;
  const app = await startApp(config, log, roles);
  stopOnSignal(app, log);
  try {
    if (app.isDemo && app.url) await openDemo(app.appContext, app.url, config.database, say);
    else await sayRunning(app, roles);
  } catch (error) {
    await app.stop();
    throw error;
  }
}

function parseRoles(said: unknown): readonly ProcessRole[] {
  if (typeof said !== 'string') return allRoles;
  const names = said.split(',');
  const known = allRoles.filter((role) => names.includes(role));
  if (known.length !== names.length)
    throw new CommandUsage(`Roles are ${allRoles.join(', ')}: npm start -- serve --roles web,bots`);
  return known;
}

/** The first signal stops in order; a second one does not wait. */
function stopOnSignal(app: App, log: Logger): void {
  let isStopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (isStopping) process.exit(1);
      isStopping = true;
      log.info('stopping');
      void app.stop().then(() => process.exit(0));
    });
  }
}

/** Where people find the shop; and what to do where nobody has founded the village. */
async function sayRunning({ appContext, url }: App, roles: readonly ProcessRole[]): Promise<void> {
  say(`Walnut is running${url ? ` at ${url}` : ''} (${roles.join(', ')}).`);
  const village = await inTransaction(appContext, villageHere);
  if (village?.slug === DEMO_SLUG) say(DEMO_LEFT);
  if (village) return;
  say('There is no village yet. Found it in another window:');
  say(`  ${FOUND_EXAMPLE}`);
  say('Or in the chat, by the link that this prints: npm run invite -- --operator');
}

async function withStore(log: Logger, act: (data: Data, config: Config) => Promise<void>): Promise<void> {
  const config = configFromEnvironment();
  log.level = 'warn';
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

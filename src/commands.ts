import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Logger } from 'pino';
import { seedDemo } from '../prisma/demo/seed.ts';
import { type App, allRoles, type ProcessRole, startApp } from './app.ts';
import { type Config, configFromEnvironment } from './config.ts';
import { openData, systemClock } from './data.ts';
import { backup, restore } from './db/backup.ts';
import { type Store, transact } from './db/work.ts';
import { diagnose, printDoctor } from './doctor.ts';
import { payloadOf } from './flows/deep-link.ts';
import { partsOf } from './parts.ts';
import { readCommand } from './reader/command.ts';
import { invite, inviteOperator, sellerNamed } from './shop/sellers.ts';
import { draftCommand } from './writer/draft-command.ts';
import { claimsCommand, lawCommand } from './writer/lines.ts';

/** A command was called in a way it does not know; the message says how. */
class CommandUsage extends Error {}

type Command = (args: string[], log: Logger) => Promise<void>;

/** What `npm start`, `npm run invite` and the others do, by name. */
export const commands: Readonly<Record<string, Command>> = {
  serve,
  migrate: (_args, log) => withStore(log, async () => say('The database is up to date.')),
  seed: (_args, log) =>
    withStore(log, async (store) =>
      say(
        (await seedDemo(store)) === 'seeded'
          ? 'The demo village is there.'
          : 'The demo village was there already.',
      ),
    ),
  invite: (args, log) => withStore(log, (store, config) => inviteSeller(args, store, config)),
  read: (args) => readCommand(args, process.stdin, process.stdout),
  law: () => lawCommand(process.stdin, process.stdout),
  claims: () => claimsCommand(process.stdin, process.stdout),
  draft: (args) =>
    draftCommand(args, configFromEnvironment().model, process.stdout, systemClock.now().getFullYear()),
  // A check that did not answer in time may still be at it.
  doctor: async () => process.exit(await printDoctor(diagnose(configFromEnvironment()), process.stdout)),
  backup: backUp,
  restore: bringBack,
};

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function serve(args: string[], log: Logger): Promise<void> {
  const { values } = parseArgs({ args, options: { roles: { type: 'string' } }, strict: false });
  const roles = rolesIn(values.roles);
  const config = configFromEnvironment();
  log.level = config.logLevel;
  const app = await startApp(config, log, roles);
  stopOnSignal(app, log);
  try {
    if (config.isDemo) await openDemo(app, config);
    else say(`Walnut is running${app.url ? ` at ${app.url}` : ''} (${roles.join(', ')}).`);
  } catch (error) {
    await app.stop();
    throw error;
  }
}

function rolesIn(said: unknown): readonly ProcessRole[] {
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

/** A village to look at: seeded, with a link by which this browser becomes a seller. */
async function openDemo(app: App, config: Config): Promise<void> {
  await seedDemo(app.store);
  const [sell, office] = await transact(app.store, async (work) => {
    const { id } = await sellerNamed(work, '王秀英家');
    return [await invite(work, id, 'owner'), await inviteOperator(work)];
  });
  say(`\n🌰 Walnut, the demo village Lingtou (no bots, no database set)\n`);
  say(`   Buy:  ${app.url}`);
  say(`   Sell: ${app.url}/join/${sell}`);
  say(`   Look after the village: ${app.url}/join/${office}\n`);
  say(`   These two links work once; npm run invite -- "王秀英家" makes another.`);
  if (config.database.is === 'embedded')
    say(`   Data is in ${resolve(config.database.dataDir)}. Stop with Ctrl-C.\n`);
}

async function inviteSeller(args: string[], store: Store, config: Config): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { again: { type: 'boolean' }, operator: { type: 'boolean' } },
  });
  if (values.operator) return sayInvite(await transact(store, inviteOperator), config);
  const name = positionals.join(' ').trim();
  if (name === '')
    throw new CommandUsage(
      'Say who is invited: npm run invite -- "Wang Xiuying" (or --operator for the village office)',
    );
  const { token, isNew } = await transact(store, async (work) => {
    const seller = await sellerNamed(work, name);
    return { token: await invite(work, seller.id, 'owner'), isNew: seller.isNew };
  });
  if (!isNew && !values.again) say(`${name} sells here already; this is one more link.`);
  sayInvite(token, config);
}

function sayInvite(token: string, config: Config): void {
  const payload = payloadOf({ is: 'invite', token });
  say(`Web:      ${config.http.publicUrl ?? `http://${config.http.host}:${config.http.port}`}/join/${token}`);
  if (config.bots.seller) say(`Telegram: send this to the sellers' bot: /start ${payload}`);
  say('It works once, within seven days.');
}

async function withStore(log: Logger, act: (store: Store, config: Config) => Promise<void>): Promise<void> {
  const config = configFromEnvironment();
  log.level = 'warn';
  const parts = partsOf(log);
  try {
    const { store } = await openData(config, parts, log, systemClock);
    await act(store, config);
  } finally {
    await parts.stop();
  }
}

function embeddedFolder(config: Config): string {
  if (config.database.is === 'embedded') return config.database.dataDir;
  throw new CommandUsage(
    'DATABASE_URL is set: back that server up with its own tools (pg_dump), and keep SECRET_KEY beside it.',
  );
}

async function backUp([target]: string[]): Promise<void> {
  const dataDir = embeddedFolder(configFromEnvironment());
  if (!target) throw new CommandUsage('Say where to: npm run backup -- /media/usb/walnut-2026-11-23');
  const { folder, key } = await backup(dataDir, target);
  say(`The backup is in ${folder}.`);
  if (key) say(`Its key is ${key}: keep it somewhere else, it opens what the backup holds.`);
}

async function bringBack([source]: string[]): Promise<void> {
  const dataDir = embeddedFolder(configFromEnvironment());
  if (!source) throw new CommandUsage('Say where from: npm run restore -- /media/usb/walnut-2026-11-23');
  const { madeAt, previous, missingKey } = await restore(source, dataDir);
  say(`The village of ${madeAt.toISOString()} is back.`);
  if (previous) say(`What was there before is kept in ${previous}; remove it when all is well.`);
  if (missingKey) say(`Put the key of that time to ${missingKey} before you start.`);
}

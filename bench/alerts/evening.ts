import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { createTelegramChannel } from '../../src/bots/telegram/outbound/channel.ts';
import { systemClock } from '../../src/data.ts';
import { type Database, openDatabase } from '../../src/db/client/client.ts';
import { openEmbedded } from '../../src/db/embedded/embedded.ts';
import { migrate } from '../../src/db/migrations/migrate.ts';
import { openStage, type Stage } from '../../test/jobs/stage.ts';
import { quickFolder } from '../../test/support/quick-folder.ts';
import { foundVillage, type Village } from '../../test/support/village.ts';

/** A message as the Bot API got it, at a time in milliseconds since 1970. */
export type Arrival = readonly [at: number, chat: string];

/** A village with a process that sends alerts, through the buyers' bot, to a Bot API in a process of its own. */
export interface Evening {
  readonly db: Database;
  readonly village: Village;
  readonly stage: Stage;
  /** What the Bot API got since the last call. */
  arrivals(): Promise<Arrival[]>;
  stop(): Promise<void>;
}

/** Chats of followers have these ids from here on, those of others lower ones. */
export const FIRST_FOLLOWER = 1_000_000;

export interface EveningOptions {
  readonly followers: number;
  readonly rate: number;
  readonly redisUrl: string | undefined;
}

const clock = systemClock;

export async function openEvening({ followers, rate, redisUrl }: EveningOptions): Promise<Evening> {
  const folder = await mkdtemp(join(quickFolder(), 'walnut-bench-'));
  // As root the server runs as another user, who must be able to reach its data.
  await chmod(folder, 0o711);
  const server = await openEmbedded(join(folder, 'data'));
  await migrate(server.url);
  const db = await openDatabase(server.url);
  const village = await foundVillage(db, clock);
  await village.product('核桃', 5_000_000);
  await fillFollowers(db, village.seller, followers);
  const sink = spawn(process.execPath, ['bench/alerts/sink.child.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = await once(sink.stdout, 'data');
  const root = String(said).trim();
  const channel = createTelegramChannel({
    ...{ name: 'telegram-buyer', token: '7000001:bench-bench-bench-bench', apiRoot: root },
    pictures: noPictures,
    readFile: async () => undefined,
    paidBroadcast: rate > 30,
  });
  const stage = await openStage({ db, clock, databaseUrl: server.url, redisUrl, channel, rate });
  await stage.jobs.idle();
  return {
    ...{ db, village, stage },
    arrivals: async () =>
      z.array(z.tuple([z.number(), z.string()])).parse(await (await fetch(`${root}/times`)).json()),
    async stop() {
      await stage[Symbol.asyncDispose]();
      await db.$disconnect();
      await ended(sink);
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const noPictures = {
  fileId: async () => undefined,
  remember: async () => undefined,
  forget: async () => undefined,
  bytes: async () => undefined,
  isComing: async () => false,
};

async function ended(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

/** By the database itself: half a million people take seconds. */
async function fillFollowers(db: Database, sellerId: string, count: number): Promise<void> {
  const from = FIRST_FOLLOWER;
  const to = FIRST_FOLLOWER + count - 1;
  await db.$executeRaw`
    CREATE TABLE made AS SELECT n, gen_random_uuid() AS person, gen_random_uuid() AS chat
    FROM generate_series(${from}::int, ${to}::int) AS n`;
  await db.$executeRaw`
    INSERT INTO person (id, name, locale, created_at)
    SELECT person, 'f', CASE WHEN n % 5 = 0 THEN 'en' ELSE 'zh' END, now() FROM made`;
  await db.$executeRaw`
    INSERT INTO chat (id, person_id, channel, address, created_at) SELECT chat, person, 'telegram-buyer', n::text, now() FROM made`;
  await db.$executeRaw`
    INSERT INTO subscription (id, person_id, chat_id, kind, target_id, created_at)
    SELECT gen_random_uuid(), person, chat, 'seller', ${sellerId}::uuid, now() - interval '1 day' + n * interval '1 ms' FROM made`;
  await db.$executeRaw`DROP TABLE made`;
  await db.$executeRaw`VACUUM ANALYZE`;
}

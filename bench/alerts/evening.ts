import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Engine } from '../../src/chat/engine/engine.ts';
import { systemClock } from '../../src/data.ts';
import { type Database, openDatabase } from '../../src/db/client/client.ts';
import { openEmbedded } from '../../src/db/embedded/embedded.ts';
import { migrate } from '../../src/db/migrations/migrate.ts';
import { quickFolder } from '../../test/support/quick-folder.ts';
import { foundVillage, type Village } from '../../test/support/village.ts';
import { type EveningOptions, openApart, openTogether } from './answering.ts';
import { startChild } from './child.ts';

/** A message as the Bot API got it, at a time in milliseconds since 1970. */
export type Arrival = readonly [at: number, chat: string];

/** A village that sends alerts, through the buyers' bot, to a Bot API in a process of its own. */
export interface Evening {
  readonly db: Database;
  readonly village: Village;
  /** What answers people. */
  readonly engine: Engine;
  /** What the Bot API got since the last call. */
  arrivals(): Promise<Arrival[]>;
  stop(): Promise<void>;
}

/** Chats of followers have these ids from here on, those of others lower ones. */
export const FIRST_FOLLOWER = 1_000_000;

export async function openEvening(options: EveningOptions): Promise<Evening> {
  const folder = await mkdtemp(join(quickFolder(), 'walnut-bench-'));
  // As root the server runs as another user, who must be able to reach its data.
  await chmod(folder, 0o711);
  const server = await openEmbedded(join(folder, 'data'));
  await migrate(server.url);
  const db = await openDatabase(server.url);
  const village = await foundVillage(db, systemClock);
  await village.product('核桃', 5_000_000);
  await fillFollowers(db, village.seller, options.followers);
  const sink = await startChild('bench/alerts/sink.child.ts');
  const root = sink.said;
  const answering = await (options.isApart ? openApart : openTogether)(options, { db, server, root });
  return {
    ...{ db, village, engine: answering.engine },
    arrivals: async () =>
      z.array(z.tuple([z.number(), z.string()])).parse(await (await fetch(`${root}/times`)).json()),
    async stop() {
      await answering.stop();
      await db.$disconnect();
      await sink.stop();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
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

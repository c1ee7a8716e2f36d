import type { Engine } from '../../src/chat/engine/engine.ts';
import { systemClock } from '../../src/data.ts';
import type { Database } from '../../src/db/client/client.ts';
import { openFront, openStage } from '../../test/jobs/stage.ts';
import { buyersBot } from './buyers-bot.ts';
import { startChild } from './child.ts';

export interface EveningOptions {
  readonly followers: number;
  readonly rate: number;
  readonly redisUrl: string | undefined;
  /** Alerts are sent by a process of their own, as `--roles jobs` does, and not by the one that answers. */
  readonly isApart?: boolean;
}

/** Where an evening is played. */
interface Place {
  readonly db: Database;
  readonly server: { readonly url: string };
  /** Of the Bot API. */
  readonly root: string;
}

interface Answering {
  readonly engine: Engine;
  stop(): Promise<void>;
}

/** One process answers and sends alerts. */
export async function openTogether(
  { rate, redisUrl }: EveningOptions,
  { db, server, root }: Place,
): Promise<Answering> {
  const channel = buyersBot(root, rate);
  const stage = await openStage({ db, clock: systemClock, databaseUrl: server.url, redisUrl, channel, rate });
  await stage.jobs.idle();
  return { engine: stage.engine, stop: async () => stage[Symbol.asyncDispose]() };
}

/** This process answers, another sends alerts. */
export async function openApart(
  { rate, redisUrl = '' }: EveningOptions,
  { db, server, root }: Place,
): Promise<Answering> {
  const jobs = await startChild('bench/alerts/jobs.child.ts', {
    DATABASE_URL: server.url,
    REDIS_URL: redisUrl,
    BOT_API: root,
    RATE: String(rate),
  });
  const { engine } = openFront({ db, clock: systemClock, channel: buyersBot(root, rate) });
  return {
    engine,
    async stop() {
      await jobs.stop();
      await engine.stop();
    },
  };
}

// What sends alerts, in a process of its own: with DATABASE_URL, REDIS_URL, the BOT_API's address and the RATE. Says "ready".
import { systemClock } from '../../src/data.ts';
import { openDatabase } from '../../src/db/client/client.ts';
import { openStage } from '../../test/jobs/stage.ts';
import { buyersBot } from './buyers-bot.ts';

const { DATABASE_URL: databaseUrl = '', REDIS_URL, BOT_API = '', RATE } = process.env;
const rate = Number(RATE);
const db = await openDatabase(databaseUrl);
const stage = await openStage({
  ...{ db, clock: systemClock, databaseUrl, rate },
  redisUrl: REDIS_URL || undefined,
  channel: buyersBot(BOT_API, rate),
});
await stage.jobs.idle();
process.stdout.write('ready\n');
process.once('SIGTERM', async () => {
  await stage[Symbol.asyncDispose]();
  await db.$disconnect();
});

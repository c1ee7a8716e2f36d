import { appendFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Channel, OutgoingMessage } from '../../src/chat/dsl/channel.ts';
import { systemClock } from '../../src/data.ts';
import { openDatabase } from '../../src/db/client/client.ts';
import { openStage } from '../jobs/stage.ts';
import { seededRandom } from '../support/random.ts';

// A process that tells people of alerts, to be killed. What it says it appends to a file, a line when a message has
// left: its address and the machine's time. It ends when told to stop.

const {
  DATABASE_URL = '',
  REDIS_URL,
  SAID = '',
  RATE = '25',
  AHEAD_MS = '0',
  SEND_MS = '20',
  SEED = '1',
} = process.env;

const random = seededRandom(Number(SEED));

const channel: Channel = {
  name: 'telegram-buyer',
  can: { readsTable: false, buttons: true },
  async deliver({ address }: OutgoingMessage) {
    appendFileSync(SAID, `${address} ${Date.now()}\n`);
    await pause(Number(SEND_MS) * random());
    return { is: 'sent', platformId: String(process.hrtime.bigint()) };
  },
  async fetchFile() {
    await pause(Number(SEND_MS) * random());
    throw Object.assign(new Error('gone'), { retry: false });
  },
};

const db = await openDatabase(DATABASE_URL);
const stage = await openStage({
  db,
  clock: { ...systemClock, now: () => new Date(Date.now() + Number(AHEAD_MS)) },
  databaseUrl: DATABASE_URL,
  redisUrl: REDIS_URL,
  channel,
  rate: Number(RATE),
});
process.once('SIGTERM', async () => {
  await stage[Symbol.asyncDispose]();
  await db.$disconnect();
});
process.stdout.write('ready\n');

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { systemClock } from '../../src/data.ts';
import { type Database, openDatabase } from '../../src/db/client/client.ts';
import { createCipher } from '../../src/db/crypto/cipher.ts';
import { openEmbedded } from '../../src/db/embedded/embedded.ts';
import { migrate } from '../../src/db/migrations/migrate.ts';
import { inTransaction } from '../../src/db/work.ts';
import { invite } from '../../src/shop/sellers/invites.ts';
import { quickFolder } from '../../test/support/quick-folder.ts';
import { startRedis } from '../../test/support/redis.ts';
import type { PrivateChat, Telegram } from '../../test/support/telegram/interface.ts';
import { startTelegram } from '../../test/support/telegram/telegram.ts';

/** A process of Walnut that can be killed. */
interface Worker {
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/** A village with a seller and viewers who follow, served by processes of their own. */
export interface RehearsalVillage {
  readonly db: Database;
  readonly telegram: Telegram;
  readonly seller: PrivateChat;
  readonly viewers: readonly PrivateChat[];
  /** Kills one of the two workers, and starts another two seconds later. */
  killWorker(): Promise<void>;
  stop(): Promise<void>;
}

/** Real limits of the Bot API: messages a second for a bot and for a chat. */
export const LIMITS = { perBot: 30, perChat: 1, retryAfter: 1 };

const KEY = Buffer.alloc(32, 7);
const RESTART_MS = 2_000;

export async function openRehearsalVillage(
  viewers: number,
  { isOnRedis, say }: { readonly isOnRedis: boolean; say(line: string): void },
): Promise<RehearsalVillage> {
  const stack = new AsyncDisposableStack();
  const folder = await mkdtemp(join(quickFolder(), 'walnut-rehearsal-'));
  stack.defer(() => rm(folder, { recursive: true, force: true }));
  // As root the server runs as another user, who must be able to reach its data.
  await chmod(folder, 0o711);
  const server = await openEmbedded(join(folder, 'data'));
  stack.defer(async () => void (await server.stop()));
  await migrate(server.url);
  const db = await openDatabase(server.url);
  stack.defer(() => db.$disconnect());
  const telegram = stack.use(await startTelegram());
  const redis = isOnRedis ? stack.use(await startRedis()) : undefined;
  const bots = {
    buyer: telegram.bot({ username: 'walnut_bot' }),
    seller: telegram.bot({ username: 'walnut_seller_bot' }),
  };
  const settings = {
    ...{ DATABASE_URL: server.url, SECRET_KEY: KEY.toString('base64'), DEFAULT_LOCALE: 'zh', PORT: '0' },
    ...{ BUYER_BOT_TOKEN: bots.buyer.token, SELLER_BOT_TOKEN: bots.seller.token },
    TELEGRAM_API_ROOT: telegram.root,
    ...(redis && { REDIS_URL: redis.url }),
  };
  const payload = await found(db);
  say('starting a front process and two workers');
  const front = await startWorker(settings, 'web,bots');
  const workers = await Promise.all([startWorker(settings, 'jobs'), startWorker(settings, 'jobs')]);
  let killed = 0;
  const seller = telegram.person({ first_name: '秀英', language_code: 'zh-hans' }).chatWith(bots.seller);
  await opensShop(seller, payload);
  say(`${viewers} viewers press Start`);
  const chats = await viewersStart(telegram, viewers, (person) => person.chatWith(bots.buyer));
  await follow(db);
  telegram.limit(LIMITS);
  return {
    ...{ db, telegram, seller, viewers: chats },
    async killWorker() {
      const at = killed % workers.length;
      killed += 1;
      await workers[at]?.kill();
      await new Promise((resolve) => setTimeout(resolve, RESTART_MS));
      workers[at] = await startWorker(settings, 'jobs');
    },
    async stop() {
      await Promise.all([front, ...workers].map((one) => one.stop()));
      await stack.disposeAsync();
    },
  };
}

async function startWorker(settings: Readonly<Record<string, string>>, roles: string): Promise<Worker> {
  const env = { PATH: process.env.PATH ?? '', LOG_LEVEL: process.env.LOG_LEVEL ?? 'fatal', ...settings };
  const child = spawn(process.execPath, ['src/start.js', 'serve', '--roles', roles], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await runs(child);
  return { kill: () => ended(child, 'SIGKILL'), stop: () => ended(child, 'SIGTERM') };
}

async function runs(child: ChildProcess): Promise<void> {
  let output = '';
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', (part) => {
      output += String(part);
      if (output.includes('Walnut is running')) resolve();
    });
    child.once('exit', () => reject(new Error(`a process of Walnut ended: ${output}`)));
  });
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

/** Founds the village and a household; answers what its owner presses Start with. */
async function found(db: Database): Promise<string> {
  const createdAt = new Date();
  const names = {
    county: '古县',
    countyEn: 'Gu',
    province: '山西',
    provinceEn: 'Shanxi',
    story: '',
    storyEn: '',
  };
  const village = await db.village.create({
    data: { slug: 'rehearsal', name: '岭头', nameEn: 'Lingtou', createdAt, ...names },
  });
  const seller = await db.seller.create({ data: { villageId: village.id, name: '王秀英家', createdAt } });
  const appContext = { db, cipher: createCipher(KEY), clock: systemClock };
  return `i_${await inTransaction(appContext, (context) => invite(context, seller.id, 'owner'))}`;
}

async function opensShop(seller: PrivateChat, payload: string): Promise<void> {
  seller.starts(payload);
  await seller.waitsFor('欢迎，王秀英家', { within: 30_000 });
  await seller.sendsPhoto({ caption: '核桃 15元一斤 有200斤' });
  await seller.waitsFor('没问题就点「上架」', { within: 30_000 });
  await seller.taps('✅ 上架', { within: 30_000 });
  await seller.waitsFor('核桃 上架了', { within: 30_000 });
}

const AT_A_TIME = 20;

async function viewersStart(
  telegram: Telegram,
  count: number,
  chatWith: (person: ReturnType<Telegram['person']>) => PrivateChat,
): Promise<PrivateChat[]> {
  const chats = Array.from({ length: count }, (_, n) =>
    chatWith(telegram.person({ first_name: `v${n}`, language_code: 'zh-hans' })),
  );
  for (let from = 0; from < count; from += AT_A_TIME) {
    const group = chats.slice(from, from + AT_A_TIME);
    for (const chat of group) chat.starts();
    await Promise.all(group.map((chat) => chat.waitsFor(/./, { within: 60_000 })));
  }
  return chats;
}

/** Everybody at the buyers' bot follows the household. */
async function follow(db: Database): Promise<void> {
  const { id } = await db.seller.findFirstOrThrow();
  await db.$executeRaw`
    INSERT INTO subscription (id, person_id, chat_id, kind, target_id, created_at)
    SELECT gen_random_uuid(), person_id, id, 'seller', ${id}::uuid, created_at FROM chat WHERE channel = 'telegram-buyer'`;
}

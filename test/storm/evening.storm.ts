import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, it, vi } from 'vitest';
import type { Database } from '../../src/db/client/client.ts';
import { hasRedis } from '../support/redis.ts';
import { newBuyer, sellerOfWalnuts } from '../support/stall.ts';
import { startTcpProxy } from '../support/tcp-proxy.ts';
import type { PrivateChat } from '../support/telegram/interface.ts';
import { startWalnut, type Walnut } from '../support/walnut.ts';
import { drawTable, type Findings, findingsOf } from './evening/findings.ts';
import { followers, lives } from './evening/people.ts';
import { startKillableDatabase, startKillableRedis, startKillableWalnut } from './evening/servers.ts';
import { storms } from './evening/weather.ts';

// Two hundred buyers and an alert to thousands, while processes, PostgreSQL, Redis and Telegram are killed and cut. What
// everybody does and what goes wrong comes from a seed: `STORM_SEED=7 STORM_SECONDS=60 npm run test:storm -- evening`.

const SEED = Number(process.env.STORM_SEED ?? Math.floor(Date.now() / 1_000) % 100_000);
const SECONDS = Number(process.env.STORM_SECONDS ?? 600);
const BUYERS = 200;
/** At 25 a second the whole of them hear within ten minutes, and these few within one. */
const FOLLOWERS = SECONDS < 600 ? Math.round(SECONDS * 12) : 10_000;
/** Long enough for a dead process's lease to lapse and a sweep to find what it left, several times. */
const QUIET = { timeout: 240_000, interval: 500 };
/** … and for an alert of which nothing was sent during the storm. */
const ALERT_QUIET = { timeout: QUIET.timeout + FOLLOWERS * 50, interval: 500 };

let leftovers = new AsyncDisposableStack();
afterEach(async () => {
  await leftovers.disposeAsync();
  leftovers = new AsyncDisposableStack();
});

it(
  `keeps its promises through a bad evening (STORM_SEED=${SEED} STORM_SECONDS=${SECONDS})`,
  async () => {
    const { database, kill: killDatabase } = await startKillableDatabase(leftovers);
    const toDatabase = leftovers.use(await startTcpProxy(database.url));
    const redis = hasRedis() ? leftovers.use(await startKillableRedis()) : undefined;
    const toRedis = redis && leftovers.use(await startTcpProxy(redis.url));

    const walnut: Walnut = await startWalnut({ database });
    leftovers.defer(() => walnut.stop());
    const seller = await sellerOfWalnuts(walnut, '核桃 15元一斤 有100斤');
    await seller.settles();
    // Everybody is new here: with the caps of newcomers nearly nobody would order.
    const noCaps = { newcomerPerson: null, newcomerAddress: null, newcomerShare: 100 };
    await database.db.village.updateMany({ data: noCaps });
    const buyers: PrivateChat[] = [];
    while (buyers.length < BUYERS) buyers.push(...(await arrive(walnut, buyers.length, 10)));
    const listeners = await followers(walnut, database.db, FOLLOWERS);
    await walnut.app.stop();

    const settings = {
      ...walnut.settings,
      DATABASE_URL: toDatabase.url,
      ...(toRedis ? { REDIS_URL: toRedis.url } : {}),
      LOG_LEVEL: 'fatal',
    };
    const bots = leftovers.use(await startKillableWalnut(settings, 'web,bots'));
    const jobs = leftovers.use(await startKillableWalnut({ ...settings, PORT: '0' }, 'jobs'));

    const until = Date.now() + SECONDS * 1_000;
    seller.says('/live https://live.example.org/xiuying');
    await seller.waitsFor('您开播了', { within: 60_000 });
    const connections = () => ({ database: toDatabase.open(), redis: toRedis?.open() ?? 0 });
    const [, counts, before] = await Promise.all([
      Promise.all([
        lives(seller, { seller: true }, SEED, until),
        ...buyers.map((buyer, i) => lives(buyer, { buyer: i }, SEED + 1 + i, until)),
      ]),
      storms(
        {
          toDatabase,
          toRedis,
          telegram: walnut.telegram,
          kill: { bots: bots.kill, jobs: jobs.kill, database: killDatabase, redis: redis?.kill },
        },
        SEED + 100_000,
        SECONDS * 1_000,
      ),
      // Before the first blow, with everybody at it.
      pause(2_500).then(connections),
    ]);

    const { db } = database;
    const settled = await settles(db);
    const after = connections();
    const found = await findingsOf(db, [walnut.buyerBot, walnut.sellerBot], [seller, ...buyers], listeners);
    const blows = [...counts.values()].reduce((sum, count) => sum + count, 0);
    process.stdout.write(
      drawTable(`A bad evening (STORM_SEED=${SEED} STORM_SECONDS=${SECONDS})`, {
        ...Object.fromEntries(counts),
        buyers: BUYERS,
        followers: FOLLOWERS,
        'seconds until all was handled, was said, and the alert ended': settled.join(', '),
        ...found,
        'connections to PostgreSQL': `${before.database} → ${after.database}`,
        'connections to Redis': `${before.redis} → ${after.redis}`,
      }),
    );
    judge(found, blows);
    expect(settled.join(), 'what was still under way').not.toContain('not');
    expect(after.database).toBeLessThanOrEqual(Math.max(before.database, POOLED));
    expect(after.redis).toBeLessThanOrEqual(before.redis);
  },
  (SECONDS + 900) * 1_000 + FOLLOWERS * 50,
);

/** Not all at once: this is before the storm. */
const arrive = (walnut: Walnut, from: number, count: number): Promise<PrivateChat[]> =>
  Promise.all(Array.from({ length: count }, (_, i) => newBuyer(walnut, `B${from + i}`)));

/** Pools make connections as they need them: two processes of them. */
const POOLED = 36;
/** Each blow may hit what is just being said: a few messages of the turns side by side, and one batch of an alert. */
const REPEATS = 30;

function judge(found: Findings, blows: number): void {
  const { oversold, lost, unanswered, parked, uneven, unheard } = found;
  expect({ oversold, lost, unanswered, parked, uneven, unheard }).toEqual({
    oversold: 0,
    lost: 0,
    unanswered: 0,
    parked: 0,
    uneven: 0,
    unheard: 0,
  });
  expect(found.orders).toBeGreaterThan(0);
  expect(found.repeated + found.heardTwice).toBeLessThanOrEqual(blows * REPEATS);
}

/** All that came is handled, all that is to be said is said, and the alert has ended. */
async function settles(db: Database): Promise<string[]> {
  // The pool of this very test lost its connections too.
  const count = (ask: () => Promise<number>) => ask().catch(() => -1);
  const waiting = () => count(() => db.inbox.count({ where: { state: 'waiting' } }));
  const unsent = () => count(() => db.message.count({ where: { state: { in: ['due', 'sending'] } } }));
  const undone = () => count(() => db.alert.count({ where: { state: { notIn: ['done', 'called-off'] } } }));
  const from = Date.now();
  const seconds: string[] = [];
  for (const [left, wait] of [
    [waiting, QUIET],
    [unsent, QUIET],
    [undone, ALERT_QUIET],
  ] as const) {
    const rest = await vi.waitUntil(async () => (await left()) === 0, wait).catch(() => false);
    seconds.push(rest ? ((Date.now() - from) / 1_000).toFixed(1) : `not in ${wait.timeout / 1_000}`);
  }
  return seconds;
}

import { setTimeout as pause } from 'node:timers/promises';
import { seededRandom } from '../../support/random.ts';
import type { TcpProxy } from '../../support/tcp-proxy.ts';
import type { Telegram } from '../../support/telegram/interface.ts';

/** What may be cut and killed. */
export interface Weather {
  readonly toDatabase: TcpProxy;
  readonly toRedis: TcpProxy | undefined;
  readonly telegram: Telegram;
  readonly kill: Readonly<Record<'bots' | 'jobs' | 'database', () => Promise<void>>> & {
    readonly redis: (() => Promise<void>) | undefined;
  };
}

type Blow = (weather: Weather, ms: number) => Promise<void>;

const gateway = { error_code: 502, description: 'Bad Gateway' };

/** Every blow, by the name that the table counts it under. */
const blows: Readonly<Record<string, Blow>> = {
  'process killed (web, bots)': ({ kill }) => kill.bots(),
  'process killed (jobs)': ({ kill }) => kill.jobs(),
  'PostgreSQL killed': ({ kill }) => kill.database(),
  'PostgreSQL cut': ({ toDatabase }, ms) =>
    during(
      () => toDatabase.cut(),
      ms,
      () => toDatabase.restore(),
    ),
  'PostgreSQL silent': ({ toDatabase }, ms) =>
    during(
      () => toDatabase.silence(),
      ms,
      () => toDatabase.restore(),
    ),
  'PostgreSQL reset': async ({ toDatabase }) => toDatabase.reset(),
  'Redis killed': async ({ kill }) => kill.redis?.(),
  'Redis cut': ({ toRedis }, ms) =>
    during(
      () => toRedis?.cut(),
      ms,
      () => toRedis?.restore(),
    ),
  'Telegram cut': ({ telegram }, ms) =>
    during(
      () => telegram.setUnwell('drop'),
      ms,
      () => telegram.setUnwell(undefined),
    ),
  'Telegram 502': ({ telegram }, ms) =>
    during(
      () => telegram.setUnwell(gateway),
      ms,
      () => telegram.setUnwell(undefined),
    ),
  'Telegram 429': ({ telegram }, ms) =>
    during(
      () => telegram.limit({ perBot: 5, retryAfter: 2 }),
      ms,
      () => telegram.limit(undefined),
    ),
  'answer lost': async ({ telegram }) => telegram.dropNext('sendMessage', 'after', { times: 3 }),
};

async function during(begin: () => void, ms: number, end: () => void): Promise<void> {
  begin();
  await pause(ms);
  end();
}

const SHORTEST_MS = 1_000;
const LONGEST_MS = 6_000;
/** Between two blows, on average: what recovers has to be seen at work too. */
const CALM_MS = 6_000;

/** Blows at random, one after the other, until `forMs` have passed; answers how many of which. */
export async function storms(weather: Weather, seed: number, forMs: number): Promise<Map<string, number>> {
  const random = seededRandom(seed);
  const names = Object.keys(blows).filter((name) => weather.toRedis || !name.startsWith('Redis'));
  const counts = new Map<string, number>(names.map((name) => [name, 0]));
  const until = Date.now() + forMs;
  while (Date.now() < until) {
    await pause(CALM_MS * (0.5 + random()));
    const name = names[Math.floor(random() * names.length)] ?? '';
    counts.set(name, (counts.get(name) ?? 0) + 1);
    await blows[name]?.(weather, SHORTEST_MS + random() * (LONGEST_MS - SHORTEST_MS));
  }
  return counts;
}

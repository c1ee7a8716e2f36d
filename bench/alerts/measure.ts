import { setTimeout as pause } from 'node:timers/promises';
import type { IncomingEvent } from '../../src/chat/dsl/event.ts';
import type { EveningOptions } from './answering.ts';
import { claimPlan } from './claim-plan.ts';
import { type Arrival, type Evening, FIRST_FOLLOWER, openEvening } from './evening.ts';

const isAlert = ([, chat]: Arrival): boolean => Number(chat) >= FIRST_FOLLOWER;

async function goLive({ village }: Evening): Promise<number> {
  const at = Date.now();
  await village.shop((shop) => shop.streams.goLive(village.owner.person, village.seller, {}));
  return at;
}

/** What the first seconds of an alert cost. */
export interface FirstSeconds {
  readonly firstMs: number;
  readonly perSecond: number;
  /** How much the process grew from before the alert to its most, in megabytes. */
  readonly grownMb: number;
  readonly plan: string;
}

const rssMb = (): number => process.memoryUsage().rss / 1_048_576;

export async function measureFirstSeconds(options: EveningOptions, seconds: number): Promise<FirstSeconds> {
  const evening = await openEvening(options);
  try {
    const before = rssMb();
    let most = before;
    const watching = setInterval(() => {
      most = Math.max(most, rssMb());
    }, 50);
    const liveAt = await goLive(evening);
    await pause(seconds * 1_000);
    clearInterval(watching);
    const times = (await evening.arrivals()).filter(isAlert).map(([at]) => at);
    const [row] = await evening.db.$queryRaw<{ rank: bigint }[]>`
      SELECT coalesce(max(rank), 0) AS rank FROM alert_recipient WHERE state = 'sent'`;
    const plan = await claimPlan(evening.db, row?.rank ?? 0n);
    const [first = Number.NaN, last = Number.NaN] = [times[0], times.at(-1)];
    const perSecond = (times.length - 1) / ((last - first) / 1_000);
    return { firstMs: first - liveAt, perSecond, grownMb: most - before, plan };
  } finally {
    await evening.stop();
  }
}

/** A whole alert, from "live" to its last recipient. */
export interface WholeAlert {
  readonly lastMs: number;
  /** The most in any second, which slides. */
  readonly busiest: number;
  readonly missed: number;
  readonly twice: number;
  readonly quietP99: number;
  readonly duringP99: number;
}

/** People who ask something a second: below the free rate, as many as it leaves beside the alert. */
const WARM_SECONDS = 4;
const askedPerSecond = (rate: number): number => (rate > 30 ? 12 : 3);

export async function measureWholeAlert(options: EveningOptions): Promise<WholeAlert> {
  const evening = await openEvening(options);
  try {
    const perSecond = askedPerSecond(options.rate);
    const seconds = options.followers / options.rate;
    await ask(evening, 0, WARM_SECONDS, perSecond);
    await answered(evening);
    // As many as during the alert: of fewer the slowest would be another share.
    await ask(evening, 1_000, seconds, perSecond);
    const quiet = await answered(evening);
    const begun = await goLive(evening);
    const asking = ask(evening, 10_000, seconds, perSecond);
    await done(evening);
    await asking;
    await evening.engine.idle();
    const arrivals = await evening.arrivals();
    const during = waits(evening, arrivals);
    const alerts = arrivals.filter(isAlert);
    const times = alerts.map(([at]) => at);
    const people = new Set(alerts.map(([, chat]) => chat)).size;
    return {
      lastMs: Math.max(...times) - begun,
      busiest: busiestSecond(times),
      missed: options.followers - people,
      twice: alerts.length - people,
      quietP99: percentile(quiet, 0.99),
      duringP99: percentile(during, 0.99),
    };
  } finally {
    await evening.stop();
  }
}

const askedAt = new WeakMap<Evening, Map<string, number>>();

/** Each asks once, in a chat of their own. */
async function ask(evening: Evening, firstChat: number, seconds: number, perSecond: number): Promise<void> {
  const asked = askedAt.get(evening) ?? new Map<string, number>();
  askedAt.set(evening, asked);
  for (let n = 0; n < seconds * perSecond; n += 1) {
    const address = String(firstChat + n + 1);
    asked.set(address, Date.now());
    void evening.engine.accept([help(address)]);
    await pause(1_000 / perSecond);
  }
}

const help = (address: string): IncomingEvent => ({
  ...{ channel: 'telegram-buyer', address, key: `help-${address}`, seq: 1n, at: new Date() },
  from: { name: 'x', language: 'zh' },
  body: { is: 'command', name: 'help', rest: '' },
});

async function answered(evening: Evening): Promise<number[]> {
  await evening.engine.idle();
  return waits(evening, await evening.arrivals());
}

const waits = (evening: Evening, arrivals: readonly Arrival[]): number[] =>
  arrivals
    .filter((one) => !isAlert(one))
    .map(([at, chat]) => at - (askedAt.get(evening)?.get(chat) ?? Number.NaN))
    .filter((ms) => !Number.isNaN(ms));

async function done({ db }: Evening): Promise<void> {
  while ((await db.alert.count({ where: { state: 'done' } })) === 0) await pause(100);
}

function busiestSecond(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  let [first, most] = [0, 0];
  for (const [last, at] of sorted.entries()) {
    while ((sorted[first] ?? at) <= at - 1_000) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}

function percentile(numbers: readonly number[], part: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}

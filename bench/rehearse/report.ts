import type { Call } from '../../test/support/telegram/interface.ts';
import { ALERT, type Played } from './evening.ts';
import type { RehearsalVillage } from './village.ts';

/** What came of an evening. Times in milliseconds after the stream's start. */
export interface RehearsalReport {
  readonly meant: number;
  /** When each of them heard, in order. */
  readonly heardMs: readonly number[];
  readonly missed: number;
  /** Alerts beyond the first to one person. */
  readonly duplicates: number;
  readonly orders: number;
  /** Persons with more orders than they confirmed. */
  readonly orderedTwice: number;
  /** Grams sold beyond the stock. */
  readonly oversold: number;
  /** Answers 429, and when they came. */
  readonly refusedMs: readonly number[];
  /** Messages in the busiest second. */
  readonly busiest: number;
  readonly repliesMs: readonly number[];
}

export async function reportOn(village: RehearsalVillage, played: Played): Promise<RehearsalReport> {
  const { liveAt, meant, replies } = played;
  const chats = new Set(meant.map(({ id }) => String(id)));
  const sends = village.telegram
    .calls()
    .filter(({ method, at }) => /^send(Message|Photo)$/i.test(method) && at >= liveAt);
  const alerts = sends.filter(
    (call) => isSent(call) && ALERT.test(said(call)) && chats.has(String(call.params.chat_id)),
  );
  const byChat = Map.groupBy(alerts, ({ params }) => String(params.chat_id));
  const heardMs = [...byChat.values()].map((calls) => Math.min(...calls.map(({ at }) => at)) - liveAt);
  const { db } = village;
  const perPerson = await db.order.groupBy({ by: ['personId'], _count: true });
  const products = await db.$queryRaw<{ over: number }[]>`
    SELECT greatest(0, -(on_hand - held))::int + abs(on_hand - (
      SELECT coalesce(sum(change), 0) FROM stock_entry WHERE product_id = product.id))::int AS over FROM product`;
  return {
    meant: meant.length,
    heardMs: heardMs.toSorted((a, b) => a - b),
    missed: meant.length - byChat.size,
    duplicates: alerts.length - byChat.size,
    orders: await db.order.count(),
    orderedTwice: perPerson.filter(({ _count }) => _count > 1).length,
    oversold: products.reduce((sum, { over }) => sum + over, 0),
    refusedMs: sends.filter(isRefused).map(({ at }) => at - liveAt),
    busiest: busiestSecond(sends.filter(isSent).map(({ at }) => at)),
    repliesMs: replies.toSorted((a, b) => a - b),
  };
}

const said = ({ params }: Call): string => String(params.text ?? params.caption ?? '');
const isSent = ({ response }: Call): boolean => response?.ok === true;
const isRefused = ({ response }: Call): boolean => response?.ok === false && response.error_code === 429;

function busiestSecond(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  let [first, most] = [0, 0];
  for (const [last, at] of sorted.entries()) {
    while ((sorted[first] ?? at) <= at - 1_000) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}

/** The value below which so large a part of the sorted ones lies. */
export const percentile = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;

const seconds = (ms: number): string => (Number.isNaN(ms) ? 'never' : `${(ms / 1_000).toFixed(1)} s`);

/** The lines of the table: what, and how much. */
export function reportRows(report: RehearsalReport): readonly (readonly [string, string])[] {
  const { heardMs, repliesMs } = report;
  return [
    ['meant to hear', String(report.meant)],
    ['first heard after', seconds(heardMs[0] ?? Number.NaN)],
    ['median', seconds(percentile(heardMs, 0.5))],
    ['99 of 100', seconds(percentile(heardMs, 0.99))],
    ['last', seconds(heardMs.at(-1) ?? Number.NaN)],
    ['missed', String(report.missed)],
    ['heard twice', String(report.duplicates)],
    ['orders', String(report.orders)],
    ['persons with two orders', String(report.orderedTwice)],
    ['oversold', `${report.oversold} g`],
    ['messages in the busiest second', String(report.busiest)],
    ['answers "429, too many"', String(report.refusedMs.length)],
    ['replies, median', seconds(percentile(repliesMs, 0.5))],
    ['replies, 99 of 100', seconds(percentile(repliesMs, 0.99))],
  ];
}

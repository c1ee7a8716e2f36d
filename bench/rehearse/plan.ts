import { seededRandom } from '../../test/support/random.ts';

/** What an operator asks for: how many people, how long, and which evening of all that there can be. */
export interface RehearsalOptions {
  readonly viewers: number;
  readonly minutes: number;
  readonly seed: number;
}

/** One person's evening, in milliseconds after the stream's start or after what they react to. */
export interface Viewer {
  /** Has blocked the bot before the stream. */
  readonly isBlocked: boolean;
  /** Opens the phone so long after the alert came, and then orders. Undefined: only watches. */
  readonly ordersAfterMs: number | undefined;
  /** Between reading a message and answering it. */
  readonly slowMs: number;
  /** Taps Confirm twice. */
  readonly isDoubleTapper: boolean;
  /** Asks something at this time, whether or not the alert has come. */
  readonly asksAtMs: number | undefined;
}

/** What happens beside the viewers. */
export interface EveningPlan {
  readonly durationMs: number;
  readonly viewers: readonly Viewer[];
  /** The seller ends by mistake at these times, and is live again three seconds later. */
  readonly flapsAtMs: readonly number[];
  /** A worker is killed at these times. */
  readonly killsAtMs: readonly number[];
}

const MINUTE_MS = 60_000;
const SHARE = { blocked: 0.03, orders: 0.25, doubleTaps: 0.3, asks: 0.1 };
/** Slow phones answer after this time at most; half of all need less than a tenth of it. */
const SLOWEST_MS = 8_000;

/** The evening of a seed: the same each time. */
export function planRehearsal({ viewers, minutes, seed }: RehearsalOptions): EveningPlan {
  const random = seededRandom(seed);
  const durationMs = minutes * MINUTE_MS;
  const some = (share: number): boolean => random() < share;
  return {
    durationMs,
    viewers: Array.from({ length: viewers }, () => ({
      isBlocked: some(SHARE.blocked),
      ordersAfterMs: some(SHARE.orders) ? random() * durationMs * 0.3 : undefined,
      slowMs: random() ** 3 * Math.min(SLOWEST_MS, durationMs * 0.05),
      isDoubleTapper: some(SHARE.doubleTaps),
      asksAtMs: some(SHARE.asks) ? random() * durationMs * 0.8 : undefined,
    })),
    flapsAtMs: [0.08, 0.3, 0.31].map((part) => part * durationMs),
    killsAtMs: [0.05 + random() * 0.1, 0.2 + random() * 0.1].map((part) => part * durationMs),
  };
}

import type { AppContext } from '../../../db/work.ts';

/** Telegram takes 30 messages a second for free; two are left for calls that are not counted here. */
const PER_SECOND = 28;
const SHARE_MS = 1_000 / PER_SECOND;

/** How much of its channel's rate a reply uses, in milliseconds. Only alerts wait for it. */
export const REPLY_MS = SHARE_MS;
/** How long after the last reply alerts wait at most. */
export const AHEAD_MS = 2_000;
/** How long before its time a slot can be reserved: what replies use within it comes too late to stop it. */
const RESERVE_AHEAD_MS = 60;

/** Times at which alerts may leave on a channel: the first in `startsInMs`, then one every `slotMs`. */
export type Reservation =
  | { readonly is: 'reserved'; readonly startsInMs: number }
  /** The rate is used up, by replies, other processes or a pause: ask again in `waitMs`. */
  | { readonly is: 'full'; readonly waitMs: number };

export interface SlotsWanted {
  readonly count: number;
  readonly slotMs: number;
  /** Replies use the same rate, and go first. Paid alerts have a rate of their own. */
  readonly isShared: boolean;
}

/**
 * Reserves slots for alerts in a channel's rate, over all processes; each slot is given once. Goes by the database's
 * clock, since Telegram counts real seconds.
 */
export async function reserveSlots(
  { db }: AppContext,
  channel: string,
  { count, slotMs, isShared }: SlotsWanted,
): Promise<Reservation> {
  const lengthMs = count * slotMs;
  const shareMs = isShared ? count * SHARE_MS : 0;
  const [row] = await db.$queryRaw<{ startsIn: number | null; waitMs: number | null }[]>`
    WITH taken AS (
      INSERT INTO channel_rate AS rate (channel, next_at, alert_at)
      VALUES (${channel}, clock_timestamp() + ${shareMs} * interval '1 ms',
        clock_timestamp() + ${lengthMs} * interval '1 ms')
      ON CONFLICT (channel) DO UPDATE SET
        alert_at = greatest(rate.alert_at, CASE WHEN ${isShared} THEN rate.next_at END, clock_timestamp())
          + ${lengthMs} * interval '1 ms',
        next_at = CASE WHEN ${isShared}
          THEN greatest(rate.next_at, clock_timestamp()) + ${shareMs} * interval '1 ms' ELSE rate.next_at END
      WHERE coalesce(greatest(rate.alert_at, CASE WHEN ${isShared} THEN rate.next_at END), '-infinity')
        <= clock_timestamp() + ${RESERVE_AHEAD_MS} * interval '1 ms'
      RETURNING extract(epoch FROM alert_at - clock_timestamp())::float8 * 1000 - ${lengthMs}::float8 AS "startsIn")
    SELECT (SELECT "startsIn" FROM taken) AS "startsIn",
      (SELECT extract(epoch FROM greatest(alert_at, CASE WHEN ${isShared} THEN next_at END)
        - clock_timestamp())::float8 * 1000 FROM channel_rate WHERE channel = ${channel}) AS "waitMs"`;
  if (row?.startsIn != null) return { is: 'reserved', startsInMs: row.startsIn };
  return { is: 'full', waitMs: Math.max(1, (row?.waitMs ?? 0) - RESERVE_AHEAD_MS) };
}

/** Lets no alert leave on the channel for `ms`, in any process: it said "not now". */
export async function pauseAlerts({ db }: AppContext, channel: string, ms: number): Promise<void> {
  await db.$executeRaw`
    UPDATE channel_rate SET alert_at = greatest(alert_at, clock_timestamp() + ${ms} * interval '1 ms')
    WHERE channel = ${channel}`;
}

import type { AppContext } from '../../db/work.ts';

/** Telegram takes 30 messages a second for free; two are left for calls that are not counted here. */
const PER_SECOND = 28;
const SLOT_MS = 1_000 / PER_SECOND;

/** How much of its channel's rate a reply uses, in milliseconds. Only alerts wait for it. */
export const REPLY_MS = SLOT_MS;
/** How long after the last reply alerts wait at most. */
export const AHEAD_MS = 2_000;

/**
 * Reserves room for this many alerts in a channel's rate, over all processes, if replies leave any. Goes by the
 * database's clock, since Telegram counts real seconds.
 */
export async function takeRoom({ db }: AppContext, channel: string, alerts: number): Promise<boolean> {
  const taken = await db.$executeRaw`
    INSERT INTO channel_rate AS rate (channel, next_at)
    VALUES (${channel}, clock_timestamp() + ${alerts * SLOT_MS} * interval '1 ms')
    ON CONFLICT (channel) DO UPDATE
      SET next_at = greatest(rate.next_at, clock_timestamp()) + ${alerts * SLOT_MS} * interval '1 ms'
      WHERE rate.next_at <= clock_timestamp()`;
  return taken === 1;
}

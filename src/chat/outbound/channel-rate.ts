import type { AppContext } from '../../db/work.ts';

/** Telegram takes 30 messages a second for free; two of them are left to what is not counted here. */
const PER_SECOND = 28;
const SLOT_MS = 1_000 / PER_SECOND;

/** What a reply takes of its channel's rate, in milliseconds. Replies do not wait for it: alerts do. */
export const REPLY_MS = SLOT_MS;
/** Replies keep alerts waiting for at most so long after the last of them. */
export const AHEAD_MS = 2_000;

/**
 * Takes room for so many alerts out of a channel's rate, over all processes, if replies leave any. By the time of the
 * database: it is Telegram's seconds that count.
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

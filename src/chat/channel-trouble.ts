import type { AppContext } from '../db/work.ts';

/** What all processes know of a channel that is unwell. */
export interface ChannelTrouble {
  /** Tries that failed in a row. */
  readonly failures: number;
  readonly retryAt: Date;
}

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

/** How long nothing is tried after so many failures in a row: doubled each time, and jittered. */
export function pauseAfter(failures: number): number {
  const longest = Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS);
  return longest * (0.5 + Math.random() / 2);
}

/** Notes that a channel is unwell; where another process has noted it before, that stands. */
export async function openTrouble(
  appContext: AppContext,
  channel: string,
  atLeastMs: number,
): Promise<ChannelTrouble> {
  const now = appContext.clock.now();
  const retryAt = new Date(now.getTime() + Math.max(pauseAfter(1), atLeastMs));
  const [row] = await appContext.db.$queryRaw<ChannelTrouble[]>`
    INSERT INTO channel_trouble (channel, since, failures, retry_at) VALUES (${channel}, ${now}, 1, ${retryAt})
    ON CONFLICT (channel) DO UPDATE SET channel = excluded.channel
    RETURNING failures, retry_at AS "retryAt"`;
  return row ?? { failures: 1, retryAt };
}

/** Notes that a probe has failed; `failures` is what stood there when it was taken. */
export async function probeFailed(
  { db, clock }: AppContext,
  channel: string,
  failures: number,
  atLeastMs: number,
): Promise<ChannelTrouble> {
  const pauseMs = Math.max(pauseAfter(failures + 1), atLeastMs);
  const trouble = { failures: failures + 1, retryAt: new Date(clock.now().getTime() + pauseMs) };
  await db.channelTrouble.updateMany({ where: { channel }, data: trouble });
  return trouble;
}

/** The probe told nothing of the channel: another may go after `ms`. */
export async function probeAgain({ db, clock }: AppContext, channel: string, ms: number): Promise<Date> {
  const retryAt = new Date(clock.now().getTime() + ms);
  await db.channelTrouble.updateMany({ where: { channel }, data: { retryAt } });
  return retryAt;
}

/** Notes that a channel is well. Answers since when it was not; nothing where another process has noted it before. */
export async function endTrouble({ db }: AppContext, channel: string): Promise<Date | undefined> {
  const [row] = await db.$queryRaw<{ since: Date }[]>`
    DELETE FROM channel_trouble WHERE channel = ${channel} RETURNING since`;
  return row?.since;
}

import type { AppContext } from '../../../db/work.ts';

/** What all processes know of an unwell channel. */
export interface ChannelTrouble {
  /** How many tries failed in a row. */
  readonly failures: number;
  readonly retryAt: Date;
}

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

/** The pause after this many failures in a row: doubled each time, with jitter. */
export function pauseAfter(failures: number): number {
  const longest = Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS);
  return longest * (0.5 + Math.random() / 2);
}

/** Records that a channel is unwell; keeps the row where another process was first. */
export async function openTrouble(
  appContext: AppContext,
  channel: string,
  atLeastMs = 0,
): Promise<ChannelTrouble> {
  const now = appContext.clock.now();
  const retryAt = new Date(now.getTime() + Math.max(pauseAfter(1), atLeastMs));
  const [row] = await appContext.db.$queryRaw<ChannelTrouble[]>`
    INSERT INTO channel_trouble (channel, since, failures, retry_at) VALUES (${channel}, ${now}, 1, ${retryAt})
    ON CONFLICT (channel) DO UPDATE SET channel = excluded.channel
    RETURNING failures, retry_at AS "retryAt"`;
  return row ?? { failures: 1, retryAt };
}

/** How long a probe may take: longer than any channel's requests for one message. */
export const PROBE_MS = 30_000;

/** Whether an alert may try a channel now: on an unwell one, only as its probe. */
export type Leave =
  | { readonly is: 'well' }
  | { readonly is: 'probe'; readonly failures: number }
  | { readonly is: 'resting'; readonly retryAt: Date };

/** Asks whether a channel may be tried; claims the probe of an unwell one if it is due. */
export async function leaveToTry({ db, clock }: AppContext, channel: string): Promise<Leave> {
  const now = clock.now();
  const [row] = await db.$queryRaw<{ retryAt: Date; failures: number | null }[]>`
    WITH probe AS (
      UPDATE channel_trouble SET retry_at = ${new Date(now.getTime() + PROBE_MS)}
      WHERE channel = ${channel} AND retry_at <= ${now} RETURNING failures
    )
    SELECT retry_at AS "retryAt", probe.failures FROM channel_trouble LEFT JOIN probe ON true WHERE channel = ${channel}`;
  if (!row) return { is: 'well' };
  const { failures, retryAt } = row;
  return failures === null ? { is: 'resting', retryAt } : { is: 'probe', failures };
}

/** Records a failed probe; `failures` is the count when it was claimed. */
export async function probeFailed(
  { db, clock }: AppContext,
  channel: string,
  failures: number,
  atLeastMs = 0,
): Promise<ChannelTrouble> {
  const pauseMs = Math.max(pauseAfter(failures + 1), atLeastMs);
  const trouble = { failures: failures + 1, retryAt: new Date(clock.now().getTime() + pauseMs) };
  await db.channelTrouble.updateMany({ where: { channel }, data: trouble });
  return trouble;
}

/** The probe proved nothing about the channel: another may follow after `ms`. */
export async function probeAgain({ db, clock }: AppContext, channel: string, ms: number): Promise<Date> {
  const retryAt = new Date(clock.now().getTime() + ms);
  await db.channelTrouble.updateMany({ where: { channel }, data: { retryAt } });
  return retryAt;
}

/** Records that a channel is well. Returns since when it was not; undefined where another process was first. */
export async function endTrouble({ db }: AppContext, channel: string): Promise<Date | undefined> {
  const [row] = await db.$queryRaw<{ since: Date }[]>`
    DELETE FROM channel_trouble WHERE channel = ${channel} RETURNING since`;
  return row?.since;
}

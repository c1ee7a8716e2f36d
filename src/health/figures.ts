import type { AppContext } from '../db/work.ts';

/** What the promises of this shop come to as numbers, at one moment. Ages are in seconds; 0 where nothing waits. */
export interface Figures {
  /** Products of which more is reserved than there is. */
  readonly oversoldProducts: number;
  readonly waitingEvents: number;
  /** How long the oldest event has waited for its turn. */
  readonly oldestEventAge: number;
  readonly unsaidMessages: number;
  /** How long the oldest message has been due. */
  readonly oldestMessageAge: number;
  /** Messages whose process died or hangs: their lease is over, and nobody has taken them yet. */
  readonly lapsedLeases: number;
  readonly outboxWaiting: number;
  /** How long the oldest recorded work has been due. */
  readonly outboxAge: number;
  readonly alertsInProgress: number;
  /** Recipients who are still to hear of them; counted up to MOST_COUNTED. */
  readonly recipientsLeft: number;
  /** How long ago the oldest of these alerts was due. */
  readonly alertAge: number;
  readonly parkedEvents: number;
  /** Conversations of the last day that began anew, because no key opened where they stood. */
  readonly conversationsLost: number;
  readonly failedJobs: number;
  /** Channels that refuse or do not answer, like a bot's when Telegram is away. */
  readonly channelsInTrouble: number;
  /** Where there is a store of pictures: how long the oldest picture has waited to go there. */
  readonly pictureAge: number;
  /** Texts of the writer in the last 30 days: those that sellers saw, those of a model among them, and those taken. */
  readonly textsShown: number;
  readonly textsByModel: number;
  readonly textsUsed: number;
  /** What the model cost in that time, in millionths of a yuan. */
  readonly modelCostMicros: number;
  /** Connections of all our processes to this database. */
  readonly databaseConnections: number;
}

/** Beyond this, an exact number costs more than it tells. */
export const MOST_COUNTED = 100_000;

/** The writer's figures are those of so long. */
const TEXTS_MS = 30 * 24 * 3_600_000;

/** So long operators see that conversations began anew. */
const LOST_MS = 24 * 3_600_000;

/** The counts as they are read, and since when the oldest of each kind waits. */
type Counted = Omit<Figures, `${string}Age`> &
  Readonly<
    Record<'eventsSince' | 'messagesSince' | 'workSince' | 'alertsSince' | 'picturesSince', Date | null>
  >;

/** Reads all figures in one statement, each over rows that wait, of which a healthy shop has few. */
export async function readFigures({
  db,
  clock,
  blobs,
}: Pick<AppContext, 'db' | 'clock'> & {
  /** Set where there is a store of pictures. */
  readonly blobs?: object | undefined;
}): Promise<Figures> {
  const now = clock.now();
  const lostSince = new Date(now.getTime() - LOST_MS);
  const textsSince = new Date(now.getTime() - TEXTS_MS);
  const [row] = await db.$queryRaw<Counted[]>`
    WITH events AS (SELECT count(*) AS count, min(at) AS since FROM inbox WHERE state = 'waiting'),
    messages AS (
      SELECT count(*) AS count, min(due_at) AS since,
        count(*) FILTER (WHERE state = 'sending' AND lease_until <= ${now}) AS lapsed
      FROM message WHERE state IN ('due', 'sending') AND due_at <= ${now}
    ),
    work AS (SELECT count(*) AS count, min(due_at) AS since FROM outbox WHERE relayed_at IS NULL AND due_at <= ${now}),
    texts AS (
      SELECT count(*) FILTER (WHERE state IN ('shown', 'used')) AS shown, count(*) FILTER (WHERE state = 'used') AS used,
        count(*) FILTER (WHERE state IN ('shown', 'used') AND written_by = 'model') AS by_model,
        coalesce(sum(cost_micros), 0) AS cost
      FROM writer_draft WHERE asked_at >= ${textsSince}
    ),
    alerts AS (SELECT count(*) AS count, min(due_at) AS since FROM alert WHERE state = 'sending'),
    recipients AS (
      SELECT FROM alert_recipient r JOIN alert ON alert.id = r.alert_id
      WHERE alert.state = 'sending' AND r.state IN ('due', 'sending') LIMIT ${MOST_COUNTED}
    )
    SELECT
      (SELECT count(*) FROM product WHERE held > on_hand)::int AS "oversoldProducts",
      events.count::int AS "waitingEvents", events.since AS "eventsSince",
      messages.count::int AS "unsaidMessages", messages.since AS "messagesSince",
      messages.lapsed::int AS "lapsedLeases",
      work.count::int AS "outboxWaiting", work.since AS "workSince",
      alerts.count::int AS "alertsInProgress", alerts.since AS "alertsSince",
      (SELECT count(*) FROM recipients)::int AS "recipientsLeft",
      (SELECT count(*) FROM inbox WHERE state = 'parked')::int AS "parkedEvents",
      (SELECT count(*) FROM session WHERE begun_anew_at >= ${lostSince})::int AS "conversationsLost",
      (SELECT count(*) FROM outbox WHERE failed_at IS NOT NULL)::int AS "failedJobs",
      (SELECT count(*) FROM channel_trouble)::int AS "channelsInTrouble",
      (SELECT min(created_at) FROM media
        WHERE ${blobs !== undefined} AND bytes IS NOT NULL AND state = 'stored') AS "picturesSince",
      texts.shown::int AS "textsShown", texts.by_model::int AS "textsByModel", texts.used::int AS "textsUsed",
      texts.cost::float8 AS "modelCostMicros",
      (SELECT count(*) FROM pg_stat_activity
        WHERE datname = current_database() AND application_name LIKE 'walnut%')::int AS "databaseConnections"
    FROM events, messages, work, texts, alerts`;
  if (!row) throw new Error('a query without a row');
  const { eventsSince, messagesSince, workSince, alertsSince, picturesSince, ...counts } = row;
  return {
    ...counts,
    oldestEventAge: secondsSince(eventsSince, now),
    oldestMessageAge: secondsSince(messagesSince, now),
    outboxAge: secondsSince(workSince, now),
    alertAge: secondsSince(alertsSince, now),
    pictureAge: secondsSince(picturesSince, now),
  };
}

const secondsSince = (since: Date | null, now: Date): number =>
  since ? Math.max(0, Math.round((now.getTime() - since.getTime()) / 1_000)) : 0;

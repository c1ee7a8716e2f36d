import type { AlertId, PersonId, StreamId } from '../../../db/ids.ts';
import type { TxContext } from '../../../db/work.ts';
import { audienceStage } from './audience-pages.ts';
import { RECIPIENT_LEASE_MS, type RecipientKey } from './recipients.ts';

// Streams of a village that start within two minutes of each other reach whoever follows the village as one message: what
// is due to one person at the same time is sent together, and what comes a little later is a line more of that message.

/** Streams of a village that start within this time are told together. */
export const TOGETHER_MS = 2 * 60_000;

/** The start of another stream of the village as one follower of it is told of it. */
export interface NearStart extends RecipientKey {
  readonly streamId: StreamId;
  readonly startedAt: Date;
  readonly isOn: boolean;
  /** `due`: may be sent now; `put-off`: soon; `sending`: on its way; `sent`: stands in the message of `messageOf`. */
  readonly is: 'due' | 'put-off' | 'sending' | 'sent';
  readonly messageOf: AlertId;
}

/** What the message to one follower of a village says besides the start that it is sent for. */
export interface SharedMessage {
  /** The message that is taken up again: its streams are lines of this one. */
  readonly again: readonly NearStart[];
  /** Those that are due at the same time. */
  readonly together: readonly NearStart[];
}

/** What a start waits for before one person is told of it. */
export type WaitsFor = 'first' | 'on-its-way';

export interface Start {
  readonly streamId: StreamId;
  readonly startedAt: Date;
}

/**
 * What goes into one message with `own`, from all starts near it, or that it waits. Each is told in the order it began: an
 * earlier one that is on its way or will be in a moment goes `first`. A later one that is `on-its-way` will wait, or stand
 * there in a moment: then this one is added to it.
 */
export function shareMessage(own: Start, near: readonly NearStart[]): SharedMessage | WaitsFor {
  const close = near.filter((one) => isTogether([own, one]));
  const isFirst = (one: NearStart): boolean => isBefore(one, own);
  if (close.some((one) => (one.is === 'sending' || one.is === 'put-off') && isFirst(one))) return 'first';
  if (close.some(({ is }) => is === 'sending')) return 'on-its-way';
  const sent = Map.groupBy(
    near.filter(({ is }) => is === 'sent'),
    ({ messageOf }) => messageOf,
  );
  const again =
    [...sent.values()]
      .filter((lines) => isTogether([own, ...lines]) && lines.some(({ isOn }) => isOn))
      .toSorted((a, b) => latest(b) - latest(a))[0] ?? [];
  const together: NearStart[] = [];
  for (const one of close)
    if (one.is === 'due' && one.isOn && isTogether([own, ...again, ...together, one])) together.push(one);
  return { again, together };
}

const time = ({ startedAt }: Start): number => startedAt.getTime();
/** Which of two starts, or more, came first. */
export const firstStarted = <S extends Start>(first: S, ...others: readonly S[]): S =>
  others.reduce((a, b) => (isBefore(b, a) ? b : a), first);
const latest = (starts: readonly Start[]): number => Math.max(...starts.map(time));
const isTogether = (starts: readonly Start[]): boolean =>
  latest(starts) - Math.min(...starts.map(time)) <= TOGETHER_MS;
/** Whether `a` started before `b`; of two that started at once one is the first, always the same. */
export const isBefore = (a: Start, b: Start): boolean =>
  time(a) < time(b) || (time(a) === time(b) && a.streamId < b.streamId);

/** When a stream began, and what starts near it are told to these followers of its village. */
export async function findNearStarts(
  { tx }: TxContext,
  alertId: AlertId,
  persons: readonly PersonId[],
): Promise<{ readonly own: Start; readonly near: readonly NearStart[] } | undefined> {
  const starts = await tx.$queryRaw<(Start & { alertId: AlertId; isOn: boolean })[]>`
    SELECT alert.id AS "alertId", stream.id AS "streamId", stream.started_at AS "startedAt",
      stream.state IN ('live', 'interrupted') AS "isOn"
    FROM alert AS mine JOIN stream AS own ON own.id = mine.target_id JOIN seller AS its ON its.id = own.seller_id
      JOIN stream ON stream.started_at BETWEEN own.started_at - ${2 * TOGETHER_MS} * interval '1 ms'
        AND own.started_at + ${2 * TOGETHER_MS} * interval '1 ms'
      JOIN seller ON seller.id = stream.seller_id AND seller.village_id = its.village_id
      JOIN alert ON alert.kind = 'stream-start' AND alert.target_id = stream.id
    WHERE mine.id = ${alertId}::uuid AND mine.kind = 'stream-start'`;
  const own = starts.find((one) => one.alertId === alertId);
  const others = starts.filter((one) => one !== own);
  if (!own || others.length === 0) return undefined;
  const rows = await tx.$queryRaw<Pick<NearStart, 'alertId' | 'personId' | 'is' | 'messageOf'>[]>`
    SELECT alert_id AS "alertId", person_id AS "personId", coalesce(said_in, alert_id) AS "messageOf",
      CASE WHEN sent_at IS NOT NULL THEN 'sent' WHEN state = 'sending' THEN 'sending'
        WHEN lease_until IS NULL THEN 'due' ELSE 'put-off' END AS is
    FROM alert_recipient r
    WHERE alert_id = ANY(${others.map((one) => one.alertId)}::uuid[]) AND person_id = ANY(${[...persons]}::uuid[])
      AND state IN ('due', 'sending', 'sent') AND (stage = ${audienceStage.followsVillage}
        OR (stage = ${audienceStage.bought} AND NOT EXISTS (
          SELECT FROM alert JOIN stream ON stream.id = alert.target_id
            JOIN subscription s ON s.kind = 'seller' AND s.target_id = stream.seller_id
          WHERE alert.id = r.alert_id AND s.person_id = r.person_id)))`;
  const byAlert = new Map(others.map((one) => [one.alertId, one]));
  return { own, near: rows.flatMap((row) => joined(row, byAlert.get(row.alertId))) };
}

const joined = <Row, Found>(row: Row, found: Found | undefined): (Row & Found)[] =>
  found ? [{ ...found, ...row }] : [];

/** The starts of which the message of this alert tells these people, its own among them. */
export function findSharedLines(
  { tx }: TxContext,
  alertId: AlertId,
  persons: readonly PersonId[],
): Promise<(Start & RecipientKey)[]> {
  return tx.$queryRaw`
    SELECT r.person_id AS "personId", alert.id AS "alertId", stream.id AS "streamId", stream.started_at AS "startedAt"
    FROM alert_recipient r JOIN alert ON alert.id = r.alert_id JOIN stream ON stream.id = alert.target_id
    WHERE (r.said_in = ${alertId}::uuid OR r.alert_id = ${alertId}::uuid)
      AND r.person_id = ANY(${[...persons]}::uuid[])`;
}

/** Claims these too, to be sent in the message of another alert; answers those that nobody else had claimed. */
export function claimShared({ tx, now }: TxContext, keys: readonly RecipientKey[]): Promise<RecipientKey[]> {
  const until = new Date(now.getTime() + RECIPIENT_LEASE_MS);
  return tx.$queryRaw<RecipientKey[]>`
    UPDATE alert_recipient r SET state = 'sending', lease_until = ${until} FROM (
      SELECT alert_id, person_id FROM alert_recipient JOIN unnest(${keys.map(({ alertId }) => alertId)}::uuid[],
        ${keys.map(({ personId }) => personId)}::uuid[]) AS wanted (alert_id, person_id) USING (alert_id, person_id)
      WHERE state = 'due' AND lease_until IS NULL AND sent_at IS NULL
      ORDER BY person_id, alert_id FOR UPDATE OF alert_recipient SKIP LOCKED) AS free
    WHERE r.alert_id = free.alert_id AND r.person_id = free.person_id
    RETURNING r.alert_id AS "alertId", r.person_id AS "personId"`;
}

/** Lines that stand in the message of an alert from now on, wherever they stood. */
export interface MovedLines {
  readonly personId: PersonId;
  /** The alert in whose message they stood. */
  readonly from: AlertId;
  readonly to: AlertId;
}

/** Records in whose message lines stand now. What was still to be told of the earlier message is told of this one. */
export async function moveLines({ tx }: TxContext, moved: readonly MovedLines[]): Promise<void> {
  if (moved.length === 0) return;
  await tx.$executeRaw`
    UPDATE alert_recipient r SET said_in = moved.later,
      state = CASE WHEN r.state = 'due' AND r.sent_at IS NOT NULL THEN 'sent' ELSE r.state END
    FROM unnest(${moved.map(({ personId }) => personId)}::uuid[], ${moved.map(({ from }) => from)}::uuid[],
      ${moved.map(({ to }) => to)}::uuid[]) AS moved (person_id, earlier, later)
    WHERE r.person_id = moved.person_id AND (r.alert_id = moved.earlier OR r.said_in = moved.earlier)`;
}
